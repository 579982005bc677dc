using HuaweiDms.PowerShell.Binding;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell.Tests.Engine;

/// <summary>An id means the same however it is written; a name does not.</summary>
public sealed class SamenessTests
{
    private const string Id = "8959ab1c-7a1a-41b1-a05a-93dfc361b32d";

    private readonly InstanceReference _lower = new(Id);
    private readonly InstanceReference _upper = new(Id.ToUpperInvariant());

    [Fact]
    public void An_instance_is_the_same_in_other_letters() => Assert.Single(new HashSet<FoundInstance> { new(null!, _lower), new(null!, _upper) });

    [Fact]
    public void An_instance_in_a_batch_is_the_same_in_other_letters_and_by_another_name()
        => Assert.Single(new HashSet<BatchItem> { new(null!, _lower.Id, Name: null), new(null!, _upper.Id, "kafka-prod", Place: "prod") });

    [Fact]
    public void What_is_in_an_instance_is_the_same_there_only_in_the_same_letters()
    {
        HashSet<BatchItem> items = [new(null!, "orders", Name: null, Within: _lower), new(null!, "orders", Name: null, Within: _upper), new(null!, "Orders", Name: null, Within: _upper)];

        Assert.Equal(2, items.Count);
        Assert.Single(items.GroupBy(item => item.RequestKey));
    }
}
