using System.Collections.Concurrent;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>Finds diagnoses by the ids of their reports. The list is read again only for what was not in it, or had not ended. Kept as objects, so that importing the module does not load the client.</summary>
internal sealed class DiagnosisLookup
{
    private readonly ConcurrentDictionary<FoundInstance, Dictionary<string, object>> _lists = new();

    /// <summary>The diagnoses of an instance, by the ids of their reports; those that are asked for are as they are now.</summary>
    public async Task<IReadOnlyDictionary<string, object>> FindAsync(FoundInstance found, IEnumerable<string> reportIds, CancellationToken stop)
    {
        if (_lists.TryGetValue(found, out Dictionary<string, object>? known) && reportIds.All(id => known.TryGetValue(id, out object? it) && HasEnded(it)))
            return known;
        Dictionary<string, object> listed = new(StringComparer.OrdinalIgnoreCase);
        await foreach (DiagnosisSummary diagnosis in found.Context.Client.Diagnosis.List(found.Instance.Id).WithCancellation(stop).ConfigureAwait(false))
            listed[diagnosis.ReportId ?? string.Empty] = diagnosis;
        return _lists[found] = listed;
    }

    private static bool HasEnded(object diagnosis) => ((DiagnosisSummary)diagnosis).EndedAt is not null;
}
