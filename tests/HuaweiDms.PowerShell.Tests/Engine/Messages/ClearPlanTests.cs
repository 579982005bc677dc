using FsCheck;
using FsCheck.Fluent;
using HuaweiDms.PowerShell.Binding;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell.Tests.Engine;

public sealed class ClearPlanTests
{
    private static readonly ItemReference Orders = new(null!, new InstanceReference("8959ab1c-7a1a-41b1-a05a-93dfc361b32d"), "orders");

    private readonly List<Failure> _refused = [];

    [Fact]
    public void Without_a_partition_all_messages_are_deleted_and_empty_partitions_are_skipped()
    {
        IReadOnlyList<PartitionClearing> plan = Plan([new(Orders, null, null)], (5, 9), (7, 7), (0, 1));

        Assert.Equal([(0, 9L, 4L), (2, 1L, 1L)], plan.Select(clearing => (clearing.Partition, clearing.BeforeOffset, clearing.MessageCount)));
        Assert.Empty(_refused);
    }

    [Fact]
    public void A_partition_or_an_offset_that_does_not_exist_does_not_affect_the_others()
    {
        IReadOnlyList<PartitionClearing> plan = Plan([new(Orders, 3, null), new(Orders, 0, 10), new(Orders, 1, 8), new(Orders, 1, 3)], (5, 9), (7, 9));

        Assert.Equal("Delete 1 message before offset 8", Assert.Single(plan).Action);
        Assert.Collection(
            _refused,
            failure => Assert.Contains("0 to 1", failure.Message, StringComparison.Ordinal),
            failure => Assert.Contains("the maximum is 9", failure.Message, StringComparison.Ordinal));
        Assert.Equal([3, 10L], _refused.Select(failure => failure.Target));
    }

    [Fact]
    public void Each_partition_is_cleared_once_up_to_the_largest_requested_offset()
        => Prop.ForAll(
            ArbMap.Default.GeneratorFor<(byte Partition, byte Before)[]>().ToArbitrary(),
            requests =>
            {
                IReadOnlyList<PartitionClearing> plan = Plan([.. requests.Select(request => new ClearRequest(Orders, request.Partition % 4, request.Before))], (0, 50), (10, 60), (60, 60), (20, 20));
                return plan.Select(clearing => clearing.Partition).Distinct().Count() == plan.Count
                    && plan.All(clearing => clearing.BeforeOffset == requests
                        .Where(request => request.Partition % 4 == clearing.Partition && request.Before <= (clearing.Partition == 0 ? 50 : 60))
                        .Max(request => (long)request.Before));
            }).Check(Trials.Of(100));

    private IReadOnlyList<PartitionClearing> Plan(IReadOnlyList<ClearRequest> requests, params (long Start, long End)[] partitions)
        => ClearPlan.Of(
            new(requests, [.. partitions.Select((log, number) => new TopicPartition { Partition = number, StartOffset = log.Start, EndOffset = log.End })]),
            _refused.Add);
}
