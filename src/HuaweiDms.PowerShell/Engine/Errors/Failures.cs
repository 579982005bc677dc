using System.Management.Automation;
using HuaweiDms.Transport;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>The only place that makes a <see cref="Failure"/>. Texts live in Text.resx; an id is fixed for good once it was released.</summary>
internal static partial class Failures
{
    /// <summary>The id of what is looked for and is not there.</summary>
    public const string NotFoundId = "HuaweiDms.NotFound";

    /// <summary>What was thrown, seen from the command that asked.</summary>
    public static Failure From(Exception error, object? target) => From(error, target, action: string.Empty, subject: null);

    /// <summary>What was thrown, about one object that has a name; null where there is nothing to name.</summary>
    public static Failure From(Exception error, object? target, string action, string? subject)
        => error switch
        {
            FailureException failed => failed.Failure,
            DmsException known => new(
                known,
                known.ErrorId,
                CategoryOf(known.Kind),
                target,
                subject is null ? MessageOf(known) : Told(known.ErrorId, action, subject, known.Message),
                AdviceFor(known)),
            // So end requests whose connection somebody closes meanwhile.
            OperationCanceledException or ObjectDisposedException => From(ConnectionClosed(), target, action, subject),
            // A fault of this module itself, as far as is known, told without a stack trace.
            _ => new(
                error,
                "HuaweiDms.Unexpected",
                ErrorCategory.NotSpecified,
                target,
                Format(Text.Unexpected, error.GetType().Name, error.Message),
                Text.UnexpectedAdvice),
        };

    /// <summary>The answer to a creation was lost, and looking for what it may have made did not settle it.</summary>
    /// <param name="error">How it was lost.</param>
    /// <param name="action">What was done.</param>
    /// <param name="name">The name of what was to be made.</param>
    /// <param name="subject">The same as a person would name it.</param>
    /// <param name="found">What is there and may be it; null where looking failed, too.</param>
    public static Failure OutcomeUnknown(DmsException error, string action, string name, string subject, IEnumerable<string>? found)
    {
        string[]? there = found?.ToArray();
        string? advice = there is null
            ? AdviceFor(error)
            : Join(error.Advice, there.Length == 0 ? Format(Text.NotMadeYet, name, CommandFor(error)) : Format(Text.SeveralMade, name, string.Join(", ", there)));
        return new(error, error.ErrorId, CategoryOf(error.Kind), name, Told(error.ErrorId, action, subject, error.Message), advice);
    }

    /// <summary>What a warning says where the answer was lost and the thing is there.</summary>
    public static string MadeAfterAll(string action, string subject, string found) => Format(Text.MadeAfterAll, action, subject, found);

    /// <summary>A value that is not allowed, found before anything was sent.</summary>
    public static Failure InvalidArgument(string parameter, object? value, string rule, object? target = null)
        => From(DmsErrors.InvalidArgument(parameter, value, rule), target ?? value);

    /// <summary>A parameter that filters a list was given with pipeline input, which is read by id.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="value">Its value.</param>
    public static Failure ListParameter(string parameter, object value)
        => InvalidArgument(parameter, value is string[] several ? string.Join(", ", several) : value, Text.ListParameterRule);

    /// <summary>A parameter was given, and what comes by the pipeline has nothing but another value for it.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="value">What was given.</param>
    /// <param name="hint">What may have been meant; null where there is no doubt.</param>
    public static Failure IdleInput(string parameter, string value, string? hint)
        => Of(
            DmsErrorKind.InvalidArgument,
            "HuaweiDms.InvalidArgument",
            value,
            Format(Text.IdleInput, parameter, value),
            Join(hint, Text.IdleInputAdvice));

    /// <summary>A literal name that does not exist; a wildcard that matches nothing is no error.</summary>
    public static Failure NotFound(string noun, string name, string place, string command)
        => Of(DmsErrorKind.NotFound, NotFoundId, name, Format(Text.NotFound, noun, name, Whereabouts.Quoted(place)), Format(Text.NotFoundAdvice, command));

    /// <summary>A literal name that exists, of something that does not meet what else is asked for. Whoever makes what is not there must not make it.</summary>
    /// <param name="noun">What it is.</param>
    /// <param name="name">Its name.</param>
    /// <param name="place">Where it is.</param>
    /// <param name="by">The parameters that leave it out.</param>
    public static Failure LeftOut(string noun, string name, string place, string? by)
        => Of(DmsErrorKind.InvalidArgument, "HuaweiDms.LeftOut", name, Format(Text.LeftOut, noun, name, Whereabouts.Quoted(place), by), Text.LeftOutAdvice);

    /// <summary>Nothing is kept at an offset.</summary>
    public static Failure NoMessage(object? target, string subject, string advice)
        => Of(DmsErrorKind.NotFound, NotFoundId, target, Format(Text.NoMessage, subject), advice);

    /// <summary>A thing that is to be made is there already.</summary>
    public static Failure AlreadyExists(string subject, string place, string advice)
        => Of(DmsErrorKind.AlreadyExists, "HuaweiDms.AlreadyExists", subject, Format(Text.AlreadyExists, subject, Whereabouts.Quoted(place)), advice);

    /// <summary>The service reported that one item of a batch failed.</summary>
    public static Failure ItemFailed(ActionResult result, string action, string subject)
    {
        string id = result.ErrorCode ?? ItemErrors.Failed;
        DmsErrorKind kind = id == NotFoundId ? DmsErrorKind.NotFound : ErrorCatalog.KindOf(id, status: 400);
        string message = Told(id, action, subject, result.Message);
        if (id == GroupIsActiveId)
            return new(new DmsException(DmsErrorKind.Busy, id, message), id, ErrorCategory.ResourceBusy, result, message, Text.GroupIsActiveAdvice);
        if (id == ItemErrors.OutcomeUnknown)
        {
            DmsException unknown = DmsErrors.OutcomeUnknown(result, message);
            return new(unknown, id, CategoryOf(unknown.Kind), result, message, AdviceFor(unknown));
        }
        if (id == ItemErrors.NotAnswered)
            return new(new DmsException(kind, id, message), id, ErrorCategory.InvalidOperation, result, message, Text.RepeatAdvice);
        bool says = id == NotFoundId || !id.StartsWith("HuaweiDms.", StringComparison.Ordinal);
        ErrorCategory category = says ? CategoryOf(kind) : ErrorCategory.InvalidOperation;
        DmsException error = new(kind, id, message) { InstanceId = result.InstanceId };
        return new(error, id, category, result, message, AdviceFor(error, (result as InstanceActionResult)?.Status));
    }

    /// <summary>The service reported that one part of a change failed, and not why.</summary>
    public static Failure ItemFailed(string action, string subject, object item)
    {
        string message = Format(Text.ActionFailed, action, subject, item);
        return new(
            new DmsException(DmsErrorKind.ServiceFailed, ItemErrors.Failed, message), ItemErrors.Failed, ErrorCategory.InvalidOperation, item, message, null);
    }

    /// <summary>Nobody is there to answer a question.</summary>
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

    /// <summary>The connection that an object came from is closed; another that is called so may lead elsewhere.</summary>
    public static Failure ContextClosed(string name)
        => Of(DmsErrorKind.NotFound, "HuaweiDms.ContextNotFound", name, Format(Text.ContextClosed, name), Text.ContextClosedAdvice);

    /// <summary>A changing command was given nothing to change.</summary>
    public static Failure NothingToChange(string parameters)
        => Of(DmsErrorKind.InvalidArgument, "HuaweiDms.NothingToChange", null, Text.NothingToChange, Format(Text.NothingToChangeAdvice, parameters));

    /// <summary>What is asked for is there already, and commands that make it again are refused: a second run can tell that from a mistake.</summary>
    public static Failure IsSo(string parameter, object value, string? subject, object? target)
        => Of(DmsErrorKind.InvalidArgument, "HuaweiDms.NothingToChange", target, Format(Text.IsSo, parameter, value, subject), advice: null);

    /// <summary>What went wrong with what. Whoever reads only the beginning must not take for failed what may have happened.</summary>
    private static string Told(string id, string action, string subject, string? message)
        => Format(id == ItemErrors.OutcomeUnknown ? Text.ActionUnknown : Text.ActionFailed, action, subject, message);

    private static DmsException ConnectionClosed()
        => new(DmsErrorKind.ConnectionFailed, "HuaweiDms.ConnectionClosed", Text.ConnectionClosed) { Advice = Text.ConnectionClosedAdvice };

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
}
