using System.Management.Automation;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>Tells in what instances are not as a configuration has it. What the configuration does not say is not compared.</summary>
[Cmdlet(VerbsData.Compare, "DmsConfiguration")]
[OutputType("HuaweiDms.ConfigurationDifference")]
public sealed class CompareDmsConfiguration : ConfigurationCmdlet
{
    private object? _wanted;

    /// <summary>How they are to be: a file from Export-DmsConfiguration, what it emits, an object of that form, or an instance, to be as that is.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNull]
    public object? Configuration { get; set; }

    private protected override string Purpose => "Compare configuration";

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        _wanted = ReadConfiguration(Configuration!);
    }

    private protected override async Task RunAsync(IPipeline pipeline, IReadOnlyList<ConfigurationSnapshot> snapshots)
    {
        foreach (ConfigurationSnapshot snapshot in snapshots)
            await pipeline.WriteAllAsync(((InstanceConfiguration)_wanted!).Compare(snapshot.Configuration, Kinds())).ConfigureAwait(false);
    }
}
