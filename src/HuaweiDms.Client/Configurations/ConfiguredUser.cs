namespace HuaweiDms;

/// <summary>A user in the configuration of an instance, without the password.</summary>
public sealed class ConfiguredUser
{
    /// <summary>The name; upper and lower case differ.</summary>
    public string? UserName { get; set; }

    /// <summary>The description; empty where there is none, null where nothing is said.</summary>
    public string? Description { get; set; }

    /// <summary>The description.</summary>
    public override string ToString() => Description ?? string.Empty;
}
