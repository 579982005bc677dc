using System.Management.Automation;
using System.Net.Http.Json;

namespace HuaweiDms.Bench.Floor;

/// <summary>
/// The minimum work of any implementation: a raw HttpClient, generated JSON, and eight pages or the given number of items in
/// flight.
/// </summary>
[Cmdlet(VerbsLifecycle.Invoke, "Floor")]
public sealed class InvokeFloor : PSCmdlet, IDisposable
{
    private const int PagesInFlight = 8;
    private const int PageSize = 50;

    private readonly HttpClient _http = new();

    [Parameter(Mandatory = true)]
    public Uri Endpoint { get; set; } = null!;

    [Parameter(Mandatory = true, Position = 0)]
    [ValidateSet("Instance", "Topics", "Resets")]
    public string Work { get; set; } = string.Empty;

    [Parameter]
    public string InstanceId { get; set; } = "00000000-0000-0000-0000-000000010000";

    [Parameter]
    public int Count { get; set; } = 1000;

    [Parameter]
    public int ThrottleLimit { get; set; } = 16;

    protected override void ProcessRecord()
    {
        _http.BaseAddress = new Uri(Endpoint, "v2/0123456789abcdef0123456789abcdef/instances/");
        _http.DefaultRequestHeaders.Add("X-Auth-Token", "token");
        switch (Work)
        {
            case "Instance":
                WriteObject(_http.GetFromJsonAsync(InstanceId, FloorJson.Default.FloorInstance).GetAwaiter().GetResult());
                break;
            case "Topics":
                WriteTopics();
                break;
            default:
                Reset();
                break;
        }
    }

    public void Dispose() => _http.Dispose();

    private void WriteTopics()
    {
        FloorTopicPage first = FetchAsync(0).GetAwaiter().GetResult();
        WriteObject(first.Topics, enumerateCollection: true);
        Queue<Task<FloorTopicPage>> underWay = new();
        int next = PageSize;
        while (true)
        {
            for (; underWay.Count < PagesInFlight && next < first.Total; next += PageSize)
                underWay.Enqueue(FetchAsync(next));
            if (underWay.Count == 0)
                return;
            WriteObject(underWay.Dequeue().GetAwaiter().GetResult().Topics, enumerateCollection: true);
        }
    }

    private async Task<FloorTopicPage> FetchAsync(int offset)
        => (await _http.GetFromJsonAsync($"{InstanceId}/topics?limit={PageSize}&offset={offset}", FloorJson.Default.FloorTopicPage))!;

    /// <summary>Reads each group, because a group with members cannot be reset, and resets it.</summary>
    private void Reset()
    {
        ParallelOptions options = new() { MaxDegreeOfParallelism = ThrottleLimit };
        Parallel.ForEachAsync(Enumerable.Range(0, Count), options, async (number, cancellationToken) =>
        {
            using HttpResponseMessage group = await _http.GetAsync($"{InstanceId}/management/groups/group-{number}", cancellationToken);
            group.EnsureSuccessStatusCode();
            using ByteArrayContent body = new("""{"topic":"topic","partition":0,"message_offset":0}"""u8.ToArray());
            using HttpResponseMessage response
                = await _http.PutAsync($"{InstanceId}/groups/group-{number}/reset-message-offset", body, cancellationToken);
            response.EnsureSuccessStatusCode();
        }).GetAwaiter().GetResult();
    }
}
