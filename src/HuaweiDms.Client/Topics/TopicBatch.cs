namespace HuaweiDms;

/// <summary>Converts the response to a batch of topics into one result per requested topic, in the order of the request.</summary>
internal static class TopicBatch
{
    /// <summary>For responses that list every topic. A topic that the response does not mention does not count as a success.</summary>
    public static IReadOnlyList<TopicActionResult> OfAll(string action, IReadOnlyList<string> asked, TopicOutcomes? response)
    {
        Dictionary<string, TopicOutcome> told = ByName(response?.Topics);
        return
        [
            .. asked.Select(name => told.TryGetValue(name, out TopicOutcome? outcome)
                ? Of(action, name, outcome.Success == true ? null : outcome)
                : NotReported(action, name)),
        ];
    }

    /// <summary>For responses that list only the topics that failed.</summary>
    public static IReadOnlyList<TopicActionResult> OfFailed(string action, IReadOnlyList<string> asked, TopicOutcomes? response)
    {
        Dictionary<string, TopicOutcome> failed = ByName(response?.FailedTopics?.Where(outcome => outcome?.Success != true));
        return [.. asked.Select(name => Of(action, name, failed.TryGetValue(name, out TopicOutcome? outcome) ? outcome : null))];
    }

    /// <summary>Creates a result; the failure is null on success.</summary>
    public static TopicActionResult Of(string action, string name, TopicOutcome? failure)
        => new()
        {
            Topic = name,
            Action = action,
            Succeeded = failure is null,
            ErrorCode = failure is null ? null : ItemErrors.Failed,
            Message = failure is null ? null : failure.Message ?? Text.ItemFailed,
        };

    private static TopicActionResult NotReported(string action, string name)
    {
        TopicActionResult result = Of(action, name, new() { Message = Text.ItemNotReported });
        result.ErrorCode = ItemErrors.NotReported;
        return result;
    }

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
