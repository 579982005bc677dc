namespace HuaweiDms.Contract;

/// <summary>Placeholder.</summary>
public sealed class ContractHandler;
