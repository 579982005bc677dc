using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>Removes users of instances, with one request per instance (5.7.3). Clients that use one of them are disconnected.</summary>
[Cmdlet(VerbsCommon.Remove, "DmsUser", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType("HuaweiDms.UserActionResult")]
public sealed class RemoveDmsUser : InstanceItemBatchCmdlet
{
    /// <summary>The users.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(UserNameCompleter))]
    public string[] UserName { get; set; } = [];

    private protected override string Purpose => "Delete user";

    private protected override string ServiceAction => "delete";

    private protected override string Noun => "user";

    private protected override string ListCommand => "Get-DmsUser";

    /// <summary>The maximum number of users per instance (5.7.2); the reference sets no limit per request.</summary>
    private protected override int BatchSize => 500;

    /// <inheritdoc/>
    protected override void ProcessRecord() => Collect(nameof(UserName), UserName);

    private protected override ActionResult NewResult(BatchItem item) => ResultOf(item);

    /// <summary>The response contains no result per user, so only existing users are sent.</summary>
    private protected override async Task<IReadOnlyList<ActionResult>> SendAsync(IReadOnlyList<BatchItem> items, CancellationToken stop)
    {
        (UsersApi users, InstanceReference instance) = (items[0].Context.Client.Users, items[0].Within!);
        HashSet<string> present = new(StringComparer.Ordinal);
        await foreach (InstanceUser user in users.List(instance.Id).WithCancellation(stop).ConfigureAwait(false))
            present.Add(user.UserName!);
        string[] names = [.. items.Select(item => item.Id).Where(present.Contains)];
        if (names.Length > 0)
            await users.DeleteAsync(instance.Id, names, stop).ConfigureAwait(false);
        return [.. items.Select(item => present.Contains(item.Id) ? ResultOf(item, wasThere: true) : Missing(item, present))];
    }

    private UserActionResult Missing(BatchItem item, IEnumerable<string> present)
    {
        UserActionResult result = ResultOf(item);
        result.Fail(Failures.NotFoundId, Failures.NotFound(Noun, item.Id, item.Within!.Subject, ListCommand).Suggesting(present).Told);
        return result;
    }

    private UserActionResult ResultOf(BatchItem item, bool wasThere = false)
        => new UserActionResult { UserName = item.Id, Action = ServiceAction, Succeeded = wasThere }.In(item.Context, item.Within!);
}
