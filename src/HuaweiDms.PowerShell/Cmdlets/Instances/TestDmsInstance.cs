using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>
/// Checks whether instances are as they should be: whether they run, brokers and replicas are there, disks have room, tasks succeed,
/// Smart Connect copies, and groups keep up (5.1.3, 5.2.6, 5.2.10, 5.3.4, 5.6.2, 5.9.1; with -MaximumAge 5.6.1, 5.8.1). What could not
/// be found out has not passed.
/// </summary>
[Cmdlet(VerbsDiagnostic.Test, "DmsInstance")]
[OutputType("HuaweiDms.InstanceCheck")]
public sealed class TestDmsInstance : InstancesTogetherCmdlet
{
    private static readonly string[] All = ["Status", "Cluster", "Disk", "Task", "SmartConnect", "Lag"];

    /// <summary>What is checked: Status, Cluster, Disk, Task, SmartConnect, Lag; left out, everything. Nothing else is read.</summary>
    [Parameter]
    [ValidateSet("Status", "Cluster", "Disk", "Task", "SmartConnect", "Lag")]
    [CanonicalCase(typeof(TestDmsInstance))]
    public string[]? Check { get; set; }

    /// <summary>How full the fullest disk may be, in percent.</summary>
    [Parameter]
    [ValidateRange(1, 100)]
    [Integer]
    public int MaximumDiskPercent { get; set; } = 80;

    /// <summary>How many messages a consumer group may be behind.</summary>
    [Parameter]
    [ValidateRange(0L, long.MaxValue)]
    public long MaximumLag { get; set; } = 10_000;

    /// <summary>How long a message may wait for a consumer group. Then -MaximumLag counts only where it is given, too.</summary>
    [Parameter]
    [Duration]
    public TimeSpan? MaximumAge { get; set; }

    /// <summary>Consumer groups that may be behind, with wildcards.</summary>
    [Parameter]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ConsumerGroupCompleter))]
    public string[]? ExcludeConsumerGroup { get; set; }

    /// <summary>Smart Connect tasks that need not run, by their names, with wildcards.</summary>
    [Parameter]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(SmartConnectTaskNameCompleter))]
    public string[]? ExcludeSmartConnectTask { get; set; }

    private CheckLimits Limits => new()
    {
        DiskPercent = MaximumDiskPercent,
        Lag = MaximumAge is null || CommandLine.Has(nameof(MaximumLag)) ? MaximumLag : null,
        Age = MaximumAge,
        ExcludedGroups = ExcludeConsumerGroup is null ? null : new(ExcludeConsumerGroup),
        ExcludedTasks = ExcludeSmartConnectTask is null ? null : new(ExcludeSmartConnectTask),
    };

    /// <summary>What is given for all checks of a script, as by $PSDefaultParameterValues, counts where it is about one that is made.</summary>
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
            if (CommandLine.Has(limit) && Check?.Contains(check) == false)
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
            // Only now: an error may end the command, and must not cost the rows of the others.
            foreach (Task<NamedItems> one in all)
            {
                foreach (Failure failure in (await one.ConfigureAwait(false)).Missing)
                    await pipeline.WriteErrorAsync(failure).ConfigureAwait(false);
            }
        }
        finally
        {
            // Nothing may use the throttle after it is gone.
            await Task.WhenAny(Task.WhenAll(all)).ConfigureAwait(false);
        }
    }
}
