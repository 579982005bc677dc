using HuaweiDms.Contract;
using HuaweiDms.Emulator;

namespace HuaweiDms.Client.Tests.Support;

/// <summary>A client for an emulated service; every request and response is checked against the contract.</summary>
internal sealed class EmulatedClient : IDisposable
{
    private readonly ContractHandler _contract;

    public EmulatedClient(ApiVersion version = ApiVersion.V2, Action<DmsClientOptions>? configure = null, bool empty = false, bool byPassword = false)
    {
        Emulator = new(new() { Clock = Clock, Empty = empty });
        Recorder = new(Emulator.CreateHandler());
        _contract = new(Recorder, onlyKnownFields: true);
        DmsClientOptions options = new()
        {
            Name = "test",
            Credential = byPassword
                ? new PasswordCredential(Emulator.DomainName, Emulator.UserName, Secret.From(Emulator.Password))
                : new AccessKeyCredential(Emulator.AccessKey, Secret.From(Emulator.SecretKey)),
            ProjectId = Emulator.ProjectId,
            Region = Emulator.Region,
            Endpoint = new("https://dms.test"),
            DcsEndpoint = new("https://dcs.test"),
            IamEndpoint = new("https://iam.test"),
            ApiVersion = version,
            Handler = _contract,
            Time = Time,
        };
        configure?.Invoke(options);
        Client = new(options);
    }

    public ManualClock Clock { get; } = new();

    public FakeTime Time { get; } = new();

    public DmsEmulator Emulator { get; }

    public RecordingHandler Recorder { get; }

    public DmsClient Client { get; }

    public SentRequest Last => Recorder.Sent[^1];

    /// <summary>Advances the clock of the service and that of the client, whose signatures would otherwise be too old.</summary>
    public void Advance(TimeSpan time)
    {
        Clock.Advance(time);
        Time.Advance(time);
    }

    public async Task<Instance> FindAsync(string name)
        => Assert.Single(await Client.Instances.List(new() { Name = name, ExactName = true, IncludeFailed = true }).ToListAsync(TestContext.Current.CancellationToken));

    public void Dispose()
    {
        Client.Dispose();
        _contract.Dispose();
        Emulator.Dispose();
    }
}
