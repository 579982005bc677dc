namespace HuaweiDms.PowerShell.Engine;

/// <summary>
/// Tells of a name that nothing has which one may have been meant. Costs one page of a list, and only where a name was missed; where
/// that cannot be read, it stays unsaid.
/// </summary>
internal static class NearNames
{
    /// <summary>The service's code of a topic that there is not.</summary>
    private const string NoSuchTopicId = "DMS.00400876";

    /// <summary>As many as the service lists at once.</summary>
    private static readonly PageRange OnePage = new(0, 50);

    /// <summary>The failure with the topic that was meant, where it is that there is no such topic.</summary>
    public static Task<Failure> AmongTopicsAsync(this Failure failure, ItemReference topic, CancellationToken stop)
        => failure.Id == NoSuchTopicId
            ? failure.AmongAsync(topic.Context.Client.Topics.List(topic.Instance.Id, OnePage), other => other.Name, stop)
            : Task.FromResult(failure);

    /// <summary>The failure with the consumer group that was meant, where it is that there is no such group.</summary>
    public static Task<Failure> AmongGroupsAsync(this Failure failure, ItemReference group, CancellationToken stop)
        => failure.Id is Failures.NoSuchGroupId or Failures.NotFoundId
            ? failure.AmongAsync(group.Context.Client.ConsumerGroups.List(group.Instance.Id, range: OnePage), other => other.Name, stop)
            : Task.FromResult(failure);

    /// <summary>The failure with the instance that was meant: one that the connection lists first, or has seen before.</summary>
    public static async Task<Failure> AmongInstancesAsync(this Failure failure, DmsContext context, CancellationToken stop)
    {
        Failure told = await failure.AmongAsync(context.Client.Instances.List(range: OnePage), other => other.Name, stop).ConfigureAwait(false);
        return ReferenceEquals(told, failure) ? failure.Suggesting(context.Client.Instances.Names.All) : told;
    }

    private static async Task<Failure> AmongAsync<T>(this Failure failure, PagedResult<T> list, Func<T, string?> nameOf, CancellationToken stop)
    {
        try
        {
            return failure.Suggesting((await list.ToListAsync(stop).ConfigureAwait(false)).Select(nameOf));
        }
        catch (DmsException)
        {
            // What is missing is told; what it should have been is not worth an error of its own.
            return failure;
        }
    }
}
