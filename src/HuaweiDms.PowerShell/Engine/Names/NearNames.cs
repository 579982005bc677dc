namespace HuaweiDms.PowerShell.Engine;

/// <summary>
/// Suggests a similar name for one that does not exist. Costs one page of a list, and only if a name is missing; if the list cannot
/// be read, there is no suggestion.
/// </summary>
internal static class NearNames
{
    /// <summary>The largest page of the service.</summary>
    public static readonly PageRange OnePage = new(0, 50);

    /// <summary>The service's error code for a topic that does not exist.</summary>
    private const string NoSuchTopicId = "DMS.00400876";

    /// <summary>Adds a suggestion to the failure of a missing topic.</summary>
    public static Task<Failure> AmongTopicsAsync(this Failure failure, ItemReference topic, CancellationToken cancellationToken)
        => failure.Id == NoSuchTopicId
            ? failure.AmongAsync(topic.Context.Client.Topics.List(topic.Instance.Id, OnePage), other => other.Name, cancellationToken)
            : Task.FromResult(failure);

    /// <summary>Adds a suggestion to the failure of a missing consumer group.</summary>
    public static Task<Failure> AmongGroupsAsync(this Failure failure, ItemReference group, CancellationToken cancellationToken)
        => failure.Id is Failures.NoSuchGroupId or Failures.NotFoundId
            ? failure.AmongAsync(group.Context.Client.ConsumerGroups.List(group.Instance.Id, range: OnePage), other => other.Name, cancellationToken)
            : Task.FromResult(failure);

    /// <summary>
    /// Adds a suggestion to the failure of a missing instance, from the first page of the list or from the instances seen before.
    /// </summary>
    public static async Task<Failure> AmongInstancesAsync(this Failure failure, DmsContext context, CancellationToken cancellationToken)
    {
        Failure suggested
            = await failure.AmongAsync(context.Client.Instances.List(range: OnePage), other => other.Name, cancellationToken).ConfigureAwait(false);
        return ReferenceEquals(suggested, failure) ? failure.Suggesting(context.Client.Instances.Names.All) : suggested;
    }

    private static async Task<Failure> AmongAsync<T>(
        this Failure failure, PagedResult<T> list, Func<T, string?> nameOf, CancellationToken cancellationToken)
    {
        try
        {
            return failure.Suggesting((await list.ToListAsync(cancellationToken).ConfigureAwait(false)).Select(nameOf));
        }
        catch (DmsException)
        {
            // The missing name is reported; a suggestion is not worth an error of its own.
            return failure;
        }
    }
}
