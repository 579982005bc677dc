namespace HuaweiDms;

/// <summary>Turns a batch's answer into one result for each item asked for.</summary>
internal static class BatchOutcome
{
    /// <summary>Instances, in the order asked.</summary>
    public static IReadOnlyList<InstanceActionResult> Of(string action, IReadOnlyList<string> asked, BatchActionAnswer? answer, string? context)
        => Of(
            asked,
            answer?.Results?.OfType<BatchActionOutcome>()
                .Select(outcome => (outcome.Instance, Succeeded(outcome.Result))),
            id => new InstanceActionResult { Context = context, InstanceId = id, Action = action });

    /// <summary>
    /// Whatever goes by an id, in the order asked. An item the answer does not mention is not called a success: the service
    /// answers 200 when half failed.
    /// </summary>
    public static IReadOnlyList<T> Of<T>(IReadOnlyList<string> asked, IEnumerable<(string? Id, bool? Succeeded)>? answer, Func<string, T> make)
        where T : ActionResult
    {
        Dictionary<string, bool?> told = new(StringComparer.OrdinalIgnoreCase);
        foreach ((string? id, bool? succeeded) in answer ?? [])
        {
            if (id is not null)
                told[id] = succeeded;
        }
        List<T> results = [];
        foreach (string id in asked)
        {
            T result = make(id);
            bool? succeeded = told.TryGetValue(id, out bool? outcome) ? outcome : null;
            result.Succeeded = succeeded == true;
            result.ErrorCode = succeeded is null ? ItemErrors.NotAnswered : succeeded.Value ? null : ItemErrors.Failed;
            result.Message = succeeded is null ? Text.ItemNotAnswered : succeeded.Value ? null : Text.ItemFailed;
            results.Add(result);
        }
        return results;
    }

    private static bool? Succeeded(string? result)
        => result is null ? null : string.Equals(result, "success", StringComparison.OrdinalIgnoreCase);
}
