using System.Globalization;
using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>A partition of a plan that was written down: a row of a CSV file, or an object that Reset-DmsConsumerOffset has emitted.</summary>
/// <param name="ConsumerGroup">The group.</param>
/// <param name="InstanceId">The instance; null where the row names none.</param>
/// <param name="Context">The connection; null where the row names none.</param>
/// <param name="Topic">The topic.</param>
/// <param name="Partition">The partition.</param>
/// <param name="Target">Where it is to go.</param>
/// <param name="CurrentOffset">What the group had committed then, or where a reset that is undone left it; null where it does not say.</param>
/// <param name="IsBack">Whether a reset is taken back.</param>
internal sealed record OffsetPlanRow(
    string ConsumerGroup, string? InstanceId, string? Context, string Topic, int Partition, OffsetTarget Target, long? CurrentOffset, bool IsBack = false)
{
    /// <summary>Reads a row.</summary>
    /// <exception cref="FailureException">Something is missing in it, or is none.</exception>
    public static OffsetPlanRow Read(PSObject row)
    {
        string group = Text(row, nameof(ConsumerGroup)) ?? throw Wrong(row, nameof(ConsumerGroup));
        string topic = Text(row, nameof(Topic)) ?? throw Wrong(row, nameof(Topic));
        int partition = (int?)Number(row, nameof(Partition), int.MaxValue) ?? throw Wrong(row, nameof(Partition));
        OffsetTarget target = Number(row, nameof(OffsetResetPlan.TargetOffset), long.MaxValue) is { } offset ? OffsetTarget.At(offset)
            : OffsetTarget.From(Moment(row) ?? throw Wrong(row, nameof(OffsetResetPlan.TargetOffset)));
        return new(group, Text(row, nameof(InstanceId)), Text(row, nameof(Context)), topic, partition, target, Number(row, nameof(CurrentOffset), long.MaxValue));
    }

    /// <summary>Reads a row that says what became of a reset, as the way back: the target is where the group stood before.</summary>
    /// <param name="row">The row.</param>
    /// <param name="leave">Takes a partition for which there is no way back, and why.</param>
    /// <returns>Null where there is no way back.</returns>
    /// <exception cref="FailureException">Something is missing in it, or is none.</exception>
    public static OffsetPlanRow? ReadBack(PSObject row, Action<string, string> leave)
    {
        string rule = PowerShell.Text.OffsetUndoRowRule;
        string group = Text(row, nameof(ConsumerGroup)) ?? throw Wrong(row, nameof(ConsumerGroup), rule);
        string topic = Text(row, nameof(Topic)) ?? throw Wrong(row, nameof(Topic), rule);
        // As a number it is what ConvertTo-Json makes of it.
        if (!Enum.TryParse(Text(row, nameof(OffsetResetPlan.Status)), ignoreCase: true, out OffsetResetStatus status))
            throw Wrong(row, nameof(OffsetResetPlan.Status), rule);
        string name = $"{topic}/{Text(row, nameof(Partition)) ?? "-"} of {group}";
        if (status != OffsetResetStatus.Done)
        {
            leave(name, Format(PowerShell.Text.OffsetUndoNotDone, status));
            return null;
        }
        int partition = (int?)Number(row, nameof(Partition), int.MaxValue, rule) ?? throw Wrong(row, nameof(Partition), rule);
        // Kafka's own word for what is not committed is an offset below zero.
        if (Text(row, nameof(CurrentOffset)) is not { } before || before[0] == '-')
        {
            leave(name, PowerShell.Text.OffsetUndoNone);
            return null;
        }
        return new(
            group,
            Text(row, nameof(InstanceId)),
            Text(row, nameof(Context)),
            topic,
            partition,
            OffsetTarget.At(Number(row, nameof(CurrentOffset), long.MaxValue, rule)!.Value),
            Number(row, nameof(OffsetResetPlan.TargetOffset), long.MaxValue, rule),
            IsBack: true);
    }

    /// <summary>What is wanted.</summary>
    public OffsetScope Scope => new(new NameFilter([Topic], areExact: true), [Partition], Target, CurrentOffset, IsBack);

    /// <summary>The connections given; else the one that this was planned through, where it is there under that name; else the current one.</summary>
    public IReadOnlyList<DmsContext> Places(ContextReference?[]? given)
        => given is null && Context is { } name && ContextStore.Find(name) is { } own ? [own] : ContextStore.Resolve(given);

    /// <summary>A moment that a script has made is what it is; a text without a zone is in UTC, as plans are written.</summary>
    private static DateTimeOffset? Moment(PSObject row)
        => MomentAttribute.OfCopy(row.Properties[nameof(OffsetResetPlan.TargetTime)]?.Value) ?? Value(row, nameof(OffsetResetPlan.TargetTime)) switch
        {
            DateTimeOffset time => time,
            DateTime time => new DateTimeOffset(time),
            _ => Text(row, nameof(OffsetResetPlan.TargetTime)) is not { } text ? null
                : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time) ? time
                : throw Wrong(row, nameof(OffsetResetPlan.TargetTime)),
        };

    private static long? Number(PSObject row, string name, long largest, string? rule = null)
        => Text(row, name) is not { } text ? null
            : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long number) && number <= largest ? number
            : throw Wrong(row, name, rule);

    /// <summary>A value as text; null where it is missing or empty, as CSV files have it.</summary>
    public static string? Text(PSObject row, string name)
        => Convert.ToString(Value(row, name), CultureInfo.InvariantCulture)?.Trim() is { Length: > 0 } text ? text : null;

    private static object? Value(PSObject row, string name)
        => PSValue.Unwrap(row.Properties[name]?.Value);

    private static FailureException Wrong(PSObject row, string name, string? rule = null)
        => new(Failures.InvalidArgument(name, Text(row, name), rule ?? PowerShell.Text.OffsetPlanRowRule, row));
}
