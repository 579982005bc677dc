namespace HuaweiDms.Transport;

/// <summary>What a call brought back.</summary>
/// <typeparam name="T">The type of the body.</typeparam>
/// <param name="Value">The body; null where the service sent none.</param>
/// <param name="StatusCode">The HTTP status, 2xx.</param>
/// <param name="Attempts">How often it was sent.</param>
/// <param name="Throttled">Whether the service asked to slow down on the way.</param>
internal sealed record ApiAnswer<T>(T? Value, int StatusCode, int Attempts, bool Throttled);
