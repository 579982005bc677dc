namespace HuaweiDms;

/// <summary>A credential and what its source said beside it.</summary>
public sealed class FoundCredential
{
    internal FoundCredential(DmsCredential credential, string source)
    {
        Credential = credential;
        Source = source;
    }

    /// <summary>The credential; its new owner disposes it.</summary>
    public DmsCredential Credential { get; }

    /// <summary>Where it was found, in a form that may be shown.</summary>
    public string Source { get; }

    /// <summary>The region, where the source names one.</summary>
    public string? Region { get; internal init; }

    /// <summary>The project id, where the source names one.</summary>
    public string? ProjectId { get; internal init; }

    /// <summary>The project's name, where the source names one.</summary>
    public string? ProjectName { get; internal init; }

    /// <summary>Where to reach the identity service, where the source says so.</summary>
    public Uri? IamEndpoint { get; internal init; }

    /// <summary>Source and credential; never a secret.</summary>
    public override string ToString() => $"{Credential} from {Source}";
}
