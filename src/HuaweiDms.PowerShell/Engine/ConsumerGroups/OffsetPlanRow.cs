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
/// <param name="CurrentOffset">What the group had committed then; null where it does not say.</param>
internal sealed record OffsetPlanRow(
    string ConsumerGroup, string? InstanceId, string? Context, string Topic, int Partition, OffsetTarget Target, long? CurrentOffset)
{
    /// <summary>Whether an object says where an offset is to go.</summary>
    public static bool IsRow(PSObject? row)
        => row?.Properties[nameof(OffsetResetPlan.TargetOffset)] is not null || row?.Properties[nameof(OffsetResetPlan.TargetTime)] is not null;

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

    private static long? Number(PSObject row, string name, long largest)
        => Text(row, name) is not { } text ? null
            : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long number) && number <= largest ? number
            : throw Wrong(row, name);

    /// <summary>A value as text; null where it is missing or empty, as CSV files have it.</summary>
    private static string? Text(PSObject row, string name)
        => Convert.ToString(Value(row, name), CultureInfo.InvariantCulture)?.Trim() is { Length: > 0 } text ? text : null;

    private static object? Value(PSObject row, string name)
        => Bare.Of(row.Properties[name]?.Value);

    private static FailureException Wrong(PSObject row, string name)
        => new(Failures.InvalidArgument(name, Text(row, name), PowerShell.Text.OffsetPlanRowRule, row));
}
