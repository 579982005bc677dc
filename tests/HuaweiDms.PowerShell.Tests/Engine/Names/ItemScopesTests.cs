using HuaweiDms.PowerShell.Binding;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell.Tests.Engine;

/// <summary>Each record selects its own parts: topics of a group, users of a topic.</summary>
public sealed class ItemScopesTests
{
    private static readonly DmsContext Context = new("here", client: null!);
    private static readonly InstanceReference Prod = new("prod");
    private readonly ItemScopes _scopes = new();

    [Fact]
    public void A_part_is_selected_if_one_record_selects_both_it_and_its_item()
    {
        Add("billing", "orders");
        Add("shipping", "payments");

        Assert.True(Includes("billing", "orders"));
        Assert.True(Includes("shipping", "payments"));
        Assert.False(Includes("billing", "payments"));
        Assert.False(Includes("billing", "Orders"));
        Assert.False(_scopes.Includes(new(Context, new("dev"), "billing"), "orders"));
    }

    [Fact]
    public void A_name_is_the_only_one_if_every_record_has_it()
    {
        Assert.Null(_scopes.Only);
        Add("billing", "orders");
        Add("shipping", "orders");
        Assert.Equal("orders", _scopes.Only);
        Assert.False(_scopes.All);

        Add("billing", null);
        Assert.Null(_scopes.Only);
        Assert.False(_scopes.All);
    }

    [Fact]
    public void Names_that_matched_no_part_are_reported_per_instance()
    {
        Add("billing", "orders", "ordres");
        Includes("billing", "orders");
        Includes("shipping", "ordres");

        Assert.Equal(["ordres"], _scopes.Unmet(new(Context, new("PROD")), ["orders", "ordres"]));
        Assert.Equal(["orders"], _scopes.Unmet(new(Context, new("dev")), ["orders"]));
    }

    private void Add(string item, params string[]? parts) => _scopes.Add([Prod], new([item], areExact: true), new(parts, areExact: true));

    private bool Includes(string item, string part) => _scopes.Includes(new(Context, Prod, item), part);
}
