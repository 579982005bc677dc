using System.Globalization;
using System.Management.Automation;

namespace HuaweiDms.PowerShell.Engine;

/// <content>Failures of waits and of states.</content>
internal static partial class Failures
{
    /// <summary>A state from which the goal cannot be reached.</summary>
    public static Failure WaitFailed(object target, string subject, string state, string goal, string? shownBy = null)
        => Wait(
            DmsErrorKind.WaitFailed,
            "HuaweiDms.WaitFailed",
            target,
            state,
            Format(Text.WaitFailed, subject, state, goal),
            AdviceForState(state, shownBy));

    /// <summary>The time to wait ran out.</summary>
    public static Failure WaitTimedOut(WaitTarget target, string goal, TimeSpan allowed, string state)
        => Wait(
            DmsErrorKind.TimedOut,
            "HuaweiDms.Timeout",
            target.Target,
            state,
            Format(Text.WaitTimedOut, target.Subject, goal, allowed.ToString("g", CultureInfo.InvariantCulture), state),
            AdviceForTimeout(target));

    /// <summary>The state can no longer be read. The operation itself has not failed, so the message must not claim that.</summary>
    public static Failure WaitUnread(DmsException error, WaitTarget target, string goal)
        => new(
            error,
            error.ErrorId,
            CategoryOf(error.Kind),
            target.Target,
            Format(Text.WaitUnread, target.Subject, goal, error.Message),
            Join(AdviceFor(error), Format(Text.WaitUnreadAdvice, target.ShownBy ?? "Get-DmsInstance")));

    /// <summary>A state that does not allow the request, known before anything is sent.</summary>
    /// <param name="target">The object of the record.</param>
    /// <param name="subject">The display text for messages.</param>
    /// <param name="state">The state.</param>
    /// <param name="isPassing">Whether it ends on its own, so that waiting may help.</param>
    /// <param name="rule">The state that allows it, and alternatives.</param>
    public static Failure WrongState(object target, string subject, string? state, bool isPassing, string rule)
    {
        string message = Format(Text.WrongState, subject, state, rule);
        ErrorCategory category = isPassing ? ErrorCategory.ResourceBusy : ErrorCategory.InvalidOperation;
        return new(new DmsException(DmsErrorKind.Busy, "HuaweiDms.WrongState", message), "HuaweiDms.WrongState", category, target, message, null);
    }

    private static string AdviceForState(string state, string? shownBy)
    {
        if (InstanceStates.IsFrozen(state))
            return Text.FrozenAdvice;
        return shownBy is null ? Text.WaitFailedAdvice : Format(Text.StateAdvice, shownBy);
    }

    private static string AdviceForTimeout(WaitTarget target)
    {
        if (target.WaitOn is not null)
            return Format(Text.WaitTimedOutAdvice, target.WaitOn);
        return target.ShownBy is null ? Format(Text.WaitTimedOutAdvice, "Wait-DmsInstance") : Format(Text.ProgressAdvice, target.ShownBy);
    }

    private static Failure Wait(DmsErrorKind kind, string id, object target, string state, string message, string advice)
        => new(new DmsException(kind, id, message) { Advice = advice }, id, CategoryOf(kind), target, message, advice) { State = state };
}
