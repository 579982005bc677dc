using System.Collections;
using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>
/// Reads plans: rows as objects, hashtables or files; files also in the formats of kafka-reassign-partitions and of the service.
/// </summary>
internal sealed class PlanReader(PSCmdlet cmdlet)
{
    private static readonly char[] Separators = [';'];
    private static readonly string[] TopicNames = ["Topic", "Name"];
    private static readonly string[] PartitionNames = ["Partition"];
    private static readonly string[] BrokerNames = ["Broker", "Brokers", "Replicas", "partition_brokers"];
    private static readonly string[] ReplicationNames = ["ReplicationFactor", "replication_factor"];

    /// <summary>The result of a reassignment, which contains plans but is not one, is reported as such.</summary>
    private static readonly PlanColumns Columns = new(
        ("Topic", [.. TopicNames, nameof(PartitionReassignment.Plan)]), ("Broker", [.. BrokerNames, nameof(PartitionReassignment.Previous)]));

    /// <summary>Reads the rows of -Plan; reports what cannot be read.</summary>
    public IEnumerable<PlanRow> Read(IEnumerable<object> plan, Action<Failure> report)
    {
        IEnumerable<object> rows = plan.SelectMany(item => PSValue.Unwrap(item) is string path ? ReadFile(path, report) : Rows(item));
        return rows.Select(row => ToRow(row, report)).OfType<PlanRow>().ToList();
    }

    private IReadOnlyList<object> ReadFile(string path, Action<Failure> report)
    {
        try
        {
            return PlanFile.Read(cmdlet, path, Rows, Columns, Text.PlanUnreadableAdvice);
        }
        catch (FailureException unreadable)
        {
            report(unreadable.Failure);
            return [];
        }
    }

    /// <summary>The rows in an item: the item itself, those of a list, or those inside a document.</summary>
    private static IEnumerable<object> Rows(object? item)
    {
        if (item is null)
            return [];
        if (PSValue.Unwrap(item) is IEnumerable list and not string and not IDictionary)
            return list.Cast<object?>().SelectMany(Rows);
        if (Value(item, "reassignments") is { } topics)
            return Rows(topics);
        if (Value(item, "assignment") is { } assignment && Partitions(assignment).ToList() is { Count: > 0 } partitions)
            return partitions.Select(partition => WithTopic(partition, Find(item, TopicNames)));
        return Value(item, "partitions") is { } rows ? Rows(rows) : [item];
    }

    /// <summary>
    /// The partitions of a topic, also those in a CSV cell, such as 0: 1,2,0; 1: 2,0,1. A JSON file that was written with little
    /// depth contains such a text for each partition.
    /// </summary>
    private static IEnumerable<object> Partitions(object? assignment)
        => PSValue.Unwrap(assignment) switch
        {
            null => [],
            string cell => PartitionsIn(cell),
            IEnumerable list and not IDictionary => list.Cast<object?>().SelectMany(Partitions),
            _ => Rows(assignment),
        };

    private static IEnumerable<Hashtable> PartitionsIn(string cell)
    {
        if (BrokerReference.NamesList(cell))
            return [new() { ["Broker"] = cell }];
        return cell.Split(Separators, StringSplitOptions.RemoveEmptyEntries).Select(part => part.Split(':')).Select(part => new Hashtable
        {
            ["Partition"] = part[0],
            ["Broker"] = part.Length == 2 ? part[1] : string.Empty,
        });
    }

    /// <summary>A partition in the service's own format, which does not contain its topic.</summary>
    private static Hashtable WithTopic(object partition, object? topic)
        => new(StringComparer.OrdinalIgnoreCase)
        {
            ["Topic"] = topic,
            ["Partition"] = Find(partition, PartitionNames),
            ["Broker"] = Find(partition, BrokerNames),
        };

    private static PlanRow? ToRow(object item, Action<Failure> report)
    {
        if (Value(item, nameof(PartitionReassignment.Plan)) is not null && Value(item, nameof(PartitionReassignment.Previous)) is not null)
        {
            report(Failures.InvalidArgument("Plan", PSValue.Unwrap(item) is PartitionReassignment ? item : "…", Text.ReassignmentIsNoPlanRule));
            return null;
        }
        string? topic = Find(item, TopicNames)?.ToString();
        object? partition = Find(item, PartitionNames);
        object? brokers = Find(item, BrokerNames);
        if (string.IsNullOrEmpty(topic) || brokers is null)
        {
            report(Failures.InvalidArgument("Plan", item is PSObject or string ? item : "…", Text.PlanRowRule));
            return null;
        }
        BrokerReference[] targets = [.. (PSValue.Unwrap(brokers) is IEnumerable list and not string ? list.Cast<object>() : [brokers]).Select(broker => new BrokerReference(broker))];
        return PlanRow.Of(
            topic!,
            partition is null ? null : new WholeNumber(partition),
            targets,
            Find(item, ReplicationNames) is { } factor ? new WholeNumber(factor) : null,
            report);
    }

    private static object? Find(object item, string[] names) => names.Select(name => Value(item, name)).FirstOrDefault(value => value is not null);

    private static object? Value(object item, string name)
        => PSValue.Unwrap(item) is IDictionary table
            ? table.Keys.Cast<object>().FirstOrDefault(key => string.Equals(key.ToString(), name, StringComparison.OrdinalIgnoreCase)) is { } key ? table[key] : null
            : PSObject.AsPSObject(item).Properties[name]?.Value;
}
