using System.Management.Automation;
using System.Management.Automation.Language;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>Whether the scripts that called a command catch what it throws.</summary>
internal static class Handlers
{
    public static bool Catch(IEnumerable<CallStackFrame> callers)
        => callers.Any(frame => CodeOf(frame.InvocationInfo.MyCommand) is { } code && code.Find(ast => Covers(ast, frame.Position), searchNestedScriptBlocks: true) is not null);

    private static bool Covers(Ast ast, IScriptExtent position)
        => ast is TryStatementAst { CatchClauses.Count: > 0 } tried
            && tried.Body.Extent.StartOffset <= position.StartOffset
            && tried.Body.Extent.EndOffset >= position.EndOffset;

    private static Ast? CodeOf(CommandInfo? command)
        => command switch
        {
            FunctionInfo function => function.ScriptBlock.Ast,
            ScriptInfo script => script.ScriptBlock.Ast,
            ExternalScriptInfo file => file.ScriptBlock.Ast,
            _ => null,
        };
}
