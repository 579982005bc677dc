namespace HuaweiDms.PowerShell.Engine;

/// <summary>Says in the result of an item how it failed.</summary>
internal static class ActionResults
{
    /// <summary>In the words of its failure.</summary>
    public static void Fail(this ActionResult result, Failure failure) => result.Fail(failure.Id, failure.Message);

    /// <summary>In the words of what was thrown; in those of the service where it said any.</summary>
    public static void Fail(this ActionResult result, Exception error)
    {
        if (error is DmsException refused)
            result.Fail(refused.ErrorId, refused.ServiceMessage ?? refused.Message);
        else
            result.Fail(Failures.From(error, result));
    }

    /// <summary>In words of its own.</summary>
    public static void Fail(this ActionResult result, string id, string message)
        => (result.Succeeded, result.ErrorCode, result.Message) = (false, id, message);
}
