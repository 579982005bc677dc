namespace HuaweiDms.PowerShell;

/// <summary>A connection, made by Connect-Dms. Shows where it leads and as whom, never a secret.</summary>
public sealed class DmsContext
{
    private static int _count;

    internal DmsContext(string name, DmsClient client)
    {
        Name = name;
        Client = client;
    }

    /// <summary>The name, by which -Context finds it.</summary>
    public string Name { get; }

    /// <summary>The region; null where only an endpoint was given.</summary>
    public string? Region { get; internal init; }

    /// <summary>The project.</summary>
    public string? ProjectId { get; internal init; }

    /// <summary>Where DMS is called.</summary>
    public Uri? Endpoint { get; internal init; }

    /// <summary>The generation of the API.</summary>
    public string ApiVersion { get; internal init; } = "V2";

    internal bool IsV1 => ApiVersion == "V1";

    /// <summary>What proves who calls: an access key, a token …</summary>
    public string? CredentialKind { get; internal init; }

    /// <summary>As whom, masked.</summary>
    public string? Identity { get; internal init; }

    /// <summary>Where the credential was found.</summary>
    public string? CredentialSource { get; internal init; }

    /// <summary>Whether it is the one used where none is named.</summary>
    public bool IsCurrent => Engine.ContextStore.IsCurrent(this);

    /// <summary>Whether it leads to the emulator.</summary>
    public bool IsEmulator { get; internal init; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset ConnectedAt { get; internal init; } = DateTimeOffset.Now;

    /// <summary>Tells it from others of this process, whatever they are called.</summary>
    internal int Number { get; } = Interlocked.Increment(ref _count);

    /// <summary>The client behind it.</summary>
    internal DmsClient Client { get; }

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
