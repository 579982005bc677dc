namespace HuaweiDms;

/// <summary>A sink of a kind this library does not know; all its settings are in <see cref="SmartConnectSink.AdditionalProperties"/>.</summary>
public sealed class UnknownSink : SmartConnectSink
{
    internal override string? Kind => null;

    /// <summary>Returns "unknown".</summary>
    public override string ToString() => "unknown";
}
