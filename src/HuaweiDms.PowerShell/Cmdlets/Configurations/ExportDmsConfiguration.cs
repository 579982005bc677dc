using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>Reads what somebody has made of instances: themselves, settings, topics, users without their passwords, permissions, quotas and consumer groups. With -Path it goes to a file.</summary>
[Cmdlet(VerbsData.Export, "DmsConfiguration", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
[OutputType("HuaweiDms.InstanceConfiguration")]
public sealed class ExportDmsConfiguration : ConfigurationCmdlet
{
    private ConfigurationFolder? _folder;

    /// <summary>The JSON file, or a folder: then each instance gets a file of its name in it. Left out, the configurations are emitted.</summary>
    [Parameter(Position = 0)]
    [ValidateNotNullOrEmpty]
    [NoScript]
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
        _folder = Path is null ? null : new(FileAt(nameof(Path), Path), NoClobber);
    }

    private protected override void Check(IReadOnlyList<FoundInstance> instances) => _folder?.Check(instances.Count);

    private protected override async Task RunAsync(IPipeline pipeline, IReadOnlyList<ConfigurationSnapshot> snapshots)
    {
        if (_folder is null)
        {
            await pipeline.WriteAllAsync([.. snapshots.Select(snapshot => snapshot.Configuration)]).ConfigureAwait(false);
            return;
        }
        foreach ((ConfigurationSnapshot snapshot, string file) in _folder.Place(snapshots))
        {
            try
            {
                if (!await WriteAsync(pipeline, snapshot, file).ConfigureAwait(false))
                    continue;
            }
            catch (FailureException failed)
            {
                // The other files are written all the same.
                await pipeline.WriteErrorAsync(failed.Failure).ConfigureAwait(false);
                continue;
            }
            if (PassThru)
                await pipeline.WriteAsync(snapshot.Configuration).ConfigureAwait(false);
        }
    }

    /// <summary>Asks about a file and writes it; one that must not be written is not asked about.</summary>
    private async Task<bool> WriteAsync(IPipeline pipeline, ConfigurationSnapshot snapshot, string file)
    {
        _folder!.Check(file);
        bool isAgreed = await pipeline.AskAsync(file, $"Write the configuration of {snapshot.Subject}").ConfigureAwait(false);
        if (isAgreed)
            _folder.Write(snapshot.Configuration, file);
        return isAgreed;
    }
}
