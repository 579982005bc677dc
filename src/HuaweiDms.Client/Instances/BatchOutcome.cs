using HuaweiDms.Transport;

namespace HuaweiDms;

/// <summary>Turns a batch's answer into one result for each item asked for.</summary>
internal static class BatchOutcome
{
    /// <summary>Instances, in the order asked.</summary>
    public static IReadOnlyList<InstanceActionResult> Of(
        ApiOperation operation, string action, IReadOnlyList<string> asked, BatchActionAnswer? answer, string? context)
        => Of(
            operation,
            asked,
            answer?.Results?.OfType<BatchActionOutcome>()
                .Select(outcome => (outcome.Instance, Succeeded(outcome.Result))),
            id => new InstanceActionResult { Context = context, InstanceId = id, Action = action });

    /// <summary>
    /// Whatever goes by an id, in the order asked. An item the answer does not mention is not called a success: the service
    /// answers 200 when half failed.
    /// </summary>
    public static IReadOnlyList<T> Of<T>(
        ApiOperation operation, IReadOnlyList<string> asked, IEnumerable<(string? Id, bool? Succeeded)>? answer, Func<string, T> make)
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
            if (succeeded is null)
                LeaveOpen(operation, result);
            else if (!result.Succeeded)
                (result.ErrorCode, result.Message) = (ItemErrors.Failed, Text.ItemFailed);
            results.Add(result);
        }
        return results;
    }

    /// <summary>What must not be done twice may have been done.</summary>
    private static void LeaveOpen(ApiOperation operation, ActionResult result)
    {
        bool isHarmless = operation.Repeatability == Repeatability.Always;
        result.ErrorCode = isHarmless ? ItemErrors.NotAnswered : ItemErrors.OutcomeUnknown;
        result.Message = isHarmless ? Text.ItemNotAnswered : Text.ItemOutcomeUnknown;
        result.ShownBy = Evidence.Of(operation);
    }

    private static bool? Succeeded(string? result)
        => result is null ? null : string.Equals(result, "success", StringComparison.OrdinalIgnoreCase);
}
