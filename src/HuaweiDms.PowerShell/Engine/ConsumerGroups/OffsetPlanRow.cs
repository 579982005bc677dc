using System.Globalization;
using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>A partition of a saved plan: a row of a CSV file, or an object that Reset-DmsConsumerOffset has emitted.</summary>
/// <param name="ConsumerGroup">The group.</param>
/// <param name="InstanceId">The instance; null where the row names none.</param>
/// <param name="Context">The connection; null where the row names none.</param>
/// <param name="Topic">The topic.</param>
/// <param name="Partition">The partition.</param>
/// <param name="Target">Where it is to go.</param>
/// <param name="CurrentOffset">
/// The committed offset at that time, or the result of the reset that is undone; null if it is not given.
/// </param>
/// <param name="IsBack">Whether a reset is undone.</param>
internal sealed record OffsetPlanRow(
    string ConsumerGroup, string? InstanceId, string? Context, string Topic, int Partition, OffsetTarget Target, long? CurrentOffset, bool IsBack = false)
{
    /// <summary>Reads a row.</summary>
    /// <exception cref="FailureException">A value is missing or invalid.</exception>
    public static OffsetPlanRow Read(PSObject row)
    {
        string group = TextOf(row, nameof(ConsumerGroup)) ?? throw Wrong(row, nameof(ConsumerGroup));
        string topic = TextOf(row, nameof(Topic)) ?? throw Wrong(row, nameof(Topic));
        int partition = (int?)Number(row, nameof(Partition), int.MaxValue) ?? throw Wrong(row, nameof(Partition));
        OffsetTarget target = Number(row, nameof(OffsetResetPlan.TargetOffset), long.MaxValue) is { } offset
            ? OffsetTarget.At(offset)
            : OffsetTarget.From(Moment(row) ?? throw Wrong(row, nameof(OffsetResetPlan.TargetOffset)));
        return new(group, TextOf(row, nameof(InstanceId)), TextOf(row, nameof(Context)), topic, partition, target, Number(row, nameof(CurrentOffset), long.MaxValue));
    }

    /// <summary>Reads a row of a reset's output for undoing it: the target is the committed offset before the reset.</summary>
    /// <param name="row">The row.</param>
    /// <param name="leave">Receives a partition that cannot be undone, and the reason.</param>
    /// <returns>Null if it cannot be undone.</returns>
    /// <exception cref="FailureException">A value is missing or invalid.</exception>
    public static OffsetPlanRow? ReadBack(PSObject row, Action<string, string> leave)
    {
        string rule = Text.OffsetUndoRowRule;
        string group = TextOf(row, nameof(ConsumerGroup)) ?? throw Wrong(row, nameof(ConsumerGroup), rule);
        string topic = TextOf(row, nameof(Topic)) ?? throw Wrong(row, nameof(Topic), rule);
        // ConvertTo-Json writes it as a number.
        if (!Enum.TryParse(TextOf(row, nameof(OffsetResetPlan.Status)), ignoreCase: true, out OffsetResetStatus status))
            throw Wrong(row, nameof(OffsetResetPlan.Status), rule);
        string name = $"{topic}/{TextOf(row, nameof(Partition)) ?? "-"} of {group}";
        if (status != OffsetResetStatus.Done)
        {
            leave(name, Format(Text.OffsetUndoNotDone, status));
            return null;
        }
        int partition = (int?)Number(row, nameof(Partition), int.MaxValue, rule) ?? throw Wrong(row, nameof(Partition), rule);
        // Kafka shows a missing committed offset as a negative number.
        if (TextOf(row, nameof(CurrentOffset)) is not { } before || before[0] == '-')
        {
            leave(name, Text.OffsetUndoNone);
            return null;
        }
        return new(
            group,
            TextOf(row, nameof(InstanceId)),
            TextOf(row, nameof(Context)),
            topic,
            partition,
            OffsetTarget.At(Number(row, nameof(CurrentOffset), long.MaxValue, rule)!.Value),
            Number(row, nameof(OffsetResetPlan.TargetOffset), long.MaxValue, rule),
            IsBack: true);
    }

    /// <summary>What is wanted.</summary>
    public OffsetScope Scope => new(new NameFilter([Topic], areExact: true), [Partition], Target, CurrentOffset, IsBack);

    /// <summary>
    /// The given connections; otherwise the one that was used for the plan, if there is one with that name here; otherwise the
    /// current one.
    /// </summary>
    public IReadOnlyList<DmsContext> Places(ContextReference?[]? given)
        => given is null && Context is { } name && ContextStore.Find(name) is { } own ? [own] : ContextStore.Resolve(given);

    /// <summary>A time object is used as it is; a text without a zone is UTC, the form in which plans are written.</summary>
    private static DateTimeOffset? Moment(PSObject row)
    {
        const string name = nameof(OffsetResetPlan.TargetTime);
        if (MomentAttribute.OfCopy(row.Properties[name]?.Value) is { } copied)
            return copied;
        switch (Value(row, name))
        {
            case DateTimeOffset time:
                return time;
            case DateTime time:
                return new DateTimeOffset(time);
        }
        if (TextOf(row, name) is not { } text)
            return null;
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset parsed)
            ? parsed
            : throw Wrong(row, name);
    }

    private static long? Number(PSObject row, string name, long largest, string? rule = null)
    {
        if (TextOf(row, name) is not { } text)
            return null;
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long number) && number <= largest
            ? number
            : throw Wrong(row, name, rule);
    }

    /// <summary>A value as text; null if it is missing or empty, as in a CSV file.</summary>
    public static string? TextOf(PSObject row, string name)
        => Convert.ToString(Value(row, name), CultureInfo.InvariantCulture)?.Trim() is { Length: > 0 } text ? text : null;

    private static object? Value(PSObject row, string name)
        => PSValue.Unwrap(row.Properties[name]?.Value);

    private static FailureException Wrong(PSObject row, string name, string? rule = null)
        => new(Failures.InvalidArgument(name, TextOf(row, name), rule ?? Text.OffsetPlanRowRule, row));
}
