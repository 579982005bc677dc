using HuaweiDms.Authentication;
using HuaweiDms.Transport;

namespace HuaweiDms;

/// <summary>An access key and its secret key, which sign every request. Temporary keys also have a security token.</summary>
public sealed class AccessKeyCredential : DmsCredential
{
    /// <summary>The service issues new temporary keys well before the old ones expire; a call may take minutes.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(5);

    private readonly AccessKeys? _fixed;
    private readonly RenewableValue<AccessKeys>? _renewing;

    /// <summary>
    /// Creates a credential from keys that do not change. The credential owns the secrets and wipes them when it is disposed.
    /// </summary>
    /// <param name="accessKey">The access key (AK).</param>
    /// <param name="secretKey">The secret key (SK).</param>
    /// <param name="securityToken">The security token of temporary keys.</param>
    /// <exception cref="DmsException">A value is empty or contains characters that a key cannot have.</exception>
    public AccessKeyCredential(string accessKey, Secret secretKey, Secret? securityToken = null)
        => _fixed = new(accessKey, secretKey, securityToken, DateTimeOffset.MaxValue);

    /// <summary>Creates a credential from temporary keys that are renewed before they expire, so that a long wait outlives them.</summary>
    internal AccessKeyCredential(AccessKeys first, Func<CancellationToken, Task<AccessKeys>> refresh, TimeProvider time)
        => _renewing = new(refresh, Margin, time, first);

    /// <inheritdoc/>
    public override string Kind => Shown.SecurityToken is null ? "access key" : "temporary access key";

    /// <inheritdoc/>
    public override string Identity => Shown.MaskedKey;

    internal override bool CanRenew => _renewing is not null;

    private AccessKeys Shown => _fixed ?? _renewing!.Latest;

    internal override async ValueTask AuthenticateAsync(
        HttpRequestMessage request, RequestTarget target, byte[] body, DateTimeOffset now, CancellationToken cancellationToken)
    {
        AccessKeys keys = _fixed ?? await _renewing!.GetAsync(cancellationToken).ConfigureAwait(false);
        RequestSigner.Sign(request, target, body, keys, now);
    }

    internal override void Invalidate(HttpRequestMessage refused)
    {
        if (_renewing is not null && refused.Headers.TryGetValues("Authorization", out IEnumerable<string>? values))
        {
            string authorization = values.First();
            _renewing.Forget(keys => authorization.Contains($"Access={keys.AccessKey},"));
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        _fixed?.Dispose();
        _renewing?.Dispose();
    }
}
