using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>Lists Kafka instances, or reads those with the given ids (5.1.2, 5.1.3; v1.0: 7.1.1.2, 7.1.1.6).</summary>
[Cmdlet(VerbsCommon.Get, "DmsInstance", DefaultParameterSetName = ById, SupportsPaging = true)]
[OutputType("HuaweiDms.Instance")]
public sealed class GetDmsInstance : ListCmdlet
{
    private const string ByName = "ByName";
    private const string ById = "ById";

    /// <summary>Names, with wildcards; a name without one that does not exist is an error.</summary>
    [Parameter(Position = 0, ParameterSetName = ByName)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(InstanceNameCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? Name { get; set; }

    /// <summary>Ids, or instances to read again.</summary>
    [Parameter(ParameterSetName = ById, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [Alias("Id")]
    [ArgumentCompleter(typeof(InstanceIdCompleter))]
    public InstanceReference[]? InstanceId { get; set; }

    /// <summary>Only instances in this state.</summary>
    [Parameter(ParameterSetName = ByName)]
    [ArgumentCompleter(typeof(InstanceStatusCompleter))]
    [ValidateNotNullOrEmpty]
    public string? Status { get; set; }

    /// <summary>Only instances of this enterprise project.</summary>
    [Parameter(ParameterSetName = ByName)]
    [ValidateNotNullOrEmpty]
    public string? EnterpriseProjectId { get; set; }

    /// <summary>Only instances with all of these tags, as a table or as text (env=test); a value of $null or '*' takes any.</summary>
    [Parameter(ParameterSetName = ByName)]
    [ValidateNotNullOrEmpty]
    [Tags]
    public System.Collections.IDictionary? Tag { get; set; }

    /// <summary>Lists instances whose creation failed, too.</summary>
    [Parameter(ParameterSetName = ByName)]
    public SwitchParameter IncludeFailed { get; set; }

    private protected override string Noun => "instance";

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (InstanceId is not null)
            Read();
        else if (MyInvocation.ExpectingInput)
            WriteError(Failures.InvalidArgument(nameof(InstanceId), null, Text.InputHasNoId).ToRecord());
        else
            ListAll();
    }

    private void ListAll()
    {
        if (Status is not null && InstanceStates.Doubt(Status) is { } doubt)
            WriteWarning(doubt);
        RunForEachContext(ListAsync);
    }

    private Task ListAsync(DmsContext context, IPipeline pipeline)
        => ListAsync(
            context,
            pipeline,
            new NameFilter(Name),
            (query, range) => context.Client.Instances.List(Filter(query), range),
            instance => instance.Name,
            Tag is null ? null : instance => TagFilter.Matches(instance.Tags, Tag),
            known: context.Client.Instances.Names.All);

    private InstanceFilter Filter(NameQuery query)
        => new()
        {
            Name = query.Name,
            ExactName = query.Whole,
            Status = Status?.ToUpperInvariant(),
            EnterpriseProjectId = EnterpriseProjectId,
            IncludeFailed = IncludeFailed,
        };

    private void Read()
    {
        WorkItem[] items =
        [
            .. Resolve(InstanceId!).Select(
                found => new WorkItem(
                    found.Instance.Subject,
                    found.Instance.Id,
                    async pipeline => await found.Context.Client.Instances.GetAsync(found.Instance.Id, pipeline.Stop).ConfigureAwait(false))),
        ];
        RunReporting(pipeline => ItemRunner.RunAsync(pipeline, items, MyInvocation.MyCommand.Name, throttleLimit: 16));
    }
}
