using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>A cmdlet for connections themselves.</summary>
public abstract class ContextCmdlet : AsyncCmdlet
{
    /// <summary>
    /// Returns the requested connections, or the current one if none is given. Reports each connection that does not exist, and an
    /// empty value, which does not mean the current connection.
    /// </summary>
    private protected IReadOnlyList<DmsContext> Find(ContextReference?[]? references)
    {
        bool isGiven = MyInvocation.BoundParameters.ContainsKey("Context");
        if (references is null || (isGiven && references.Length == 0))
            references = [null];
        List<DmsContext> found = [];
        foreach (ContextReference? reference in references)
        {
            try
            {
                if (isGiven && reference is not { IsEmpty: false })
                    throw new FailureException(Failures.InvalidArgument("Context", null, Text.ContextIsEmpty));
                found.AddRange(ContextStore.Resolve(reference is null ? null : [reference]));
            }
            catch (FailureException failed)
            {
                WriteError(failed.Failure);
            }
        }
        return found;
    }
}
