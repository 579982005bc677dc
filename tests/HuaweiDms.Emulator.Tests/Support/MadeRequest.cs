using HuaweiDms.Contract;

namespace HuaweiDms.Emulator.Tests.Support;

/// <summary>A request made at random.</summary>
/// <param name="Operation">The operation it is for.</param>
/// <param name="Target">Path and query.</param>
/// <param name="Body">What it carries; null for nothing.</param>
internal sealed record MadeRequest(ContractOperation Operation, string Target, string? Body)
{
    public HttpMethod Method => new(Operation.Method);

    public override string ToString() => $"{Operation.Id}: {Operation.Method} {Target} {Body}";
}
