namespace HuaweiDms.PowerShell.Engine;

/// <content>What goes wrong with consumer groups.</content>
internal static partial class Failures
{
    /// <summary>What the service says of a consumer group that there is not.</summary>
    public const string NoSuchGroupId = "DMS.111400864";

    /// <summary>A consumer group is in use.</summary>
    public const string GroupIsActiveId = "HuaweiDms.ConsumerGroupActive";

    /// <summary>How many are named before the others are only counted.</summary>
    private const int MaxMembers = 5;

    /// <summary>So far the clock that somebody reads a time from may be ahead of the connection's.</summary>
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromMinutes(1);

    private static readonly DateTimeOffset Epoch = DateTimeOffset.FromUnixTimeSeconds(0);

    /// <summary>Consumers are in a group whose offsets are to be reset.</summary>
    public static Failure GroupIsActive(string action, string subject, ConsumerGroup group)
        => Of(DmsErrorKind.Busy, GroupIsActiveId, group.ConsumerGroup, Format(Text.ActionFailed, action, subject, MembersOf(group)), Text.GroupIsActiveAdvice);

    /// <summary>Who is in a group.</summary>
    public static string MembersOf(ConsumerGroup group)
    {
        if (group.Members is not { Length: > 0 } members)
            return Format(Text.GroupIsRebalancing, group.State);
        return Format(Text.GroupIsActive, members.Length, FirstOf([.. members.Select(member => member.ToString())], MaxMembers));
    }

    /// <summary>A time at which no message can lie; null where one can.</summary>
    public static Failure? CheckTime(string parameter, DateTimeOffset time, DateTimeOffset now)
        // To the service a time before 1970 is a negative number, which is no time.
        => time < Epoch ? InvalidArgument(parameter, time, Text.BeforeAllMessagesRule)
            // The service would take the end for it, and the group would skip all that waits.
            : time - ClockTolerance > now ? InvalidArgument(parameter, time, Text.AfterAllMessagesRule)
            : null;

    /// <summary>So long ago that no message can lie there, or no time ago; null where one can.</summary>
    public static Failure? CheckTime(string parameter, TimeSpan ago, DateTimeOffset now)
        => ago <= TimeSpan.Zero ? InvalidArgument(parameter, ago, Text.ByDurationRule)
            : ago > now - Epoch ? InvalidArgument(parameter, ago, Text.BeforeAllMessagesRule)
            : null;

    /// <summary>An offset that is not reset, and nothing was sent.</summary>
    public static Failure OffsetRefused(string action, string subject, OffsetResetPlan plan)
        => Of(DmsErrorKind.InvalidArgument, "HuaweiDms.OffsetRefused", plan, Format(Text.ActionFailed, action, subject, plan.Message), null);

    /// <summary>Objects that are no rows of a plan.</summary>
    public static Failure NoOffsetRows(object[] rows, string why)
        => Of(DmsErrorKind.InvalidArgument, "HuaweiDms.InvalidArgument", rows, why, Text.OffsetPlanUnreadableAdvice);

    /// <summary>Nobody is there to look at a view, or to end it.</summary>
    public static Failure NoTerminal(string command)
        => Of(DmsErrorKind.InvalidArgument, "HuaweiDms.NoTerminal", null, Format(Text.NoTerminal, command), Text.NoTerminalAdvice);
}
