using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>Waits until Kafka instances reach a state (5.1.3).</summary>
[Cmdlet(VerbsLifecycle.Wait, "DmsInstance")]
[OutputType("HuaweiDms.Instance")]
public sealed class WaitDmsInstance : DmsCmdlet
{
    private readonly List<FoundInstance> _instances = [];
    private readonly HashSet<FoundInstance> _known = [];

    /// <summary>The instances, by id or as objects from Get-DmsInstance.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [ArgumentCompleter(typeof(InstanceIdCompleter))]
    public InstanceReference[] InstanceId { get; set; } = [];

    /// <summary>The state to wait for, or several of which one is enough; DELETED waits until the instance no longer exists.</summary>
    [Parameter(Position = 1)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(InstanceStatusCompleter))]
    public string[] Status { get; set; } = [InstanceStates.Running];

    /// <summary>The maximum time to wait; one hour by default.</summary>
    [Parameter]
    [Positive]
    [Duration]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromHours(1);

    /// <summary>The time between two reads. If omitted, the cmdlet reads often at first and later every 15 seconds.</summary>
    [Parameter]
    [Positive]
    [Duration]
    public TimeSpan? PollInterval { get; set; }

    /// <summary>An instance that is given twice is waited for once.</summary>
    protected override void ProcessRecord()
        => _instances.AddRange(Resolve(InstanceId).Where(_known.Add));

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (_instances.Count > 0)
            RunReporting(WaitAsync);
    }

    private async Task WaitAsync(IPipeline pipeline)
    {
        foreach (string warning in KnownStates.Instances.Warnings(Status))
            pipeline.WriteWarning(warning);
        WaitGoal goal = WaitGoal.AnyOf([.. Status.Select(state => state.ToUpperInvariant())]);
        InstanceStatusReader statusReader = new();
        using Throttle reads = new();
        using Waiter waiter = new(pipeline, $"Waiting for {goal.Name}", _instances.Count, Timeout, PollInterval);
        (FoundInstance Found, WaitTarget Target)[] all =
        [
            .. _instances.Select(found => (
                found, statusReader.Target(found.Context, found.Instance.Id, found.Instance.Subject, found.Instance.Id, goal.Missing ?? (found.Instance.IsOrdered ? "CREATING" : null)))),
        ];
        WorkItem[] items =
        [
            .. all.Select(item => new WorkItem(
                item.Found.Instance.Subject, item.Found.Instance.Id, inner => WaitAsync(inner, waiter, goal, item.Found, item.Target, reads))),
        ];
        await ItemRunner.RunAsync(pipeline, items, Purpose, items.Length).ConfigureAwait(false);
    }

    /// <summary>Emits the full instance, which a list does not contain; a deleted instance emits nothing.</summary>
    private static async Task<object?> WaitAsync(
        IPipeline pipeline, Waiter waiter, WaitGoal goal, FoundInstance found, WaitTarget target, Throttle reads)
    {
        string state = await waiter.WaitAsync(target, goal).ConfigureAwait(false);
        return state == WaitGoal.DeletedState
            ? null
            : await reads.RunAsync(() => found.Context.Client.Instances.GetAsync(found.Instance.Id, pipeline.Stop), pipeline.Stop).ConfigureAwait(false);
    }
}
