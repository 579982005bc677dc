using System.Net;
using System.Text;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using HuaweiDms.Json;
using HuaweiDms.Transport;

namespace HuaweiDms.Bench;

/// <summary>
/// Reading responses: a page of fifty topics compared with parsing the same bytes, and an error response converted to an
/// exception.
/// </summary>
[MemoryDiagnoser]
[ShortRunJob]
public class Reading
{
    private const string Item = """
        {"policiesOnly":false,"name":"topic","replication":3,"partition":3,"retention_time":72,"sync_replication":false,
        "sync_message_flush":false,"external_configs":{},"topic_type":0,"topic_desc":"","created_at":1700000000000,
        "topic_other_configs":[{"name":"max.message.bytes","valid_values":"[0...10485760]","default_value":"10485760",
        "config_type":"dynamic","value":"10485760","value_type":"int"}]}
        """;

    private readonly byte[] _page = Encoding.UTF8.GetBytes($$"""{"total":50,"topics":[{{string.Join(',', Enumerable.Repeat(Item, 50))}}]}""");
    private readonly byte[] _refusal = """{"error_code":"DMS.00404022","error_msg":"This DMS instance does not exist.","request_id":"r1"}"""u8.ToArray();
    private ApiCall _call = null!;

    [GlobalSetup]
    public void Prepare()
    {
        ApiOperation operation = ApiOperation.Get("5.1.3", "ShowInstance", "/v2/{project_id}/instances/{instance_id}");
        RequestTarget target = RequestTarget.Create("/v2/p/instances/i", [], []);
        _call = new ApiCall(new ApiRequest(operation), target, new Uri("https://dms.cn-north-4.myhuaweicloud.com"), "p", isSigned: true, TimeSpan.FromSeconds(100), TimeProvider.System, CancellationToken.None);
    }

    [Benchmark(Baseline = true)]
    public int TakePageApart()
    {
        using JsonDocument page = JsonDocument.Parse(_page);
        return page.RootElement.GetProperty("topics").GetArrayLength();
    }

    [Benchmark]
    public int ReadPage() => JsonSerializer.Deserialize(_page, ServiceJsonContext.Default.TopicList)!.Topics!.Count;

    [Benchmark]
    public async Task<string> MapError()
    {
        using HttpRequestMessage request = new();
        using HttpResponseMessage response = new(HttpStatusCode.NotFound) { Content = new ByteArrayContent(_refusal) };
        FailedAttempt failed = await FailureReader.ReadAsync(_call, response, new SecretRedactor(request.Headers, []), TimeProvider.System, CancellationToken.None);
        return failed.Error.ErrorId;
    }
}
