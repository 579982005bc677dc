namespace HuaweiDms.PowerShell.Engine;

/// <summary>Finds consumer groups. For a missing group, the service reports the state Dead or empty lists.</summary>
internal static class GroupLookup
{
    /// <summary>Returns the names of all groups, or of those that read a topic (7.2.3.2).</summary>
    public static async Task<IReadOnlyList<string>> NamesAsync(
        DmsContext context, string instanceId, string? topic, CancellationToken cancellationToken)
    {
        IReadOnlyList<ConsumerGroup> groups
            = await context.Client.ConsumerGroups.List(instanceId, name: null, topic).ToListAsync(cancellationToken).ConfigureAwait(false);
        return [.. groups.Select(group => group.Name).OfType<string>().Where(name => name.Length > 0)];
    }

    /// <summary>
    /// Returns existing groups: all of the given ones that exist, and if one does not, others that may have been meant. A single one is
    /// searched by the service; for several, the list is read until all are found.
    /// </summary>
    public static async Task<HashSet<string>> FindAsync(FoundInstance found, IReadOnlyCollection<string> names, CancellationToken cancellationToken)
    {
        ConsumerGroupsApi groups = found.Context.Client.ConsumerGroups;
        string? single = names.Count == 1 ? names.First() : null;
        if (single is not null && await groups.FindAsync(found.Instance.Id, single, cancellationToken).ConfigureAwait(false) is not null)
            return new([single], StringComparer.Ordinal);
        HashSet<string> missing = new(names, StringComparer.Ordinal);
        HashSet<string> seen = new(StringComparer.Ordinal);
        PagedResult<ConsumerGroup> list = groups.List(found.Instance.Id, range: single is null ? PageRange.All : NearNames.OnePage);
        await foreach (ConsumerGroup group in list.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            if (group.ConsumerGroup is { } name && seen.Add(name) && missing.Remove(name) && missing.Count == 0)
                break;
        }
        return seen;
    }

    /// <summary>Reads a group with members and offsets.</summary>
    /// <exception cref="FailureException">The group does not exist.</exception>
    public static async Task<ConsumerGroup> ReadAsync(ItemReference group, CancellationToken cancellationToken)
    {
        ConsumerGroup read
            = await group.Context.Client.ConsumerGroups.GetAsync(group.Instance.Id, group.Name, cancellationToken).ConfigureAwait(false);
        if (read.State is null or ConsumerGroupState.Dead)
            await CheckAsync(group, cancellationToken).ConfigureAwait(false);
        return read;
    }

    /// <summary>Searches a group in the list of existing ones.</summary>
    /// <exception cref="FailureException">The group does not exist.</exception>
    public static async Task CheckAsync(ItemReference group, CancellationToken cancellationToken)
    {
        if (!group.IsListed && await group.Context.Client.ConsumerGroups.FindAsync(group.Instance.Id, group.Name, cancellationToken).ConfigureAwait(false) is null)
        {
            Failure missing = Failures.NotFound("consumer group", group.Name, group.Instance.Subject, "Get-DmsConsumerGroup");
            throw new FailureException(await missing.AmongGroupsAsync(group, cancellationToken).ConfigureAwait(false));
        }
    }

    /// <summary>Explains why a group was not deleted. The service's reasons are not documented, so the group is read.</summary>
    public static async Task ExplainAsync(ItemReference named, ActionResult result, CancellationToken cancellationToken)
    {
        try
        {
            ConsumerGroup group = await ReadAsync(named, cancellationToken).ConfigureAwait(false);
            if (group.IsActive)
                result.Fail(Failures.GroupIsActiveId, Failures.MembersOf(group));
        }
        catch (FailureException missing)
        {
            result.Fail(Failures.NoSuchGroupId, missing.Failure.FullMessage);
        }
    }
}
