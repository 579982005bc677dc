using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>An instance and the connection that reaches it; equal if both are, ignoring the case of the id.</summary>
internal sealed record FoundInstance(DmsContext Context, InstanceReference Instance);
