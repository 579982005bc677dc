namespace HuaweiDms;

/// <summary>A change of a setting, created by <see cref="InstanceConfig.ChangeTo"/>.</summary>
public sealed class ConfigChange
{
    internal ConfigChange()
    {
    }

    /// <summary>The name of the setting.</summary>
    public string Name { get; internal init; } = string.Empty;

    /// <summary>The current value.</summary>
    public object? OldValue { get; internal init; }

    /// <summary>The new value.</summary>
    public object? NewValue { get; internal init; }

    /// <summary>Whether the change takes effect only after a restart of the instance.</summary>
    public bool RequiresRestart { get; internal init; }

    /// <summary>The new value, as it is sent.</summary>
    internal string Sent { get; init; } = string.Empty;

    /// <summary>Whether the new value equals the current one.</summary>
    internal bool IsNone => string.Equals(ConfigValue.ToText(OldValue), Sent, StringComparison.Ordinal);

    /// <summary>Returns the name, the old value and the new value.</summary>
    public override string ToString() => Format("{0} {1} -> {2}", Name, ConfigValue.ToText(OldValue), Sent);
}
