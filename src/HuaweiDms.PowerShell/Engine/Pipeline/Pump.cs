using System.Collections.Concurrent;
using System.Management.Automation;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>
/// Runs an asynchronous body while the pipeline's thread does what only it may do. However the pipeline ends, the body is cancelled
/// and has ended before <see cref="Run"/> returns: <c>Select-Object -First 1</c> does not stop a command, it throws from the write.
/// Progress that the body left on the screen is then removed.
/// </summary>
internal sealed class Pump : IPipeline, IDisposable
{
    /// <summary>
    /// The number of objects that a body may be ahead of the pipeline. Small, so that a reader that stops early has cost little.
    /// </summary>
    private const int Capacity = 32;

    /// <summary>
    /// A body that does not react to cancellation is abandoned after this time, so that the prompt returns within a second.
    /// </summary>
    private static readonly TimeSpan MaxWait = TimeSpan.FromMilliseconds(800);

    private readonly ICommandOutput _output;
    private readonly CancellationTokenSource _stop;
    private readonly BlockingCollection<Action> _queue = new(new ConcurrentQueue<Action>());
    private readonly SemaphoreSlim _room = new(Capacity, Capacity);
    private Progress? _shown;

    public Pump(ICommandOutput output, CancellationToken cancellationToken)
    {
        _output = output;
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Stop = _stop.Token;
    }

    public CancellationToken Stop { get; }

    /// <summary>Runs the body to its end. Call on the pipeline's thread.</summary>
    public void Run(Func<IPipeline, Task> body)
    {
        try
        {
            RunToEnd(body);
        }
        finally
        {
            EndProgress();
        }
    }

    private void RunToEnd(Func<IPipeline, Task> body)
    {
        Task running = Task.Run(() => EndQueueAfterAsync(body), CancellationToken.None);
        try
        {
            foreach (Action record in _queue.GetConsumingEnumerable(Stop))
                record();
        }
        catch (OperationCanceledException) when (Stop.IsCancellationRequested)
        {
            // Ctrl+C: the body has already been cancelled.
            Join(running);
            return;
        }
        catch
        {
            _stop.Cancel();
            Join(running);
            throw;
        }
        try
        {
            // The queue ends with the body, so its exception is available now or very soon.
            running.GetAwaiter().GetResult();
        }
        catch when (Stop.IsCancellationRequested)
        {
            // The result is no longer needed.
        }
    }

    /// <summary>There is only one body.</summary>
    public Task TurnAsync() => Task.CompletedTask;

    public async Task WriteAsync(object item)
    {
        await _room.WaitAsync(Stop).ConfigureAwait(false);
        Enqueue(() =>
        {
            _output.WriteObject(item);
            _room.Release();
        });
    }

    public async Task WriteAllAsync<T>(IReadOnlyList<T> items)
    {
        if (items.Count == 0)
            return;
        // A single object needs no confirmation of its arrival: the next ones may be read in the meantime.
        if (items.Count == 1)
        {
            await WriteAsync(items[0]!).ConfigureAwait(false);
            return;
        }
        await InvokeAsync(() =>
        {
            foreach (T item in items)
                _output.WriteObject(item!);
            return true;
        }).ConfigureAwait(false);
    }

    public async Task WriteErrorAsync(Failure failure)
    {
        await _room.WaitAsync(Stop).ConfigureAwait(false);
        Enqueue(() =>
        {
            _output.WriteError(failure);
            _room.Release();
        });
    }

    public void WriteVerbose(string message) => EnqueueOrDrop(() => _output.WriteVerbose(message));

    public void WriteWarning(string message) => EnqueueOrDrop(() => _output.WriteWarning(message));

    public void WriteProgress(Progress progress) => EnqueueOrDrop(() => Show(progress));

    public Task<bool> AskAsync(string target, string action, bool isHarmless = false) => InvokeAsync(() => _output.Ask(target, action, isHarmless));

    public Task OnPipelineThreadAsync(Action action)
        => InvokeAsync(() =>
        {
            action();
            return true;
        });

    public void Dispose()
    {
        _stop.Dispose();
        _queue.Dispose();
        _room.Dispose();
    }

    private void Show(Progress progress)
    {
        _output.WriteProgress(progress);
        _shown = progress.Completed ? null : progress;
    }

    /// <summary>
    /// After Select-Object -First this still works; after Ctrl+C nothing can be written, and the host clears its screen itself.
    /// </summary>
    private void EndProgress()
    {
        if (_shown is null)
            return;
        try
        {
            Show(_shown with { Completed = true });
        }
        catch (PipelineStoppedException)
        {
            // The way the pipeline ended is already known.
        }
    }

    private async Task EndQueueAfterAsync(Func<IPipeline, Task> body)
    {
        try
        {
            await body(this).ConfigureAwait(false);
        }
        finally
        {
            _queue.CompleteAdding();
        }
    }

    /// <summary>
    /// Computes a result on the pipeline's thread. The body continues on another thread: otherwise its continuation would run on
    /// the pipeline's thread.
    /// </summary>
    private async Task<T> InvokeAsync<T>(Func<T> function)
    {
        TaskCompletionSource<T> result = new(TaskCreationOptions.RunContinuationsAsynchronously);
        using CancellationTokenRegistration stopped = Stop.Register(() => result.TrySetCanceled(Stop));
        Enqueue(() => result.TrySetResult(function()));
        return await result.Task.ConfigureAwait(false);
    }

    private void Enqueue(Action record)
    {
        Stop.ThrowIfCancellationRequested();
        EnqueueOrDrop(record);
    }

    /// <summary>
    /// A message without a result is dropped after the pipeline has ended: an exception here could end work that others wait for.
    /// </summary>
    private void EnqueueOrDrop(Action record)
    {
        try
        {
            _queue.Add(record, CancellationToken.None);
        }
        catch (InvalidOperationException)
        {
            // A straggler of a body that has ended.
        }
    }

    private static void Join(Task running)
    {
        try
        {
            running.Wait(MaxWait);
        }
        catch (AggregateException)
        {
            // Rethrown by the caller if it matters.
        }
    }
}
