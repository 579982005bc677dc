using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>
/// Exports the configuration of instances: the instances themselves, settings, topics, users without their passwords, access policies,
/// client quotas and consumer groups. With -Path, writes it to files.
/// </summary>
[Cmdlet(VerbsData.Export, "DmsConfiguration", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
[OutputType("HuaweiDms.InstanceConfiguration")]
public sealed class ExportDmsConfiguration : ConfigurationCmdlet
{
    private ConfigurationFolder? _folder;

    /// <summary>The JSON file, or a folder for one file per instance, with its name. If omitted, the configurations are emitted.</summary>
    [Parameter(Position = 0)]
    [ValidateNotNullOrEmpty]
    [NoScript]
    public string? Path { get; set; }

    /// <summary>Leaves an existing file unchanged and reports an error.</summary>
    [Parameter]
    public SwitchParameter NoClobber { get; set; }

    /// <summary>Also emits the configurations that are written to files.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override string Purpose => "Export configuration";

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        _folder = Path is null ? null : new(FileAt(nameof(Path), Path), NoClobber);
    }

    private protected override void Check(IReadOnlyList<FoundInstance> instances) => _folder?.Check(instances.Count);

    private protected override async Task RunAsync(IPipeline pipeline, IReadOnlyList<ConfigurationLook> looks)
    {
        if (_folder is null)
        {
            await pipeline.WriteAllAsync([.. looks.Select(look => look.Configuration)]).ConfigureAwait(false);
            return;
        }
        foreach ((ConfigurationLook look, string file) in _folder.Place(looks))
        {
            try
            {
                if (!await WriteAsync(pipeline, look, file).ConfigureAwait(false))
                    continue;
            }
            catch (FailureException failed)
            {
                // The other files are still written.
                await pipeline.WriteErrorAsync(failed.Failure).ConfigureAwait(false);
                continue;
            }
            if (PassThru)
                await pipeline.WriteAsync(look.Configuration).ConfigureAwait(false);
        }
    }

    /// <summary>Prompts for confirmation and writes a file. A file that must not be written fails before the prompt.</summary>
    private async Task<bool> WriteAsync(IPipeline pipeline, ConfigurationLook look, string file)
    {
        _folder!.Check(file);
        bool isAgreed = await pipeline.AskAsync(file, $"Write the configuration of {look.Subject}").ConfigureAwait(false);
        if (isAgreed)
            _folder.Write(look.Configuration, file);
        return isAgreed;
    }
}
