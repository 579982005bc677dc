using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell.Binding;

/// <summary>Proposes values. Never throws, never keeps anybody waiting: what is not there in time is not proposed.</summary>
public abstract class CompleterBase : IArgumentCompleter
{
    /// <summary>Enough to choose from; more cannot be read in a menu.</summary>
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
            // A list is read on only while too few are found.
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

    /// <summary>All that may be meant; what fits is picked out of it.</summary>
    private protected abstract IEnumerable<Proposal> Propose(IDictionary boundParameters);

    /// <summary>The same where the service narrows a list by what was typed.</summary>
    private protected virtual IEnumerable<Proposal> Propose(IDictionary boundParameters, string typed) => Propose(boundParameters);
}

/// <summary>A value to propose.</summary>
/// <param name="Value">What is inserted.</param>
/// <param name="Label">What is shown in the list.</param>
/// <param name="Hint">What is shown beside it; where it is empty, the label once more.</param>
internal sealed record Proposal(string Value, string Label, string Hint)
{
    public Proposal(string value, string hint)
        : this(value, value, hint)
    {
    }

    /// <summary>Both what is inserted and what is shown are matched: an id is found by its name.</summary>
    public bool Fits(WildcardPattern pattern) => pattern.IsMatch(Value) || pattern.IsMatch(Label);

    public CompletionResult ToResult()
        => new(Quoted, Printable.Of(Label), CompletionResultType.ParameterValue, Printable.Of(Hint.Length > 0 ? Hint : Label));

    /// <summary>As it can stand on a command line. A group called -Force must not become the parameter.</summary>
    private string Quoted
        => Value.Length > 0 && Value[0] != '-' && Value.All(character => char.IsLetterOrDigit(character) || character is '-' or '_' or '.')
            ? Value
            : "'" + CodeGeneration.EscapeSingleQuotedStringContent(Value) + "'";
}
