using HuaweiDms.Transport;
using Step = HuaweiDms.Client.Tests.Support.ScriptedHandler.Step;

namespace HuaweiDms.Client.Tests.Support;

/// <summary>A client with a stopped clock and a script of responses.</summary>
internal sealed class ScriptedClient : IDisposable
{
    public const string ProjectId = "0e5a7c1d4b3f4f6e9d2c8b1a70e5a7c1";
    public static readonly Uri Endpoint = new("https://dms.test");

    public ScriptedClient(Action<DmsClientOptions>? configure = null)
    {
        Handler = new(Time);
        DmsClientOptions options = new()
        {
            Credential = new AccessKeyCredential("AKTESTAKTESTAKTEST01", Secret.From("sk-test-secret")),
            ProjectId = ProjectId,
            Endpoint = Endpoint,
            DcsEndpoint = new("https://dcs.test"),
            IamEndpoint = new("https://iam.test"),
            Handler = Handler,
            Time = Time,
        };
        configure?.Invoke(options);
        Client = new(options);
        Transport = new(options, new(options, (_, _) => Task.FromResult<IReadOnlyList<Project>>([])));
    }

    public FakeTime Time { get; } = new();

    public ScriptedHandler Handler { get; }

    public DmsClient Client { get; }

    /// <summary>The transport, for single operations.</summary>
    public ApiTransport Transport { get; }

    public IReadOnlyList<SentRequest> Sent => Handler.Sent;

    /// <summary>The pauses between the requests.</summary>
    public IReadOnlyList<TimeSpan> Pauses => [.. Sent.Zip(Sent.Skip(1), (one, next) => next.At - one.At)];

    public ScriptedClient Then(params Step[] steps)
    {
        Handler.Then(steps);
        return this;
    }

    /// <summary>
    /// Makes a call and advances the clock, timer by timer, until it ends. The script responds synchronously, so a call that has not ended
    /// is waiting for a timer.
    /// </summary>
    public Task<T> RunAsync<T>(Func<DmsClient, Task<T>> call) => Task.Run(async () =>
    {
        Task<T> running = call(Client);
        while (!running.IsCompleted && Time.AdvanceToNextTimer())
        {
        }
        return await running;
    });

    public Task RunAsync(Func<DmsClient, Task> call) => RunAsync(async client =>
    {
        await call(client);
        return true;
    });

    /// <summary>Makes a call that must fail.</summary>
    public async Task<DmsException> FailAsync(Func<DmsClient, Task> call) => await Assert.ThrowsAsync<DmsException>(() => RunAsync(call));

    public void Dispose()
    {
        Transport.Dispose();
        Client.Dispose();
        Handler.Dispose();
    }
}
