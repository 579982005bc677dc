namespace HuaweiDms;

/// <summary>Turns the answers of batches of topics into one result for each topic asked for, in the order asked.</summary>
internal static class TopicBatch
{
    /// <summary>What the service tells of each; one that it does not mention is not called a success.</summary>
    public static IReadOnlyList<TopicActionResult> OfAll(string action, IReadOnlyList<string> asked, TopicOutcomes? answer)
    {
        Dictionary<string, TopicOutcome> told = ByName(answer?.Topics);
        return
        [
            .. asked.Select(name => told.TryGetValue(name, out TopicOutcome? outcome)
                ? Of(action, name, outcome.Success == true ? null : outcome)
                : NotAnswered(action, name)),
        ];
    }

    /// <summary>What the service tells of those that failed; of the others it says nothing.</summary>
    public static IReadOnlyList<TopicActionResult> OfFailed(string action, IReadOnlyList<string> asked, TopicOutcomes? answer)
    {
        Dictionary<string, TopicOutcome> failed = ByName(answer?.FailedTopics?.Where(outcome => outcome?.Success != true));
        return [.. asked.Select(name => Of(action, name, failed.TryGetValue(name, out TopicOutcome? outcome) ? outcome : null))];
    }

    /// <summary>A result; the failure is null where there was none.</summary>
    public static TopicActionResult Of(string action, string name, TopicOutcome? failure)
        => new()
        {
            Topic = name,
            Action = action,
            Succeeded = failure is null,
            ErrorCode = failure is null ? null : ItemErrors.Failed,
            Message = failure is null ? null : failure.Message ?? Text.ItemFailed,
        };

    private static TopicActionResult NotAnswered(string action, string name)
    {
        TopicActionResult result = Of(action, name, new() { Message = Text.ItemNotAnswered });
        result.ErrorCode = ItemErrors.NotAnswered;
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
