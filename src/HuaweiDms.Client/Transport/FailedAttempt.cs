namespace HuaweiDms.Transport;

/// <summary>What a failed attempt means for sending the request again.</summary>
internal enum FailureVerdict
{
    /// <summary>Sending it again would fail again.</summary>
    Final,

    /// <summary>The failure may be temporary, and the service certainly did not act.</summary>
    NotActedOn,

    /// <summary>The failure may be temporary, and the service may have acted.</summary>
    MayHaveActed,

    /// <summary>Sending it again would fail again, and the service may have acted.</summary>
    FinalMayHaveActed,
}

/// <summary>The failure of one attempt; the retry logic catches it.</summary>
internal sealed class FailedAttempt(DmsException error, FailureVerdict verdict, TimeSpan? retryAfter = null) : Exception(error.Message, error)
{
    public DmsException Error { get; } = error;

    public FailureVerdict Verdict { get; } = verdict;

    /// <summary>Whether the service may have acted.</summary>
    public bool MayHaveActed => Verdict is FailureVerdict.MayHaveActed or FailureVerdict.FinalMayHaveActed;

    /// <summary>The waiting time that the service asks for; null if it does not.</summary>
    public TimeSpan? RetryAfter { get; } = retryAfter;

    public bool MayRepeat(Repeatability repeatability)
        => Verdict == FailureVerdict.NotActedOn || (Verdict == FailureVerdict.MayHaveActed && repeatability == Repeatability.Always);
}
