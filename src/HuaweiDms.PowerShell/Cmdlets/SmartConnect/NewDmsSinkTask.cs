using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>Creates dump tasks (7.2.4.3, historical). Replaced by New-DmsSmartConnectTask.</summary>
[Cmdlet(VerbsCommon.New, "DmsSinkTask", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType("HuaweiDms.SinkTask")]
public sealed class NewDmsSinkTask : ActionCmdlet
{
    /// <summary>The name: 4 to 64 letters, digits, hyphens and underscores.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string Name { get; set; } = string.Empty;

    /// <summary>The Smart Connect of the instances, by id or as objects from Get-DmsInstance.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ConnectorIdCompleter))]
    public ConnectorReference[] ConnectorId { get; set; } = [];

    /// <summary>The topics: at most 20 names, or one regular expression.</summary>
    [Parameter(Mandatory = true)]
    [ValidateNotNullOrEmpty]
    [ValidateCount(1, SmartConnectRules.MaxTopics)]
    public string[] Topic { get; set; } = [];

    /// <summary>The OBS bucket to which messages are written.</summary>
    [Parameter(Mandatory = true)]
    [ValidateNotNullOrEmpty]
    public string ObsBucketName { get; set; } = string.Empty;

    /// <summary>The keys for writing to the bucket: the access key as user name, the secret key as password.</summary>
    [Parameter(Mandatory = true)]
    [Credential]
    public PSCredential? ObsCredential { get; set; }

    /// <summary>The folder in the bucket: at most 64 letters, digits, hyphens, underscores and slashes.</summary>
    [Parameter]
    public string? ObsPath { get; set; }

    /// <summary>The position at which reading starts.</summary>
    [Parameter]
    [CanonicalCase(typeof(NewDmsSinkTask))]
    [ValidateSet("latest", "earliest")]
    public string ConsumerStrategy { get; set; } = "latest";

    /// <summary>The format of the folders by time.</summary>
    [Parameter]
    [CanonicalCase(typeof(NewDmsSinkTask))]
    [ValidateSet("yyyy", "yyyy/MM", "yyyy/MM/dd", "yyyy/MM/dd/HH", "yyyy/MM/dd/HH/mm")]
    public string PartitionFormat { get; set; } = "yyyy/MM/dd/HH/mm";

    /// <summary>The separator between messages: a comma, a semicolon, a bar, '\n' or NULL.</summary>
    [Parameter]
    [RecordDelimiter]
    public string? RecordDelimiter { get; set; }

    /// <summary>The interval at which a file is written, 30 seconds to 15 minutes; 5 minutes by default.</summary>
    [Parameter]
    [Duration]
    public TimeSpan DeliverInterval { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Emits a task with this name that already exists instead of reporting an error, and warns if its topics or its bucket differ.</summary>
    [Parameter]
    public SwitchParameter IfNotExists { get; set; }

    private protected override string Purpose => "Create";

    private protected override string Action => $"{Purpose}{(IfNotExists ? " unless it exists" : string.Empty)} (topics {string.Join(", ", Topic)} -> obs://{ObsBucketName}/{ObsPath})";

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        using SinkTaskSpecification wanted = Specify();
        if ((SmartConnectRules.CheckName(Name) ?? SmartConnectRules.CheckDumpPath(ObsPath) ?? SmartConnectRules.CheckObs(wanted.Destination)) is { } broken)
            ThrowTerminatingError(broken);
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach ((DmsContext context, ConnectorReference connector) in Resolve(ConnectorId))
            Collect(SubjectIn(connector), Name, pipeline => CreateAsync(context, connector, pipeline));
    }

    private string SubjectIn(ConnectorReference connector) => $"dump task {Name} of {connector.Subject}";

    private async Task<object?> CreateAsync(DmsContext context, ConnectorReference connector, IPipeline pipeline)
    {
        PagedResult<SinkTask> tasks = context.Client.SinkTasks.List(connector.Id);
        await foreach (SinkTask task in tasks.WithCancellation(pipeline.Stop).ConfigureAwait(false))
        {
            if (task.Name != Name)
                continue;
            if (!IfNotExists)
                throw new FailureException(Failures.AlreadyExists(Name, connector.Subject, Text.SinkTaskExistsAdvice));
            return await KeepAsync(context, connector, task, pipeline).ConfigureAwait(false);
        }
        // The name was free, so if the response is lost, a task with this name is the one just requested.
        string id = await Creation.RunAsync(
            pipeline,
            Purpose,
            Name,
            SubjectIn(connector),
            cancellationToken => SendAsync(context, connector.Id, cancellationToken),
            tasks,
            task => task.Name == Name ? task.TaskId : null).ConfigureAwait(false);
        return await context.Client.SinkTasks.GetAsync(connector.Id, id, cancellationToken: pipeline.Stop).ConfigureAwait(false);
    }

    private async Task<SinkTask> KeepAsync(DmsContext context, ConnectorReference connector, SinkTask listed, IPipeline pipeline)
    {
        SinkTask existing
            = await context.Client.SinkTasks.GetAsync(connector.Id, listed.TaskId!, cancellationToken: pipeline.Stop).ConfigureAwait(false);
        using SinkTaskSpecification wanted = Specify();
        (string, ObsSink?) present = (TaskTopics.Describe(existing.Topics), existing.Destination);
        if (TaskTopics.Difference(SubjectIn(connector), present, (TaskTopics.Describe(Topic), wanted.Destination), "Remove-DmsSinkTask") is { } difference)
            pipeline.WriteWarning(difference);
        return existing;
    }

    private async Task<string> SendAsync(DmsContext context, string connectorId, CancellationToken cancellationToken)
    {
        using SinkTaskSpecification wanted = Specify();
        return await context.Client.SinkTasks.CreateAsync(connectorId, wanted, cancellationToken).ConfigureAwait(false);
    }

    private SinkTaskSpecification Specify() => new()
    {
        Name = Name,
        Topics = Topic,
        Destination = new ObsSink
        {
            BucketName = ObsBucketName,
            Path = ObsPath,
            ConsumerStrategy = ConsumerStrategy,
            PartitionFormat = PartitionFormat,
            RecordDelimiter = RecordDelimiter,
            DeliverInterval = DeliverInterval,
        }.OpenedBy(ObsCredential!),
    };
}
