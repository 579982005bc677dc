using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>A cmdlet that lists the contents of items in instances, such as the messages of topics: several requests are in flight.</summary>
public abstract class ThrottledListCmdlet : ListCmdlet
{
    /// <summary>The instances, by id or as objects from Get-DmsInstance.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(InstanceIdCompleter))]
    public InstanceReference[] InstanceId { get; set; } = [];

    /// <summary>The maximum number of requests in flight.</summary>
    [Parameter]
    [ValidateRange(1, 256)]
    [Integer]
    public int ThrottleLimit { get; set; } = Throttle.DefaultLimit;

    /// <summary>Lists the items of each of several sources: several lists are read in parallel; a single one page by page.</summary>
    /// <param name="pipeline">Where the objects go.</param>
    /// <param name="sources">The sources.</param>
    /// <param name="list">Reads the list of one source, or a part of it.</param>
    /// <param name="fail">The failure of one.</param>
    /// <param name="filter">The filter for the objects.</param>
    /// <param name="checkEmpty">Checks whether a source with an empty list exists, and throws if it does not.</param>
    /// <param name="explain">Adds details to the failure of one source.</param>
    private protected async Task ListEachAsync<TSource, T>(
        IPipeline pipeline,
        IReadOnlyList<TSource> sources,
        Func<TSource, PageRange, PagedResult<T>> list,
        Func<TSource, Exception, Failure> fail,
        Func<TSource, T, bool>? filter = null,
        Func<TSource, CancellationToken, Task>? checkEmpty = null,
        Func<Failure, TSource, CancellationToken, Task<Failure>>? explain = null)
    {
        explain ??= (failure, _, _) => Task.FromResult(failure);
        if (sources.Count == 1)
        {
            await ListOneAsync(pipeline, sources[0], list, fail, filter, checkEmpty, explain).ConfigureAwait(false);
            return;
        }
        await EmitEachAsync(pipeline, sources, ThrottleLimit, ReadAsync, fail).ConfigureAwait(false);

        async Task<IReadOnlyList<T>> ReadAsync(TSource source, CancellationToken cancellationToken)
        {
            List<T> items = [];
            bool isEmpty = true;
            try
            {
                await foreach (T item in list(source, filter is null ? Window.MaxRange : PageRange.All).WithCancellation(cancellationToken).ConfigureAwait(false))
                {
                    isEmpty = false;
                    if (filter is null || filter(source, item))
                        items.Add(item);
                }
            }
            catch (DmsException error)
            {
                throw new FailureException(await explain(fail(source, error), source, cancellationToken).ConfigureAwait(false));
            }
            if (isEmpty && checkEmpty is not null)
                await checkEmpty(source, cancellationToken).ConfigureAwait(false);
            return items;
        }
    }

    private async Task ListOneAsync<TSource, T>(
        IPipeline pipeline,
        TSource source,
        Func<TSource, PageRange, PagedResult<T>> list,
        Func<TSource, Exception, Failure> fail,
        Func<TSource, T, bool>? filter,
        Func<TSource, CancellationToken, Task>? checkEmpty,
        Func<Failure, TSource, CancellationToken, Task<Failure>> explain)
    {
        try
        {
            bool isEmpty = !Window.IsClosed;
            PageRange range = await BeginAsync(pipeline, filter is null, isOnly: true).ConfigureAwait(false);
            bool Fits(T item)
            {
                isEmpty = false;
                return filter is null || filter(source, item);
            }
            await PagedOutput.WriteAsync(pipeline, list(source, range), Fits, Window, total => WriteTotalAsync(pipeline, total)).ConfigureAwait(false);
            if (isEmpty && checkEmpty is not null)
                await checkEmpty(source, pipeline.Stop).ConfigureAwait(false);
        }
        catch (DmsException error)
        {
            await pipeline.WriteErrorAsync(await explain(fail(source, error), source, pipeline.Stop).ConfigureAwait(false)).ConfigureAwait(false);
        }
    }
}
