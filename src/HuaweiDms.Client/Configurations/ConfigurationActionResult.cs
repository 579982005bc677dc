namespace HuaweiDms;

/// <summary>What became of one thing when an instance was made like a configuration.</summary>
public sealed class ConfigurationActionResult : ActionResult
{
    /// <summary>What kind of thing.</summary>
    public ConfigurationKind Kind { get; set; }

    /// <summary>The topic, user, group or setting, what it is of the instance itself, or whom a quota is for.</summary>
    public string? Name { get; set; }

    /// <summary>What it was about.</summary>
    public ChangeKind Change { get; set; }

    private protected override string? Item => $"{Kind} {Name}";
}
