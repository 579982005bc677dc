using System.Collections.Concurrent;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>
/// Sends changes of permissions (5.7.7). An instance processes one change at a time, so a further request waits until the one before is in
/// effect; that happens if the service refused all topics together because of one of them.
/// </summary>
internal sealed class AccessSender
{
    public const string Purpose = "Set permissions";

    public const string ServiceAction = "updatePolicies";

    /// <summary>The instances that accepted a change, which may still be under way.</summary>
    private readonly ConcurrentDictionary<FoundInstance, bool> _changing = new();

    /// <summary>Sends one request.</summary>
    /// <param name="pipeline">Shows a wait.</param>
    /// <param name="found">The instance.</param>
    /// <param name="updates">The changes.</param>
    /// <param name="merge">Whether to keep the permissions of users that are not named.</param>
    /// <param name="timeout">The maximum time to wait for the change before.</param>
    /// <returns>One result per change, in the given order.</returns>
    public async Task<IReadOnlyList<TopicActionResult>> SendAsync(
        IPipeline pipeline, FoundInstance found, IReadOnlyList<AccessUpdate> updates, bool merge, TimeSpan timeout)
    {
        if (_changing.ContainsKey(found))
        {
            using Waiter waiter = new(pipeline, Purpose, 1, timeout);
            await waiter.WaitAsync(PolicyStates.Target(found.Context, found.Instance), PolicyStates.Settled).ConfigureAwait(false);
        }
        if (merge)
        {
            using Throttle throttle = new();
            await Task.WhenAll(updates.Select(update => throttle.RunAsync(() => update.RenewAsync(found, pipeline.Stop), pipeline.Stop))).ConfigureAwait(false);
        }
        TopicAccessList[] lists = [.. updates.Where(update => update.Unread is null).Select(update => update.List)];
        Queue<TopicActionResult> results = new();
        if (lists.Length > 0)
        {
            results = new(await found.Context.Client.AccessPolicies.SetAsync(found.Instance.Id, lists, pipeline.Stop).ConfigureAwait(false));
            _changing[found] = true;
        }
        return [.. updates.Select(update => update.Unread is { } error ? Unsent(found, update, error) : results.Dequeue())];
    }

    private static TopicActionResult Unsent(FoundInstance found, AccessUpdate update, DmsException error)
    {
        TopicActionResult result = new TopicActionResult { Topic = update.List.Topic, Action = ServiceAction }.In(found.Context, found.Instance);
        result.Fail(error);
        return result;
    }
}
