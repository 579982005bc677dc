namespace HuaweiDms.PowerShell.Engine;

/// <summary>Emits a list as it arrives: the first page is out before the second is asked for.</summary>
internal static class PagedOutput
{
    /// <summary>Emits what the list holds and the filter lets through.</summary>
    /// <returns>How many objects were emitted.</returns>
    public static async Task<long> WriteAsync<T>(
        IPipeline pipeline, PagedResult<T> list, Func<T, bool>? filter = null, PageRange local = default, Func<long?, Task>? onTotal = null)
    {
        long passed = 0;
        long emitted = 0;
        bool first = true;
        await foreach (Page<T> page in list.AsPagesAsync(pipeline.Stop).ConfigureAwait(false))
        {
            if (first && onTotal is not null)
                await onTotal(page.Total).ConfigureAwait(false);
            first = false;

            List<T> wanted = [];
            foreach (T item in page.Items)
            {
                if (filter?.Invoke(item) == false || passed++ < local.Skip || emitted + wanted.Count >= (local.First ?? long.MaxValue))
                    continue;
                wanted.Add(item);
            }
            await pipeline.WriteAllAsync(wanted).ConfigureAwait(false);
            emitted += wanted.Count;
            if (emitted >= (local.First ?? long.MaxValue))
                break;
        }
        return emitted;
    }
}
