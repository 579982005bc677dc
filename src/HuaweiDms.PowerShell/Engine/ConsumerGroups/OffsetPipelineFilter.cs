using System.Globalization;
using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>
/// Narrows a plan to the rows that the pipeline objects are about, if they are not rows themselves. A pipeline object without a
/// matching row is no error, but it is one if none of them matches.
/// </summary>
/// <param name="commandLine">The parameters given on the command line, which select separately.</param>
internal sealed class OffsetPipelineFilter(CommandLine commandLine)
{
    /// <summary>The number of names to list; the rest is only counted.</summary>
    private const int MaxNamed = 5;

    private readonly Dictionary<Place, List<InstanceReference>> _records = [];
    private readonly HashSet<string> _ids = new(StringComparer.OrdinalIgnoreCase);
    private readonly (string Column, Func<Place, string?> Of)[] _columns
        = [("ConsumerGroup", place => place.Group), ("Topic", place => place.Topic), ("Partition", place => place.Partition)];

    private readonly List<Row> _rows = [];
    private bool _hasChosen;

    /// <summary>Whether nothing came from the pipeline: without pipeline input, there is one record with the given parameters.</summary>
    public bool IsEmpty => _records.Count == 0;

    /// <summary>Adds what a record is about; null, or an empty list of instances, means all.</summary>
    public void Add(InstanceReference[] instances, string[]? groups, string[]? topics, int[]? partitions)
    {
        if (!commandLine.Has("InstanceId"))
            _ids.UnionWith(instances.Select(instance => instance.Id));
        foreach (string? group in Own("ConsumerGroup", groups))
        {
            foreach (string? topic in Own("Topic", topics))
            {
                foreach (string? partition in Own("Partition", partitions?.Select(number => number.ToString(CultureInfo.InvariantCulture))))
                    Add(new(group, topic, partition), instances);
            }
        }
    }

    /// <summary>Whether a row is selected, and the instances it belongs to if it names none.</summary>
    /// <param name="textOf">
    /// Returns the value in a column; null for none. A row with a missing value is kept, because it is refused later.
    /// </param>
    /// <param name="instances">The instances.</param>
    public bool Accepts(Func<string, string?> textOf, out IEnumerable<InstanceReference> instances)
    {
        Row row = new(textOf("InstanceId"), new(textOf("ConsumerGroup"), textOf("Topic"), textOf("Partition")));
        _rows.Add(row);
        List<InstanceReference> owners = [];
        bool isTaken = row.Place.IsPart;
        foreach (Place containing in row.Place.Containing())
        {
            if (!_records.TryGetValue(containing, out List<InstanceReference>? own))
                continue;
            isTaken |= row.InstanceId is not { } id || own.Count == 0 || own.Contains(new(id));
            AddNew(owners, own);
        }
        _hasChosen |= isTaken;
        instances = owners;
        return isTaken;
    }

    /// <summary>Reports the pipeline objects if none of them matches a row.</summary>
    public void ReportMissing(Action<Failure> report)
    {
        if (_hasChosen || _rows.Count == 0)
            return;
        (string column, string[] values) = FindMismatch();
        report(Failures.InvalidArgument(column, FirstOf(values, MaxNamed), Text.OffsetFilterRule).Advising(Text.OffsetFilterAdvice));
    }

    /// <summary>The first column in which no pipeline object matches a row, and what the pipeline objects have there.</summary>
    private (string Column, string[] Values) FindMismatch()
    {
        if (IsMismatch(_ids, row => row.InstanceId, StringComparer.OrdinalIgnoreCase))
            return ("InstanceId", [.. _ids]);
        foreach ((string column, Func<Place, string?> of) in _columns)
        {
            string?[] values = [.. _records.Keys.Select(of).Distinct(StringComparer.Ordinal)];
            if (IsMismatch(values, row => of(row.Place), StringComparer.Ordinal))
                return (column, [.. values.OfType<string>()]);
        }
        // Each value is in the plan, but not their combination.
        return ("ConsumerGroup", [.. _records.Keys.Select(place => place.ToString()).Distinct()]);
    }

    private void Add(Place place, InstanceReference[] instances)
    {
        if (!_records.TryGetValue(place, out List<InstanceReference>? own))
            _records.Add(place, [.. instances]);
        // A record without instances means all of them.
        else if (instances.Length == 0)
            own.Clear();
        else if (own.Count > 0)
            AddNew(own, instances);
    }

    /// <summary>An instance counts once for each connection that it was read through.</summary>
    private static void AddNew(List<InstanceReference> known, IReadOnlyList<InstanceReference> instances)
        => known.AddRange(instances.Where(instance => !known.Exists(other => other.Equals(instance) && other.ContextName == instance.ContextName)));

    /// <summary>Whether there are pipeline values in a column, and none of them occurs in the plan. Null means all values.</summary>
    private bool IsMismatch(IEnumerable<string?> values, Func<Row, string?> of, StringComparer comparer)
    {
        HashSet<string?> names = new(values, comparer);
        return names.Count > 0 && !names.Contains(null) && !names.Overlaps(_rows.Select(of));
    }

    private IEnumerable<string?> Own(string column, IEnumerable<string?>? names) => commandLine.Has(column) || names is null ? [null] : names;

    /// <summary>The place that a record or a row is about.</summary>
    private sealed record Place(string? Group, string? Topic, string? Partition)
    {
        /// <summary>Whether a part of it is missing.</summary>
        public bool IsPart => Group is null || Topic is null || Partition is null;

        /// <summary>Every place that a record can name to include this one.</summary>
        public IEnumerable<Place> Containing()
        {
            foreach (string? group in OrAll(Group))
            {
                foreach (string? topic in OrAll(Topic))
                {
                    foreach (string? partition in OrAll(Partition))
                        yield return new(group, topic, partition);
                }
            }
        }

        public override string ToString() => string.Join("/", new[] { Group, Topic, Partition }.OfType<string>());

        private static string?[] OrAll(string? name) => name is null ? [null] : [name, null];
    }

    private sealed record Row(string? InstanceId, Place Place);
}
