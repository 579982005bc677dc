namespace HuaweiDms.PowerShell.Engine;

/// <summary>Emits a list as it arrives: the first page is emitted before the second is requested.</summary>
internal static class PagedOutput
{
    /// <summary>Emits the objects of a list that pass the filter.</summary>
    /// <returns>The number of objects that passed the filter, as far as the list was read.</returns>
    public static async Task<long> WriteAsync<T>(
        IPipeline pipeline,
        PagedResult<T> list,
        Func<T, bool>? filter = null,
        OutputWindow? window = null,
        Func<long?, Task>? onTotal = null,
        Func<bool>? isOver = null)
    {
        long passed = 0;
        bool first = true;
        await foreach (Page<T> page in list.AsPagesAsync(pipeline.Stop).ConfigureAwait(false))
        {
            if (first && onTotal is not null)
                await onTotal(page.Total).ConfigureAwait(false);
            first = false;

            T[] fitting = filter is null ? [.. page.Items] : [.. page.Items.Where(filter)];
            passed += fitting.Length;
            // -Skip and -First depend on the order; a page without matches need not wait for its turn.
            if (fitting.Length > 0)
            {
                await pipeline.TurnAsync().ConfigureAwait(false);
                await pipeline.WriteAllAsync(window is null ? fitting : [.. fitting.Where(_ => window.Take())]).ConfigureAwait(false);
            }
            if (window?.IsClosed == true || isOver?.Invoke() == true)
                break;
        }
        return passed;
    }
}
