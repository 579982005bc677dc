using System.Management.Automation;
using HuaweiDms.Emulator;
using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>A cmdlet for items inside instances of running emulators.</summary>
public abstract class EmulatorInstanceCmdlet : EmulatorCmdlet
{
    /// <summary>The instances, by id or as objects from Get-DmsInstance.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(InstanceIdCompleter))]
    public InstanceReference[] InstanceId { get; set; } = [];

    /// <summary>The emulators, as Start-DmsEmulator emits them; by default, all of this process that have the instance.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public override DmsEmulator[]? Emulator { get; set; }

    /// <summary>Processes one instance of one emulator.</summary>
    private protected abstract void Process(DmsEmulator emulator, InstanceReference instance);

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        IReadOnlyList<DmsEmulator> emulators = Find();
        foreach (InstanceReference instance in InstanceId)
        {
            DmsEmulator[] having = [.. emulators.Where(emulator => emulator.Consumers.HasInstance(instance.Id))];
            if (having.Length == 0 && emulators.Count > 0)
                WriteError(Failures.NotFound("instance", instance.Id, "emulator", "Get-DmsInstance"));
            foreach (DmsEmulator emulator in having)
                Process(emulator, instance);
        }
    }
}
