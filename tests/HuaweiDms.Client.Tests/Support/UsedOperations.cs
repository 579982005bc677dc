using HuaweiDms.Contract;

namespace HuaweiDms.Client.Tests.Support;

/// <summary>The operations that the public methods of all areas send, found by calling each method.</summary>
internal static class UsedOperations
{
    private static readonly Lazy<Task<IReadOnlySet<string>>> Found = new(FindAsync);

    /// <summary>The names.</summary>
    public static Task<IReadOnlySet<string>> All => Found.Value;

    private static async Task<IReadOnlySet<string>> FindAsync()
    {
        HashSet<string> sent = new(StringComparer.Ordinal);
        foreach (var version in Enum.GetValues<ApiVersion>())
        {
            foreach (var arguments in new[] { Arguments.Sparse, Arguments.Complete })
            {
                using ScriptedClient client = new(options => (options.ApiVersion, options.RetryCount) = (version, 0));
                // The error of the gateway for an unknown path makes the client use older paths.
                client.Then(Answers.Error(404, "APIGW.0101"));
                foreach (var call in PublicCall.All)
                {
                    // The response is always an error, thrown or reported per item; what counts is the request.
                    var refused = await Record.ExceptionAsync(() => call.InvokeAsync(client.Client, arguments, TestContext.Current.CancellationToken));
                    Assert.True(refused is null or DmsException, $"{call} ended with {refused}.");
                }

                sent.UnionWith(client.Sent.Select(request => ApiContract.Default.Match(request.Method, request.Target)?.Operation.Id).OfType<string>());
            }
        }

        return sent;
    }
}
