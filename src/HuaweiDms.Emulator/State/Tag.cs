namespace HuaweiDms.Emulator.State;

/// <summary>A tag of an instance.</summary>
internal sealed class Tag
{
    public string Key { get; set; } = string.Empty;

    public string Value { get; set; } = string.Empty;
}
