using BenchmarkDotNet.Attributes;
using HuaweiDms.Emulator;

namespace HuaweiDms.Bench;

/// <summary>A list from the in-process emulator: signing, routing, writing and reading, without a network.</summary>
[MemoryDiagnoser]
[ShortRunJob]
public class Lists
{
    private readonly DmsEmulator _emulator = new();
    private DmsClient _client = null!;

    [GlobalSetup]
    public void Prepare()
        => _client = new DmsClient(new()
        {
            Credential = new AccessKeyCredential(_emulator.AccessKey, Secret.From(_emulator.SecretKey)),
            Endpoint = new Uri("https://emulator.invalid"),
            ProjectId = _emulator.ProjectId,
            Handler = _emulator.CreateHandler(),
        });

    [GlobalCleanup]
    public void Clean()
    {
        _client.Dispose();
        _emulator.Dispose();
    }

    [Benchmark]
    public async Task<int> ListInstances()
    {
        int count = 0;
        await foreach (Instance instance in _client.Instances.List())
            count += instance.Name is null ? 0 : 1;
        return count;
    }
}
