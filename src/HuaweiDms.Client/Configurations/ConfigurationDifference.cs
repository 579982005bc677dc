namespace HuaweiDms;

/// <summary>One thing in which an instance is not as a configuration wants it.</summary>
public sealed class ConfigurationDifference : InstanceResource
{
    /// <summary>What kind of thing.</summary>
    public ConfigurationKind Kind { get; set; }

    /// <summary>The topic, user, group or setting, what it is of the instance itself, or whom a quota is for.</summary>
    public string? Name { get; set; }

    /// <summary>What of it differs; the user where it is about permissions, the key where it is about tags; null where it is the whole.</summary>
    public string? Property { get; set; }

    /// <summary>What would make it equal.</summary>
    public ChangeKind Change { get; set; }

    /// <summary>How it is wanted; null where it is not.</summary>
    public object? Expected { get; set; }

    /// <summary>How it is; null where there is none.</summary>
    public object? Actual { get; set; }

    /// <summary>The command that changes it; null where an import does.</summary>
    public string? ChangedBy { get; set; }

    /// <summary>The difference in a sentence.</summary>
    public override string ToString() => ChangedBy is null ? Sentence() : $"{Sentence()} ({ChangedBy})";

    private string Sentence()
    {
        string subject = $"{Kind} {Name}" + (Property is null ? string.Empty : $", {Property}");
        return Change switch
        {
            ChangeKind.Add => Said(Expected) is { Length: > 0 } expected ? $"{subject} is missing: {expected}" : $"{subject} is missing",
            ChangeKind.Remove => $"{subject} is not wanted",
            _ => $"{subject} is {Said(Actual)}, not {Said(Expected)}",
        };
    }

    private static string Said(object? value) => value is null ? "-" : ConfigValue.Say(value);
}
