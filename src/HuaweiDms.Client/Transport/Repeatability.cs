namespace HuaweiDms.Transport;

/// <summary>Whether a request may be sent again after a failure that leaves open whether the service acted.</summary>
internal enum Repeatability
{
    /// <summary>Reading, setting a state, deleting: the same request twice has the effect of one.</summary>
    Always,

    /// <summary>Creating, restarting, producing: sent again only if the service certainly did not act.</summary>
    OnlyIfNotActedOn,
}
