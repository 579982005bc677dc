using System.Management.Automation;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>A failure as the user sees it: what failed for which object, and what to do.</summary>
internal sealed class Failure(Exception exception, string id, ErrorCategory category, object? target, string message, string? advice)
{
    public Exception Exception { get; } = exception;

    /// <summary>The stable error id, on which scripts can branch.</summary>
    public string Id { get; } = Printable.Of(id);

    public ErrorCategory Category { get; } = category;

    public object? Target { get; } = target;

    /// <summary>What happened, on one line without control characters: the text may contain names chosen by others.</summary>
    public string Message { get; } = Printable.Of(message);

    public string? Advice { get; } = advice is null ? null : Printable.Of(advice);

    /// <summary>What happened and what to do.</summary>
    public string FullMessage => Advice is null ? Message : $"{Message} {Advice}";

    /// <summary>The state in which a wait ended without reaching its goal; null for other failures.</summary>
    public string? State { get; init; }

    private bool IsSuggesting { get; init; }

    /// <summary>Returns a copy with other advice.</summary>
    public Failure Advising(string what) => new(Exception, Id, Category, Target, Message, what) { State = State };

    /// <summary>Returns a copy with additional advice.</summary>
    public Failure AdvisingAlso(string what) => Advising(Advice is null ? what : $"{Advice} {what}");

    /// <summary>Returns a copy with another target object.</summary>
    public Failure About(object? target) => new(Exception, Id, Category, target, Message, Advice) { State = State };

    /// <summary>Returns a copy that suggests the first known name that is similar to the missing one.</summary>
    public Failure Suggesting(IEnumerable<string?> known)
        => !IsSuggesting && Target is string name && ClosestName.Find(name, known) is { } near
            ? new(Exception, Id, Category, Target, Message, Format(Text.DidYouMean, near, Advice).TrimEnd()) { State = State, IsSuggesting = true }
            : this;

    public ErrorRecord ToRecord()
        => new(Exception, Id, Category, Target)
        {
            // Not as RecommendedAction: some versions of PowerShell never show it, others would show it twice.
            ErrorDetails = new ErrorDetails(FullMessage),
        };
}
