namespace HuaweiDms.PowerShell.Engine;

/// <summary>
/// Creates the topics of New-DmsTopic: reads the instances, prompts in input order, creates topics in parallel, and waits if
/// requested.
/// </summary>
internal sealed class TopicCreator(bool ifNotExists, bool wait, TimeSpan timeout, int throttleLimit)
{
    private const string Purpose = "Create topic";

    public async Task RunAsync(IPipeline pipeline, IReadOnlyList<TopicCreation> creations)
    {
        List<TopicCreation> prepared = await PrepareAsync(pipeline, creations).ConfigureAwait(false);
        List<(TopicCreation Creation, Topic Topic)> made = [];
        List<WorkItem> items = [];
        foreach (TopicCreation creation in prepared)
        {
            foreach (TopicRequest request in creation.Requests)
            {
                if (await WorkAsync(pipeline, creation, request, made).ConfigureAwait(false) is { } item)
                    items.Add(item);
            }
        }
        await ItemRunner.RunAsync(pipeline, items, Purpose, throttleLimit).ConfigureAwait(false);
        await WaitAsync(pipeline, made).ConfigureAwait(false);
        foreach (TopicCreation creation in prepared)
        {
            if (creation.Exhaustion is { } exhaustion)
                await pipeline.WriteErrorAsync(exhaustion).ConfigureAwait(false);
        }
    }

    /// <summary>Returns the instances that could be read; reports the failures of the others.</summary>
    private Task<List<TopicCreation>> PrepareAsync(IPipeline pipeline, IReadOnlyList<TopicCreation> creations)
    {
        WorkItem[] reads =
        [
            .. creations.Where(creation => creation.Requests.Count > 0).Select(creation => new WorkItem(creation.Instance.Subject, creation.Instance.Id, async inner =>
            {
                await creation.PrepareAsync(ifNotExists, inner.Stop).ConfigureAwait(false);
                return creation;
            })),
        ];
        return ItemRunner.ReadAsync<TopicCreation>(pipeline, reads, Purpose, throttleLimit);
    }

    /// <summary>Returns the creation of one topic; null if it exists, is not possible, has no room, or was not confirmed.</summary>
    private async Task<WorkItem?> WorkAsync(
        IPipeline pipeline, TopicCreation creation, TopicRequest request, List<(TopicCreation Creation, Topic Topic)> made)
    {
        TopicSpecification specification = Specify(request);
        string subject = $"{request.Name} of {creation.Instance.Subject}";
        if (creation.Present(request) is { } present)
        {
            if (TopicDifference.Describe(present, request, specification.Config ?? new Dictionary<string, string>(StringComparer.Ordinal)) is { } difference)
                pipeline.WriteWarning(Format(Text.TopicDiffers, subject, difference));
            else
                pipeline.WriteVerbose(Format(Text.NothingLeftToDo, subject));
            await pipeline.WriteAsync(present).ConfigureAwait(false);
            return null;
        }
        if (creation.Objection(request) is { } objection)
        {
            await pipeline.WriteErrorAsync(objection).ConfigureAwait(false);
            return null;
        }
        if (!creation.HasRoomFor(request) || !await pipeline.AskAsync(subject, Describe(specification)).ConfigureAwait(false))
            return null;
        return new WorkItem(subject, request.Name, async inner =>
        {
            if (creation.TryLeaveOut(request))
                return null;
            Topic topic = await creation.CreateAsync(inner, specification).ConfigureAwait(false);
            if (!wait)
                return topic;
            lock (made)
                made.Add((creation, topic));
            return null;
        });
    }

    /// <summary>Waits until the list of each instance contains the new topics, and emits them from there.</summary>
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
                Dictionary<string, Topic> shown = [];
                WaitTarget target = new($"{Counted(names.Length, "topic")} of {group.Key.Instance.Subject}", group.Key.Instance.Id, async stop =>
                {
                    shown = await TopicLookup.FindAsync(group.Key.Context, group.Key.Instance.Id, names, stop).ConfigureAwait(false);
                    return shown.Count == names.Length ? "listed" : $"{shown.Count} of {names.Length}";
                })
                {
                    ShownBy = "Get-DmsTopic",
                };
                await waiter.WaitAsync(target, WaitGoal.AnyOf("listed")).ConfigureAwait(false);
                return group.Key.Requests.Where(request => shown.ContainsKey(request.Name)).Select(request => shown[request.Name]).ToList();
            })),
        ];
        await ItemRunner.RunAsync(pipeline, waits, Purpose, waits.Length).ConfigureAwait(false);
    }

    /// <summary>Converts a request to the form that is sent.</summary>
    public static TopicSpecification Specify(TopicRequest request)
    {
        Dictionary<string, string> configs = new(StringComparer.Ordinal);
        TopicRules.CheckConfig(request, known: null, configs);
        return new()
        {
            Name = request.Name,
            PartitionCount = request.PartitionCount?.Value,
            ReplicationFactor = request.ReplicationFactor?.Value,
            RetentionHours = request.RetentionHours?.Value,
            SyncReplication = request.SyncReplication?.Value,
            SyncFlush = request.SyncFlush?.Value,
            Config = configs.Count == 0 ? null : configs,
            Description = request.Description,
        };
    }

    /// <summary>Describes the new topic for -WhatIf.</summary>
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
