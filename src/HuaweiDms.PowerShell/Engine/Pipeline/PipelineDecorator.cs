namespace HuaweiDms.PowerShell.Engine;

/// <summary>A pipeline that changes some operations and forwards all others.</summary>
internal abstract class PipelineDecorator(IPipeline inner) : IPipeline
{
    public virtual CancellationToken Stop => inner.Stop;

    protected IPipeline Inner => inner;

    public virtual Task TurnAsync() => inner.TurnAsync();

    public virtual Task WriteAsync(object item) => inner.WriteAsync(item);

    public virtual Task WriteAllAsync<T>(IReadOnlyList<T> items) => inner.WriteAllAsync(items);

    public virtual Task WriteErrorAsync(Failure failure) => inner.WriteErrorAsync(failure);

    public void WriteVerbose(string message) => inner.WriteVerbose(message);

    public void WriteWarning(string message) => inner.WriteWarning(message);

    public void WriteProgress(Progress progress) => inner.WriteProgress(progress);

    public Task<bool> AskAsync(string target, string action, bool isHarmless = false) => inner.AskAsync(target, action, isHarmless);

    public Task OnPipelineThreadAsync(Action action) => inner.OnPipelineThreadAsync(action);
}
