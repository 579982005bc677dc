namespace HuaweiDms.Transport;

/// <summary>What a failed attempt means for sending the request again.</summary>
internal enum Verdict
{
    /// <summary>Sending it again would fail again.</summary>
    Final,

    /// <summary>The failure may be temporary, and the service certainly did not act.</summary>
    NotActedOn,

    /// <summary>The failure may be temporary, and the service may have acted.</summary>
    Open,

    /// <summary>Sending it again would fail again, and the service may have acted.</summary>
    OpenForGood,
}

/// <summary>The failure of one attempt; the retry logic catches it.</summary>
internal sealed class FailedAttempt(DmsException error, Verdict verdict, TimeSpan? retryAfter = null) : Exception(error.Message, error)
{
    public DmsException Error { get; } = error;

    public Verdict Verdict { get; } = verdict;

    /// <summary>Whether the service may have acted.</summary>
    public bool IsOpen => Verdict is Verdict.Open or Verdict.OpenForGood;

    /// <summary>The waiting time that the service asks for; null if it does not.</summary>
    public TimeSpan? RetryAfter { get; } = retryAfter;

    public bool MayRepeat(Repeatability repeatability)
        => Verdict == Verdict.NotActedOn || (Verdict == Verdict.Open && repeatability == Repeatability.Always);
}
