using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>Lists the tags of instances, or of the project if no instance is given (5.10.2, 5.10.3).</summary>
[Cmdlet(VerbsCommon.Get, "DmsTag")]
[OutputType("HuaweiDms.InstanceTag", "HuaweiDms.ProjectTag")]
public sealed class GetDmsTag : DmsCmdlet
{
    private readonly PipelineNames _pipelineNames = new();

    /// <summary>The keys. Wildcards are permitted.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(TagKeyCompleter))]
    public string[]? Key { get; set; }

    /// <summary>The instances, by id or as objects from Get-DmsInstance. If omitted, the tags of the project are listed.</summary>
    [Parameter(Position = 1, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(InstanceIdCompleter))]
    public InstanceReference[]? InstanceId { get; set; }

    /// <summary>Tags from the pipeline are looked up in one list per instance. The key of a message is not the key of a tag.</summary>
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
                pipeline, await context.Client.Tags.ListOfProjectAsync(pipeline.Stop).ConfigureAwait(false), new(Key), tag => tag.Key, context.Name).ConfigureAwait(false));
            return;
        }
        foreach (FoundInstance found in Resolve(InstanceId))
        {
            if (_pipelineNames.NeedsWholeList(found, CommandLine.Has(nameof(Key)) || found.Instance.Contained is { Noun: not "tag" } ? [] : Key ?? []))
                List(found, new(CommandLine.Has(nameof(Key)) ? Key : null));
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        foreach ((FoundInstance found, NameFilter keys) in _pipelineNames.All)
            List(found, keys);
    }

    private void List(FoundInstance found, NameFilter keys)
        => RunReporting(
            async pipeline => await WriteAsync(
                pipeline,
                await found.Context.Client.Tags.ListAsync(found.Instance.Id, pipeline.Stop).ConfigureAwait(false),
                keys,
                tag => tag.Key,
                found.Instance.Subject).ConfigureAwait(false),
            found.Instance.Id,
            found.Instance.Subject);

    private Task WriteAsync<T>(IPipeline pipeline, IReadOnlyList<T> tags, NameFilter keys, Func<T, string?> keyOf, string place)
        where T : class
        => NamedItems
            .Of(tags, keys, tag => [keyOf(tag)], key => Failures.NotFound("tag", key, place, MyInvocation.MyCommand.Name))
            .WriteAsync(pipeline);
}
