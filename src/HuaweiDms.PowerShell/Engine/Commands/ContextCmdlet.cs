using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>A cmdlet about connections themselves.</summary>
public abstract class ContextCmdlet : AsyncCmdlet
{
    /// <summary>
    /// The connections meant, the current one where none is given; each that is not there is reported, and so is one that was given
    /// and is nothing: the current one is not meant by it.
    /// </summary>
    private protected IReadOnlyList<DmsContext> Find(ContextReference?[]? references)
    {
        List<DmsContext> found = [];
        bool isGiven = MyInvocation.BoundParameters.ContainsKey("Context");
        foreach (ContextReference? reference in references is { Length: 0 } && isGiven ? [null] : references ?? [null])
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
