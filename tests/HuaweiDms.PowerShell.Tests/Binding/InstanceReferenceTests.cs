using HuaweiDms.PowerShell.Binding;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell.Tests.Binding;

public sealed class InstanceReferenceTests
{
    private const string Id = "8959ab1c-7a1a-41b1-a05a-93dfc361b32d";

    [Theory]
    [InlineData("8959ab1c-7a1a-41b1-a05a-93dfc361b32d")]
    [InlineData(" 8959AB1C-7A1A-41B1-A05A-93DFC361B32D ")]
    [InlineData("8959ab1c-7n1a-yyb1-a05t-93dfc361b32d")]
    public void Every_id_format_of_the_reference_is_well_formed(string id) => Assert.True(new InstanceReference(id).IsWellFormed);

    [Theory]
    [InlineData("")]
    [InlineData("kafka-prod")]
    [InlineData("not-an-id")]
    [InlineData("8959ab1c-7a1a-41b1-a05a-93dfc361b32d/../x")]
    [InlineData("8959ab1c-7a1a-41b1-a05a-93dfc361b32")]
    public void Any_other_text_is_kept_and_is_not_well_formed(string id) => Assert.False(new InstanceReference(id).IsWellFormed);

    [Fact]
    public void An_instance_object_supplies_its_name_and_its_connection()
    {
        InstanceReference reference = new((object)new Instance { InstanceId = Id, Name = "kafka-prod", Context = "prod" });

        Assert.Equal("prod", reference.ContextName);
        Assert.Equal("kafka-prod (8959ab1c-7a1a-41b1-a05a-93dfc361b32d)", reference.Subject);
        Assert.Equal(reference.Subject, reference.At("prod", "of-old", place: null).Subject);
    }

    [Fact]
    public void An_id_with_spaces_around_it_as_in_a_file_is_well_formed()
        => Assert.Equal(Id, new InstanceReference((object)new Topic { InstanceId = $" {Id} ", Name = "orders" }).Id);

    [Fact]
    public void An_object_inside_an_instance_is_shown_with_the_instance_name_that_its_connection_knows()
    {
        InstanceReference reference = new((object)new Topic { InstanceId = Id, Name = "orders" });
        Assert.Equal(Id, reference.At("prod", name: null, place: null).Subject);

        InstanceReference known = reference.At("prod", "kafka-prod", place: null);
        Assert.Equal("kafka-prod (8959ab1c-7a1a-41b1-a05a-93dfc361b32d)", known.Subject);
        Assert.Equal((null, "orders"), (known.Name, known.Contained!.Name));
    }

    [Fact]
    public void If_the_connection_must_be_shown_every_mention_of_the_instance_includes_it()
    {
        InstanceReference reference = new InstanceReference(Id).At("test", "kafka-prod", place: "test");

        Assert.Equal("kafka-prod (8959ab1c-7a1a-41b1-a05a-93dfc361b32d) in 'test'", reference.Subject);
        Assert.Equal($"orders of {reference.Subject}", new ItemReference(null!, reference, "orders").Subject);
    }

    [Fact]
    public void References_with_the_same_id_in_another_case_are_equal()
    {
        Assert.Equal(new InstanceReference(Id), new InstanceReference(Guid.Parse(Id)));
        Assert.Equal(new InstanceReference(Id).GetHashCode(), new InstanceReference(Id.ToUpperInvariant()).GetHashCode());
        Assert.NotEqual(new InstanceReference(Id), new InstanceReference("kafka-prod"));
    }

    [Fact]
    public void An_object_without_an_id_is_not_converted()
    {
        Assert.Throws<InvalidCastException>(() => new InstanceReference((object)new Instance { Name = "kafka-prod" }));
        Assert.Throws<InvalidCastException>(() => new InstanceReference((object)5));
    }
}
