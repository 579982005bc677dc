using HuaweiDms.Transport;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>The states of instances (8.3), and how a wait interprets them.</summary>
internal static class InstanceStates
{
    /// <summary>The state of an instance that is working and has no change in progress.</summary>
    public const string Running = "RUNNING";

    /// <summary>
    /// The documented states, other states that the service is known to show, and DELETED for an instance that no longer exists.
    /// The list is open.
    /// </summary>
    public static IReadOnlyList<string> Known { get; } =
    [
        Running, "CREATING", "RESTARTING", "STARTING", "EXTENDING", "UPGRADING", "ROLLINGBACK", "FREEZING", "FROZEN", "ERROR",
        "CREATEFAILED", "EXTENDEDFAILED", "ROLLBACK", "ROLLBACKFAILED", "SHRINKING", "CONFIGURING", "VOLUMETYPECHANGING",
        "CONNECTOR_DELETING", "RECYCLE", "DELETING", "DELETED",
    ];

    /// <summary>Whether it is the state of an instance that is working and has no change in progress.</summary>
    public static bool IsRunning(string? state) => string.Equals(state, Running, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether it is the state of an instance whose order must be renewed.</summary>
    public static bool IsFrozen(string? state) => string.Equals(state, "FROZEN", StringComparison.OrdinalIgnoreCase);

    /// <summary>The target for a single instance; for several, use <see cref="InstanceStatusReader"/>.</summary>
    /// <param name="context">Where the instance is.</param>
    /// <param name="id">Its id.</param>
    /// <param name="subject">The display text for messages.</param>
    /// <param name="target">The target object of the error record.</param>
    /// <param name="missing">
    /// The state to report for an instance that does not exist (deleted, or not created yet); null makes it an error.
    /// </param>
    public static WaitTarget Target(DmsContext context, string id, string subject, object target, string? missing)
        => new(subject, target, cancellationToken => ReadAsync(context, id, missing, cancellationToken));

    /// <summary>
    /// The target for a change of size: the service shows RUNNING for a moment longer, so the new figures must also be visible.
    /// </summary>
    public static WaitTarget Target(DmsContext context, string id, string subject, object target, InstanceSize size)
        => new(subject, target, async cancellationToken =>
        {
            Instance instance = await context.Client.Instances.GetAsync(id, cancellationToken).ConfigureAwait(false);
            bool shows = Shows(size.StorageSpaceGB, instance.TotalStorageSpaceGB)
                && Shows(size.BrokerCount, instance.BrokerCount)
                && Shows(size.BrokerCount, instance.CrossVpcAddresses?.Length)
                && (size.ProductId is null || string.Equals(size.ProductId, instance.ProductId, StringComparison.OrdinalIgnoreCase));
            return !shows && IsRunning(instance.Status) ? "not resized yet" : instance.Status ?? WaitGoal.Unknown;
        });

    /// <summary>Waiting for a figure that the service does not report would never end.</summary>
    private static bool Shows(int? wanted, int? reported) => wanted is null || reported is null || wanted == reported;

    private static async Task<string> ReadAsync(DmsContext context, string id, string? missing, CancellationToken cancellationToken)
    {
        try
        {
            Instance instance = await context.Client.Instances.GetAsync(id, cancellationToken).ConfigureAwait(false);
            return instance.Status ?? WaitGoal.Unknown;
        }
        catch (DmsException gone) when (NotFoundErrors.IsObjectMissing(gone) && missing is not null)
        {
            return missing;
        }
    }
}
