using HuaweiDms.Transport;

namespace HuaweiDms;

/// <summary>Converts the response to a batch into one result per requested item.</summary>
internal static class BatchOutcome
{
    /// <summary>Returns the results for instances, in the order of the request.</summary>
    public static IReadOnlyList<InstanceActionResult> Of(
        ApiOperation operation, IReadOnlyList<string> asked, BatchActionResponse? response, Func<string, InstanceActionResult> make)
        => Of(
            operation,
            asked,
            response?.Results?.OfType<BatchActionOutcome>().Select(outcome => (outcome.Instance, Succeeded(outcome.Result))),
            make);

    /// <summary>
    /// Returns the results for items with an id, in the order of the request. An item that the response does not mention does not count as
    /// a success: the service responds with 200 even if half of the batch failed.
    /// </summary>
    public static IReadOnlyList<T> Of<T>(
        ApiOperation operation, IReadOnlyList<string> asked, IEnumerable<(string? Id, bool? Succeeded)>? response, Func<string, T> make)
        where T : ActionResult
    {
        Dictionary<string, bool?> told = new(StringComparer.OrdinalIgnoreCase);
        foreach ((string? id, bool? succeeded) in response ?? [])
        {
            if (id is not null)
                told[id] = succeeded;
        }
        List<T> results = [];
        foreach (string id in asked)
        {
            T result = make(id);
            if (!told.TryGetValue(id, out bool? succeeded) || succeeded is null)
                LeaveOpen(operation, result);
            else if (succeeded == true)
                result.Succeeded = true;
            else
                result.Fail(ItemErrors.Failed, Text.ItemFailed);
            results.Add(result);
        }
        return results;
    }

    /// <summary>If the operation must not be sent twice, the item counts as possibly done.</summary>
    private static void LeaveOpen(ApiOperation operation, ActionResult result)
    {
        if (operation.Repeatability == Repeatability.Always)
            result.Fail(ItemErrors.NotReported, Text.ItemNotReported);
        else
            result.Fail(ItemErrors.OutcomeUnknown, Text.ItemOutcomeUnknown);
        result.ShownBy = OutcomeOperations.Of(operation);
    }

    private static bool? Succeeded(string? result)
        => result is null ? null : string.Equals(result, "success", StringComparison.OrdinalIgnoreCase);
}
