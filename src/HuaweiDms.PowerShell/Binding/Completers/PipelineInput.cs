using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell.Binding;

/// <summary>
/// The instance that a command refers to, as far as it can be determined while the line is typed; nothing is executed for it. It is
/// known if the pipeline begins with, or -InstanceId is given, a variable that holds the instance or something in it, an id, or
/// Get-DmsInstance with a name.
/// </summary>
internal static class PipelineInput
{
    /// <summary>The properties that are bound together with the instance.</summary>
    private static readonly string[] CarriedProperties = ["Context", "Topic", "ConnectorId"];

    /// <summary>Returns the parameters on the line and, if none names an instance, the instance as PowerShell would bind it.</summary>
    /// <param name="command">The command that is typed.</param>
    /// <param name="boundParameters">Its parameters.</param>
    public static IDictionary Add(CommandAst? command, IDictionary? boundParameters)
    {
        Hashtable all = new(boundParameters ?? new Hashtable(), StringComparer.OrdinalIgnoreCase);
        if (command is null || all.ContainsKey("InstanceId"))
            return all;
        PSObject? source = SourceOf(command) is { } ast ? Of(ast, all) : null;
        if (Text(source, "InstanceId") is { } id)
        {
            all["InstanceId"] = id;
            foreach (string name in CarriedProperties)
            {
                if (!all.ContainsKey(name) && Text(source, name) is { } value)
                    all[name] = value;
            }
        }
        return all;
    }

    /// <summary>The value of -InstanceId, otherwise the beginning of the pipeline; null for neither.</summary>
    private static Ast? SourceOf(CommandAst command)
    {
        if (Given(command, "InstanceId") is { } given)
            return given.Value;
        return command.Parent is PipelineAst { PipelineElements: { } elements } && !ReferenceEquals(elements[0], command) ? elements[0] : null;
    }

    private static string? Text(PSObject? source, string property) => source?.Properties[property]?.Value?.ToString();

    private static PSObject? Of(Ast source, IDictionary boundParameters)
        => source switch
        {
            CommandExpressionAst { Expression: { } expression } => Of(expression, boundParameters),
            ParenExpressionAst { Pipeline: PipelineAst { PipelineElements: { Count: 1 } only } } => Of(only[0], boundParameters),
            VariableExpressionAst variable => First(ValueOf(variable)),
            MemberExpressionAst { Static: false, Expression: VariableExpressionAst variable, Member: StringConstantExpressionAst member } and not InvokeMemberExpressionAst
                => WithId(First(ValueOf(variable))?.Properties[member.Value]?.Value),
            StringConstantExpressionAst text => WithId(text.Value),
            CommandAst command when IsGetInstance(command) => Named(command, boundParameters),
            _ => null,
        };

    /// <summary>Returns the first item of a list that a variable may hold.</summary>
    private static PSObject? First(object? value)
    {
        object? first = PSValue.Unwrap(value) is IList { Count: > 0 } several ? several[0] : value;
        return first is null ? null : PSObject.AsPSObject(first);
    }

    /// <summary>The instance itself, or an object with only its id.</summary>
    private static PSObject? WithId(object? value)
    {
        if (PSValue.Unwrap(value) is not string id)
            return First(value);
        PSObject instance = new();
        instance.Properties.Add(new PSNoteProperty("InstanceId", id));
        return InstanceReference.IsId(id) ? instance : null;
    }

    private static PSObject? ValueOf(VariableExpressionAst variable)
        => Run("Microsoft.PowerShell.Utility\\Get-Variable", variable.VariablePath.UserPath, "ValueOnly");

    /// <summary>Whether a command is Get-DmsInstance, also by an alias, with its module name, or with a prefix.</summary>
    private static bool IsGetInstance(CommandAst command)
    {
        CommandInfo? found = command.GetCommandName() is { } name ? PSValue.Unwrap(Run("Microsoft.PowerShell.Core\\Get-Command", name)) as CommandInfo : null;
        return ((found as AliasInfo)?.ResolvedCommand ?? found) is CmdletInfo cmdlet && cmdlet.ImplementingType == typeof(GetDmsInstance);
    }

    private static PSObject? Run(string command, string name, string? parameter = null)
    {
        using System.Management.Automation.PowerShell shell = System.Management.Automation.PowerShell.Create(RunspaceMode.CurrentRunspace);
        shell.AddCommand(command).AddParameter("Name", name).AddParameter("ErrorAction", ActionPreference.Ignore);
        if (parameter is not null)
            shell.AddParameter(parameter);
        return shell.Invoke().FirstOrDefault();
    }

    private static ParameterBindingResult? Given(CommandAst command, string parameter)
        => StaticParameterBinder.BindCommand(command).BoundParameters is { } bound && bound.TryGetValue(parameter, out ParameterBindingResult? given) ? given : null;

    /// <summary>A name or an id; the first one of several.</summary>
    private static string? FirstOf(ParameterBindingResult? given)
        => given?.ConstantValue as string ?? ((given?.Value as ArrayLiteralAst)?.Elements[0] as StringConstantExpressionAst)?.Value;

    private static PSObject? Named(CommandAst command, IDictionary boundParameters)
    {
        if (FirstOf(Given(command, "InstanceId")) is { } id)
            return WithId(id);
        if (FirstOf(Given(command, "Name")) is not { } name)
            return null;
        WildcardPattern pattern = NamePattern.Of(name);
        Instance? found = CompletionCache.Instances(boundParameters).FirstOrDefault(instance => pattern.IsMatch(instance.Name ?? string.Empty));
        return found is null ? null : PSObject.AsPSObject(found);
    }
}
