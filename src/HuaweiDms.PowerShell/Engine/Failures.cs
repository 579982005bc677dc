using System.Globalization;
using System.Management.Automation;
using HuaweiDms.Transport;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>The only place that makes a <see cref="Failure"/>. Texts live in Text.resx; an id is fixed for good once it was released.</summary>
internal static partial class Failures
{
    /// <summary>The id of what is looked for and is not there.</summary>
    public const string NotFoundId = "HuaweiDms.NotFound";

    /// <summary>The service's code where SASL is off and has to be on.</summary>
    private const string SaslOffId = "DMS.00400971";

    /// <summary>The service's code where Smart Connect is off and has to be on.</summary>
    public const string SmartConnectOffId = "DMS.00404024";

    /// <summary>The same, known before anything was sent.</summary>
    public const string NoSmartConnectId = "HuaweiDms.SmartConnectOff";

    /// <summary>What the client threw, seen from the command that asked.</summary>
    public static Failure From(DmsException error, object? target)
        => new(error, error.ErrorId, CategoryOf(error.Kind), target, MessageOf(error), AdviceFor(error));

    /// <summary>What the client threw, about one object that has a name.</summary>
    public static Failure From(DmsException error, object? target, string action, string subject)
        => new(
            error,
            error.ErrorId,
            CategoryOf(error.Kind),
            target,
            Format(Text.ActionFailed, action, subject, error.Message),
            AdviceFor(error));

    /// <summary>The answer to a creation was lost, and looking for what it may have made did not settle it.</summary>
    /// <param name="error">How it was lost.</param>
    /// <param name="action">What was done.</param>
    /// <param name="name">What was to be made.</param>
    /// <param name="found">What is there and may be it; null where looking failed, too.</param>
    public static Failure OutcomeUnknown(DmsException error, string action, string name, IEnumerable<string>? found)
    {
        string[]? there = found?.ToArray();
        string? advice = there is null
            ? AdviceFor(error)
            : Join(error.Advice, there.Length == 0 ? Format(Text.NotMadeYet, name, CommandFor(error)) : Format(Text.SeveralMade, name, string.Join(", ", there)));
        return new(error, error.ErrorId, CategoryOf(error.Kind), name, Format(Text.ActionFailed, action, name, error.Message), advice);
    }

    /// <summary>What a warning says where the answer was lost and the thing is there.</summary>
    public static string MadeAfterAll(string action, string name, string found) => Format(Text.MadeAfterAll, action, name, found);

    /// <summary>A fault of this module itself, told without a stack trace.</summary>
    public static Failure Unexpected(Exception error)
        => new(error, "HuaweiDms.Unexpected", ErrorCategory.NotSpecified, null, Format(Text.Unexpected, error.GetType().Name, error.Message), Text.UnexpectedAdvice);

    /// <summary>A value that is not allowed, found before anything was sent.</summary>
    public static Failure InvalidArgument(string parameter, object? value, string rule, object? target = null)
        => From(DmsErrors.InvalidArgument(parameter, value, rule), target ?? value);

    /// <summary>A literal name that does not exist; a wildcard that matches nothing is no error.</summary>
    public static Failure NotFound(string noun, string name, string context, string command)
        => Of(DmsErrorKind.NotFound, NotFoundId, name, Format(Text.NotFound, noun, name, context), Format(Text.NotFoundAdvice, command));

    /// <summary>Nothing is kept at an offset.</summary>
    public static Failure NoMessage(object? target, string subject, string advice)
        => Of(DmsErrorKind.NotFound, NotFoundId, target, Format(Text.NoMessage, subject), advice);

    /// <summary>A thing that is to be made is there already.</summary>
    public static Failure AlreadyExists(string subject, string place, string advice)
        => Of(DmsErrorKind.AlreadyExists, "HuaweiDms.AlreadyExists", subject, Format(Text.AlreadyExists, subject, place), advice);

    /// <summary>An instance has no partitions left for the rest of what was to be made.</summary>
    public static Failure PartitionsExhausted(string subject, int? room, int made, IReadOnlyList<string> left)
        => Of(
            DmsErrorKind.QuotaExceeded,
            "DMS.111400860",
            left.ToArray(),
            Format(Text.PartitionsExhausted, subject, room, made, left.Count, left[0]),
            Text.PartitionsExhaustedAdvice);

    /// <summary>The service reported that one item of a batch failed.</summary>
    public static Failure ItemFailed(ActionResult result, string action, string subject)
    {
        string id = result.ErrorCode ?? ItemErrors.Failed;
        DmsErrorKind kind = id == NotFoundId ? DmsErrorKind.NotFound : ErrorCatalog.KindOf(id, status: 400);
        string message = Format(Text.ActionFailed, action, subject, result.Message);
        if (id == GroupIsActiveId)
            return new(new DmsException(DmsErrorKind.Busy, id, message), id, ErrorCategory.ResourceBusy, result, message, Text.GroupIsActiveAdvice);
        bool says = id == NotFoundId || !id.StartsWith("HuaweiDms.", StringComparison.Ordinal);
        ErrorCategory category = says ? CategoryOf(kind) : ErrorCategory.InvalidOperation;
        DmsException error = new(kind, id, message);
        return new(error, id, category, result, message, AdviceFor(error));
    }

    /// <summary>The service reported that one part of a change failed, and not why.</summary>
    public static Failure ItemFailed(string action, string subject, object item)
    {
        string message = Format(Text.ActionFailed, action, subject, item);
        return new(
            new DmsException(DmsErrorKind.ServiceFailed, ItemErrors.Failed, message), ItemErrors.Failed, ErrorCategory.InvalidOperation, item, message, null);
    }

    /// <summary>Nobody is there to answer a question.</summary>
    public static Failure ConfirmationImpossible(string action, string target)
        => Of(
            DmsErrorKind.InvalidArgument,
            "HuaweiDms.ConfirmationImpossible",
            target,
            Format(Text.ConfirmationImpossible, action, target),
            Text.ConfirmationImpossibleAdvice);

    /// <summary>No connection was made yet.</summary>
    public static Failure NotConnected()
        => Of(DmsErrorKind.CredentialNotFound, "HuaweiDms.NotConnected", null, Text.NotConnected, Text.NotConnectedAdvice);

    /// <summary>A connection of that name is not there.</summary>
    public static Failure ContextNotFound(string name, IEnumerable<string> known)
        => Of(
            DmsErrorKind.NotFound,
            "HuaweiDms.ContextNotFound",
            name,
            Format(Text.ContextNotFound, name, string.Join(", ", known.DefaultIfEmpty("-"))),
            Text.ContextNotFoundAdvice);

    /// <summary>A changing command was given nothing to change.</summary>
    public static Failure NothingToChange(string parameters)
        => Of(DmsErrorKind.InvalidArgument, "HuaweiDms.NothingToChange", null, Text.NothingToChange, Format(Text.NothingToChangeAdvice, parameters));

    /// <summary>No messages wait, so there is nothing to find out.</summary>
    public static Failure NothingToDiagnose(string subject)
        => Of(DmsErrorKind.InvalidArgument, "HuaweiDms.NothingToDiagnose", subject, Format(Text.NothingToDiagnose, subject), Text.NothingToDiagnoseAdvice);

    /// <summary>A state was reached from which the goal cannot be.</summary>
    public static Failure WaitFailed(object target, string subject, string state, string goal, string? look = null)
        => Of(
            DmsErrorKind.WaitFailed,
            "HuaweiDms.WaitFailed",
            target,
            Format(Text.WaitFailed, subject, state, goal),
            look is null ? Text.WaitFailedAdvice : Format(Text.LookAdvice, look));

    /// <summary>The time to wait ran out.</summary>
    public static Failure WaitTimedOut(object target, string subject, string goal, TimeSpan allowed, string state, string? look = null)
        => Of(
            DmsErrorKind.TimedOut,
            "HuaweiDms.Timeout",
            target,
            Format(Text.WaitTimedOut, subject, goal, allowed.ToString("g", CultureInfo.InvariantCulture), state),
            look is null ? Text.WaitTimedOutAdvice : Format(Text.LookOnAdvice, look));

    /// <summary>A state that does not allow what is asked, known before anything is sent.</summary>
    /// <param name="target">The object of the record.</param>
    /// <param name="subject">As a person would name it.</param>
    /// <param name="state">The state.</param>
    /// <param name="isPassing">Whether it ends by itself, so that waiting may help.</param>
    /// <param name="rule">Which state does, and what else could be meant.</param>
    public static Failure WrongState(object target, string subject, string? state, bool isPassing, string rule)
    {
        string message = Format(Text.WrongState, subject, state, rule);
        ErrorCategory category = isPassing ? ErrorCategory.ResourceBusy : ErrorCategory.InvalidOperation;
        return new(new DmsException(DmsErrorKind.Busy, "HuaweiDms.WrongState", message), "HuaweiDms.WrongState", category, target, message, null);
    }

    /// <summary>An instance has no Smart Connect.</summary>
    public static Failure SmartConnectOff(string subject, object target)
        => Of(DmsErrorKind.NotFound, NoSmartConnectId, target, Format(Text.SmartConnectOff, subject), Text.SmartConnectOffAdvice);

    /// <summary>Smart Connect cannot be turned off, because something runs on it.</summary>
    public static Failure SmartConnectInUse(string subject, object target, IEnumerable<string?> tasks)
        => Of(
            DmsErrorKind.Busy,
            "HuaweiDms.SmartConnectInUse",
            target,
            Format(Text.SmartConnectInUse, subject, string.Join(", ", tasks)),
            Text.SmartConnectInUseAdvice);

    /// <summary>A file of a plan cannot be read.</summary>
    public static Failure PlanUnreadable(string path, string why, string advice)
        => Of(DmsErrorKind.InvalidArgument, "HuaweiDms.PlanUnreadable", path, Format(Text.PlanUnreadable, path, why.TrimEnd('.')), advice);

    /// <summary>The client's options have the names of the cmdlets' parameters, but for the hyphen.</summary>
    private static string MessageOf(DmsException error)
        => error.ParameterName is { } name && error.Message.StartsWith(name + " ", StringComparison.Ordinal) ? "-" + error.Message : error.Message;

    private static Failure Of(DmsErrorKind kind, string id, object? target, string message, string? advice)
        => new(new DmsException(kind, id, message) { Advice = advice }, id, CategoryOf(kind), target, message, advice);

    private static ErrorCategory CategoryOf(DmsErrorKind kind)
        => kind switch
        {
            DmsErrorKind.InvalidArgument => ErrorCategory.InvalidArgument,
            DmsErrorKind.CredentialNotFound => ErrorCategory.AuthenticationError,
            DmsErrorKind.AuthenticationFailed => ErrorCategory.AuthenticationError,
            DmsErrorKind.PermissionDenied => ErrorCategory.PermissionDenied,
            DmsErrorKind.NotFound => ErrorCategory.ObjectNotFound,
            DmsErrorKind.AlreadyExists => ErrorCategory.ResourceExists,
            DmsErrorKind.Busy => ErrorCategory.ResourceBusy,
            DmsErrorKind.Throttled => ErrorCategory.LimitsExceeded,
            DmsErrorKind.QuotaExceeded => ErrorCategory.QuotaExceeded,
            DmsErrorKind.TimedOut => ErrorCategory.OperationTimeout,
            DmsErrorKind.UnreadableAnswer => ErrorCategory.InvalidResult,
            DmsErrorKind.WaitFailed => ErrorCategory.InvalidResult,
            _ => ErrorCategory.ConnectionError,
        };

    /// <summary>What to do, where a command of ours is the way out; else what is known of the code and the kind.</summary>
    private static string? AdviceFor(DmsException error)
        => (error.ErrorId, error.Operation) switch
        {
            (SaslOffId, _) => Text.SaslOffAdvice,
            ("DMS.00400017", "CreateMessageDiagnosisTask") => Text.DiagnosisBusyAdvice,
            ("DMS.50050004", "CreateMessageDiagnosisTask") => Text.DiagnosisOfflineAdvice,
            (SmartConnectOffId, _) => Text.SmartConnectOffAdvice,
            ("DMS.00404026", _) => Text.SmartConnectTaskAdvice,
            ("DMS.00400868" or "DMS.00400869" or "DMS.00400872", _) => Format(Text.LookAdvice, Looking.CommandFor("ListConnectorTasks")),
            _ => Join(error.Advice, AdviceForKind(error)),
        };

    private static string? AdviceForKind(DmsException error)
        => error.Kind switch
        {
            DmsErrorKind.Busy => GoesThroughManager(error.Operation) ? Text.ManagerOffAdvice : Text.BusyAdvice,
            DmsErrorKind.OutcomeUnknown => Format(Text.OutcomeUnknownAdvice, CommandFor(error)),
            DmsErrorKind.Throttled => Text.ThrottledAdvice,
            _ => error.ErrorId is "DMS.111501024" or "DMS.111501026" ? Text.MessageQueryAdvice : null,
        };

    private static string CommandFor(DmsException error) => Looking.CommandFor(error.ShownBy) ?? Text.TheConsole;

    private static string? Join(string? first, string? second) => first is null ? second : second is null ? first : first + " " + second;
}
