namespace HuaweiDms;

/// <summary>A user in the configuration of an instance, without the password.</summary>
public sealed class ConfiguredUser
{
    /// <summary>The name, which is case-sensitive.</summary>
    public string? UserName { get; set; }

    /// <summary>The description; empty if there is none, null if unspecified.</summary>
    public string? Description { get; set; }

    /// <summary>Returns the description.</summary>
    public override string ToString() => Description ?? string.Empty;
}
