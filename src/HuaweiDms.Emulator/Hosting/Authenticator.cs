using HuaweiDms.Emulator.Identity;
using HuaweiDms.Emulator.State;

namespace HuaweiDms.Emulator.Hosting;

/// <summary>Identifies the sender of a request by token (3.3) or signature.</summary>
internal sealed class Authenticator(EmulatedService service)
{
    /// <summary>Larger bodies require a token (3.2).</summary>
    private const int MaxSignedBodySize = 12 * 1024 * 1024;

    private readonly SignatureCheck _signatures = new(service.Account, service.Time);

    public Caller Authenticate(RequestMessage request)
    {
        if (request.Headers["X-Auth-Token"] is { } value)
            return Check(service.Tokens.Find(value.Trim()));
        if (request.Headers["Authorization"] is { } authorization)
        {
            if (request.Body.Length > MaxSignedBodySize)
                throw GatewayErrors.TooLargeToSign();
            _signatures.Verify(request, authorization);
            return Caller.Key;
        }
        throw GatewayErrors.Unauthorized("x-auth-token not found");
    }

    private Caller Check(IssuedToken? token)
    {
        if (token is null)
            throw GatewayErrors.TokenRejected("decrypt token fail");
        if (token.ExpiresAt <= service.Time.UtcNow)
            throw GatewayErrors.TokenRejected(FormattableString.Invariant($"token expires, expires_at {token.ExpiresAt:yyyy-MM-dd'T'HH:mm:ss'Z'}"));
        return Caller.Token(token.ProjectId);
    }
}
