namespace HuaweiDms.PowerShell.Engine;

/// <summary>How far a consumer group is behind.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Lag">How many messages it has still to read.</param>
/// <param name="Age">How long the oldest of them has been waiting, zero where none does; null where nobody knows, or nobody asked.</param>
internal sealed record GroupDelay(string Name, long Lag, TimeSpan? Age = null);
