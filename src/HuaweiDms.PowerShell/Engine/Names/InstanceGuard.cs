using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>
/// Prevents an instance from being confused with something in it: objects, their deserialized copies and rows that are about an
/// item also carry the id of its instance.
/// </summary>
/// <param name="command">The name of the command.</param>
internal sealed class InstanceGuard(string command)
{
    private readonly Dictionary<DmsContext, Dictionary<string, string?>> _names = [];

    /// <summary>
    /// Whether the name in a row differs from the name that the connection knows for the instance: it may be a row about a topic.
    /// </summary>
    public static bool IsInDoubt(InstanceReference instance) => instance.ClaimedName is { } claimed && !IsSame(claimed, instance.KnownName);

    /// <summary>The failure for an item in an instance.</summary>
    public Failure Refuse(InstanceReference instance, ContainedItem item)
        => Failures.InvalidArgument("InstanceId", instance.Id, Format(Text.InstanceOfItemRule, item.Subject, command));

    /// <summary>
    /// Compares the name in a row with that of the instance, with one list per connection. An instance that does not exist is left
    /// to the service.
    /// </summary>
    /// <returns>Null if the names are equal.</returns>
    public async Task<Failure?> CheckAsync(FoundInstance found, CancellationToken cancellationToken)
    {
        if (!_names.TryGetValue(found.Context, out Dictionary<string, string?>? names))
            _names[found.Context] = names = await ListAsync(found.Context, cancellationToken).ConfigureAwait(false);
        return names.TryGetValue(found.Instance.Id, out string? name) && !IsSame(name, found.Instance.ClaimedName)
            ? Failures.InvalidArgument("InstanceId", found.Instance.Id, Format(Text.InstanceOfRowRule, found.Instance.ClaimedName, name, command))
            : null;
    }

    private static bool IsSame(string? one, string? other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private static async Task<Dictionary<string, string?>> ListAsync(DmsContext context, CancellationToken cancellationToken)
    {
        Dictionary<string, string?> names = new(StringComparer.OrdinalIgnoreCase);
        PagedResult<Instance> listed = context.Client.Instances.List(new InstanceFilter { IncludeFailed = true });
        await foreach (Instance instance in listed.WithCancellation(cancellationToken).ConfigureAwait(false))
            names[instance.InstanceId ?? string.Empty] = instance.Name;
        return names;
    }
}
