namespace HuaweiDms.Transport;

/// <summary>Whether a request may be sent again after a failure that leaves open whether the service acted.</summary>
internal enum Repeatability
{
    /// <summary>Reading, putting a state, deleting: twice is the same as once.</summary>
    Always,

    /// <summary>Creating, restarting, producing: sent again only where the service certainly did not act.</summary>
    OnlyIfNotActedOn,
}
