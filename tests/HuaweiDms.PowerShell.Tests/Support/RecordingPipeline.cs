using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell.Tests.Support;

/// <summary>A pipeline without PowerShell: records what a body writes, and answers its prompts.</summary>
internal sealed class RecordingPipeline(CancellationToken cancellationToken = default) : IPipeline
{
    private readonly Lock _gate = new();

    public List<object> Objects { get; } = [];

    public List<Failure> Failures { get; } = [];

    public List<string> Verbose { get; } = [];

    public List<Progress> Progress { get; } = [];

    public CancellationToken Stop { get; } = cancellationToken;

    public Task TurnAsync() => Task.CompletedTask;

    public Task WriteAsync(object item) => Keep(() => Objects.Add(item));

    public Task WriteAllAsync<T>(IReadOnlyList<T> items) => Keep(() => Objects.AddRange(items.Cast<object>()));

    public Task WriteErrorAsync(Failure failure) => Keep(() => Failures.Add(failure));

    public void WriteVerbose(string message) => _ = Keep(() => Verbose.Add(message));

    public void WriteWarning(string message) => _ = Keep(() => Verbose.Add(message));

    public void WriteProgress(Progress progress) => _ = Keep(() => Progress.Add(progress));

    public Task<bool> AskAsync(string target, string action, bool isHarmless = false) => Task.FromResult(true);

    public Task OnPipelineThreadAsync(Action action) => Keep(action);

    private Task Keep(Action keep)
    {
        Stop.ThrowIfCancellationRequested();
        lock (_gate)
            keep();
        return Task.CompletedTask;
    }
}
