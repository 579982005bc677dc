namespace HuaweiDms.Authentication;

/// <summary>A place where a credential may be.</summary>
internal interface ICredentialSource
{
    ValueTask<SourceAnswer> FindAsync(CancellationToken stop);
}
