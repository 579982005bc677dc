using System.Collections;
using HuaweiDms.PowerShell.Binding;
using HuaweiDms.PowerShell.Engine;
using HuaweiDms.PowerShell.Tests.Support;

namespace HuaweiDms.PowerShell.Tests.Binding;

/// <summary>The connections are shared by the whole process.</summary>
[Collection(nameof(ContextStore))]
public sealed class CompletionCacheTests : IDisposable
{
    private readonly EmulatedContext _emulated = new();

    [Fact]
    public async Task Items_beyond_the_first_500_are_read_when_completion_asks_for_more()
    {
        Hashtable line = await InstanceWithAsync(540, (client, id, number, cancellationToken)
            => client.Topics.CreateAsync(id, new() { Name = $"topic-{number:0000}", PartitionCount = 1, ReplicationFactor = 1 }, cancellationToken));
        int before = _emulated.Emulator.Requests.Count;

        await CompleteUntilAsync(() => CompletionCache.Topics(line).Take(500), known => known.Count == 500);
        Assert.Equal(10, _emulated.Emulator.Requests.Count - before);

        await CompleteUntilAsync(() => CompletionCache.Topics(line), known => known.Any(topic => topic.Name == "topic-0539"));
    }

    [Fact]
    public async Task Given_more_groups_than_are_cached_the_service_searches_for_the_typed_text()
    {
        Hashtable line = await InstanceWithAsync(
            540, (client, id, number, cancellationToken) => client.ConsumerGroups.CreateAsync(id, $"group-{number:0000}", cancellationToken: cancellationToken));

        IReadOnlyList<ConsumerGroup> typed = await CompleteUntilAsync(
            () => CompletionCache.ConsumerGroups(line, "0531"), known => known.Any(group => group.ConsumerGroup == "group-0531"));

        Assert.Equal(typed.Count, typed.Select(group => group.ConsumerGroup).Distinct().Count());
        Assert.DoesNotContain(CompletionCache.ConsumerGroups(line, "0532"), group => group.ConsumerGroup == "group-0531");
    }

    public void Dispose()
    {
        ContextStore.RemoveOwn();
        _emulated.Dispose();
    }

    /// <summary>A result that arrives too late is used when the key is pressed again.</summary>
    private static async Task<IReadOnlyList<T>> CompleteUntilAsync<T>(Func<IEnumerable<T>> complete, Predicate<IReadOnlyList<T>> isExpected)
    {
        for (int attempt = 1; ; attempt++)
        {
            T[] offered = [.. complete()];
            if (isExpected(offered))
                return offered;
            Assert.True(attempt < 50, "Completion does not offer the expected items.");
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
    }

    private async Task<Hashtable> InstanceWithAsync(int count, Func<DmsClient, string, int, CancellationToken, Task> create)
    {
        CancellationToken cancellationToken = TestContext.Current.CancellationToken;
        Instance instance = await _emulated.Client.Instances.List(new() { Name = "kafka-prod", ExactName = true }).SingleAsync(cancellationToken);
        for (int number = 0; number < count; number++)
            await create(_emulated.Client, instance.InstanceId!, number, cancellationToken);
        DmsContext context = new("completion", _emulated.Client);
        ContextStore.Add(context);
        return new() { ["InstanceId"] = instance.InstanceId, ["Context"] = context };
    }
}
