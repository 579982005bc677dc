using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>Lists the settings of instances: their values, the values they accept, and which need a restart (5.1.7).</summary>
[Cmdlet(VerbsCommon.Get, "DmsInstanceConfig", SupportsPaging = true)]
[OutputType("HuaweiDms.InstanceConfig")]
public sealed class GetDmsInstanceConfig : NamedListCmdlet
{
    private const string Noun = "setting";

    /// <summary>The settings, such as log.retention.hours. Wildcards are permitted. Settings from the pipeline are read again.</summary>
    [Parameter(Position = 0)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ConfigNameCompleter))]
    public string[]? Name { get; set; }

    private protected override string[]? Wanted => Name;

    private protected override IReadOnlyCollection<string> NamesFromRecord(InstanceReference instance)
        => Name is null && instance.Contained is { Key: { } name } item && item.Noun == Noun ? [name] : [];

    private protected override Task ListAsync(IPipeline pipeline, DmsContext context, InstanceReference instance, NameFilter names)
        => ListAsync(
            pipeline, names, new NamedList<InstanceConfig>(range => context.Client.Settings.ListConfigs(instance.Id, range), config => config.Name, Noun, instance.Subject));
}
