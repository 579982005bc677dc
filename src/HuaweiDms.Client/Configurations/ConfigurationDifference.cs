namespace HuaweiDms;

/// <summary>One difference between an instance and a configuration.</summary>
public sealed class ConfigurationDifference : InstanceResource
{
    /// <summary>The kind of item.</summary>
    public ConfigurationKind Kind { get; set; }

    /// <summary>
    /// The name of the topic, user, group or setting, the property of the instance, or the users and clients that a quota applies to.
    /// </summary>
    public string? Name { get; set; }

    /// <summary>
    /// The property that differs; for permissions the user, for tags the key; null if the whole item is missing or surplus.
    /// </summary>
    public string? Property { get; set; }

    /// <summary>The change that would remove the difference.</summary>
    public ChangeKind Change { get; set; }

    /// <summary>The value in the configuration; null if the configuration does not contain the item.</summary>
    public object? Expected { get; set; }

    /// <summary>The value in the instance; null if the instance does not have the item.</summary>
    public object? Actual { get; set; }

    /// <summary>The command that makes the change; null if the import makes it.</summary>
    public string? ChangedBy { get; set; }

    /// <summary>Returns the difference as a sentence.</summary>
    public override string ToString() => ChangedBy is null ? Sentence() : $"{Sentence()} ({ChangedBy})";

    private string Sentence()
    {
        string subject = $"{Kind} {Name}" + (Property is null ? string.Empty : $", {Property}");
        return Change switch
        {
            ChangeKind.Add => ToText(Expected) is { Length: > 0 } expected ? $"{subject} is missing: {expected}" : $"{subject} is missing",
            ChangeKind.Remove => $"{subject} is not in the configuration",
            _ => $"{subject} is {ToText(Actual)}, not {ToText(Expected)}",
        };
    }

    private static string ToText(object? value) => value is null ? "-" : ConfigValue.ToText(value);
}
