namespace HuaweiDms.Contract;

/// <summary>The exchange violates the contract.</summary>
public sealed class ContractViolationException(IReadOnlyList<Violation> violations)
    : Exception("The exchange violates the contract:" + Environment.NewLine + string.Join(Environment.NewLine, violations))
{
    /// <summary>All violations in the exchange, in reading order.</summary>
    public IReadOnlyList<Violation> Violations { get; } = violations;

    /// <summary>Throws if there are violations.</summary>
    public static void ThrowIfAny(IReadOnlyList<Violation> violations)
    {
        if (violations.Count > 0)
            throw new ContractViolationException(violations);
    }
}
