using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell.Tests.Support;

/// <summary>PowerShell's side of the pump: records what arrives and on which thread, and can end the pipeline like Select-Object.</summary>
internal sealed class FakeOutput : ICommandOutput
{
    private readonly int _thread = Environment.CurrentManagedThreadId;

    public List<object> Objects { get; } = [];

    public List<string> Asked { get; } = [];

    public List<Failure> Failures { get; } = [];

    public List<Progress> Progress { get; } = [];

    /// <summary>The number of objects after which the pipeline ends.</summary>
    public int EndAfter { get; init; } = int.MaxValue;

    public bool Answer { get; init; } = true;

    public bool AlwaysOnOneThread { get; private set; } = true;

    public Action<object>? OnObject { get; init; }

    public Action<Progress>? OnProgress { get; init; }

    public void WriteObject(object item)
    {
        Note();
        Objects.Add(item);
        OnObject?.Invoke(item);
        if (Objects.Count >= EndAfter)
            throw new PipelineEndedException();
    }

    public void WriteError(Failure failure)
    {
        Note();
        Failures.Add(failure);
    }

    public void WriteVerbose(string message) => Note();

    public void WriteWarning(string message) => Note();

    public void WriteProgress(Progress progress)
    {
        Note();
        OnProgress?.Invoke(progress);
        Progress.Add(progress);
    }

    public bool Ask(string target, string action, bool isHarmless)
    {
        Note();
        Asked.Add(isHarmless ? $"{target}, harmless" : target);
        return Answer;
    }

    private void Note() => AlwaysOnOneThread &= Environment.CurrentManagedThreadId == _thread;
}

/// <summary>The exception that PowerShell throws from a write when the pipeline has ended.</summary>
internal sealed class PipelineEndedException : Exception;
