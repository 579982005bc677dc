namespace HuaweiDms.PowerShell.Engine;

/// <summary>Whether a consumer group is there. The service says of one that there is not that it is dead, or that it has nothing.</summary>
internal static class GroupLookup
{
    /// <summary>Reads a group with members and offsets.</summary>
    /// <exception cref="FailureException">There is no such group.</exception>
    public static async Task<ConsumerGroup> ReadAsync(ItemReference group, CancellationToken stop)
    {
        ConsumerGroup read = await group.Context.Client.ConsumerGroups.GetAsync(group.Instance.Id, group.Name, stop).ConfigureAwait(false);
        if (read.State is null or ConsumerGroupState.Dead)
            await CheckAsync(group, stop).ConfigureAwait(false);
        return read;
    }

    /// <summary>Looks for a group in the list of those that there are.</summary>
    /// <exception cref="FailureException">There is no such group.</exception>
    public static async Task CheckAsync(ItemReference group, CancellationToken stop)
    {
        if (!group.IsListed && await group.Context.Client.ConsumerGroups.FindAsync(group.Instance.Id, group.Name, stop).ConfigureAwait(false) is null)
        {
            Failure missing = Failures.NotFound("consumer group", group.Name, group.Instance.Subject, "Get-DmsConsumerGroup");
            throw new FailureException(await missing.AmongGroupsAsync(group, stop).ConfigureAwait(false));
        }
    }

    /// <summary>Says why a group was not deleted. The reasons of the service are not documented; the group itself tells why.</summary>
    public static async Task ExplainAsync(ItemReference named, ActionResult result, CancellationToken stop)
    {
        try
        {
            ConsumerGroup group = await ReadAsync(named, stop).ConfigureAwait(false);
            if (group.IsActive)
                result.Fail(Failures.GroupIsActiveId, Failures.MembersOf(group));
        }
        catch (FailureException missing)
        {
            result.Fail(Failures.NoSuchGroupId, missing.Failure.FullMessage);
        }
    }
}
