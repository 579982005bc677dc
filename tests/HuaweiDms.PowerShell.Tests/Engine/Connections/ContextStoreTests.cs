using HuaweiDms.PowerShell.Binding;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell.Tests.Engine;

[Collection(nameof(ContextStore))]
public sealed class ContextStoreTests : IDisposable
{
    public ContextStoreTests() => ContextStore.RemoveOwn();

    public void Dispose() => ContextStore.RemoveOwn();

    [Fact]
    public void Without_a_connection_nothing_can_be_resolved()
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
    public void A_connection_of_the_same_name_replaces_the_one_before()
    {
        DmsContext old = Add("prod");

        DmsContext? replaced = ContextStore.Add(new DmsContext("PROD", client: null!));

        Assert.Same(old, replaced);
        Assert.Single(ContextStore.All());
    }

    [Fact]
    public void When_the_current_connection_is_removed_another_of_this_runspace_takes_its_place()
    {
        DmsContext first = Add("first");
        DmsContext second = Add("second");

        ContextStore.Remove(second);

        Assert.Same(first, ContextStore.Current());
    }

    [Fact]
    public void Names_are_found_without_regard_to_case_and_each_once()
    {
        DmsContext prod = Add("prod");
        Add("test");

        IReadOnlyList<DmsContext> found = ContextStore.Resolve([new ContextReference("PROD"), new ContextReference(prod)]);

        Assert.Equal([prod], found);
    }

    [Fact]
    public void What_is_no_reference_names_none()
    {
        DmsContext prod = Add("prod");
        Add("test");

        Assert.Equal([prod], ContextStore.Resolve([null, new ContextReference("prod")]));
        Assert.Same(ContextStore.Current(), ContextStore.Resolve([null])[0]);
    }

    [Fact]
    public void A_connection_that_was_closed_is_not_there_even_as_itself()
    {
        DmsContext closed = Add("prod");
        ContextStore.Remove(closed);

        FailureException failed = Assert.Throws<FailureException>(() => ContextStore.Resolve([new ContextReference(closed)]));

        Assert.Equal("HuaweiDms.ContextNotFound", failed.Failure.Id);
    }

    [Fact]
    public void A_name_that_is_not_there_is_told_with_those_that_are()
    {
        Add("prod");

        FailureException failed = Assert.Throws<FailureException>(() => ContextStore.Resolve([new ContextReference("prdo")]));

        Assert.Equal("HuaweiDms.ContextNotFound", failed.Failure.Id);
        Assert.Contains("prod", failed.Failure.Message, StringComparison.Ordinal);
    }

    private static DmsContext Add(string name)
    {
        DmsContext context = new(name, client: null!);
        ContextStore.Add(context);
        return context;
    }
}
