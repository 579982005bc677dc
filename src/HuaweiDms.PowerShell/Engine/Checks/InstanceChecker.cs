namespace HuaweiDms.PowerShell.Engine;

/// <summary>Reads what the checks of an instance need, and nothing else, in parallel.</summary>
/// <param name="found">The instance.</param>
/// <param name="limits">The limits to compare with.</param>
/// <param name="throttle">What may be read at once.</param>
internal sealed class InstanceChecker(FoundInstance found, CheckLimits limits, Throttle throttle)
{
    /// <summary>The number of latest tasks that are checked.</summary>
    private const int MaxTasks = 100;

    private DmsClient Client => found.Context.Client;

    private string Id => found.Instance.Id;

    /// <summary>
    /// Returns a row for each check, in order, and the failures of the checks that have no result. If the status shows that the
    /// instance is not running, that is the reason and no error is added: otherwise one frozen instance would end a script that
    /// stops at errors.
    /// </summary>
    public async Task<NamedItems> CheckAsync(IReadOnlyList<string> checks, CancellationToken cancellationToken)
    {
        ReadResult<Finding>[] findings = await Task.WhenAll(checks.Select(check => ReadAsync(check, cancellationToken))).ConfigureAwait(false);
        List<(string What, DmsException Error)> unread = [];
        List<InstanceCheck> rows = [];
        foreach ((string check, ReadResult<Finding> part) in checks.Zip(findings, (check, part) => (check, part)))
        {
            DmsException? error = part.Error;
            if (part.Value is { Passed: null } silent)
                error = new DmsException(DmsErrorKind.UnreadableResponse, "HuaweiDms.UnreadableResponse", silent.Message);
            if (error is not null)
                unread.Add((check, error));
            rows.Add(new()
            {
                Context = found.Context.Name,
                InstanceId = Id,
                Instance = Client.Instances.Names.Find(Id),
                Check = check,
                Passed = part.Value?.Passed,
                Message = part.Value?.Message ?? Printable.Of(error!.Message),
                Value = part.Value?.Value,
                Limit = part.Value?.Limit ?? LimitOf(check),
            });
        }
        bool isDown = rows.Exists(row => row is { Check: "Status", Passed: false });
        return new(rows, isDown ? [] : [.. Failures.Unread(unread, found.Instance)]);
    }

    private object LimitOf(string check) => check switch
    {
        "Status" => InstanceStates.Running,
        "Disk" => limits.DiskPercent,
        "Lag" => limits.Age ?? (object?)limits.Lag ?? 0,
        _ => 0,
    };

    private Task<ReadResult<Finding>> ReadAsync(string check, CancellationToken cancellationToken)
        => check == "Lag" ? ReadResult.ReadAsync(
            () => CheckLagAsync(cancellationToken)) : ReadResult.ReadAsync(throttle, () => CheckAsync(check, cancellationToken), cancellationToken);

    private async Task<Finding> CheckAsync(string check, CancellationToken cancellationToken) => check switch
    {
        "Status" => Findings.OfStatus(await Client.Instances.GetAsync(Id, cancellationToken).ConfigureAwait(false)),
        "Cluster" => Findings.OfCluster(await Client.Cluster.GetAsync(Id, cancellationToken).ConfigureAwait(false)),
        "Disk" => Findings.OfDisks(
            await Client.Cluster.ListDiskUsageAsync(Id, new() { Top = 1 }, cancellationToken).ConfigureAwait(false), limits.DiskPercent),
        "Task" => Findings.OfTasks(await Client.Tasks.List(Id, range: new(0, MaxTasks)).ToListAsync(cancellationToken).ConfigureAwait(false)),
        _ => await CheckSmartConnectAsync(cancellationToken).ConfigureAwait(false),
    };

    private async Task<Finding> CheckSmartConnectAsync(CancellationToken cancellationToken)
    {
        try
        {
            IReadOnlyList<SmartConnectTask> all = await Client.SmartConnect.List(Id).ToListAsync(cancellationToken).ConfigureAwait(false);
            SmartConnectTask[] wanted = [.. all.Where(task => limits.ExcludedTasks?.Includes(task.Name) != true)];
            return Findings.OfSmartConnect(wanted).Without(all.Count - wanted.Length, "task");
        }
        catch (DmsException off) when (off.ErrorId == Failures.SmartConnectOffId)
        {
            return Findings.OfSmartConnect(null);
        }
    }

    /// <summary>
    /// Limits its own requests with the throttle, one by one. A group that is known to be late fails the check even if others could
    /// not be read.
    /// </summary>
    private async Task<Finding> CheckLagAsync(CancellationToken cancellationToken)
    {
        DelayReader delays = new(found, throttle);
        (IReadOnlyList<GroupDelay> groups, int leftOut)
            = await delays.ReadAsync(limits.ExcludedGroups, limits.Age is not null, cancellationToken).ConfigureAwait(false);
        Finding finding = Findings.OfLag(groups, limits);
        return finding.Passed is null && delays.Errors.FirstOrDefault() is { } error ? throw error : finding.Without(leftOut, "group");
    }
}
