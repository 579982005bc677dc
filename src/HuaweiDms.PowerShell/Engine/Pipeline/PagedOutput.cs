namespace HuaweiDms.PowerShell.Engine;

/// <summary>Emits a list as it arrives: the first page is out before the second is asked for.</summary>
internal static class PagedOutput
{
    /// <summary>Emits what the list holds and the filter lets through.</summary>
    /// <returns>How many objects the filter let through, as far as was read.</returns>
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
            // What is skipped and when there is enough goes by the order; a page of which nothing fits need not wait for it.
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
