namespace HuaweiDms;

/// <summary>A source of a kind this library does not know; all its settings are in <see cref="SmartConnectSource.AdditionalProperties"/>.</summary>
public sealed class UnknownSource : SmartConnectSource
{
    internal override string? Kind => null;

    /// <summary>Returns "unknown".</summary>
    public override string ToString() => "unknown";
}
