using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>
/// Keeps an instance from being taken for something in it: what is inside brings the id of its instance along, as an object, as
/// what a job or a file makes of it, and as a row.
/// </summary>
/// <param name="command">The command that asks.</param>
internal sealed class InstanceGuard(string command)
{
    private readonly Dictionary<DmsContext, Dictionary<string, string?>> _names = [];

    /// <summary>Whether what a row is about is not the name that its connection knows the instance by: it may be a row of a topic.</summary>
    public static bool IsInDoubt(InstanceReference instance) => instance.ClaimedName is { } claimed && !IsSame(claimed, instance.KnownName);

    /// <summary>What is said of something in an instance.</summary>
    public Failure Refuse(InstanceReference instance, ContainedItem item)
        => Failures.InvalidArgument("InstanceId", instance.Id, Format(Text.InstanceOfItemRule, item.Subject, command));

    /// <summary>Looks what the instance of a row is called: with one list a connection. One that there is not is left to the service.</summary>
    /// <returns>Null where it is called as the row has it.</returns>
    public async Task<Failure?> CheckAsync(FoundInstance found, CancellationToken stop)
    {
        if (!_names.TryGetValue(found.Context, out Dictionary<string, string?>? names))
            _names[found.Context] = names = await ListAsync(found.Context, stop).ConfigureAwait(false);
        return names.TryGetValue(found.Instance.Id, out string? name) && !IsSame(name, found.Instance.ClaimedName)
            ? Failures.InvalidArgument("InstanceId", found.Instance.Id, Format(Text.InstanceOfRowRule, found.Instance.ClaimedName, name, command))
            : null;
    }

    private static bool IsSame(string? one, string? other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private static async Task<Dictionary<string, string?>> ListAsync(DmsContext context, CancellationToken stop)
    {
        Dictionary<string, string?> names = new(StringComparer.OrdinalIgnoreCase);
        PagedResult<Instance> listed = context.Client.Instances.List(new InstanceFilter { IncludeFailed = true });
        await foreach (Instance instance in listed.WithCancellation(stop).ConfigureAwait(false))
            names[instance.InstanceId ?? string.Empty] = instance.Name;
        return names;
    }
}
