using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>Lists the tags of instances, or with no instance those of the project (5.10.2, 5.10.3).</summary>
[Cmdlet(VerbsCommon.Get, "DmsTag")]
[OutputType("HuaweiDms.InstanceTag", "HuaweiDms.ProjectTag")]
public sealed class GetDmsTag : DmsCmdlet
{
    /// <summary>Keys, with wildcards.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(TagKeyCompleter))]
    public string[]? Key { get; set; }

    /// <summary>The instances, by id or as objects from Get-DmsInstance; without any, the tags of the project are listed.</summary>
    [Parameter(Position = 1, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(InstanceIdCompleter))]
    public InstanceReference[]? InstanceId { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (InstanceId is null && MyInvocation.ExpectingInput)
        {
            WriteError(Failures.InvalidArgument(nameof(InstanceId), null, Text.InputHasNoId));
            return;
        }
        if (InstanceId is null)
        {
            RunForEachContext(async (context, pipeline) => await WriteAsync(
                pipeline, await context.Client.Tags.ListOfProjectAsync(pipeline.Stop).ConfigureAwait(false), tag => tag.Key, context.Name).ConfigureAwait(false));
            return;
        }
        foreach ((DmsContext context, InstanceReference instance) in Resolve(InstanceId))
        {
            RunReporting(
                async pipeline => await WriteAsync(
                    pipeline, await context.Client.Tags.ListAsync(instance.Id, pipeline.Stop).ConfigureAwait(false), tag => tag.Key, instance.Subject).ConfigureAwait(false),
                instance.Id,
                instance.Subject);
        }
    }

    private Task WriteAsync<T>(IPipeline pipeline, IReadOnlyList<T> tags, Func<T, string?> keyOf, string place)
        where T : class
        => NamedItems
            .Of(tags, new NameFilter(Key), tag => [keyOf(tag)], key => Failures.NotFound("tag", key, place, MyInvocation.MyCommand.Name))
            .WriteAsync(pipeline);
}
