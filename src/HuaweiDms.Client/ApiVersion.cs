namespace HuaweiDms;

/// <summary>Which generation of the API a client speaks.</summary>
public enum ApiVersion
{
    /// <summary>v2, the present one.</summary>
    V2,

    /// <summary>v1.0 (7.1), for instances that still need it.</summary>
    V1,
}
