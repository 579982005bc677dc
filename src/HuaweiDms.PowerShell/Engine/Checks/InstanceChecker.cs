namespace HuaweiDms.PowerShell.Engine;

/// <summary>Reads what the checks of an instance need, and nothing else, side by side.</summary>
/// <param name="found">The instance.</param>
/// <param name="maximumDiskPercent">How full a disk may be.</param>
/// <param name="maximumLag">How many messages a group may be behind.</param>
/// <param name="throttle">What may be read at once.</param>
internal sealed class InstanceChecker(FoundInstance found, int maximumDiskPercent, long maximumLag, Throttle throttle)
{
    /// <summary>Of an instance's tasks the newest so many are looked at.</summary>
    private const int MostTasks = 100;

    private DmsClient Client => found.Context.Client;

    private string Id => found.Instance.Id;

    /// <summary>A row for each check, in their order, and why those that say nothing do not.</summary>
    public async Task<NamedItems> CheckAsync(IReadOnlyList<string> checks, CancellationToken stop)
    {
        ReportPart<Finding>[] findings = await Task.WhenAll(checks.Select(check => ReportPart.ReadAsync(throttle, () => LookAsync(check, stop), stop))).ConfigureAwait(false);
        List<(string What, DmsException Error)> unread = [];
        List<InstanceCheck> rows = [];
        foreach ((string check, ReportPart<Finding> part) in checks.Zip(findings, (check, part) => (check, part)))
        {
            DmsException? error = part.Error
                ?? (part.Value?.Passed is null ? new DmsException(DmsErrorKind.UnreadableAnswer, "HuaweiDms.UnreadableAnswer", part.Value!.Message) : null);
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
                Limit = LimitOf(check),
            });
        }
        return new(rows, [.. Failures.Unread(unread, found.Instance)]);
    }

    private object LimitOf(string check) => check switch
    {
        "Status" => InstanceStates.Running,
        "Disk" => maximumDiskPercent,
        "Lag" => maximumLag,
        _ => 0,
    };

    private async Task<Finding> LookAsync(string check, CancellationToken stop) => check switch
    {
        "Status" => Judgement.OfStatus(await Client.Instances.GetAsync(Id, stop).ConfigureAwait(false)),
        "Cluster" => Judgement.OfCluster(await Client.Cluster.GetAsync(Id, stop).ConfigureAwait(false)),
        "Disk" => Judgement.OfDisks(await Client.Cluster.ListDiskUsageAsync(Id, new() { Top = 1 }, stop).ConfigureAwait(false), maximumDiskPercent),
        "Task" => Judgement.OfTasks(await Client.Tasks.List(Id, range: new(0, MostTasks)).ToListAsync(stop).ConfigureAwait(false)),
        "SmartConnect" => Judgement.OfSmartConnect(await ReadSmartConnectAsync(stop).ConfigureAwait(false)),
        _ => Judgement.OfLag(await ReadLagAsync(stop).ConfigureAwait(false), maximumLag),
    };

    private async Task<IReadOnlyList<SmartConnectTask>?> ReadSmartConnectAsync(CancellationToken stop)
    {
        try
        {
            return await Client.SmartConnect.List(Id).ToListAsync(stop).ConfigureAwait(false);
        }
        catch (DmsException off) when (off.ErrorId == Failures.SmartConnectOffId)
        {
            return null;
        }
    }

    /// <summary>The list tells how far each group is behind; one of which it does not is read alone. One without a name is passed over.</summary>
    private async Task<IReadOnlyList<(string Name, long Lag)>> ReadLagAsync(CancellationToken stop)
    {
        List<(string Name, long Lag)> groups = [];
        await foreach (ConsumerGroup group in Client.ConsumerGroups.List(Id).WithCancellation(stop).ConfigureAwait(false))
        {
            if (group.Name is not { Length: > 0 } name)
                continue;
            long lag = group.Lag ?? ConsumerLag.Of(await Client.ConsumerGroups.GetAsync(Id, name, stop).ConfigureAwait(false)).Total(part => part.Lag);
            groups.Add((name, lag));
        }
        return groups;
    }
}
