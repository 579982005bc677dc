using System.Management.Automation;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>Reports how instances differ from a configuration. What the configuration does not mention is not compared.</summary>
[Cmdlet(VerbsData.Compare, "DmsConfiguration")]
[OutputType("HuaweiDms.ConfigurationDifference")]
public sealed class CompareDmsConfiguration : ConfigurationCmdlet
{
    private object? _wanted;

    /// <summary>
    /// The desired configuration: a file from Export-DmsConfiguration, an object that it emits, an object of the same form, or an
    /// instance to compare with.
    /// </summary>
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

    /// <summary>The kinds that are compared.</summary>
    private protected override IReadOnlyCollection<ConfigurationKind>? KindsToRead()
        => [.. ((InstanceConfiguration)_wanted!).Kinds().Where(kind => Kinds()?.Contains(kind) != false)];

    private protected override async Task RunAsync(IPipeline pipeline, IReadOnlyList<ConfigurationSnapshot> snapshots)
    {
        foreach (ConfigurationSnapshot snapshot in snapshots)
            await pipeline.WriteAllAsync(((InstanceConfiguration)_wanted!).Compare(snapshot.Configuration, Kinds())).ConfigureAwait(false);
    }
}
