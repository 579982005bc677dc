using System.Collections.Concurrent;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>
/// Reads how far the groups of an instance are behind: the list contains the number of messages, and the age is read from the
/// oldest waiting messages.
/// </summary>
/// <param name="found">The instance.</param>
/// <param name="throttle">What may be read at once.</param>
internal sealed class DelayReader(FoundInstance found, Throttle throttle)
{
    private readonly AgeReader _ages = new(throttle);
    private readonly ConcurrentQueue<DmsException> _errors = new();

    /// <summary>The reasons why the age is unknown for some groups.</summary>
    public IEnumerable<DmsException> Errors => _errors.Concat(_ages.Failures.Select(failure => failure.Exception).OfType<DmsException>());

    /// <summary>
    /// Reads the groups: one request per page; with the age, one more for each lagging group and for each of its partitions.
    /// </summary>
    /// <remarks>A group without a name is ignored.</remarks>
    /// <param name="excluded">Groups to exclude; null for none.</param>
    /// <param name="withAge">Whether to read the age of the lag.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The groups, and the number of excluded ones.</returns>
    public async Task<(IReadOnlyList<GroupDelay> Groups, int LeftOut)> ReadAsync(
        NameFilter? excluded, bool withAge, CancellationToken cancellationToken)
    {
        IReadOnlyList<ConsumerGroup> listed = await throttle.RunAsync(
            () => found.Context.Client.ConsumerGroups.List(found.Instance.Id).ToListAsync(cancellationToken), cancellationToken).ConfigureAwait(false);
        ConsumerGroup[] named = [.. listed.Where(group => group.ConsumerGroup is { Length: > 0 })];
        ConsumerGroup[] wanted = [.. named.Where(group => excluded?.Includes(group.ConsumerGroup) != true)];
        return (await Task.WhenAll(wanted.Select(group => ReadAsync(group, withAge, cancellationToken))).ConfigureAwait(false), named.Length - wanted.Length);
    }

    private async Task<GroupDelay> ReadAsync(ConsumerGroup group, bool withAge, CancellationToken cancellationToken)
    {
        ItemReference named = new(found.Context, found.Instance, group.ConsumerGroup!);
        if (group.Lag is { } lag && (lag <= 0 || !withAge))
            return new(named.Name, lag, TimeSpan.Zero);
        try
        {
            IReadOnlyList<ConsumerLag> lags = ConsumerLag.Of(await throttle.RunAsync(
                () => found.Context.Client.ConsumerGroups.GetAsync(found.Instance.Id, named.Name, cancellationToken), cancellationToken).ConfigureAwait(false));
            if (withAge)
                await _ages.ReadAsync(named, lags, cancellationToken).ConfigureAwait(false);
            ConsumerLag[] behind = [.. lags.Where(part => part.Lag > 0)];
            TimeSpan? age = Array.Exists(behind, part => part.Age is null) ? null : behind.Max(part => part.Age) ?? TimeSpan.Zero;
            return new(named.Name, group.Lag ?? lags.Total(part => part.Lag), age);
        }
        catch (DmsException error) when (group.Lag is not null)
        {
            _errors.Enqueue(error);
            return new(named.Name, group.Lag.Value);
        }
    }
}
