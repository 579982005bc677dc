using HuaweiDms.Client.Tests.Support;

namespace HuaweiDms.Client.Tests.Instances;

/// <summary>Objects within an instance show which instance they belong to, by its display name.</summary>
public sealed class InstanceOfAnObjectTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_display_name_is_the_name_once_the_connection_has_read_the_instance()
    {
        using EmulatedClient client = new();
        string id = (await client.FindAsync("kafka-prod")).InstanceId!;
        int before = client.Recorder.Sent.Count;

        string?[] instances =
        [
            (await client.Client.Topics.List(id).FirstAsync(Stop)).Instance,
            (await client.Client.Topics.ListPartitions(id, "orders").FirstAsync(Stop)).Instance,
            (await client.Client.Replicas.ListAsync(id, "orders", Stop))[0].Instance,
            (await client.Client.AccessPolicies.ListAsync(id, "orders", Stop))[0].Instance,
            (await client.Client.Messages.GetOffsetAsync(id, "orders", 0, Stop)).Instance,
            (await client.Client.ConsumerGroups.List(id).FirstAsync(Stop)).Instance,
            (await client.Client.Users.List(id).FirstAsync(Stop)).Instance,
            (await client.Client.Quotas.CreateAsync(id, new() { UserName = "reporting", ConsumerByteRate = 1048576 }, Stop)).Instance,
            (await client.Client.Tasks.List(id).FirstAsync(Stop)).Instance,
            (await client.Client.Tags.ListAsync(id, Stop))[0].Instance,
            (await client.Client.Settings.ListConfigs(id).FirstAsync(Stop)).Instance,
            (await client.Client.SmartConnect.List(id).FirstAsync(Stop)).Instance,
            InstanceLimits.Of(await client.Client.Topics.GetLimitsAsync(id, Stop), await client.Client.SmartConnect.GetLimitsAsync(id, Stop)).Instance,
            (await client.Client.Cluster.GetAsync(id, Stop)).Instance,
            (await client.Client.Cluster.ListCoordinatorsAsync(id, Stop))[0].Instance,
            TopicDiskUsage.Of(await client.Client.Cluster.ListDiskUsageAsync(id, cancellationToken: Stop))[0].Instance,
            (await client.Client.Resizing.ListOptionsAsync(id, Stop))[0].Instance,
            (await client.Client.Diagnosis.CheckAsync(id, "billing", "orders", Stop))[0].Instance,
            (await client.Client.Topics.DeleteAsync(id, ["no-such-topic"], Stop))[0].Instance,
        ];
        ConsumerGroup group = await client.Client.ConsumerGroups.GetAsync(id, "billing", Stop);

        Assert.All(instances, instance => Assert.Equal("kafka-prod", instance));
        Assert.All([.. group.Members!, .. group.Offsets!, .. ConsumerLag.Of(group), ConsumerLagSummary.Of(group, ConsumerLag.Of(group))],
            (ConsumerGroupResource part) => Assert.Equal("kafka-prod", part.Instance));
        Assert.DoesNotContain(client.Recorder.Sent.Skip(before), sent => sent.Target.EndsWith(id, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Before_that_the_display_name_is_the_id()
    {
        using EmulatedClient other = new();
        using EmulatedClient client = new();
        string id = (await other.FindAsync("kafka-prod")).InstanceId!;

        Assert.Equal(id, (await client.Client.Topics.List(id).FirstAsync(Stop)).Instance);
        Assert.Equal(id, (await client.Client.ConsumerGroups.GetAsync(id, "billing", Stop)).Instance);
    }
}
