using System.Collections;
using HuaweiDms.PowerShell.Binding;
using HuaweiDms.PowerShell.Engine;
using HuaweiDms.PowerShell.Tests.Support;

namespace HuaweiDms.PowerShell.Tests.Binding;

/// <summary>The connections are those of the process.</summary>
[Collection(nameof(ContextStore))]
public sealed class CompletionCacheTests : IDisposable
{
    private readonly EmulatedContext _emulated = new();

    [Fact]
    public async Task The_rest_of_a_long_list_is_read_for_whoever_looks_further_than_a_menu_goes()
    {
        Hashtable line = await InstanceWithAsync(540, (client, id, number, stop)
            => client.Topics.CreateAsync(id, new() { Name = $"topic-{number:0000}", PartitionCount = 1, ReplicationFactor = 1 }, stop));
        int before = _emulated.Emulator.Requests.Count;

        await ComeAsync(() => CompletionCache.Topics(line).Take(500), known => known.Count == 500);
        Assert.Equal(10, _emulated.Emulator.Requests.Count - before);

        await ComeAsync(() => CompletionCache.Topics(line), known => known.Any(topic => topic.Name == "topic-0539"));
    }

    [Fact]
    public async Task Of_more_groups_than_are_always_read_the_service_finds_those_with_what_was_typed()
    {
        Hashtable line = await InstanceWithAsync(540, (client, id, number, stop) => client.ConsumerGroups.CreateAsync(id, $"group-{number:0000}", stop: stop));

        IReadOnlyList<ConsumerGroup> typed = await ComeAsync(
            () => CompletionCache.ConsumerGroups(line, "0531"), known => known.Any(group => group.ConsumerGroup == "group-0531"));

        Assert.Equal(typed.Count, typed.Select(group => group.ConsumerGroup).Distinct().Count());
        Assert.DoesNotContain(CompletionCache.ConsumerGroups(line, "0532"), group => group.ConsumerGroup == "group-0531");
    }

    public void Dispose()
    {
        ContextStore.RemoveOwn();
        _emulated.Dispose();
    }

    /// <summary>What does not come in time serves the next press of the key.</summary>
    private static async Task<IReadOnlyList<T>> ComeAsync<T>(Func<IEnumerable<T>> press, Predicate<IReadOnlyList<T>> isThere)
    {
        for (int presses = 1; ; presses++)
        {
            T[] known = [.. press()];
            if (isThere(known))
                return known;
            Assert.True(presses < 50, "It never came.");
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
    }

    private async Task<Hashtable> InstanceWithAsync(int count, Func<DmsClient, string, int, CancellationToken, Task> create)
    {
        CancellationToken stop = TestContext.Current.CancellationToken;
        Instance instance = await _emulated.Client.Instances.List(new() { Name = "kafka-prod", ExactName = true }).SingleAsync(stop);
        for (int number = 0; number < count; number++)
            await create(_emulated.Client, instance.InstanceId!, number, stop);
        DmsContext context = new("completion", _emulated.Client);
        ContextStore.Add(context);
        return new() { ["InstanceId"] = instance.InstanceId, ["Context"] = context };
    }
}
