using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>
/// Writes one page about instances: how far groups are behind, how full disks are, how leaders and replicas are spread, which topics
/// are odd. It needs nothing but itself, so it can be sent, attached and printed.
/// </summary>
[Cmdlet(VerbsData.Export, "DmsReport", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
[OutputType("System.IO.FileInfo")]
public sealed class ExportDmsReport : InstancesTogetherCmdlet
{
    private string _path = string.Empty;

    /// <summary>The HTML file, or a folder: then the file is called as the instance, or <c>kafka-report</c> for several.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    [NoScript]
    public string Path { get; set; } = string.Empty;

    /// <summary>What it tells: Lag, Disk, Balance, Topic; left out, everything. The service tells of the balance one topic a second.</summary>
    [Parameter]
    [ValidateSet("Lag", "Disk", "Balance", "Topic")]
    [CanonicalCase(typeof(ExportDmsReport))]
    public string[]? Part { get; set; }

    /// <summary>Only these topics, with wildcards.</summary>
    [Parameter]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(TopicNameCompleter))]
    public string[]? Topic { get; set; }

    /// <summary>Looks at the lag twice, so long apart, and judges. Longer than consumers take between two commits, which is 5 seconds by default.</summary>
    [Parameter]
    [Positive]
    [Duration]
    public TimeSpan? Sample { get; set; }

    /// <summary>How many rows a table has, the worst first; how many there are besides is said below it.</summary>
    [Parameter]
    [ValidateRange(1, 100_000)]
    [Integer]
    public int Top { get; set; } = 50;

    /// <summary>Leaves a file that is there already as it is.</summary>
    [Parameter]
    public SwitchParameter NoClobber { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        _path = FileAt(nameof(Path), Path);
    }

    private protected override async Task RunAsync(IPipeline pipeline, IReadOnlyList<FoundInstance> instances)
    {
        ReportFile file = new(_path, [.. instances.Select(item => item.Instance)], NoClobber);
        file.Check();
        string subjects = string.Join(", ", instances.Select(item => item.Instance.Subject));
        if (!await pipeline.AskAsync(file.Name, $"Write the report on {subjects}").ConfigureAwait(false))
            return;
        DateTimeOffset takenAt = UtcNow;
        IReadOnlyList<InstanceReport> reports = await ReadAsync(pipeline, instances).ConfigureAwait(false);
        if (reports.Any(report => !report.IsEmpty))
        {
            file.Write(new ReportPage(takenAt, Top).Draw(reports));
            // As Get-Item has it, with what PowerShell adds to a file.
            await pipeline.OnPipelineThreadAsync(
                () => WriteObject(InvokeProvider.Item.Get([file.Name], force: true, literalPath: true), enumerateCollection: true)).ConfigureAwait(false);
        }
        // Only now: an error may end the command, and must not cost the page that says of it as well.
        foreach (InstanceReport report in reports)
        {
            foreach (Failure failure in Failures.Unread(report.Problems, report.Subject))
                await pipeline.WriteErrorAsync(failure).ConfigureAwait(false);
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
