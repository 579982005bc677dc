using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell.Tests.Engine;

public sealed class NameSearchTests
{
    [Fact]
    public void A_name_given_exactly_means_the_one_that_is_written_so()
    {
        var (found, search) = Search(["orders"], ["Orders", "orders", "ORDERS"]);

        Assert.Equal(["orders"], found);
        Assert.Empty(search.Near);
        Assert.Empty(search.Missing);
    }

    [Fact]
    public void A_name_with_other_capitals_is_found_where_no_other_is_meant()
    {
        var (found, search) = Search(["orders", "nope"], ["Orders", "payments"]);

        Assert.Empty(found);
        Assert.Equal(["Orders"], search.Near);
        Assert.Equal(["nope"], search.Missing);
    }

    [Fact]
    public void A_name_with_other_capitals_is_not_missing_where_a_pattern_finds_what_it_means()
    {
        var (found, search) = Search(["ORDERS", "nope", "ord*"], ["orders", "orders-2"]);

        Assert.Equal(["orders", "orders-2"], found);
        Assert.Empty(search.Near);
        Assert.Equal(["nope"], search.Missing);
    }

    [Fact]
    public void What_was_seen_tells_which_name_was_meant()
    {
        var (_, search) = Search(["odrers", "p*"], ["Orders", "payments"]);

        Assert.Equal(["Orders", "payments"], search.Seen);
        var missing = Failures.NotFound("topic", Assert.Single(search.Missing), "kafka-prod", "Get-DmsTopic");
        Assert.StartsWith("Did you mean 'Orders'? Get-DmsTopic lists", missing.Suggesting(search.Seen).Advice, StringComparison.Ordinal);
        Assert.Same(missing, missing.Suggesting(["payments"]));
    }

    [Fact]
    public void A_name_that_is_there_and_does_not_meet_the_filter_is_not_taken_for_one_that_nothing_has()
    {
        NameSearch<string> search = new(["__trace", "__GONE", "Small"], matches: null, name => name, name => !name.StartsWith('_') && name != "small");

        Assert.DoesNotContain(new[] { "__trace", "__other", "small" }, search.Takes);
        Assert.Equal(["__trace", "__GONE", "Small"], search.Missing);
        Assert.Equal([true, false, true], search.Missing.Select(search.LeavesOut));
        Assert.False(search.LeavesOut("__other"));
    }

    [Fact]
    public void The_list_is_over_when_every_name_was_found_and_not_where_a_pattern_may_find_more()
    {
        Assert.True(Search(["a", "b"], ["b", "x", "a"]).Search.IsOver);
        Assert.False(Search(["a", "b"], ["a"]).Search.IsOver);
        Assert.False(Search(["a", "b*"], ["a"]).Search.IsOver);
    }

    [Fact]
    public void Patterns_and_names_go_together_each_object_once()
        => Assert.Equal(["orders", "Orders-2", "clicks"], Search(["ord*", "orders", "clicks"], ["orders", "Orders-2", "payments", "clicks"]).Found);

    /// <summary>A name that ends with an asterisk is a pattern.</summary>
    private static (List<string> Found, NameSearch<string> Search) Search(string[] names, string[] list)
    {
        string[] patterns = [.. names.Where(name => name.EndsWith('*')).Select(name => name.TrimEnd('*'))];
        NameSearch<string> search = new(
            [.. names.Where(name => !name.EndsWith('*'))],
            patterns.Length == 0 ? null : name => patterns.Any(pattern => name!.StartsWith(pattern, StringComparison.OrdinalIgnoreCase)),
            name => name,
            filter: null);
        return ([.. list.Where(search.Takes)], search);
    }
}
