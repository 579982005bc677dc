using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>Removes users of instances, with one request per instance (5.7.3). Clients that use one of them are disconnected.</summary>
[Cmdlet(VerbsCommon.Remove, "DmsUser", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType("HuaweiDms.UserActionResult")]
public sealed class RemoveDmsUser : ExistingItemBatchCmdlet
{
    private readonly OncePerInstance _reads = new();

    /// <summary>The users.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(UserNameCompleter))]
    public string[] UserName { get; set; } = [];

    private protected override string Purpose => "Delete user";

    private protected override string Action => Text.DeleteUser;

    private protected override string ServiceAction => "delete";

    private protected override string Noun => "user";

    private protected override string ListCommand => "Get-DmsUser";

    /// <summary>The maximum number of users per instance (5.7.2); the reference sets no limit per request.</summary>
    private protected override int BatchSize => 500;

    /// <inheritdoc/>
    protected override void ProcessRecord() => Collect(nameof(UserName), UserName);

    private protected override ActionResult NewResult(BatchItem item) => ResultOf(item);

    private protected override ActionResult NewMissing(BatchItem item, IReadOnlyCollection<string> present)
    {
        UserActionResult result = ResultOf(item);
        result.Fail(Failures.NotFoundId, Failures.NotFound(Noun, item.Id, item.Within!.Subject, ListCommand).Suggesting(present).FullMessage);
        return result;
    }

    /// <summary>The users of an instance have one list, read once.</summary>
    private protected override async Task<HashSet<string>> ReadPresentAsync(
        FoundInstance found, IReadOnlyCollection<string> names, CancellationToken cancellationToken)
    {
        IReadOnlyList<InstanceUser> users
            = await _reads.ReadAsync(found, () => found.Context.Client.Users.List(found.Instance.Id), cancellationToken).ConfigureAwait(false);
        return new(users.Select(user => user.UserName!), StringComparer.Ordinal);
    }

    /// <summary>The response contains no result per user, so only existing users are sent, also with -Force.</summary>
    private protected override async Task<IReadOnlyList<ActionResult>> SendPresentAsync(IReadOnlyList<BatchItem> items, CancellationToken cancellationToken)
    {
        FoundInstance found = InstanceOf(items[0]);
        HashSet<string> present = await ReadPresentAsync(found, [], cancellationToken).ConfigureAwait(false);
        string[] names = [.. items.Select(item => item.Id).Where(present.Contains)];
        if (names.Length > 0)
            await found.Context.Client.Users.DeleteAsync(found.Instance.Id, names, cancellationToken).ConfigureAwait(false);
        return [.. items.Select(item => present.Contains(item.Id) ? ResultOf(item, wasThere: true) : NewMissing(item, present))];
    }

    private UserActionResult ResultOf(BatchItem item, bool wasThere = false)
        => new UserActionResult { UserName = item.Id, Action = ServiceAction, Succeeded = wasThere }.In(item.Context, item.Within!);
}
