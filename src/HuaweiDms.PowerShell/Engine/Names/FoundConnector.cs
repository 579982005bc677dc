using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>The Smart Connect of an instance and the connection that reaches it.</summary>
internal sealed record FoundConnector(DmsContext Context, ConnectorReference Connector);
