namespace HuaweiDms;

/// <summary>The generation of the API that a client uses.</summary>
public enum ApiVersion
{
    /// <summary>v2, the current one.</summary>
    V2,

    /// <summary>v1.0 (7.1), for instances that still need it.</summary>
    V1,
}
