using System.Management.Automation;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>A batch over DCS instances, which have no other operations here.</summary>
public abstract class DcsBatchCmdlet : BatchCmdlet
{
    /// <summary>
    /// <para type="description">The DCS instances, by id.</para>
    /// </summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [ValidateNotNullOrEmpty]
    public string[] InstanceId { get; set; } = [];

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
                Collect(new BatchItem(context, id, Name: null));
        }
    }
}
