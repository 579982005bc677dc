namespace HuaweiDms.Transport;

/// <summary>The result of a call.</summary>
/// <typeparam name="T">The type of the body.</typeparam>
/// <param name="Value">The body; null if the response has none.</param>
/// <param name="Throttled">Whether the service asked to slow down during the call.</param>
/// <param name="MayHaveActedBefore">Whether the service may have acted on an attempt before the one that it answered.</param>
internal sealed record ApiResponse<T>(T? Value, bool Throttled, bool MayHaveActedBefore);
