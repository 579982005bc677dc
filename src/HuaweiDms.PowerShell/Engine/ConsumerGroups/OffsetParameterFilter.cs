using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>
/// Selects the rows of a plan by the parameters given with it. A name that no row has is an error, as it is for existing items.
/// </summary>
internal sealed class OffsetParameterFilter
{
    private readonly Choice[] _choices;

    /// <summary>Creates a filter from all given parameters.</summary>
    /// <param name="commandLine">The parameters given on the command line, where wildcards are permitted.</param>
    /// <param name="instances">The instances; none for all.</param>
    /// <param name="groups">The groups; null for all.</param>
    /// <param name="topics">The topics; null for all.</param>
    /// <param name="partitions">The partitions; null for all.</param>
    public OffsetParameterFilter(CommandLine commandLine, InstanceReference[] instances, string[]? groups, string[]? topics, int[]? partitions)
        => _choices =
        [
            new(
                "InstanceId",
                [.. instances.Select(instance => instance.Id)],
                id => instances.Length == 0 || instances.Contains(new(id)),
                StringComparer.OrdinalIgnoreCase),
            new("ConsumerGroup", new(groups, areExact: !commandLine.Has("ConsumerGroup"))),
            new("Topic", new(topics, areExact: !commandLine.Has("Topic"))),
            new("Partition", new(partitions?.Select(number => FormattableString.Invariant($"{number}")).ToArray(), areExact: true)),
        ];

    /// <summary>Reports each name that no row has among the rows that the other parameters leave.</summary>
    public void ReportMissing(Action<Failure> report)
    {
        foreach (Failure missing in _choices.SelectMany(choice => choice.Missing))
            report(missing);
    }

    /// <summary>Whether a row is selected. A missing value excludes no row: such a row is refused later.</summary>
    /// <param name="textOf">Returns the value in a column; null for none.</param>
    public bool Accepts(Func<string, string?> textOf) => Array.TrueForAll(_choices, choice => choice.Accepts(textOf));

    /// <summary>One parameter and the column of the same name.</summary>
    private sealed class Choice(string column, IReadOnlyList<string> literals, Func<string, bool> means, StringComparer comparer)
    {
        private readonly HashSet<string> _seen = new(comparer);

        public Choice(string column, NameFilter names)
            : this(column, names.Literals, names.Includes, StringComparer.Ordinal)
        {
        }

        public IEnumerable<Failure> Missing
            => _seen.Count == 0 ? []
                : literals.Where(name => !_seen.Contains(name))
                    .Select(name => Failures.InvalidArgument(column, name, Text.OffsetFilterRule).Advising(Text.OffsetFilterAdvice).Suggesting(_seen));

        public bool Accepts(Func<string, string?> textOf)
        {
            if (textOf(column) is not { } value)
                return true;
            _seen.Add(value);
            return means(value);
        }
    }
}
