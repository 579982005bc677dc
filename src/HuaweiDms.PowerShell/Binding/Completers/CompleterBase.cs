using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell.Binding;

/// <summary>Proposes values. Never throws and never blocks for long: values that do not arrive in time are not proposed.</summary>
public abstract class CompleterBase : IArgumentCompleter
{
    /// <summary>The maximum number of proposals; a longer menu is unreadable.</summary>
    internal const int MaxResults = 500;

    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        try
        {
            string typed = (wordToComplete ?? string.Empty).Trim('\'', '"');
            WildcardPattern pattern = NamePattern.Of(WildcardPattern.Escape(typed) + "*");
            WildcardPattern within = NamePattern.Of("*" + WildcardPattern.Escape(typed) + "*");
            List<Proposal> fitting = [];
            List<Proposal> near = [];
            // A list is read further only while too few proposals are found.
            foreach (Proposal proposal in Propose(PipelineInput.Add(commandAst, fakeBoundParameters), typed).TakeWhile(_ => fitting.Count < MaxResults))
            {
                if (proposal.Fits(pattern))
                    fitting.Add(proposal);
                else if (near.Count < MaxResults && proposal.Fits(within))
                    near.Add(proposal);
            }
            return [.. (fitting.Count > 0 ? fitting : near).Select(proposal => proposal.ToResult())];
        }
#pragma warning disable CA1031 // Whatever goes wrong, a completer stays silent.
        catch (Exception)
#pragma warning restore CA1031
        {
            return [];
        }
    }

    /// <summary>Returns all candidates; the caller filters them.</summary>
    private protected abstract IEnumerable<Proposal> Propose(IDictionary boundParameters);

    /// <summary>Returns all candidates; the service may narrow the list by the typed text.</summary>
    private protected virtual IEnumerable<Proposal> Propose(IDictionary boundParameters, string typed) => Propose(boundParameters);
}

/// <summary>A value to propose.</summary>
/// <param name="Value">What is inserted.</param>
/// <param name="Label">What is shown in the list.</param>
/// <param name="Hint">The tooltip; if empty, the label is used.</param>
internal sealed record Proposal(string Value, string Label, string Hint)
{
    public Proposal(string value, string hint)
        : this(value, value, hint)
    {
    }

    /// <summary>Matches both the inserted and the shown text, so that an id is found by its name.</summary>
    public bool Fits(WildcardPattern pattern) => pattern.IsMatch(Value) || pattern.IsMatch(Label);

    public CompletionResult ToResult()
        => new(Quoted, Printable.Of(Label), CompletionResultType.ParameterValue, Printable.Of(Hint.Length > 0 ? Hint : Label));

    /// <summary>The value as it can be used on a command line. A group named -Force must not be read as the parameter.</summary>
    private string Quoted
        => Value.Length > 0 && Value[0] != '-' && Value.All(character => char.IsLetterOrDigit(character) || character is '-' or '_' or '.')
            ? Value
            : "'" + CodeGeneration.EscapeSingleQuotedStringContent(Value) + "'";
}
