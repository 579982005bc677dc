namespace HuaweiDms.Contract;

/// <summary>An exchange that the contract does not allow.</summary>
public sealed class ContractViolationException(IReadOnlyList<Violation> violations)
    : Exception("The contract does not allow this:" + Environment.NewLine + string.Join(Environment.NewLine, violations))
{
    /// <summary>All that was found in the exchange, in the order of reading.</summary>
    public IReadOnlyList<Violation> Violations { get; } = violations;

    /// <summary>Throws if there is anything to report.</summary>
    public static void ThrowIfAny(IReadOnlyList<Violation> violations)
    {
        if (violations.Count > 0)
        {
            throw new ContractViolationException(violations);
        }
    }
}
