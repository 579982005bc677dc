namespace HuaweiDms;

/// <summary>Turns a batch's answer into one result for each item asked for.</summary>
internal static class BatchOutcome
{
    /// <summary>
    /// In the order asked. An item the answer does not mention is not called a success: the service answers 200 when half failed.
    /// </summary>
    public static IReadOnlyList<InstanceActionResult> Of(string action, IReadOnlyList<string> asked, BatchActionAnswer? answer, string? context)
    {
        Dictionary<string, string?> told = new(StringComparer.OrdinalIgnoreCase);
        foreach (BatchActionOutcome? outcome in answer?.Results ?? [])
        {
            if (outcome?.Instance is not null)
                told[outcome.Instance] = outcome.Result;
        }
        return
        [
            .. asked.Select(id => new InstanceActionResult
            {
                Context = context,
                InstanceId = id,
                Action = action,
                Succeeded = told.TryGetValue(id, out string? result) && string.Equals(result, "success", StringComparison.OrdinalIgnoreCase),
                ErrorCode = result is null ? "HuaweiDms.NotAnswered" : Succeeded(result) ? null : "HuaweiDms.ItemFailed",
                Message = result is null ? Text.ItemNotAnswered : Succeeded(result) ? null : Text.ItemFailed,
            }),
        ];
    }

    private static bool Succeeded(string result) => string.Equals(result, "success", StringComparison.OrdinalIgnoreCase);
}
