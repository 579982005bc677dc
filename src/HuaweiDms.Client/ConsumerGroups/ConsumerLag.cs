namespace HuaweiDms;

/// <summary>The lag of a consumer group in a partition and, after two measurements, how it develops.</summary>
public sealed class ConsumerLag : ConsumerGroupResource
{
    /// <summary>The name of the topic.</summary>
    public string? Topic { get; set; }

    /// <summary>The partition number.</summary>
    public int? Partition { get; set; }

    /// <summary>The offset of the next message to read; null if the group has committed none.</summary>
    public long? CurrentOffset { get; set; }

    /// <summary>The offset that the next message will get; null if a member holds the partition and nothing is committed yet.</summary>
    public long? EndOffset { get; set; }

    /// <summary>The number of messages that are not read yet; null if nothing is committed.</summary>
    public long? Lag { get; set; }

    /// <summary>The client id of the member that reads the partition; null if there is none.</summary>
    public string? ClientId { get; set; }

    /// <summary>The address of that member.</summary>
    public string? Host { get; set; }

    /// <summary>The id of that member.</summary>
    public string? MemberId { get; set; }

    /// <summary>The state of the group.</summary>
    public string? State { get; set; }

    /// <summary>The result of comparing two measurements; null after one.</summary>
    public LagVerdict? Verdict { get; set; }

    /// <summary>The messages read per second between two measurements; null after one.</summary>
    public double? ConsumedPerSecond { get; set; }

    /// <summary>The messages produced per second between two measurements; null after one.</summary>
    public double? ProducedPerSecond { get; set; }

    /// <summary>
    /// The time when the next message to read was produced; null if it was not requested or the message has been deleted.
    /// </summary>
    public DateTimeOffset? OldestUnreadAt { get; set; }

    /// <summary>How long that message has been waiting, in whole seconds; null if unknown.</summary>
    public TimeSpan? Age { get; set; }

    /// <summary>
    /// Returns the lag of each partition of a group that was read on its own: the partitions with offsets and those that its members hold.
    /// </summary>
    /// <param name="group">The group, with members and offsets.</param>
    public static IReadOnlyList<ConsumerLag> Of(ConsumerGroup group)
    {
        List<ConsumerLag> lags = [.. (group.Offsets ?? []).Select(offset => Of(group, offset))];
        HashSet<(string?, int?)> known = [.. lags.Select(lag => (lag.Topic, lag.Partition))];
        foreach (MemberAssignment assigned in (group.Members ?? []).SelectMany(member => member.Assignments ?? []))
        {
            foreach (int partition in assigned.Partitions ?? [])
            {
                if (known.Add((assigned.Topic, partition)))
                    lags.Add(Of(group, new() { Topic = assigned.Topic, Partition = partition }));
            }
        }
        return lags;
    }

    /// <summary>Sets the rates and the verdict, which need an earlier measurement of the same partition.</summary>
    /// <param name="earlier">The earlier measurement.</param>
    /// <param name="between">The time between the two.</param>
    public void MeasureSince(ConsumerLag earlier, TimeSpan between)
    {
        if (CurrentOffset - earlier.CurrentOffset is not { } consumed || EndOffset - earlier.EndOffset is not { } produced || Lag is not { } lag)
            return;
        Verdict = Judge(consumed, produced, lag);
        double seconds = Math.Max(between.TotalSeconds, 0.001);
        ConsumedPerSecond = Math.Round(consumed / seconds, 1);
        ProducedPerSecond = Math.Round(produced / seconds, 1);
    }

    /// <summary>Sets the time when the next message to read was produced. The clock of a producer may be ahead.</summary>
    /// <param name="oldest">That time; null if unknown.</param>
    /// <param name="now">The current time.</param>
    public void SetOldestUnread(DateTimeOffset? oldest, DateTimeOffset now)
    {
        OldestUnreadAt = oldest;
        Age = oldest is { } since ? TimeSpan.FromSeconds(Math.Max(0, Math.Floor((now - since).TotalSeconds))) : null;
    }

    /// <summary>Returns the group, the partition and the lag.</summary>
    public override string ToString() => $"{ConsumerGroup} {Topic}/{Partition}: {Lag}";

    /// <summary>Classifies the progress. If offsets went back, they were reset, which does not count as reading.</summary>
    internal static LagVerdict Judge(long consumed, long produced, long lag)
        => lag > 0 && consumed <= 0 ? LagVerdict.Stuck
            : consumed <= 0 && produced <= 0 ? LagVerdict.Idle
            : consumed > produced ? LagVerdict.CatchingUp
            : consumed < produced ? LagVerdict.FallingBehind
            : LagVerdict.KeepingUp;

    private static ConsumerLag Of(ConsumerGroup group, ConsumerOffset offset)
    {
        ConsumerGroupMember? reader = group.ReaderOf(offset.Topic, offset.Partition);
        return new()
        {
            Context = group.Context,
            InstanceId = group.InstanceId,
            Instance = group.Instance,
            ConsumerGroup = group.ConsumerGroup,
            Topic = offset.Topic,
            Partition = offset.Partition,
            CurrentOffset = offset.CurrentOffset,
            EndOffset = offset.EndOffset,
            Lag = offset.Lag,
            ClientId = offset.ClientId ?? reader?.ClientId,
            Host = offset.Host ?? reader?.Host,
            MemberId = offset.MemberId ?? reader?.MemberId,
            State = group.State,
        };
    }
}
