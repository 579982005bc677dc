using HuaweiDms.Emulator;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell.Tests.Support;

/// <summary>A connection to an emulator in this process, with a clock that the test advances.</summary>
internal sealed class EmulatedContext : IDisposable
{
    private readonly HttpMessageHandler _handler;

    /// <summary>Starts the emulator.</summary>
    /// <param name="between">A handler that sees every request.</param>
    public EmulatedContext(DelegatingHandler? between = null)
    {
        Emulator = new(new() { Clock = Clock });
        _handler = Emulator.CreateHandler();
        if (between is not null)
        {
            between.InnerHandler = _handler;
            _handler = between;
        }
        DmsClientOptions options = new()
        {
            Credential = new AccessKeyCredential(Emulator.AccessKey, Secret.From(Emulator.SecretKey)),
            ProjectId = Emulator.ProjectId,
            Endpoint = new("https://dms.test"),
            Handler = _handler,
        };
        options.SignWith(() => Clock.UtcNow);
        Client = new(options);
    }

    public SteppingClock Clock { get; } = new(new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));

    public DmsEmulator Emulator { get; }

    public DmsClient Client { get; }

    /// <summary>Returns a consumer group of a sample instance.</summary>
    public async Task<ItemReference> GroupAsync(string instance, string group, CancellationToken cancellationToken)
    {
        Instance found = await Client.Instances.List(new() { Name = instance, ExactName = true }).SingleAsync(cancellationToken);
        return new(new("test", Client), new(found.InstanceId!), group);
    }

    public void Dispose()
    {
        Client.Dispose();
        _handler.Dispose();
        Emulator.Dispose();
    }
}
