namespace HuaweiDms.Emulator.State;

/// <summary>A consumer that is in its group now.</summary>
internal sealed class GroupMember
{
    public string Id { get; set; } = "";

    public string ClientId { get; set; } = "";

    /// <summary>With the leading slash of the service.</summary>
    public string Host { get; set; } = "";

    /// <summary>Every topic it reads, with the partitions it was given; there may be none for it.</summary>
    public List<TopicAssignment> Assignments { get; set; } = [];

    /// <summary>How many messages it reads in a second of the clock; at 0 it holds its partitions and reads nothing.</summary>
    public double Rate { get; set; }

    /// <summary>Whether it begins with the earliest message where its group has no valid offset, and not with the next one.</summary>
    public bool IsFromBeginning { get; set; }

    /// <summary>Up to when its reading has been accounted for.</summary>
    public DateTimeOffset ReadUntil { get; set; }

    /// <summary>The part of a message that it had read by then.</summary>
    public double Begun { get; set; }

    /// <summary>When its session ends, because nothing was heard of it; null while it is alive.</summary>
    public DateTimeOffset? LeavesAt { get; set; }

    /// <summary>Reads on to this moment and commits what it has read, its partitions getting equal shares.</summary>
    public void Read(ConsumerGroup group, KafkaInstance instance, DateTimeOffset now)
    {
        if (LeavesAt is not null || now <= ReadUntil)
            return;
        double able = Math.Min(((now - ReadUntil).TotalSeconds * Rate) + Begun, long.MaxValue / 2);
        ReadUntil = now;
        long left = (long)able;
        List<(string Topic, TopicPartition Log)> open = [.. Partitions(instance).Where(part => group.Lag(part.Topic, part.Log) > 0)];
        while (left > 0 && open.Count > 0)
        {
            long share = Math.Max(left / open.Count, 1);
            foreach ((string topic, TopicPartition log) in open)
            {
                long count = Math.Min(Math.Min(share, group.Lag(topic, log)), left);
                group.Commit(topic, log.Number, Position(group, topic, log) + count);
                left -= count;
            }

            open.RemoveAll(part => group.Lag(part.Topic, part.Log) <= 0);
        }

        // Whoever waits for messages saves no strength for later.
        Begun = open.Count > 0 ? able - Math.Truncate(able) : 0;
    }

    /// <summary>Commits where it begins, where the group has no offset yet.</summary>
    public void Begin(ConsumerGroup group, KafkaInstance instance)
    {
        foreach ((string topic, TopicPartition log) in Partitions(instance))
        {
            if (group.Find(topic, log.Number) is null)
                group.Commit(topic, log.Number, IsFromBeginning ? log.StartOffset : log.EndOffset);
        }
    }

    /// <summary>What it reads next. Messages that are gone lead to its own choice of where to begin.</summary>
    private long Position(ConsumerGroup group, string topic, TopicPartition log)
        => group.Find(topic, log.Number) is { } committed && committed.Offset >= log.StartOffset && committed.Offset <= log.EndOffset ? committed.Offset
            : IsFromBeginning ? log.StartOffset : log.EndOffset;

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
