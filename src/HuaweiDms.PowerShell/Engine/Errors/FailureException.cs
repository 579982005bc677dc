namespace HuaweiDms.PowerShell.Engine;

/// <summary>Carries a failure to the place that reports it.</summary>
internal sealed class FailureException(Failure failure) : Exception(failure.Message, failure.Exception)
{
    public Failure Failure { get; } = failure;
}
