using System.Management.Automation;
using HuaweiDms.Transport;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>The only place that creates a <see cref="Failure"/>. Texts are in Text.resx; a released error id never changes.</summary>
internal static partial class Failures
{
    /// <summary>The error id for an object that does not exist.</summary>
    public const string NotFoundId = "HuaweiDms.NotFound";

    /// <summary>Converts an exception, for the command that made the request.</summary>
    public static Failure From(Exception error, object? target) => From(error, target, action: string.Empty, subject: null);

    /// <summary>Converts an exception for an object with a display text; null if there is none.</summary>
    public static Failure From(Exception error, object? target, string action, string? subject)
        => error switch
        {
            FailureException failed => failed.Failure,
            DmsException known => new(
                known,
                known.ErrorId,
                CategoryOf(known.Kind),
                target,
                subject is null ? MessageOf(known) : Compose(known.ErrorId, action, subject, known.Message),
                AdviceFor(known)),
            // A request ends like this if its connection is closed in the meantime.
            OperationCanceledException or ObjectDisposedException => From(ConnectionClosed(), target, action, subject),
            // Probably a bug in the module; reported without a stack trace.
            _ => new(
                error,
                "HuaweiDms.Unexpected",
                ErrorCategory.NotSpecified,
                target,
                Format(Text.Unexpected, error.GetType().Name, error.Message),
                Text.UnexpectedAdvice),
        };

    /// <summary>The response to a creation was lost, and searching for the created object was inconclusive.</summary>
    /// <param name="error">How it was lost.</param>
    /// <param name="action">What was done.</param>
    /// <param name="name">The name of the object to create.</param>
    /// <param name="subject">The display text.</param>
    /// <param name="found">The candidates found; null if the search also failed.</param>
    public static Failure OutcomeUnknown(DmsException error, string action, string name, string subject, IEnumerable<string>? found)
    {
        string[]? there = found?.ToArray();
        string? advice = there is null
            ? AdviceFor(error)
            : Join(error.Advice, there.Length == 0 ? Format(Text.NotCreatedYet, name, CommandFor(error)) : Format(Text.SeveralCreated, name, string.Join(", ", there)));
        return new(error, error.ErrorId, CategoryOf(error.Kind), name, Compose(error.ErrorId, action, subject, error.Message), advice);
    }

    /// <summary>A value that is not allowed, found before anything was sent.</summary>
    public static Failure InvalidArgument(string parameter, object? value, string rule, object? target = null)
        => From(DmsErrors.InvalidArgument(parameter, value, rule), target ?? value);

    /// <summary>A period ends before it starts. Both times are shown with the offset of the start.</summary>
    /// <param name="parameter">The parameter of the start.</param>
    /// <param name="start">The start.</param>
    /// <param name="end">The end.</param>
    public static Failure PeriodEndsFirst(string parameter, DateTimeOffset start, DateTimeOffset end)
        => InvalidArgument(parameter, start, Format(Text.PeriodOrderRule, end.ToOffset(start.Offset)));

    /// <summary>A parameter that filters a list was given with pipeline input, which is read by id.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="value">Its value.</param>
    public static Failure ListParameter(string parameter, object value)
        => InvalidArgument(parameter, value is string[] several ? string.Join(", ", several) : value, Text.ListParameterRule);

    /// <summary>A parameter was given, and the pipeline supplies only another value for it.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="value">What was given.</param>
    /// <param name="hint">What may have been meant; null if there is no doubt.</param>
    public static Failure IdleInput(string parameter, string value, string? hint)
        => Of(
            DmsErrorKind.InvalidArgument,
            "HuaweiDms.InvalidArgument",
            value,
            Format(Text.IdleInput, parameter, value),
            Join(hint, Text.IdleInputAdvice));

    /// <summary>An exact name that does not exist; a wildcard pattern without matches is not an error.</summary>
    public static Failure NotFound(string noun, string name, string place, string command)
        => Of(DmsErrorKind.NotFound, NotFoundId, name, Format(Text.NotFound, noun, name, PlaceText.Quoted(place)), Format(Text.NotFoundAdvice, command));

    /// <summary>
    /// An exact name of an object that does not match the other filters. A script that creates missing objects must not create this
    /// one.
    /// </summary>
    /// <param name="noun">What it is.</param>
    /// <param name="name">Its name.</param>
    /// <param name="place">Where it is.</param>
    /// <param name="by">The parameters that exclude it.</param>
    public static Failure LeftOut(string noun, string name, string place, string? by)
        => Of(DmsErrorKind.InvalidArgument, "HuaweiDms.LeftOut", name, Format(Text.LeftOut, noun, name, PlaceText.Quoted(place), by), Text.LeftOutAdvice);

    /// <summary>No message is retained at an offset.</summary>
    public static Failure NoMessage(object? target, string subject, string advice)
        => Of(DmsErrorKind.NotFound, NotFoundId, target, Format(Text.NoMessage, subject), advice);

    /// <summary>An object to create already exists.</summary>
    public static Failure AlreadyExists(string subject, string place, string advice)
        => Of(DmsErrorKind.AlreadyExists, "HuaweiDms.AlreadyExists", subject, Format(Text.AlreadyExists, subject, PlaceText.Quoted(place)), advice);

    /// <summary>The service reported that one item of a batch failed.</summary>
    public static Failure ItemFailed(ActionResult result, string action, string subject)
    {
        if (result.Cause is { } cause)
            return From(cause, result, action, subject);
        string id = result.ErrorCode ?? ItemErrors.Failed;
        DmsErrorKind kind = id == NotFoundId ? DmsErrorKind.NotFound : ErrorCatalog.KindOf(id, status: 400);
        string message = Compose(id, action, subject, result.Message);
        if (id == GroupIsActiveId)
            return new(new DmsException(DmsErrorKind.Busy, id, message), id, ErrorCategory.ResourceBusy, result, message, Text.GroupIsActiveAdvice);
        if (id == ItemErrors.OutcomeUnknown)
        {
            DmsException unknown = DmsErrors.OutcomeUnknown(result, message);
            return new(unknown, id, CategoryOf(unknown.Kind), result, message, AdviceFor(unknown));
        }
        if (id == ItemErrors.NotReported)
            return new(new DmsException(kind, id, message), id, ErrorCategory.InvalidOperation, result, message, Text.RepeatAdvice);
        bool isReasonKnown = id == NotFoundId || !id.StartsWith("HuaweiDms.", StringComparison.Ordinal);
        ErrorCategory category = isReasonKnown ? CategoryOf(kind) : ErrorCategory.InvalidOperation;
        DmsException error = new(kind, id, message) { InstanceId = result.InstanceId };
        return new(error, id, category, result, message, AdviceFor(error, (result as InstanceActionResult)?.Status));
    }

    /// <summary>The service reported that one part of a change failed, without a reason.</summary>
    public static Failure ItemFailed(string action, string subject, object item)
    {
        string message = Format(Text.ActionFailed, action, subject, item);
        return new(
            new DmsException(DmsErrorKind.ServiceFailed, ItemErrors.Failed, message), ItemErrors.Failed, ErrorCategory.InvalidOperation, item, message, null);
    }

    /// <summary>A confirmation is required, but the session cannot prompt.</summary>
    /// <param name="action">What is about to be done.</param>
    /// <param name="target">To what.</param>
    /// <param name="hasForce">Whether the command has -Force.</param>
    public static Failure ConfirmationImpossible(string action, string target, bool hasForce)
        => Of(
            DmsErrorKind.InvalidArgument,
            "HuaweiDms.ConfirmationImpossible",
            target,
            Format(Text.ConfirmationImpossible, action, target),
            Format(Text.ConfirmationImpossibleAdvice, hasForce ? "-Force or -Confirm:$false" : "-Confirm:$false"));

    /// <summary>No connection has been opened yet.</summary>
    public static Failure NotConnected()
        => Of(DmsErrorKind.CredentialNotFound, "HuaweiDms.NotConnected", null, Text.NotConnected, Text.NotConnectedAdvice);

    /// <summary>There is no connection with that name.</summary>
    public static Failure ContextNotFound(string name, IEnumerable<string> known)
        => Of(
            DmsErrorKind.NotFound,
            "HuaweiDms.ContextNotFound",
            name,
            Format(Text.ContextNotFound, name, string.Join(", ", known.DefaultIfEmpty("-"))),
            Text.ContextNotFoundAdvice);

    /// <summary>The connection that an object was read through is closed; another one of the same name may lead elsewhere.</summary>
    public static Failure ContextClosed(string name)
        => Of(DmsErrorKind.NotFound, "HuaweiDms.ContextNotFound", name, Format(Text.ContextClosed, name), Text.ContextClosedAdvice);

    /// <summary>A changing command was given no changes.</summary>
    public static Failure NothingToChange(string parameters)
        => Of(DmsErrorKind.InvalidArgument, "HuaweiDms.NothingToChange", null, Text.NothingToChange, Format(Text.NothingToChangeAdvice, parameters));

    /// <summary>
    /// The requested value is already set, and the service would refuse the request. Scripts can distinguish this from a mistake.
    /// </summary>
    public static Failure AlreadySet(string parameter, object value, string? subject, object? target)
        => Of(DmsErrorKind.InvalidArgument, "HuaweiDms.NothingToChange", target, Format(Text.AlreadySet, parameter, value, subject), advice: null);

    /// <summary>Composes what failed for which object. The beginning must not claim a failure if the outcome is unknown.</summary>
    private static string Compose(string id, string action, string subject, string? message)
        => Format(id == ItemErrors.OutcomeUnknown ? Text.ActionUnknown : Text.ActionFailed, action, subject, message);

    private static DmsException ConnectionClosed()
        => new(DmsErrorKind.ConnectionFailed, "HuaweiDms.ConnectionClosed", Text.ConnectionClosed) { Advice = Text.ConnectionClosedAdvice };

    /// <summary>The options of the client have the names of the cmdlet parameters, without the hyphen.</summary>
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
            DmsErrorKind.UnreadableResponse => ErrorCategory.InvalidResult,
            DmsErrorKind.WaitFailed => ErrorCategory.InvalidResult,
            _ => ErrorCategory.ConnectionError,
        };
}
