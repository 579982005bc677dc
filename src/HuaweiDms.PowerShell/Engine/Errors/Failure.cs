using System.Management.Automation;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>A failure as the user meets it: what failed on which object, and what to do.</summary>
internal sealed class Failure(Exception exception, string id, ErrorCategory category, object? target, string message, string? advice)
{
    public Exception Exception { get; } = exception;

    /// <summary>Stable; scripts branch on it.</summary>
    public string Id { get; } = Printable.Of(id);

    public ErrorCategory Category { get; } = category;

    public object? Target { get; } = target;

    /// <summary>What happened, on one line that a terminal can show: names of others stand in it.</summary>
    public string Message { get; } = Printable.Of(message);

    public string? Advice { get; } = advice is null ? null : Printable.Of(advice);

    /// <summary>What happened and what to do.</summary>
    public string Told => Advice is null ? Message : $"{Message} {Advice}";

    /// <summary>The state in which a wait ended before its goal; null for any other failure.</summary>
    public string? State { get; init; }

    private bool IsSuggesting { get; init; }

    /// <summary>The same, where more is known of what to do.</summary>
    public Failure Advising(string what) => new(Exception, Id, Category, Target, Message, what) { State = State };

    /// <summary>The same, with more of what to do after what it says already.</summary>
    public Failure AdvisingAlso(string what) => Advising(Advice is null ? what : $"{Advice} {what}");

    /// <summary>The same, where another object tells more of it.</summary>
    public Failure About(object? target) => new(Exception, Id, Category, target, Message, Advice) { State = State };

    /// <summary>The same about a name that nothing has, where one that is known is so near that it was meant; the first that is found.</summary>
    public Failure Suggesting(IEnumerable<string?> known)
        => !IsSuggesting && Target is string name && ClosestName.Find(name, known) is { } near
            ? new(Exception, Id, Category, Target, Message, Format(Text.DidYouMean, near, Advice)) { State = State, IsSuggesting = true }
            : this;

    public ErrorRecord ToRecord()
        => new(Exception, Id, Category, Target)
        {
            // Not as RecommendedAction: some versions of PowerShell never show that, and others would show it twice.
            ErrorDetails = new ErrorDetails(Told),
        };
}
