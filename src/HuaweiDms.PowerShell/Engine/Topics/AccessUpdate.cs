namespace HuaweiDms.PowerShell.Engine;

/// <summary>The change of the permissions of one topic.</summary>
/// <param name="request">What was requested.</param>
internal sealed class AccessUpdate(AccessRequest request)
{
    public AccessRequest Request => request;

    /// <summary>The permissions to send.</summary>
    public required TopicAccessList List { get; set; }

    /// <summary>Why the present permissions, which are to be kept, cannot be read; null if they can.</summary>
    public DmsException? Unread { get; private set; }

    /// <summary>
    /// Reads the permissions that are to be kept again: others may have changed them during a prompt. If that fails, this topic is not to be
    /// sent.
    /// </summary>
    public async Task<bool> RenewAsync(FoundInstance found, CancellationToken cancellationToken)
    {
        try
        {
            List = await request.MergeAsync(found, List.Topic, cancellationToken).ConfigureAwait(false);
        }
        catch (DmsException error)
        {
            Unread = error;
        }
        return Unread is null;
    }
}
