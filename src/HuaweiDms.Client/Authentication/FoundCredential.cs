namespace HuaweiDms;

/// <summary>A credential, and the other settings that its source supplies.</summary>
public sealed class FoundCredential
{
    internal FoundCredential(DmsCredential credential, string source)
    {
        Credential = credential;
        Source = source;
    }

    /// <summary>The credential; the caller owns and disposes it.</summary>
    public DmsCredential Credential { get; }

    /// <summary>Where the credential was found, in a form that may be shown.</summary>
    public string Source { get; }

    /// <summary>The region; null if the source does not name one.</summary>
    public string? Region { get; internal init; }

    /// <summary>The project id; null if the source does not name one.</summary>
    public string? ProjectId { get; internal init; }

    /// <summary>The project name; null if the source does not name one.</summary>
    public string? ProjectName { get; internal init; }

    /// <summary>The address of the identity service; null if the source does not name one.</summary>
    public Uri? IamEndpoint { get; internal init; }

    /// <summary>Returns the source and the credential; never a secret.</summary>
    public override string ToString() => $"{Credential} from {Source}";
}
