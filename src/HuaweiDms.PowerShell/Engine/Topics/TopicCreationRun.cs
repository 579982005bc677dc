namespace HuaweiDms.PowerShell.Engine;

/// <summary>
/// Creates the topics of New-DmsTopic: reads the instances, prompts in input order, creates topics in parallel, and waits if
/// requested.
/// </summary>
internal sealed class TopicCreationRun(bool ifNotExists, bool wait, TimeSpan timeout, int throttleLimit)
{
    public async Task RunAsync(IPipeline pipeline, IReadOnlyList<TopicsToCreate> batches)
    {
        List<TopicsToCreate> prepared = await PrepareAsync(pipeline, batches).ConfigureAwait(false);
        List<(TopicsToCreate Batch, Topic Topic)> made = [];
        List<WorkItem> items = [];
        foreach (TopicsToCreate batch in prepared)
        {
            foreach (TopicRequest request in batch.Requests)
            {
                if (await WorkAsync(pipeline, batch, request, made).ConfigureAwait(false) is { } item)
                    items.Add(item);
            }
        }
        await ItemRunner.RunAsync(pipeline, items, TopicCreation.Purpose, throttleLimit).ConfigureAwait(false);
        await WaitAsync(pipeline, made).ConfigureAwait(false);
        foreach (TopicsToCreate batch in prepared)
        {
            if (batch.Exhaustion is { } exhaustion)
                await pipeline.WriteErrorAsync(exhaustion).ConfigureAwait(false);
        }
    }

    /// <summary>Returns the instances that could be read; reports the failures of the others.</summary>
    private Task<List<TopicsToCreate>> PrepareAsync(IPipeline pipeline, IReadOnlyList<TopicsToCreate> batches)
    {
        WorkItem[] reads =
        [
            .. batches.Where(batch => batch.Requests.Count > 0).Select(batch => new WorkItem(batch.Instance.Subject, batch.Instance.Id, async inner =>
            {
                await batch.PrepareAsync(ifNotExists, inner.Stop).ConfigureAwait(false);
                return batch;
            })),
        ];
        return ItemRunner.ReadAsync<TopicsToCreate>(pipeline, reads, TopicCreation.Purpose, throttleLimit);
    }

    /// <summary>Returns the creation of one topic; null if it exists, is not possible, has no room, or was not confirmed.</summary>
    private async Task<WorkItem?> WorkAsync(
        IPipeline pipeline, TopicsToCreate batch, TopicRequest request, List<(TopicsToCreate Batch, Topic Topic)> made)
    {
        TopicSpecification specification = TopicCreation.Specify(request);
        string subject = $"{request.Name} of {batch.Instance.Subject}";
        if (batch.Present(request) is { } present)
        {
            if (TopicDifference.Describe(present, request, specification.Config ?? new Dictionary<string, string>(StringComparer.Ordinal)) is { } difference)
                pipeline.WriteWarning(Format(Text.TopicDiffers, subject, difference));
            else
                pipeline.WriteVerbose(Format(Text.NothingLeftToDo, subject));
            await pipeline.WriteAsync(present).ConfigureAwait(false);
            return null;
        }
        if (batch.Objection(request) is { } objection)
        {
            await pipeline.WriteErrorAsync(objection).ConfigureAwait(false);
            return null;
        }
        if (!batch.HasRoomFor(request) || !await pipeline.AskAsync(subject, TopicCreation.Describe(specification)).ConfigureAwait(false))
            return null;
        return new WorkItem(subject, request.Name, async inner =>
        {
            if (batch.TryLeaveOut(request))
                return null;
            Topic topic = await batch.CreateAsync(inner, specification).ConfigureAwait(false);
            if (!wait)
                return topic;
            lock (made)
                made.Add((batch, topic));
            return null;
        });
    }

    /// <summary>Waits until the list of each instance contains the new topics, and emits them from there.</summary>
    private async Task WaitAsync(IPipeline pipeline, List<(TopicsToCreate Batch, Topic Topic)> made)
    {
        if (made.Count == 0)
            return;
        List<IGrouping<TopicsToCreate, string>> groups = [.. made.GroupBy(pair => pair.Batch, pair => pair.Topic.Name!)];
        using Waiter waiter = new(pipeline, $"Waiting for {Counted(made.Count, "topic")}", groups.Count, timeout);
        WorkItem[] waits =
        [
            .. groups.Select(group => new WorkItem(group.Key.Instance.Subject, group.Key.Instance.Id, async inner =>
            {
                IReadOnlyDictionary<string, Topic> shown = new Dictionary<string, Topic>();
                WaitTarget target = TopicStates.Target(group.Key.Context, group.Key.Instance, [.. group], found => shown = found);
                await waiter.WaitAsync(target, TopicStates.Listed).ConfigureAwait(false);
                return group.Key.Requests.Where(request => shown.ContainsKey(request.Name)).Select(request => shown[request.Name]).ToList();
            })),
        ];
        await ItemRunner.RunAsync(pipeline, waits, TopicCreation.Purpose, waits.Length).ConfigureAwait(false);
    }
}
