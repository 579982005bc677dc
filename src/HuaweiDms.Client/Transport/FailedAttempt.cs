namespace HuaweiDms.Transport;

/// <summary>What a failed attempt says about the service.</summary>
internal enum Verdict
{
    /// <summary>Sending it again would fail again.</summary>
    Final,

    /// <summary>It may pass, and the service certainly did not act.</summary>
    NotActedOn,

    /// <summary>It may pass, and the service may have acted.</summary>
    Open,

    /// <summary>Sending it again would fail again, and the service may have acted.</summary>
    OpenForGood,
}

/// <summary>How one attempt failed; travels from the attempt to the retry and no further.</summary>
internal sealed class FailedAttempt(DmsException error, Verdict verdict, TimeSpan? retryAfter = null) : Exception(error.Message, error)
{
    public DmsException Error { get; } = error;

    public Verdict Verdict { get; } = verdict;

    /// <summary>Whether the service may have acted.</summary>
    public bool IsOpen => Verdict is Verdict.Open or Verdict.OpenForGood;

    /// <summary>How long the service asks to wait; null where it does not say.</summary>
    public TimeSpan? RetryAfter { get; } = retryAfter;

    public bool MayRepeat(Repeatability repeatability)
        => Verdict == Verdict.NotActedOn || (Verdict == Verdict.Open && repeatability == Repeatability.Always);
}
