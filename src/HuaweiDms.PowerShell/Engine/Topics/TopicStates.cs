using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>Watches the list of topics until it contains new ones, which appear in it with a delay.</summary>
internal static class TopicStates
{
    private const string Shown = "listed";

    /// <summary>All of them are in the list.</summary>
    public static WaitGoal Listed { get; } = WaitGoal.AnyOf(Shown);

    /// <summary>The target for new topics of an instance.</summary>
    /// <param name="context">The connection.</param>
    /// <param name="instance">The instance.</param>
    /// <param name="names">The topics.</param>
    /// <param name="onRead">Receives the topics that are in the list, after each read.</param>
    public static WaitTarget Target(
        DmsContext context, InstanceReference instance, IReadOnlyCollection<string> names, Action<IReadOnlyDictionary<string, Topic>>? onRead = null)
        => new($"{Counted(names.Count, "topic")} of {instance.Subject}", instance.Id, async cancellationToken =>
        {
            Dictionary<string, Topic> found = await TopicLookup.FindAsync(context, instance.Id, names, cancellationToken).ConfigureAwait(false);
            onRead?.Invoke(found);
            return found.Count == names.Count ? Shown : $"{found.Count} of {names.Count}";
        })
        {
            ShownBy = "Get-DmsTopic",
        };
}
