namespace HuaweiDms.PowerShell.Engine;

/// <summary>
/// Finds diagnoses by report id, one request at a time per instance. The list is read again only for diagnoses that were missing or
/// unfinished. They are kept as objects, so that importing the module does not load the client.
/// </summary>
internal sealed class DiagnosisLookup
{
    private readonly Dictionary<FoundInstance, Task<Dictionary<string, object>>> _lists = [];

    /// <summary>Returns the diagnoses of an instance by report id; the requested ones are up to date.</summary>
    public async Task<IReadOnlyDictionary<string, object>> FindAsync(
        FoundInstance found, IEnumerable<string> reportIds, CancellationToken cancellationToken)
    {
        Task<Dictionary<string, object>> list;
        lock (_lists)
        {
            _lists.TryGetValue(found, out Task<Dictionary<string, object>>? before);
            list = FindAsync(before, found, reportIds, cancellationToken);
            _lists[found] = list;
        }
        return await list.ConfigureAwait(false);
    }

    private static async Task<Dictionary<string, object>> FindAsync(
        Task<Dictionary<string, object>>? before, FoundInstance found, IEnumerable<string> reportIds, CancellationToken cancellationToken)
    {
        if (before is not null)
        {
            await Task.WhenAny(before).ConfigureAwait(false);
            if (before.Status == TaskStatus.RanToCompletion)
            {
                Dictionary<string, object> known = await before.ConfigureAwait(false);
                if (reportIds.All(id => known.TryGetValue(id, out object? it) && HasEnded(it)))
                    return known;
            }
        }
        Dictionary<string, object> listed = new(StringComparer.OrdinalIgnoreCase);
        await foreach (DiagnosisSummary diagnosis in found.Context.Client.Diagnosis.List(found.Instance.Id).WithCancellation(cancellationToken).ConfigureAwait(false))
            listed[diagnosis.ReportId ?? string.Empty] = diagnosis;
        return listed;
    }

    private static bool HasEnded(object diagnosis) => ((DiagnosisSummary)diagnosis).EndedAt is not null;
}
