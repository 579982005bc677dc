namespace HuaweiDms.PowerShell.Engine;

/// <summary>How far a consumer group is behind.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Lag">The number of messages still to read.</param>
/// <param name="Age">The age of the oldest waiting message, zero if none waits; null if it is unknown or was not requested.</param>
internal sealed record GroupDelay(string Name, long Lag, TimeSpan? Age = null);
