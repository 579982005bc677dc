using System.Text.Json;
using System.Text.Json.Nodes;
using HuaweiDms.Contract;

namespace HuaweiDms.Emulator.Tests.Support;

/// <summary>An emulator on a manual clock, and a client that checks every exchange against the contract.</summary>
internal sealed class TestService : IDisposable
{
    private static readonly Uri InProcess = new("http://emulator.test/");
    private readonly List<HttpClient> _clients = [];

    public TestService(Action<DmsEmulatorOptions>? configure = null)
    {
        DmsEmulatorOptions options = new() { Clock = Clock };
        configure?.Invoke(options);
        Emulator = new DmsEmulator(options);
        Client = Connect(Emulator.CreateHandler(), InProcess);
    }

    public ManualClock Clock { get; } = new();

    public DmsEmulator Emulator { get; }

    /// <summary>An in-process client that signs requests.</summary>
    public HttpClient Client { get; }

    public string Project => Emulator.ProjectId;

    private Uri ListeningAddress => Emulator.Endpoint ?? Emulator.Listen();

    /// <summary>A client over a real socket that signs requests.</summary>
    public HttpClient ConnectBySocket() => Connect(Socket(), ListeningAddress);

    public HttpClient Connect(HttpMessageHandler handler, Uri address, string? accessKey = null, string? secretKey = null)
        => Keep(new ContractHandler(Signing(handler, accessKey, secretKey), onlyKnownFields: true), address);

    /// <summary>A client that neither signs requests nor checks the contract.</summary>
    public HttpClient ConnectUnsigned() => Keep(Emulator.CreateHandler(), InProcess);

    /// <summary>A client that signs requests but may violate the contract, to test rejections.</summary>
    public HttpClient ConnectUnchecked() => Keep(Signing(Emulator.CreateHandler()), InProcess);

    /// <summary>The same over a socket, for faults that violate the contract.</summary>
    public HttpClient ConnectBySocketUnchecked() => Keep(Signing(Socket()), ListeningAddress);

    public Task<Response> GetAsync(string path) => SendAsync(HttpMethod.Get, path, null);

    public Task<Response> DeleteAsync(string path) => SendAsync(HttpMethod.Delete, path, null);

    public Task<Response> PutAsync(string path, string body) => SendAsync(HttpMethod.Put, path, body);

    public Task<Response> PostAsync(string path, string body) => SendAsync(HttpMethod.Post, path, body);

    public Task<Response> SendAsync(HttpMethod method, string path, string? body) => Client.AskAsync(method, Path(path), body);

    /// <summary>Waits until a request waits for the clock.</summary>
    public Task WaitForDelayAsync() => Wait.UntilAsync(() => Clock.PendingDelays > 0);

    /// <summary>Inserts the project id.</summary>
    public string Path(string path) => path.Replace("{project_id}", Project, StringComparison.Ordinal);

    public async Task<JsonArray> ListAsync(string query = "&limit=50")
        => (await GetAsync("/v2/{project_id}/instances?engine=kafka" + query)).Ok()["instances"]!.AsArray();

    public async Task<string> IdOfAsync(string name)
    {
        JsonArray found = await ListAsync($"&name={name}&exact_match_name=true&include_failure=true");
        return (string)Assert.Single(found)!["instance_id"]!;
    }

    public async Task<string?> StatusOfAsync(string id) => (string?)(await GetAsync("/v2/{project_id}/instances/" + id)).Json?["status"];

    public async Task<string> CreateAsync(string name, string more = "")
        => (string)(await PostAsync("/v2/kafka/{project_id}/instances", Order(name, more))).Ok()["instance_id"]!;

    /// <summary>The body of a creation with all required fields. Additional fields start with a comma.</summary>
    public static string Order(string name, string more = "") =>
        $$"""
        {"name":"{{name}}","engine":"kafka","engine_version":"2.7","broker_num":3,"storage_space":300,
        "vpc_id":"vpc-1","security_group_id":"sg-1","subnet_id":"subnet-1","available_zones":["63cb182a467c437daa0f001b7fa55fd0"],
        "product_id":"c6.2u4g.cluster","storage_spec_code":"dms.physical.storage.ultra.v2"{{more}}}
        """;

    /// <summary>The body of a batch operation.</summary>
    public static string Batch(string action, params string[] ids) => $$"""{"action":"{{action}}","instances":{{JsonSerializer.Serialize(ids)}}}""";

    public void Dispose()
    {
        foreach (HttpClient client in _clients)
            client.Dispose();
        Emulator.Dispose();
    }

    private static SocketsHttpHandler Socket() => new() { UseProxy = false };

    private SigningHandler Signing(HttpMessageHandler inner, string? accessKey = null, string? secretKey = null)
        => new(accessKey ?? Emulator.AccessKey, secretKey ?? Emulator.SecretKey, Clock) { InnerHandler = inner };

    private HttpClient Keep(HttpMessageHandler handler, Uri address)
    {
        HttpClient client = new(handler) { BaseAddress = address, Timeout = TimeSpan.FromSeconds(20) };
        _clients.Add(client);
        return client;
    }
}
