using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>
/// Which rows of a plan are meant: those that what was given beside it leaves. A name that no row has is an error, as it would be
/// where it names what there is.
/// </summary>
internal sealed class OffsetParameterFilter
{
    private readonly Choice[] _choices;

    /// <summary>Picks by all that was given.</summary>
    /// <param name="commandLine">What was given on the command line, where patterns can be meant.</param>
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

    /// <summary>Reports each name that no row has of those that the names before it leave.</summary>
    public void ReportMissing(Action<Failure> report)
    {
        foreach (Failure missing in _choices.SelectMany(choice => choice.Missing))
            report(missing);
    }

    /// <summary>Whether a row is meant. What it does not tell excludes none: such a row is refused for that.</summary>
    /// <param name="textOf">What it has in a column; null for nothing.</param>
    public bool Accepts(Func<string, string?> textOf) => Array.TrueForAll(_choices, choice => choice.Accepts(textOf));

    /// <summary>One parameter, and the column of the same name.</summary>
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
