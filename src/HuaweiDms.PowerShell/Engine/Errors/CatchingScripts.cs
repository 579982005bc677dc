using System.Management.Automation;
using System.Management.Automation.Language;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>Determines whether the calling scripts catch what a command throws.</summary>
internal static class CatchingScripts
{
    /// <summary>Whether a caller has a try with a catch, or a trap, around the call.</summary>
    public static bool Surround(IEnumerable<CallStackFrame> callers)
        => callers.Any(frame => CodeOf(frame) is { } code && code.Find(ast => Covers(ast, frame.Position), searchNestedScriptBlocks: true) is not null);

    private static bool Covers(Ast ast, IScriptExtent position)
        => ast switch
        {
            TryStatementAst { CatchClauses.Count: > 0 } tried => IsIn(position, tried.Body),
            NamedBlockAst { Traps.Count: > 0 } or StatementBlockAst { Traps.Count: > 0 } => IsIn(position, ast),
            _ => false,
        };

    private static bool IsIn(IScriptExtent position, Ast ast)
        => ast.Extent.StartOffset <= position.StartOffset && ast.Extent.EndOffset >= position.EndOffset;

    private static Ast? CodeOf(CallStackFrame frame)
        => frame.InvocationInfo.MyCommand switch
        {
            FunctionInfo function => function.ScriptBlock.Ast,
            ScriptInfo script => script.ScriptBlock.Ast,
            ExternalScriptInfo file => file.ScriptBlock.Ast,
            null => MethodAt(frame.Position),
            _ => null,
        };

    /// <summary>The position of a class method has no command, so its source is parsed again.</summary>
    private static Ast? MethodAt(IScriptExtent position)
        => position.StartScriptPosition?.GetFullScript() is { Length: > 0 } script
            ? Parser.ParseInput(script, out _, out _).Find(ast => ast is FunctionMemberAst && IsIn(position, ast), searchNestedScriptBlocks: true)
            : null;
}
