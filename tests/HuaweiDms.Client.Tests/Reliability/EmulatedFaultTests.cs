using HuaweiDms.Client.Tests.Support;
using HuaweiDms.Contract;
using HuaweiDms.Emulator;
using HuaweiDms.Json;

namespace HuaweiDms.Client.Tests.Reliability;

/// <summary>Every operation with an emulated service that injects faults; the log of the service is what counts.</summary>
public sealed class EmulatedFaultTests
{
    private const int Attempts = 5;

    private static readonly Fault[] Faults =
    [
        new() { Name = "lost before it was read", Action = FaultAction.Reset },
        new() { Name = "lost after it took effect", Action = FaultAction.Reset, AfterProcessing = true },
        new() { Name = "cut short", Action = FaultAction.Truncate },
        new() { Name = "failed", Action = FaultAction.Status, StatusCode = 500, AfterProcessing = true },
        new() { Name = "no gateway", Action = FaultAction.Status, StatusCode = 502, ContentType = "text/html", Body = "<html>" },
        new() { Name = "gateway too late", Action = FaultAction.Status, StatusCode = 504, AfterProcessing = true },
    ];

    private static readonly Fault[] Refusals =
    [
        new() { Name = "throttled", Action = FaultAction.Status, StatusCode = 429 },
        new() { Name = "throttled with a time", Action = FaultAction.Status, StatusCode = 429, RetryAfter = TimeSpan.FromSeconds(3) },
        new() { Name = "flow control", Action = FaultAction.Status, StatusCode = 404, ErrorCode = "DMS.10240407" },
        new() { Name = "not ready", Action = FaultAction.Status, StatusCode = 503 },
    ];

    public static TheoryData<string> Names => Operations.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_service_receives_nothing_twice_that_may_have_taken_effect(string name)
    {
        bool harmless = ApiContract.Default[name].IsIdempotent;

        await Assert.AllAsync(Faults, async fault =>
        {
            (DmsException? error, IReadOnlyList<EmulatedRequest> seen) = await SendAsync(name, fault);
            // A response without a body arrives complete although it is truncated, and a refusal arrives as far as needed.
            bool arrived = fault.Action == FaultAction.Truncate && error is null or { StatusCode: < 500 };
            if (!arrived)
                Assert.Equal(harmless, error!.Kind != DmsErrorKind.OutcomeUnknown);
            Assert.Equal(harmless && !arrived ? Attempts : 1, seen.Count);
            Assert.All(seen, request => Assert.Equal((name, fault.Name), (request.Operation, request.Fault)));
        });
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_request_that_the_service_turned_away_is_sent_again(string name)
        => await Assert.AllAsync(Refusals, async fault =>
        {
            (DmsException? error, IReadOnlyList<EmulatedRequest> seen) = await SendAsync(name, fault);
            Assert.Contains(error!.Kind, new[] { DmsErrorKind.Throttled, DmsErrorKind.ServiceFailed });
            Assert.Equal(Attempts, seen.Count);
        });

    private static async Task<(DmsException? Error, IReadOnlyList<EmulatedRequest> Seen)> SendAsync(string name, Fault fault)
    {
        using DmsEmulator emulator = new(new() { Clock = new ManualClock() });
        using HttpMessageHandler handler = emulator.CreateHandler();
        using ScriptedClient client = new(options =>
        {
            options.Credential = new AccessKeyCredential(emulator.AccessKey, Secret.From(emulator.SecretKey));
            options.Handler = handler;
            options.Timeout = TimeSpan.FromHours(1);
        });
        emulator.Faults.Add(fault);
        Exception? error = await Record.ExceptionAsync(() => client.RunAsync(_ => client.Transport.SendAsync(
            Operations.Request(Operations.Named(name)), ServiceJsonContext.Default.Object, TestContext.Current.CancellationToken)));
        return (Assert.IsType<DmsException?>(error, exactMatch: false), emulator.Requests);
    }
}
