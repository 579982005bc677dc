namespace HuaweiDms.Emulator.State;

/// <summary>A current member of a consumer group.</summary>
internal sealed class GroupMember
{
    public string Id { get; set; } = string.Empty;

    public string ClientId { get; set; } = string.Empty;

    /// <summary>With a leading slash, as the service shows it.</summary>
    public string Host { get; set; } = string.Empty;

    /// <summary>Every subscribed topic with the assigned partitions, of which there may be none.</summary>
    public List<TopicAssignment> Assignments { get; set; } = [];

    /// <summary>The messages read per second of the clock; at 0 it holds its partitions and reads nothing.</summary>
    public double Rate { get; set; }

    /// <summary>Whether it starts at the earliest message instead of the next one if its group has no valid offset.</summary>
    public bool IsFromBeginning { get; set; }

    /// <summary>
    /// Since when it has been reading without a pause: since its assignment, or since it last reached the end of all partitions.
    /// </summary>
    public DateTimeOffset ReadsSince { get; set; }

    /// <summary>The number of messages read since then.</summary>
    public long ReadCount { get; set; }

    /// <summary>The position in its partitions of the next one to read, round-robin.</summary>
    public int Turn { get; set; }

    /// <summary>When its session expires after it vanished; null while it is alive.</summary>
    public DateTimeOffset? LeavesAt { get; set; }

    /// <summary>Starts reading newly assigned partitions at the given time. Commits the start offset where the group has none.</summary>
    public void StartReading(ConsumerGroup group, KafkaInstance instance, DateTimeOffset moment)
    {
        RestartCount(moment);
        Turn = 0;
        foreach ((string topic, TopicPartition log) in Partitions(instance))
        {
            if (group.Find(topic, log.Number) is null)
                group.Commit(topic, log.Number, InitialOffset(log));
        }
    }

    /// <summary>
    /// Reads up to the given time and commits, one message of each partition in turn. The result does not depend on how many
    /// calls it takes.
    /// </summary>
    public void Read(ConsumerGroup group, KafkaInstance instance, DateTimeOffset now)
    {
        if (LeavesAt is not null || Rate <= 0 || now <= ReadsSince)
            return;
        List<(string Topic, TopicPartition Log)> all = [.. Partitions(instance)];
        all.ForEach(part => ResetIfOutOfRange(group, part.Topic, part.Log));
        List<int> open = [.. Enumerable.Range(Turn, all.Count).Select(place => place % all.Count).Where(place => all[place].Log.HasLeader && Lag(place) > 0)];
        long able = (long)Math.Min((now - ReadsSince).TotalSeconds * Rate, long.MaxValue / 2);
        long left = able - ReadCount;
        while (left > 0 && open.Count > 0)
        {
            // Complete rounds until a partition is read to its end; finally a part of a round.
            long rounds = Math.Min(left / open.Count, open.Min(Lag));
            List<int> read = rounds > 0 ? open : open.GetRange(0, (int)left);
            foreach (int place in read)
                Advance(group, all[place], Math.Max(rounds, 1));
            left -= Math.Max(rounds, 1) * read.Count;
            Turn = read[read.Count - 1] + 1;
            open.RemoveAll(place => Lag(place) == 0);
        }
        // Time spent waiting for messages is not carried over.
        if (open.Count > 0)
            ReadCount = able;
        else
            RestartCount(now);

        long Lag(int place) => group.Lag(all[place].Topic, all[place].Log);
    }

    private static void Advance(ConsumerGroup group, (string Topic, TopicPartition Log) part, long count)
        => group.Commit(part.Topic, part.Log.Number, group.Find(part.Topic, part.Log.Number)!.Offset + count);

    private void RestartCount(DateTimeOffset until)
    {
        if (ReadsSince >= until)
            return;
        ReadsSince = until;
        ReadCount = 0;
    }

    /// <summary>If the committed offset is out of range, applies the reset policy.</summary>
    private void ResetIfOutOfRange(ConsumerGroup group, string topic, TopicPartition log)
    {
        if (group.Find(topic, log.Number) is not { } committed || committed.Offset < log.StartOffset || committed.Offset > log.EndOffset)
            group.Commit(topic, log.Number, InitialOffset(log));
    }

    private long InitialOffset(TopicPartition log) => IsFromBeginning ? log.StartOffset : log.EndOffset;

    private IEnumerable<(string Topic, TopicPartition Log)> Partitions(KafkaInstance instance)
    {
        foreach (TopicAssignment assignment in Assignments)
        {
            foreach (int number in assignment.Partitions)
            {
                if (instance.FindTopic(assignment.Topic)?.FindPartition(number) is { } log)
                    yield return (assignment.Topic, log);
            }
        }
    }
}
