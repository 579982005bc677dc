namespace HuaweiDms.PowerShell.Engine;

/// <summary>Writes outcomes into action results.</summary>
internal static class ActionResults
{
    /// <summary>Records a success, also after the service reported none.</summary>
    public static void Succeed(this ActionResult result)
    {
        result.Succeeded = true;
        result.Cause = null;
        result.ErrorCode = null;
        result.Message = null;
    }

    /// <summary>Uses the text of a failure.</summary>
    public static void Fail(this ActionResult result, Failure failure) => result.Fail(failure.Id, failure.Message);

    /// <summary>Uses the text of an exception, and the message of the service if there is one.</summary>
    public static void Fail(this ActionResult result, Exception error)
    {
        if (error is DmsException refused)
        {
            result.Fail(refused.ErrorId, refused.ServiceMessage ?? refused.Message);
            result.Cause = refused;
        }
        else
            result.Fail(Failures.From(error, result));
    }
}
