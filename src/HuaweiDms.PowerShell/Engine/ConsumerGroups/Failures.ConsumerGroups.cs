namespace HuaweiDms.PowerShell.Engine;

/// <content>Failures of consumer groups.</content>
internal static partial class Failures
{
    /// <summary>The service's error code for a consumer group that does not exist.</summary>
    public const string NoSuchGroupId = "DMS.111400864";

    /// <summary>The error id for a consumer group in use.</summary>
    public const string GroupIsActiveId = "HuaweiDms.ConsumerGroupActive";

    /// <summary>The number of members to name; the rest is only counted.</summary>
    private const int MaxMembers = 5;

    /// <summary>The tolerated difference between the user's clock and that of the connection.</summary>
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromMinutes(1);

    private static readonly DateTimeOffset Epoch = DateTimeOffset.FromUnixTimeSeconds(0);

    /// <summary>Consumers are active in a group whose offsets are to be reset.</summary>
    public static Failure GroupIsActive(string action, string subject, ConsumerGroup group)
        => Of(DmsErrorKind.Busy, GroupIsActiveId, group.ConsumerGroup, Format(Text.ActionFailed, action, subject, MembersOf(group)), Text.GroupIsActiveAdvice);

    /// <summary>Who is in a group.</summary>
    public static string MembersOf(ConsumerGroup group)
    {
        if (group.Members is not { Length: > 0 } members)
            return Format(Text.GroupIsRebalancing, group.State);
        return Format(Text.GroupIsActive, members.Length, FirstOf([.. members.Select(member => member.ToString())], MaxMembers));
    }

    /// <summary>The failure for a time that no message can have; null if one can.</summary>
    public static Failure? CheckTime(string parameter, DateTimeOffset time, DateTimeOffset now)
        // The service receives a time before 1970 as a negative number, which is not a time.
        => time < Epoch ? InvalidArgument(parameter, time, Text.BeforeAllMessagesRule)
            // The service would use the end of the partition, and the group would skip all waiting messages.
            : time - ClockTolerance > now ? InvalidArgument(parameter, time, Text.AfterAllMessagesRule)
            : null;

    /// <summary>The failure for a duration that is not positive or goes back before any message; null if it is valid.</summary>
    public static Failure? CheckTime(string parameter, TimeSpan ago, DateTimeOffset now)
        => ago <= TimeSpan.Zero ? InvalidArgument(parameter, ago, Text.ByDurationRule)
            : ago > now - Epoch ? InvalidArgument(parameter, ago, Text.BeforeAllMessagesRule)
            : null;

    /// <summary>An offset is not reset, and nothing was sent for it.</summary>
    public static Failure OffsetRefused(string action, string subject, OffsetResetPlan plan)
        => Of(DmsErrorKind.InvalidArgument, "HuaweiDms.OffsetRefused", plan, Format(Text.ActionFailed, action, subject, plan.Message), null);

    /// <summary>Objects are not rows of a plan.</summary>
    public static Failure NoOffsetRows(object[] rows, string why)
        => Of(DmsErrorKind.InvalidArgument, "HuaweiDms.InvalidArgument", rows, why, Text.OffsetPlanUnreadableAdvice);

    /// <summary>No interactive user is present to watch a view or to end it.</summary>
    public static Failure NoTerminal(string command)
        => Of(DmsErrorKind.InvalidArgument, "HuaweiDms.NoTerminal", null, Format(Text.NoTerminal, command), Text.NoTerminalAdvice);
}
