
namespace HuaweiDms.Client.Tests.Support;

/// <summary>One way to send an operation: a method and the conditions under which it sends it.</summary>
/// <param name="Call">The method.</param>
/// <param name="Version">The API version.</param>
/// <param name="Full">Whether optional values are given.</param>
/// <param name="Older">Whether the service does not know the path that is tried first.</param>
/// <param name="Succeeds">Whether the call succeeds.</param>
internal sealed record OperationUse(PublicCall Call, ApiVersion Version, bool Full, bool Older, bool Succeeds = false)
{
    private static readonly Lazy<Task<ILookup<string, OperationUse>>> Found = new(FindAsync);

    /// <summary>All of them, by operation.</summary>
    public static Task<ILookup<string, OperationUse>> All => Found.Value;

    /// <summary>Calls the method.</summary>
    /// <param name="service">The service that responds.</param>
    /// <param name="arguments">The arguments; by default any.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public async Task<(object? Result, IReadOnlyList<SentRequest> Sent)> SendAsync(
        GeneratedResponses service, CancellationToken cancellationToken, Arguments? arguments = null)
    {
        using ScriptedClient client = new(options => (options.ApiVersion, options.RetryCount) = (Version, 0));
        if (Older)
            client.Then(Responses.Error(404, "APIGW.0101"));
        client.Then(service.Step);
        object? result = await client.RunAsync(
            it => Call.InvokeAsync(it, arguments ?? new Arguments { Full = Full, WholeLists = true, Choice = _ => Full ? 0 : 1 }, cancellationToken));
        return (result, client.Sent);
    }

    private static async Task<ILookup<string, OperationUse>> FindAsync()
    {
        List<(string Operation, OperationUse OperationUse)> found = [];
        IEnumerable<OperationUse> ways =
            from call in PublicCall.All
            from version in Enum.GetValues<ApiVersion>()
            from full in new[] { true, false }
            from older in new[] { false, true }
            select new OperationUse(call, version, full, older);
        foreach (OperationUse way in ways)
        {
            GeneratedResponses service = new(1);
            Exception? refused = await Record.ExceptionAsync(() => way.SendAsync(service, CancellationToken.None));
            found.AddRange(service.Given.Keys.Select(operation => (operation, way with { Succeeds = refused is null })));
        }
        return found.ToLookup(it => it.Operation, it => it.OperationUse);
    }
}
