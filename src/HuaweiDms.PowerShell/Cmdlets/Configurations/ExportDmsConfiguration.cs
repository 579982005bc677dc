using System.Management.Automation;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>Reads what somebody has made of instances: settings, topics, users without their passwords, permissions, quotas and consumer groups. With -Path it goes to a file.</summary>
[Cmdlet(VerbsData.Export, "DmsConfiguration", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
[OutputType("HuaweiDms.InstanceConfiguration")]
public sealed class ExportDmsConfiguration : ConfigurationCmdlet
{
    private string? _path;

    /// <summary>The JSON file, or a folder: then each instance gets a file of its name in it. Left out, the configurations are emitted.</summary>
    [Parameter(Position = 0)]
    [ValidateNotNullOrEmpty]
    public string? Path { get; set; }

    /// <summary>Leaves a file that is there already as it is.</summary>
    [Parameter]
    public SwitchParameter NoClobber { get; set; }

    /// <summary>Emits the configurations that go to files, too.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override string Purpose => "Export configuration";

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        _path = Path is null ? null : FileAt(nameof(Path), Path);
    }

    private protected override async Task RunAsync(IPipeline pipeline, IReadOnlyList<ConfigurationLook> looks)
    {
        if (_path is null)
        {
            await pipeline.WriteAllAsync([.. looks.Select(look => look.Configuration)]).ConfigureAwait(false);
            return;
        }
        ConfigurationFolder folder = new(_path, NoClobber);
        foreach ((ConfigurationLook look, string file) in folder.Place(looks))
        {
            if (!await pipeline.AskAsync(file, $"Write the configuration of {look.Subject}").ConfigureAwait(false))
                continue;
            folder.Write(look.Configuration, file);
            if (PassThru)
                await pipeline.WriteAsync(look.Configuration).ConfigureAwait(false);
        }
    }
}
