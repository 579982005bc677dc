using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>
/// Checks the health of instances: whether they run, brokers and replicas are available, disks have free space, tasks succeed, Smart
/// Connect copies, and consumer groups keep up (5.1.3, 5.2.6, 5.2.10, 5.3.4, 5.6.2, 5.9.1; with -MaximumAge 5.6.1, 5.8.1). A check
/// whose data could not be read has not passed.
/// </summary>
[Cmdlet(VerbsDiagnostic.Test, "DmsInstance")]
[OutputType("HuaweiDms.InstanceCheck")]
public sealed class TestDmsInstance : InstancesTogetherCmdlet
{
    private static readonly string[] All = ["Status", "Cluster", "Disk", "Task", "SmartConnect", "Lag"];

    /// <summary>The checks to make: Status, Cluster, Disk, Task, SmartConnect, Lag. If omitted, all. Only what they need is read.</summary>
    [Parameter]
    [ValidateSet("Status", "Cluster", "Disk", "Task", "SmartConnect", "Lag")]
    [AsListed(typeof(TestDmsInstance))]
    public string[]? Check { get; set; }

    /// <summary>The maximum usage of the fullest disk, in percent.</summary>
    [Parameter]
    [ValidateRange(1, 100)]
    [Integer]
    public int MaximumDiskPercent { get; set; } = 80;

    /// <summary>The maximum lag of a consumer group, in messages.</summary>
    [Parameter]
    [ValidateRange(0L, long.MaxValue)]
    public long MaximumLag { get; set; } = 10_000;

    /// <summary>The maximum time that a message may wait for a consumer group. -MaximumLag then applies only if it is also given.</summary>
    [Parameter]
    [Duration]
    public TimeSpan? MaximumAge { get; set; }

    /// <summary>Consumer groups that may lag. Wildcards are permitted.</summary>
    [Parameter]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ConsumerGroupCompleter))]
    public string[]? ExcludeConsumerGroup { get; set; }

    /// <summary>Smart Connect tasks that need not run, by name. Wildcards are permitted.</summary>
    [Parameter]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(SmartConnectTaskNameCompleter))]
    public string[]? ExcludeSmartConnectTask { get; set; }

    private CheckLimits Limits => new()
    {
        DiskPercent = MaximumDiskPercent,
        Lag = MaximumAge is null || Given.Has(nameof(MaximumLag)) ? MaximumLag : null,
        Age = MaximumAge,
        ExcludedGroups = ExcludeConsumerGroup is null ? null : new(ExcludeConsumerGroup),
        ExcludedTasks = ExcludeSmartConnectTask is null ? null : new(ExcludeSmartConnectTask),
    };

    /// <summary>A limit from $PSDefaultParameterValues is not an error if its check is omitted.</summary>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        if (MaximumAge < TimeSpan.Zero)
            ThrowTerminatingError(Failures.InvalidArgument(nameof(MaximumAge), MaximumAge, Text.MaximumAgeRule));
        (string Limit, string Check)[] limits =
        [
            (nameof(MaximumDiskPercent), "Disk"), (nameof(MaximumLag), "Lag"), (nameof(MaximumAge), "Lag"), (nameof(ExcludeConsumerGroup), "Lag"),
            (nameof(ExcludeSmartConnectTask), "SmartConnect"),
        ];
        foreach ((string limit, string check) in limits)
        {
            if (Given.Has(limit) && Check?.Contains(check) == false)
                WriteVerbose(Format(Text.CheckLimitIdle, limit, check));
        }
    }

    private protected override async Task RunAsync(IPipeline pipeline, IReadOnlyList<FoundInstance> instances)
    {
        string[] checks = [.. (Check ?? All).Distinct(StringComparer.Ordinal)];
        CheckLimits limits = Limits;
        using Throttle throttle = new(ThrottleLimit);
        Task<NamedItems>[] all = [.. instances.Select(found => new InstanceChecker(found, limits, throttle).CheckAsync(checks, pipeline.Stop))];
        try
        {
            foreach (Task<NamedItems> one in all)
                await pipeline.WriteAllAsync((await one.ConfigureAwait(false)).Items).ConfigureAwait(false);
            // Errors come last: one that ends the command must not suppress the rows of other instances.
            foreach (Task<NamedItems> one in all)
            {
                foreach (Failure failure in (await one.ConfigureAwait(false)).Missing)
                    await pipeline.WriteErrorAsync(failure).ConfigureAwait(false);
            }
        }
        finally
        {
            // The checks use the throttle, so they must end before it is disposed.
            await Task.WhenAny(Task.WhenAll(all)).ConfigureAwait(false);
        }
    }
}
