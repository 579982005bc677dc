namespace HuaweiDms;

/// <summary>Placeholder.</summary>
public sealed class DmsClient;
