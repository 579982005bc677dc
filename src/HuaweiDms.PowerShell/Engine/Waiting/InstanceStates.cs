using HuaweiDms.Transport;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>The states of instances (8.3), and how a wait reads them.</summary>
internal static class InstanceStates
{
    /// <summary>The state of an instance that is at work and has no change under way.</summary>
    public const string Running = "RUNNING";

    /// <summary>
    /// The documented states, those that the service is known to show beside them, and DELETED for what is not there any more.
    /// The list is open.
    /// </summary>
    public static IReadOnlyList<string> Known { get; } =
    [
        Running, "CREATING", "RESTARTING", "STARTING", "EXTENDING", "UPGRADING", "ROLLINGBACK", "FREEZING", "FROZEN", "ERROR",
        "CREATEFAILED", "EXTENDEDFAILED", "ROLLBACK", "ROLLBACKFAILED", "SHRINKING", "CONFIGURING", "VOLUMETYPECHANGING",
        "CONNECTOR_DELETING", "RECYCLE", "DELETING", "DELETED",
    ];

    /// <summary>Whether it is the state of an instance that is at work and has no change under way.</summary>
    public static bool IsRunning(string? state) => string.Equals(state, Running, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether it is the state in which an instance waits for somebody to pay.</summary>
    public static bool IsFrozen(string? state) => string.Equals(state, "FROZEN", StringComparison.OrdinalIgnoreCase);

    /// <summary>One instance alone; many have <see cref="InstanceLooks"/>.</summary>
    /// <param name="context">Where the instance is.</param>
    /// <param name="id">Its id.</param>
    /// <param name="subject">As a person would name it.</param>
    /// <param name="target">The object of a failure's record.</param>
    /// <param name="missing">The state of one that is not there: gone, or not there yet; null makes it an error.</param>
    public static WaitTarget Target(DmsContext context, string id, string subject, object target, string? missing)
        => new(subject, target, stop => ReadAsync(context, id, missing, stop));

    /// <summary>The same for a change of size: the service goes on showing RUNNING for a moment, so the new figures have to show, too.</summary>
    public static WaitTarget Target(DmsContext context, string id, string subject, object target, InstanceSize size)
        => new(subject, target, async stop =>
        {
            Instance instance = await context.Client.Instances.GetAsync(id, stop).ConfigureAwait(false);
            bool shows = Shows(size.StorageSpaceGB, instance.TotalStorageSpaceGB)
                && Shows(size.BrokerCount, instance.BrokerCount)
                && Shows(size.BrokerCount, instance.CrossVpcAddresses?.Length)
                && (size.ProductId is null || string.Equals(size.ProductId, instance.ProductId, StringComparison.OrdinalIgnoreCase));
            return !shows && IsRunning(instance.Status) ? "not resized yet" : instance.Status ?? WaitGoal.Unknown;
        });

    /// <summary>A figure that is not told would be waited for in vain.</summary>
    private static bool Shows(int? wanted, int? told) => wanted is null || told is null || wanted == told;

    private static async Task<string> ReadAsync(DmsContext context, string id, string? missing, CancellationToken stop)
    {
        try
        {
            Instance instance = await context.Client.Instances.GetAsync(id, stop).ConfigureAwait(false);
            return instance.Status ?? WaitGoal.Unknown;
        }
        catch (DmsException gone) when (NotFoundErrors.IsObjectMissing(gone) && missing is not null)
        {
            return missing;
        }
    }
}
