namespace HuaweiDms;

/// <summary>How far a consumer group is behind in a partition, and, after two looks, whether that is getting better.</summary>
public sealed class ConsumerLag : ConsumerGroupResource
{
    /// <summary>The topic.</summary>
    public string? Topic { get; set; }

    /// <summary>The partition's number.</summary>
    public int? Partition { get; set; }

    /// <summary>Offset of the message that is read next; null where the group has committed none.</summary>
    public long? CurrentOffset { get; set; }

    /// <summary>Offset that the next message gets; null where a member holds the partition and nothing is committed yet.</summary>
    public long? EndOffset { get; set; }

    /// <summary>Messages that are still to be read; null where nothing is committed.</summary>
    public long? Lag { get; set; }

    /// <summary>What the member that reads it calls itself; null where none does.</summary>
    public string? ClientId { get; set; }

    /// <summary>That member's address.</summary>
    public string? Host { get; set; }

    /// <summary>That member's id.</summary>
    public string? MemberId { get; set; }

    /// <summary>The state of the group.</summary>
    public string? State { get; set; }

    /// <summary>What two looks tell; null after one.</summary>
    public LagVerdict? Verdict { get; set; }

    /// <summary>Messages that were read in a second, between two looks; null after one.</summary>
    public double? ConsumedPerSecond { get; set; }

    /// <summary>Messages that came in in a second, between two looks; null after one.</summary>
    public double? ProducedPerSecond { get; set; }

    /// <summary>When the message was produced that is read next; null where that was not asked for, or where it is not kept any more.</summary>
    public DateTimeOffset? OldestUnreadAt { get; set; }

    /// <summary>How long it has been waiting, in whole seconds; null where that is not known.</summary>
    public TimeSpan? Age { get; set; }

    /// <summary>The lag of each partition of a group that was read alone: of those it has offsets in, and of those its members hold.</summary>
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

    /// <summary>Compares with an earlier look at the same partition.</summary>
    /// <param name="earlier">What was seen then.</param>
    /// <param name="between">The time since.</param>
    public void Compare(ConsumerLag earlier, TimeSpan between)
    {
        if (CurrentOffset - earlier.CurrentOffset is not { } consumed || EndOffset - earlier.EndOffset is not { } produced || Lag is not { } lag)
            return;
        Verdict = Judge(consumed, produced, lag);
        double seconds = Math.Max(between.TotalSeconds, 0.001);
        ConsumedPerSecond = Math.Round(consumed / seconds, 1);
        ProducedPerSecond = Math.Round(produced / seconds, 1);
    }

    /// <summary>Takes when the message was produced that is read next. Clocks of producers may be ahead.</summary>
    /// <param name="oldest">That time; null where it is not known.</param>
    /// <param name="now">The time it is.</param>
    public void Date(DateTimeOffset? oldest, DateTimeOffset now)
    {
        OldestUnreadAt = oldest;
        Age = oldest is { } since ? TimeSpan.FromSeconds(Math.Max(0, Math.Floor((now - since).TotalSeconds))) : null;
    }

    /// <summary>Partition and lag.</summary>
    public override string ToString() => $"{ConsumerGroup} {Topic}/{Partition}: {Lag}";

    /// <summary>Offsets that went back were reset, which is no reading.</summary>
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
