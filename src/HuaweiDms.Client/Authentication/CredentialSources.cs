namespace HuaweiDms;

/// <summary>Where a credential may be looked for.</summary>
[Flags]
public enum CredentialSources
{
    /// <summary>Nowhere.</summary>
    None = 0,

    /// <summary>Environment variables.</summary>
    Environment = 1,

    /// <summary>The credentials file of the service's own libraries.</summary>
    Profile = 2,

    /// <summary>The metadata service of a cloud server with an agency.</summary>
    Metadata = 4,

    /// <summary>Everywhere, in this order.</summary>
    All = Environment | Profile | Metadata,
}
