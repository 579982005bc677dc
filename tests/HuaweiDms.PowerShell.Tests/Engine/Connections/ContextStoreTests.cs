using HuaweiDms.PowerShell.Binding;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell.Tests.Engine;

[Collection(nameof(ContextStore))]
public sealed class ContextStoreTests : IDisposable
{
    public ContextStoreTests() => ContextStore.RemoveOwn();

    public void Dispose() => ContextStore.RemoveOwn();

    [Fact]
    public void Without_a_connection_the_error_is_NotConnected()
    {
        FailureException failed = Assert.Throws<FailureException>(() => ContextStore.Resolve(null));

        Assert.Equal("HuaweiDms.NotConnected", failed.Failure.Id);
    }

    [Fact]
    public void The_latest_connection_is_current_until_another_is_selected()
    {
        DmsContext first = Add("first");
        DmsContext second = Add("second");
        Assert.Same(second, ContextStore.Resolve(null)[0]);

        ContextStore.Select(first);

        Assert.Same(first, ContextStore.Resolve(null)[0]);
    }

    [Fact]
    public void A_connection_with_the_same_name_replaces_the_previous_one()
    {
        DmsContext old = Add("prod");

        DmsContext? replaced = ContextStore.Add(new DmsContext("PROD", client: null!));

        Assert.Same(old, replaced);
        Assert.Single(ContextStore.All());
    }

    [Fact]
    public void When_the_current_connection_is_removed_another_of_this_runspace_becomes_current()
    {
        DmsContext first = Add("first");
        DmsContext second = Add("second");

        ContextStore.Remove(second);

        Assert.Same(first, ContextStore.Current());
    }

    [Fact]
    public void Names_are_case_insensitive_and_each_connection_is_found_once()
    {
        DmsContext prod = Add("prod");
        Add("test");

        IReadOnlyList<DmsContext> found = ContextStore.Resolve([new ContextReference("PROD"), new ContextReference(prod)]);

        Assert.Equal([prod], found);
    }

    [Fact]
    public void A_null_reference_and_an_empty_name_select_nothing()
    {
        DmsContext prod = Add("prod");
        Add("test");

        Assert.Equal([prod], ContextStore.Resolve([null, new ContextReference("prod")]));
        Assert.Equal([prod], ContextStore.Resolve([new ContextReference(string.Empty), new ContextReference("prod")]));
        Assert.Same(ContextStore.Current(), ContextStore.Resolve([null])[0]);
        Assert.Same(ContextStore.Current(), ContextStore.Resolve([new ContextReference(string.Empty)])[0]);
    }

    [Fact]
    public void A_closed_connection_is_not_found_even_by_its_object()
    {
        DmsContext closed = Add("prod");
        ContextStore.Remove(closed);

        FailureException failed = Assert.Throws<FailureException>(() => ContextStore.Resolve([new ContextReference(closed)]));

        Assert.Equal("HuaweiDms.ContextNotFound", failed.Failure.Id);
    }

    [Fact]
    public void The_error_for_an_unknown_name_lists_the_existing_names()
    {
        Add("prod");

        FailureException failed = Assert.Throws<FailureException>(() => ContextStore.Resolve([new ContextReference("prdo")]));

        Assert.Equal("HuaweiDms.ContextNotFound", failed.Failure.Id);
        Assert.Contains("prod", failed.Failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Objects_of_a_replaced_connection_use_its_successor()
    {
        DmsContext old = Add(ContextStore.NameFor("prod"));
        DmsContext other = Add(ContextStore.NameFor("Prod"));

        Assert.Same(other, ContextStore.Find(old.Name));
        ContextStore.Remove(other);
        DmsContext again = Add(ContextStore.NameFor("prod"));

        Assert.Same(again, ContextStore.Find(old.Name));
        Assert.Same(again, ContextStore.Resolve(null)[0]);
    }

    [Fact]
    public void Objects_of_a_closed_connection_are_refused_although_the_same_text_is_a_name()
    {
        DmsContext closed = Add(ContextStore.NameFor("prod"));
        Add(ContextStore.NameFor("test"));
        ContextStore.Remove(closed);

        FailureException failed = Assert.Throws<FailureException>(() => ContextStore.Find(closed.Name));

        Assert.Equal("HuaweiDms.ContextNotFound", failed.Failure.Id);
        Assert.Contains("closed", failed.Failure.Message, StringComparison.Ordinal);
        Assert.Null(ContextStore.Find(new string("prod".ToCharArray())));
    }

    private static DmsContext Add(string name)
    {
        DmsContext context = new(name, client: null!);
        ContextStore.Add(context);
        return context;
    }
}
