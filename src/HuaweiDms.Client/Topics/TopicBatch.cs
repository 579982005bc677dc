namespace HuaweiDms;

/// <summary>Converts the response to a batch of topics into one result per requested topic, in the order of the request.</summary>
internal static class TopicBatch
{
    /// <summary>For responses that list every topic. A topic that the response does not mention does not count as a success.</summary>
    public static IReadOnlyList<TopicActionResult> OfAll(string action, IReadOnlyList<string> asked, TopicOutcomes? response)
    {
        Dictionary<string, TopicOutcome> told = ByName(response?.Topics);
        List<TopicActionResult> results = [];
        foreach (string name in asked)
        {
            TopicActionResult result = Success(action, name);
            if (!told.TryGetValue(name, out TopicOutcome? outcome))
                result.Fail(ItemErrors.NotReported, Text.ItemNotReported);
            else if (outcome.Success != true)
                result.Fail(ItemErrors.Failed, outcome.Message ?? Text.ItemFailed);
            results.Add(result);
        }
        return results;
    }

    /// <summary>For responses that list only the topics that failed.</summary>
    public static IReadOnlyList<TopicActionResult> OfFailed(string action, IReadOnlyList<string> asked, TopicOutcomes? response)
    {
        Dictionary<string, TopicOutcome> failed = ByName(response?.FailedTopics?.Where(outcome => outcome?.Success != true));
        List<TopicActionResult> results = [];
        foreach (string name in asked)
        {
            TopicActionResult result = Success(action, name);
            if (failed.TryGetValue(name, out TopicOutcome? outcome))
                result.Fail(ItemErrors.Failed, outcome.Message ?? Text.ItemFailed);
            results.Add(result);
        }
        return results;
    }

    /// <summary>Creates the result for a topic that did not fail.</summary>
    public static TopicActionResult Success(string action, string name) => new() { Topic = name, Action = action, Succeeded = true };

    private static Dictionary<string, TopicOutcome> ByName(IEnumerable<TopicOutcome?>? outcomes)
    {
        Dictionary<string, TopicOutcome> told = new(StringComparer.Ordinal);
        foreach (TopicOutcome outcome in (outcomes ?? []).OfType<TopicOutcome>())
        {
            if (outcome.Id is not null)
                told[outcome.Id] = outcome;
        }
        return told;
    }
}
