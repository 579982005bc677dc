using HuaweiDms.Contract;

namespace HuaweiDms.Client.Tests.Support;

/// <summary>The operations that the public methods of all areas send, found by calling each with whatever it takes.</summary>
internal static class UsedOperations
{
    private static readonly Lazy<Task<IReadOnlySet<string>>> Found = new(FindAsync);

    /// <summary>Their names.</summary>
    public static Task<IReadOnlySet<string>> All => Found.Value;

    private static async Task<IReadOnlySet<string>> FindAsync()
    {
        HashSet<string> sent = new(StringComparer.Ordinal);
        foreach (var version in Enum.GetValues<ApiVersion>())
        {
            foreach (var arguments in new[] { Arguments.Sparse, Arguments.Complete })
            {
                using ScriptedClient client = new(options => (options.ApiVersion, options.RetryCount) = (version, 0));
                // The gateway's word for a path it does not know leads on to older paths.
                client.Then(Answers.Error(404, "APIGW.0101"));
                foreach (var call in PublicCall.All)
                {
                    // The answer is always a refusal, thrown or told of each item; what counts is what was sent.
                    var refused = await Record.ExceptionAsync(() => call.InvokeAsync(client.Client, arguments, TestContext.Current.CancellationToken));
                    Assert.True(refused is null or DmsException, $"{call} ended with {refused}.");
                }

                sent.UnionWith(client.Sent.Select(request => ApiContract.Default.Match(request.Method, request.Target)?.Operation.Id).OfType<string>());
            }
        }

        return sent;
    }
}
