namespace HuaweiDms;

/// <summary>The result of one change made by the import of a configuration.</summary>
public sealed class ConfigurationActionResult : ActionResult
{
    /// <summary>The kind of item.</summary>
    public ConfigurationKind Kind { get; set; }

    /// <summary>
    /// The name of the topic, user, group or setting, the property of the instance, or the users and clients that a quota applies to.
    /// </summary>
    public string? Name { get; set; }

    /// <summary>The kind of change.</summary>
    public ChangeKind Change { get; set; }

    private protected override string? Item => $"{Kind} {Name}";
}
