namespace HuaweiDms;

/// <summary>A setting that is given another value; made by <see cref="InstanceConfig.ChangeTo"/>.</summary>
public sealed class ConfigChange
{
    internal ConfigChange()
    {
    }

    /// <summary>The setting.</summary>
    public string Name { get; internal init; } = string.Empty;

    /// <summary>What it was.</summary>
    public object? OldValue { get; internal init; }

    /// <summary>What it is to be.</summary>
    public object? NewValue { get; internal init; }

    /// <summary>Whether it takes effect only when the instance is restarted.</summary>
    public bool RequiresRestart { get; internal init; }

    /// <summary>The new value in the words of the wire.</summary>
    internal string Sent { get; init; } = string.Empty;

    /// <summary>Whether it leaves things as they are.</summary>
    internal bool IsNone => string.Equals(ConfigValue.Say(OldValue), Sent, StringComparison.Ordinal);

    /// <summary>Name, old and new value.</summary>
    public override string ToString() => Format("{0} {1} -> {2}", Name, ConfigValue.Say(OldValue), Sent);
}
