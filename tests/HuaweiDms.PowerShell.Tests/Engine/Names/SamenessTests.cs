using HuaweiDms.PowerShell.Binding;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell.Tests.Engine;

/// <summary>An id is case-insensitive; a name is not.</summary>
public sealed class SamenessTests
{
    private const string Id = "8959ab1c-7a1a-41b1-a05a-93dfc361b32d";

    private readonly InstanceReference _lower = new(Id);
    private readonly InstanceReference _upper = new(Id.ToUpperInvariant());

    [Fact]
    public void The_id_of_an_instance_is_case_insensitive() => Assert.Single(new HashSet<FoundInstance> { new(null!, _lower), new(null!, _upper) });

    [Fact]
    public void An_instance_in_a_batch_is_equal_regardless_of_case_and_name()
        => Assert.Single(new HashSet<BatchItem> { new(null!, _lower.Id, Name: null), new(null!, _upper.Id, "kafka-prod", Place: "prod") });

    [Fact]
    public void The_key_of_an_item_does_not_depend_on_how_the_id_of_its_instance_is_written()
    {
        DmsContext context = new("test", client: null!);

        Assert.Equal(new ItemReference(context, _lower, "orders").Key, new ItemReference(context, _upper, "orders").Key);
        Assert.NotEqual(new ItemReference(context, _lower, "orders").Key, new ItemReference(context, _lower, "Orders").Key);
    }

    [Fact]
    public void An_item_in_an_instance_is_case_sensitive_and_its_instance_is_not()
    {
        HashSet<BatchItem> items = [new(null!, "orders", Name: null, Within: _lower), new(null!, "orders", Name: null, Within: _upper), new(null!, "Orders", Name: null, Within: _upper)];

        Assert.Equal(2, items.Count);
        Assert.Single(items.GroupBy(item => item.RequestKey));
    }
}
