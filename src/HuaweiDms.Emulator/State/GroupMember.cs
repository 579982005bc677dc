namespace HuaweiDms.Emulator.State;

/// <summary>A consumer that is in its group now.</summary>
internal sealed class GroupMember
{
    public string Id { get; set; } = string.Empty;

    public string ClientId { get; set; } = string.Empty;

    /// <summary>With the leading slash of the service.</summary>
    public string Host { get; set; } = string.Empty;

    /// <summary>Every topic it reads, with the partitions it was given; there may be none for it.</summary>
    public List<TopicAssignment> Assignments { get; set; } = [];

    /// <summary>How many messages it reads in a second of the clock; at 0 it holds its partitions and reads nothing.</summary>
    public double Rate { get; set; }

    /// <summary>Whether it begins with the earliest message where its group has no valid offset, and not with the next one.</summary>
    public bool IsFromBeginning { get; set; }

    /// <summary>Since when it reads without a break: since it got its partitions, or since it had read them to their ends.</summary>
    public DateTimeOffset ReadsSince { get; set; }

    /// <summary>How many messages it has read since then.</summary>
    public long ReadCount { get; set; }

    /// <summary>Which of its partitions it reads next, as they take turns.</summary>
    public int Turn { get; set; }

    /// <summary>When its session ends, because nothing was heard of it; null while it is alive.</summary>
    public DateTimeOffset? LeavesAt { get; set; }

    /// <summary>Reads with new partitions from a moment on, and commits where it begins, where the group has no offset yet.</summary>
    public void Begin(ConsumerGroup group, KafkaInstance instance, DateTimeOffset moment)
    {
        Rest(moment);
        Turn = 0;
        foreach ((string topic, TopicPartition log) in Partitions(instance))
        {
            if (group.Find(topic, log.Number) is null)
                group.Commit(topic, log.Number, Beginning(log));
        }
    }

    /// <summary>
    /// Reads on to this moment and commits what it has read, one message of each partition in turn. Read in one go or in many, the
    /// messages are the same.
    /// </summary>
    public void Read(ConsumerGroup group, KafkaInstance instance, DateTimeOffset now)
    {
        if (LeavesAt is not null || Rate <= 0 || now <= ReadsSince)
            return;
        List<(string Topic, TopicPartition Log)> all = [.. Partitions(instance)];
        all.ForEach(part => SkipWhatIsGone(group, part.Topic, part.Log));
        List<int> open = [.. Enumerable.Range(Turn, all.Count).Select(place => place % all.Count).Where(place => all[place].Log.HasLeader && Lag(place) > 0)];
        long able = (long)Math.Min((now - ReadsSince).TotalSeconds * Rate, long.MaxValue / 2);
        long left = able - ReadCount;
        while (left > 0 && open.Count > 0)
        {
            // Whole rounds until one of them is read to its end; at last a part of a round.
            long rounds = Math.Min(left / open.Count, open.Min(Lag));
            List<int> read = rounds > 0 ? open : open.GetRange(0, (int)left);
            foreach (int place in read)
                Advance(group, all[place], Math.Max(rounds, 1));
            left -= Math.Max(rounds, 1) * read.Count;
            Turn = read[read.Count - 1] + 1;
            open.RemoveAll(place => Lag(place) == 0);
        }
        // Whoever waits for messages saves no strength for later.
        if (open.Count > 0)
            ReadCount = able;
        else
            Rest(now);

        long Lag(int place) => group.Lag(all[place].Topic, all[place].Log);
    }

    private static void Advance(ConsumerGroup group, (string Topic, TopicPartition Log) part, long count)
        => group.Commit(part.Topic, part.Log.Number, group.Find(part.Topic, part.Log.Number)!.Offset + count);

    private void Rest(DateTimeOffset until)
    {
        if (ReadsSince >= until)
            return;
        ReadsSince = until;
        ReadCount = 0;
    }

    /// <summary>Messages that are gone lead to its own choice of where to begin.</summary>
    private void SkipWhatIsGone(ConsumerGroup group, string topic, TopicPartition log)
    {
        if (group.Find(topic, log.Number) is not { } committed || committed.Offset < log.StartOffset || committed.Offset > log.EndOffset)
            group.Commit(topic, log.Number, Beginning(log));
    }

    private long Beginning(TopicPartition log) => IsFromBeginning ? log.StartOffset : log.EndOffset;

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
