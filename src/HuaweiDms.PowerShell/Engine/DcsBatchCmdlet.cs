using System.Management.Automation;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>A batch over DCS instances, which have no other operations here.</summary>
public abstract class DcsBatchCmdlet : BatchCmdlet
{
    /// <summary>The DCS instances, by id.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [ValidateNotNullOrEmpty]
    public string[] InstanceId { get; set; } = [];

    /// <summary>What the service is told to do. A method: PowerShell looks at every property, and would have the client loaded.</summary>
    private protected abstract DcsAction Operation();

    private protected override string ServiceAction => DcsApi.NameOf(Operation());

    private protected override int BatchSize => DcsApi.BatchSize;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (string id in InstanceId)
        {
            if (!new Binding.InstanceReference(id).IsWellFormed)
            {
                WriteError(Failures.InvalidArgument(nameof(InstanceId), id, Text.DcsInstanceIdRule).ToRecord());
                continue;
            }
            foreach (DmsContext context in Contexts)
                Collect(new BatchItem(context, id, Name: null, Place(context)));
        }
    }

    private protected override Task<IReadOnlyList<InstanceActionResult>> SendAsync(
        DmsContext context, IReadOnlyList<string> ids, CancellationToken stop)
        => context.Client.Dcs.ActAsync(Operation(), ids, stop);
}
