using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell.Binding;

/// <summary>
/// What a command gets from the pipeline, as far as it can be told while the line is typed: nothing is run for it. An instance is
/// known where the pipeline begins with a variable that holds it, or something of it, or with Get-DmsInstance and its name.
/// </summary>
internal static class PipelineInput
{
    /// <summary>What comes along with an instance.</summary>
    private static readonly string[] Along = ["Context", "Topic", "ConnectorId"];

    /// <summary>The parameters on the line, and beside them the instance from the pipeline where none is named.</summary>
    /// <param name="command">The command that is typed.</param>
    /// <param name="boundParameters">Its parameters.</param>
    public static IDictionary Add(CommandAst? command, IDictionary? boundParameters)
    {
        Hashtable all = new(boundParameters ?? new Hashtable(), StringComparer.OrdinalIgnoreCase);
        if (all.ContainsKey("InstanceId") || command?.Parent is not PipelineAst { PipelineElements: { } elements } || ReferenceEquals(elements[0], command))
            return all;
        PSObject? source = elements[0] switch
        {
            CommandExpressionAst { Expression: VariableExpressionAst variable } => ValueOf(variable.VariablePath.UserPath),
            CommandAst first => Named(first, all),
            _ => null,
        };
        if (Text(source, "InstanceId") is { } id)
        {
            all["InstanceId"] = id;
            foreach (string name in Along)
            {
                if (!all.ContainsKey(name) && Text(source, name) is { } value)
                    all[name] = value;
            }
        }
        return all;
    }

    private static string? Text(PSObject? source, string property) => source?.Properties[property]?.Value?.ToString();

    /// <summary>A variable may hold several; the first stands for them.</summary>
    private static PSObject? ValueOf(string variable)
    {
        using System.Management.Automation.PowerShell shell = System.Management.Automation.PowerShell.Create(RunspaceMode.CurrentRunspace);
        shell.AddCommand("Microsoft.PowerShell.Utility\\Get-Variable")
            .AddParameter("Name", variable).AddParameter("ValueOnly").AddParameter("ErrorAction", ActionPreference.Ignore);
        object? value = shell.Invoke().FirstOrDefault()?.BaseObject;
        if (value is IList { Count: > 0 } several)
            value = several[0];
        return value is null ? null : PSObject.AsPSObject(value);
    }

    /// <summary>The name; the first of several stands for them.</summary>
    private static string? FirstOf(ParameterBindingResult name)
        => name.ConstantValue as string ?? ((name.Value as ArrayLiteralAst)?.Elements[0] as StringConstantExpressionAst)?.Value;

    private static PSObject? Named(CommandAst first, IDictionary boundParameters)
        => string.Equals(first.GetCommandName(), "Get-DmsInstance", StringComparison.OrdinalIgnoreCase)
            && StaticParameterBinder.BindCommand(first).BoundParameters is { } bound
            && bound.TryGetValue("Name", out ParameterBindingResult? name)
            && FirstOf(name) is { } text
            && NamePattern.Of(text) is { } pattern
            && CompletionCache.Instances(boundParameters).FirstOrDefault(instance => pattern.IsMatch(instance.Name ?? string.Empty)) is { } found
                ? PSObject.AsPSObject(found)
                : null;
}
