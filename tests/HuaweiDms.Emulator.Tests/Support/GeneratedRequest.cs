using HuaweiDms.Contract;

namespace HuaweiDms.Emulator.Tests.Support;

/// <summary>A randomly generated request.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="Target">Path and query.</param>
/// <param name="Body">The body; null for none.</param>
internal sealed record GeneratedRequest(ContractOperation Operation, string Target, string? Body)
{
    public HttpMethod Method => new(Operation.Method);

    public override string ToString() => $"{Operation.Id}: {Operation.Method} {Target} {Body}";
}
