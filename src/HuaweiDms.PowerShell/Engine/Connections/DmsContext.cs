namespace HuaweiDms.PowerShell;

/// <summary>A connection, opened by Connect-Dms. Shows its target and identity, never a secret.</summary>
public sealed class DmsContext
{
    private static int _count;

    internal DmsContext(string name, DmsClient client)
    {
        Name = name;
        Client = client;
    }

    /// <summary>The name, which -Context uses.</summary>
    public string Name { get; }

    /// <summary>The same name, from which -Context is bound if the connection comes from the pipeline.</summary>
    public string Context => Name;

    /// <summary>The region; null if only an endpoint was given.</summary>
    public string? Region { get; internal init; }

    /// <summary>The project.</summary>
    public string? ProjectId { get; internal init; }

    /// <summary>Where DMS is called.</summary>
    public Uri? Endpoint { get; internal init; }

    /// <summary>The generation of the API.</summary>
    public string ApiVersion { get; internal init; } = "V2";

    internal bool IsV1 => ApiVersion == "V1";

    /// <summary>The kind of credential, such as an access key or a token.</summary>
    public string? CredentialKind { get; internal init; }

    /// <summary>As whom, masked.</summary>
    public string? Identity { get; internal init; }

    /// <summary>Where the credential was found.</summary>
    public string? CredentialSource { get; internal init; }

    /// <summary>Whether it is used when no connection is named.</summary>
    public bool IsCurrent => Engine.ContextStore.IsCurrent(this);

    /// <summary>Whether it uses the emulator.</summary>
    public bool IsEmulator { get; internal init; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset ConnectedAt { get; internal init; } = DateTimeOffset.Now;

    /// <summary>A number that is unique in this process, whatever the name is.</summary>
    internal int Number { get; } = Interlocked.Increment(ref _count);

    /// <summary>The client behind it.</summary>
    internal DmsClient Client { get; }

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
