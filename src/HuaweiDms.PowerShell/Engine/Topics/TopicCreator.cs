namespace HuaweiDms.PowerShell.Engine;

/// <summary>Makes the topics of New-DmsTopic: looks, asks in input order, creates many at once, and waits where that was asked for.</summary>
internal sealed class TopicCreator(bool ifNotExists, bool wait, TimeSpan timeout, int throttleLimit)
{
    private const string Purpose = "Create topic";

    public async Task RunAsync(IPipeline pipeline, IReadOnlyList<TopicCreation> creations)
    {
        List<TopicCreation> looked = await LookAsync(pipeline, creations).ConfigureAwait(false);
        List<(TopicCreation Creation, Topic Topic)> made = [];
        List<WorkItem> items = [];
        foreach (TopicCreation creation in looked)
        {
            foreach (TopicWish wish in creation.Wishes)
            {
                if (await WorkAsync(pipeline, creation, wish, made).ConfigureAwait(false) is { } item)
                    items.Add(item);
            }
        }
        await ItemRunner.RunAsync(pipeline, items, Purpose, throttleLimit).ConfigureAwait(false);
        await WaitAsync(pipeline, made).ConfigureAwait(false);
        foreach (TopicCreation creation in looked)
        {
            if (creation.Exhaustion is { } exhaustion)
                await pipeline.WriteErrorAsync(exhaustion).ConfigureAwait(false);
        }
    }

    /// <summary>The instances that could be looked at; the failures of the others are reported.</summary>
    private Task<List<TopicCreation>> LookAsync(IPipeline pipeline, IReadOnlyList<TopicCreation> creations)
    {
        WorkItem[] looks =
        [
            .. creations.Where(creation => creation.Wishes.Count > 0).Select(creation => new WorkItem(creation.Instance.Subject, creation.Instance.Id, async inner =>
            {
                await creation.LookAsync(ifNotExists, inner.Stop).ConfigureAwait(false);
                return creation;
            })),
        ];
        return ItemRunner.ReadAsync<TopicCreation>(pipeline, looks, Purpose, throttleLimit);
    }

    /// <summary>The creation of one topic; null where it is there already, cannot be, has no room, or was not agreed to.</summary>
    private async Task<WorkItem?> WorkAsync(
        IPipeline pipeline, TopicCreation creation, TopicWish wish, List<(TopicCreation Creation, Topic Topic)> made)
    {
        TopicSpecification specification = Specify(wish);
        string subject = $"{wish.Name} of {creation.Instance.Subject}";
        if (creation.Present(wish) is { } present)
        {
            if (TopicDifference.Say(present, wish, specification.Config ?? new Dictionary<string, string>(StringComparer.Ordinal)) is { } difference)
                pipeline.WriteWarning(Format(Text.TopicDiffers, subject, difference));
            else
                pipeline.WriteVerbose(Format(Text.NothingLeftToDo, subject));
            await pipeline.WriteAsync(present).ConfigureAwait(false);
            return null;
        }
        if (creation.Objection(wish) is { } objection)
        {
            await pipeline.WriteErrorAsync(objection).ConfigureAwait(false);
            return null;
        }
        if (!creation.HasRoomFor(wish) || !await pipeline.AskAsync(subject, Describe(specification)).ConfigureAwait(false))
            return null;
        return new WorkItem(subject, wish.Name, async inner =>
        {
            if (creation.TryLeaveOut(wish))
                return null;
            Topic topic = await creation.CreateAsync(inner, specification).ConfigureAwait(false);
            if (!wait)
                return topic;
            lock (made)
                made.Add((creation, topic));
            return null;
        });
    }

    /// <summary>Waits until the list of each instance shows what was made, and emits it from there.</summary>
    private async Task WaitAsync(IPipeline pipeline, List<(TopicCreation Creation, Topic Topic)> made)
    {
        if (made.Count == 0)
            return;
        var groups = made.GroupBy(pair => pair.Creation, pair => pair.Topic.Name!).ToList();
        using Waiter waiter = new(pipeline, $"Waiting for {Counted(made.Count, "topic")}", groups.Count, timeout);
        WorkItem[] waits =
        [
            .. groups.Select(group => new WorkItem(group.Key.Instance.Subject, group.Key.Instance.Id, async inner =>
            {
                string[] names = [.. group];
                Dictionary<string, object> shown = [];
                WaitTarget target = new($"{Counted(names.Length, "topic")} of {group.Key.Instance.Subject}", group.Key.Instance.Id, async stop =>
                {
                    shown = await TopicLookup.FindAsync(group.Key.Context, group.Key.Instance.Id, names, stop).ConfigureAwait(false);
                    return shown.Count == names.Length ? "listed" : $"{shown.Count} of {names.Length}";
                })
                {
                    ShownBy = "Get-DmsTopic",
                };
                await waiter.WaitAsync(target, WaitGoal.AnyOf("listed")).ConfigureAwait(false);
                return group.Key.Wishes.Where(wish => shown.ContainsKey(wish.Name)).Select(wish => shown[wish.Name]).ToList();
            })),
        ];
        await ItemRunner.RunAsync(pipeline, waits, Purpose, waits.Length).ConfigureAwait(false);
    }

    /// <summary>A wish as it is sent.</summary>
    public static TopicSpecification Specify(TopicWish wish)
    {
        Dictionary<string, string> configs = new(StringComparer.Ordinal);
        TopicRules.CheckConfig(wish, known: null, configs);
        return new()
        {
            Name = wish.Name,
            PartitionCount = wish.PartitionCount?.Value,
            ReplicationFactor = wish.ReplicationFactor?.Value,
            RetentionHours = wish.RetentionHours?.Value,
            SyncReplication = wish.SyncReplication?.Value,
            SyncFlush = wish.SyncFlush?.Value,
            Config = configs.Count == 0 ? null : configs,
            Description = wish.Description,
        };
    }

    /// <summary>What is about to be made, as -WhatIf says it.</summary>
    public static string Describe(TopicSpecification topic)
    {
        string[] parts =
        [
            .. new (string Name, int? Value)[] { ("partition", topic.PartitionCount), ("replica", topic.ReplicationFactor), ("hour", topic.RetentionHours) }
                .Where(part => part.Value is not null)
                .Select(part => Counted(part.Value!.Value, part.Name)),
        ];
        return parts.Length == 0 ? Purpose : $"{Purpose} ({string.Join(", ", parts)})";
    }
}
