namespace HuaweiDms;

/// <summary>The sources in which a credential is searched for.</summary>
[Flags]
public enum CredentialSources
{
    /// <summary>No source.</summary>
    None = 0,

    /// <summary>Environment variables.</summary>
    Environment = 1,

    /// <summary>The credentials file of the SDKs of the service.</summary>
    Profile = 2,

    /// <summary>The metadata service of a cloud server with an agency.</summary>
    Metadata = 4,

    /// <summary>All sources, in this order.</summary>
    All = Environment | Profile | Metadata,
}
