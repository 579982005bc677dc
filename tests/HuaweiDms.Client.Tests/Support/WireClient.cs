using System.Net;
using HuaweiDms.Transport;

namespace HuaweiDms.Client.Tests.Support;

/// <summary>A client with real sockets and a stopped clock: pauses are skipped, the network is real.</summary>
internal sealed class WireClient : IDisposable
{
    /// <summary>Longer than any pause and shorter than the time limit of an attempt: later timers wait for the network.</summary>
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(25);

    public WireClient(Uri endpoint, IWebProxy? proxy = null)
    {
        DmsClientOptions options = new()
        {
            Credential = new AccessKeyCredential("AKTESTAKTESTAKTEST01", Secret.From("sk-test-secret")),
            ProjectId = ScriptedClient.ProjectId,
            Endpoint = endpoint,
            DcsEndpoint = endpoint,
            IamEndpoint = endpoint,
            Proxy = proxy ?? new WebProxy(),
            RetryCount = 1,
            Timeout = TimeSpan.FromDays(1),
            Time = Time,
        };
        Transport = new(options, new(options, (_, _) => Task.FromResult<IReadOnlyList<Project>>([])));
    }

    public FakeTime Time { get; } = new();

    public ApiTransport Transport { get; }

    /// <summary>Makes a call and skips the pauses between attempts.</summary>
    public async Task<T> RunAsync<T>(Func<ApiTransport, Task<T>> call)
    {
        Task<T> running = call(Transport);
        while (!running.IsCompleted)
        {
            if (Time.UntilNextTimer < LongestPause)
                Time.AdvanceToNextTimer();
            else
                await Task.WhenAny(running, Task.Delay(1, TestContext.Current.CancellationToken));
        }
        return await running;
    }

    public void Dispose() => Transport.Dispose();
}
