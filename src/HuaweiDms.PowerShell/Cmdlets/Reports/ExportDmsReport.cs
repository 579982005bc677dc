using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>
/// Writes a self-contained HTML page about instances: consumer lag, disk usage, the distribution of leaders and replicas, and topics
/// with problems. It can be sent, attached and printed.
/// </summary>
[Cmdlet(VerbsData.Export, "DmsReport", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
[OutputType("System.IO.FileInfo")]
public sealed class ExportDmsReport : InstancesTogetherCmdlet
{
    private string _path = string.Empty;

    /// <summary>
    /// The HTML file (.html, .htm or no extension), or a folder. In a folder, the file has the name of the instance, or <c>kafka-report</c> for several instances.
    /// </summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    [NoScript]
    public string Path { get; set; } = string.Empty;

    /// <summary>
    /// The parts of the report: Lag, Disk, Balance, Topic. If omitted, all. For Balance, the service reports one topic per second.
    /// </summary>
    [Parameter]
    [ValidateSet("Lag", "Disk", "Balance", "Topic")]
    [CanonicalCase(typeof(ExportDmsReport))]
    public string[]? Part { get; set; }

    /// <summary>Only these topics. Wildcards are permitted.</summary>
    [Parameter]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(TopicNameCompleter))]
    public string[]? Topic { get; set; }

    /// <summary>
    /// Reads the lag twice, this far apart, and reports the trend. Use more time than consumers take between two commits (5 seconds by
    /// default).
    /// </summary>
    [Parameter]
    [Positive]
    [Duration]
    public TimeSpan? Sample { get; set; }

    /// <summary>The maximum number of rows per table, the worst first. The number of remaining rows is shown below the table.</summary>
    [Parameter]
    [ValidateRange(1, 100_000)]
    [Integer]
    public int Top { get; set; } = 50;

    /// <summary>Leaves an existing file unchanged and reports an error.</summary>
    [Parameter]
    public SwitchParameter NoClobber { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        _path = FileAt(nameof(Path), Path);
        if (!ReportFile.IsPage(_path))
            ThrowTerminatingError(Failures.InvalidArgument(nameof(Path), Path, Text.ReportPageRule));
    }

    private protected override async Task RunAsync(IPipeline pipeline, IReadOnlyList<FoundInstance> instances)
    {
        ReportFile file = new(_path, [.. instances.Select(item => item.Instance)], NoClobber);
        file.Check();
        instances = await WithTopicsAsync(pipeline, instances).ConfigureAwait(false);
        if (instances.Count == 0)
            return;
        string subjects = string.Join(", ", instances.Select(item => item.Instance.Subject));
        if (!await pipeline.AskAsync(file.Name, $"Write the report on {subjects}").ConfigureAwait(false))
            return;
        DateTimeOffset takenAt = instances[0].Context.Client.UtcNow;
        IReadOnlyList<InstanceReport> reports = await ReadAsync(pipeline, instances).ConfigureAwait(false);
        if (reports.Any(report => !report.IsEmpty))
        {
            file.Write(new ReportPage(takenAt, Top).Draw(reports));
            // Like Get-Item, with the properties that PowerShell adds to a file.
            await pipeline.OnPipelineThreadAsync(
                () => WriteObject(InvokeProvider.Item.Get([file.Name], force: true, literalPath: true), enumerateCollection: true)).ConfigureAwait(false);
        }
        // Errors come last: one that ends the command must not prevent the page, which shows it as well.
        foreach (InstanceReport report in reports)
        {
            foreach (Failure failure in Failures.Unread(report.Problems, report.Subject))
                await pipeline.WriteErrorAsync(failure).ConfigureAwait(false);
        }
    }

    /// <summary>Reports topics that do not exist, and returns the instances that others are requested of.</summary>
    private async Task<IReadOnlyList<FoundInstance>> WithTopicsAsync(IPipeline pipeline, IReadOnlyList<FoundInstance> instances)
    {
        NameFilter topics = new(Topic);
        if (topics.Literals.Count == 0)
            return instances;
        List<FoundInstance> having = [];
        await ParallelLists.WriteAsync(
            pipeline,
            instances,
            ThrottleLimit,
            async (instance, cancellationToken) => (IReadOnlyList<(FoundInstance, IReadOnlyList<Failure>)>)
                [(instance, await MissingAsync(instance, topics.Literals, cancellationToken).ConfigureAwait(false))],
            (instance, error) => Failures.From(error, instance.Instance.Id, MyInvocation.MyCommand.Name, instance.Instance.Subject),
            async read =>
            {
                (FoundInstance instance, IReadOnlyList<Failure> missing) = read[0];
                foreach (Failure failure in missing)
                    await pipeline.WriteErrorAsync(failure).ConfigureAwait(false);
                if (topics.HasPatterns || missing.Count < topics.Literals.Count)
                    having.Add(instance);
                return true;
            }).ConfigureAwait(false);
        return having;
    }

    /// <summary>If the topics of an instance cannot be read, the report shows it.</summary>
    private static async Task<IReadOnlyList<Failure>> MissingAsync(
        FoundInstance found, IReadOnlyList<string> topics, CancellationToken cancellationToken)
    {
        try
        {
            Dictionary<string, object> read
                = await TopicLookup.FindOrFailAsync(found.Context, found.Instance, topics, cancellationToken).ConfigureAwait(false);
            return [.. topics.Select(topic => read[topic]).OfType<Failure>()];
        }
        catch (DmsException)
        {
            return [];
        }
    }

    private async Task<IReadOnlyList<InstanceReport>> ReadAsync(IPipeline pipeline, IReadOnlyList<FoundInstance> instances)
    {
        ReportRequest request = new() { Lag = Wants("Lag"), Disk = Wants("Disk"), Balance = Wants("Balance"), Topics = Wants("Topic"), Filter = new(Topic), Sample = Sample };
        TopicProgress progress = new(pipeline, "Reading for a report", "replicas");
        using Throttle throttle = new(ThrottleLimit);
        InstanceReport[] reports = await Task.WhenAll(
            instances.Select(item => new ReportReader(item.Context, item.Instance, request, throttle, progress).ReadAsync(pipeline.Stop))).ConfigureAwait(false);
        progress.End();
        return reports;
    }

    private bool Wants(string part) => Part?.Contains(part) != false;
}
