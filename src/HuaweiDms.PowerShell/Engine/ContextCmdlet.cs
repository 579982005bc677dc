using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>A cmdlet about connections themselves.</summary>
public abstract class ContextCmdlet : AsyncCmdlet
{
    /// <summary>The connections meant; each that is not there is reported.</summary>
    private protected IReadOnlyList<DmsContext> Find(ContextReference?[]? references)
    {
        List<DmsContext> found = [];
        foreach (ContextReference? reference in references ?? [null])
        {
            try
            {
                found.AddRange(ContextStore.Resolve(reference is null ? null : [reference]));
            }
            catch (FailureException failed)
            {
                WriteError(failed.Failure.ToRecord());
            }
        }
        return found;
    }
}
