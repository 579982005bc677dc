using System.Collections.Concurrent;
using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>Removes users of instances, with one request per instance (5.7.3). Clients that use one of them are disconnected.</summary>
[Cmdlet(VerbsCommon.Remove, "DmsUser", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType("HuaweiDms.UserActionResult")]
public sealed class RemoveDmsUser : InstanceItemBatchCmdlet
{
    private readonly List<BatchItem> _named = [];
    private readonly OncePerInstance _reads = new();
    private readonly ConcurrentDictionary<FoundInstance, HashSet<string>> _present = new();

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

    /// <summary>Reads the existing users first, so that the command prompts for no other.</summary>
    protected override void EndProcessing()
    {
        if (_named.Count > 0)
            RunReporting(ReadAllAsync);
        foreach (BatchItem item in _named)
            base.Collect(item);
        base.EndProcessing();
    }

    private protected override void Collect(BatchItem item) => _named.Add(item);

    /// <summary>A missing user needs no prompt; its error follows when the others are sent.</summary>
    private protected override bool IsAgreed(BatchItem item)
        => (_present.TryGetValue(InstanceOf(item), out HashSet<string>? present) && !present.Contains(item.Id)) || Ask(item.Subject, Text.DeleteUser);

    private protected override ActionResult NewResult(BatchItem item) => ResultOf(item);

    /// <summary>The response contains no result per user, so only existing users are sent.</summary>
    private protected override async Task<IReadOnlyList<ActionResult>> SendAsync(IReadOnlyList<BatchItem> items, CancellationToken cancellationToken)
    {
        FoundInstance found = InstanceOf(items[0]);
        HashSet<string> present = await ReadAsync(found, cancellationToken).ConfigureAwait(false);
        string[] names = [.. items.Select(item => item.Id).Where(present.Contains)];
        if (names.Length > 0)
            await found.Context.Client.Users.DeleteAsync(found.Instance.Id, names, cancellationToken).ConfigureAwait(false);
        return [.. items.Select(item => present.Contains(item.Id) ? ResultOf(item, wasThere: true) : Missing(item, present))];
    }

    private async Task ReadAllAsync(IPipeline pipeline)
    {
        using Throttle throttle = new();
        await Task.WhenAll(_named.Select(InstanceOf).Distinct().Select(found => throttle.RunAsync(() => TryReadAsync(found, pipeline.Stop), pipeline.Stop))).ConfigureAwait(false);
    }

    /// <summary>If the users cannot be read, each of them is prompted for and then reports it.</summary>
    private async Task<bool> TryReadAsync(FoundInstance found, CancellationToken cancellationToken)
    {
        try
        {
            return _present.TryAdd(found, await ReadAsync(found, cancellationToken).ConfigureAwait(false));
        }
        catch (DmsException)
        {
            return false;
        }
    }

    /// <summary>The names of the users of an instance, read once.</summary>
    private async Task<HashSet<string>> ReadAsync(FoundInstance found, CancellationToken cancellationToken)
    {
        IReadOnlyList<InstanceUser> users
            = await _reads.ReadAsync(found, () => found.Context.Client.Users.List(found.Instance.Id), cancellationToken).ConfigureAwait(false);
        return new(users.Select(user => user.UserName!), StringComparer.Ordinal);
    }

    private static FoundInstance InstanceOf(BatchItem item) => new(item.Context, item.Within!);

    private UserActionResult Missing(BatchItem item, IEnumerable<string> present)
    {
        UserActionResult result = ResultOf(item);
        result.Fail(Failures.NotFoundId, Failures.NotFound(Noun, item.Id, item.Within!.Subject, ListCommand).Suggesting(present).FullMessage);
        return result;
    }

    private UserActionResult ResultOf(BatchItem item, bool wasThere = false)
        => new UserActionResult { UserName = item.Id, Action = ServiceAction, Succeeded = wasThere }.In(item.Context, item.Within!);
}
