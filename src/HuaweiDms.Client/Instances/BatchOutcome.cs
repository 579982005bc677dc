namespace HuaweiDms;

/// <summary>Turns a batch's answer into one result for each item asked for.</summary>
internal static class BatchOutcome
{
    /// <summary>Instances, in the order asked.</summary>
    public static IReadOnlyList<InstanceActionResult> Of(string action, IReadOnlyList<string> asked, BatchActionAnswer? answer, string? context)
        => Of(
            asked,
            answer?.Results?.OfType<BatchActionOutcome>()
                .Select(outcome => (outcome.Instance, string.Equals(outcome.Result, "success", StringComparison.OrdinalIgnoreCase))),
            id => new InstanceActionResult { Context = context, InstanceId = id, Action = action });

    /// <summary>
    /// Whatever goes by an id, in the order asked. An item the answer does not mention is not called a success: the service
    /// answers 200 when half failed.
    /// </summary>
    public static IReadOnlyList<T> Of<T>(IReadOnlyList<string> asked, IEnumerable<(string? Id, bool Succeeded)>? answer, Func<string, T> make)
        where T : ActionResult
    {
        Dictionary<string, bool> told = new(StringComparer.OrdinalIgnoreCase);
        foreach ((string? id, bool succeeded) in answer ?? [])
        {
            if (id is not null)
                told[id] = succeeded;
        }
        List<T> results = [];
        foreach (string id in asked)
        {
            T result = make(id);
            bool mentioned = told.TryGetValue(id, out bool succeeded);
            result.Succeeded = succeeded;
            result.ErrorCode = !mentioned ? "HuaweiDms.NotAnswered" : succeeded ? null : "HuaweiDms.ItemFailed";
            result.Message = !mentioned ? Text.ItemNotAnswered : succeeded ? null : Text.ItemFailed;
            results.Add(result);
        }
        return results;
    }
}
