using HuaweiDms.PowerShell.Engine;
using HuaweiDms.PowerShell.Tests.Support;

namespace HuaweiDms.PowerShell.Tests.Engine;

public sealed class InstanceStatusReaderTests : IDisposable
{
    private readonly EmulatedContext _emulated = new();
    private readonly RecordingPipeline _pipeline = new(TestContext.Current.CancellationToken);
    private readonly List<string> _asked = [];
    private DmsContext? _context;

    [Fact]
    public async Task Many_instances_are_read_with_one_list_per_reading()
    {
        Instance[] instances = await InstancesAsync();
        InstanceStatusReader reader = new();
        WaitTarget[] targets = [.. instances.Select(instance => TargetOf(reader, instance.InstanceId!))];

        await ReadAsync(targets);
        int first = _asked.Count;
        await ReadAsync(targets);
        await ReadAsync(targets);

        Assert.True(instances.Length > 6);
        Assert.DoesNotContain(_asked, operation => operation != "ListInstances");
        // Requests that arrive while a list is being read share the next one.
        Assert.InRange(first, 1, 2);
        Assert.InRange(_asked.Count, 3, 6);
    }

    [Fact]
    public async Task A_waiter_never_gets_a_list_that_began_before_its_request_or_the_same_list_twice()
    {
        Instance[] instances = await InstancesAsync();
        InstanceStatusReader reader = new();
        WaitTarget[] targets = [.. instances.Take(4).Select(instance => TargetOf(reader, instance.InstanceId!))];
        await ReadAsync(targets[..3]);
        int before = _asked.Count;

        await ReadAsync(targets[3..]);
        Assert.Equal(before + 1, _asked.Count);

        // It is newer than the list these waiters have seen.
        await ReadAsync(targets[..3]);
        Assert.Equal(before + 1, _asked.Count);

        await ReadAsync(targets[..1]);
        Assert.Equal(before + 2, _asked.Count);
    }

    [Fact]
    public async Task Two_instances_are_read_one_by_one()
    {
        Instance[] instances = await InstancesAsync();
        InstanceStatusReader reader = new();

        await ReadAsync([.. instances.Take(2).Select(instance => TargetOf(reader, instance.InstanceId!))]);

        Assert.Equal(["ShowInstance", "ShowInstance"], _asked);
    }

    [Fact]
    public async Task An_instance_that_is_missing_in_the_list_is_read_individually()
    {
        Instance[] instances = await InstancesAsync();
        InstanceStatusReader reader = new();
        WaitTarget[] targets = [.. instances.Take(3).Select(instance => TargetOf(reader, instance.InstanceId!)), TargetOf(reader, $"{Guid.Empty}")];

        string[] states = await ReadAsync(targets);

        Assert.Equal(WaitGoal.DeletedState, states[3]);
        Assert.Equal(instances.Take(3).Select(instance => instance.Status), states[..3]);
        Assert.Single(_asked, operation => operation == "ShowInstance");

        await ReadAsync(targets[3..]);
        Assert.Equal("ShowInstance", _asked[^1]);
    }

    [Fact]
    public async Task Instances_that_are_missing_in_the_list_cause_no_further_list()
    {
        InstanceStatusReader reader = new();
        WaitTarget[] targets = [.. Enumerable.Range(0, 4).Select(number => TargetOf(reader, $"00000000-0000-0000-0000-00000000000{number}"))];

        await ReadAsync(targets);
        Assert.Contains("ListInstances", _asked);

        _asked.Clear();
        await ReadAsync(targets);
        Assert.Equal(Enumerable.Repeat("ShowInstance", targets.Length), _asked);
    }

    public void Dispose() => _emulated.Dispose();

    private WaitTarget TargetOf(InstanceStatusReader reader, string id) => reader.Target(_context ??= new("test", _emulated.Client), id, id, id, WaitGoal.DeletedState);

    /// <summary>Each waits for the state that it already has.</summary>
    private async Task<string[]> ReadAsync(WaitTarget[] targets)
    {
        using IDisposable listening = DmsClient.ListenToRequests(entry =>
        {
            lock (_asked)
                _asked.Add(entry.Path.Contains("/instances?", StringComparison.Ordinal) ? "ListInstances" : "ShowInstance");
        });
        using Waiter waiter = new(_pipeline, "Read", targets.Length, TimeSpan.FromMinutes(1), null, new FakeClock());
        WaitGoal any = WaitGoal.AnyOf([.. InstanceStates.Known]);
        return await Task.WhenAll(targets.Select(target => waiter.WaitAsync(target, any)));
    }

    private async Task<Instance[]> InstancesAsync()
        => [.. await _emulated.Client.Instances.List(new() { IncludeFailed = true }).ToListAsync(TestContext.Current.CancellationToken)];
}
