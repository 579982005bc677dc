using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell.Tests.Engine;

public sealed class NameSearchTests
{
    [Fact]
    public void An_exact_name_matches_only_its_own_spelling()
    {
        (List<string> found, NameSearch<string> search) = Search(["orders"], ["Orders", "orders", "ORDERS"]);

        Assert.Equal(["orders"], found);
        Assert.Empty(search.Missing);
    }

    [Fact]
    public void A_name_in_another_case_is_missing_and_suggested()
    {
        (List<string> found, NameSearch<string> search) = Search(["orders", "nope"], ["Orders", "payments"]);

        Assert.Empty(found);
        Assert.Equal(["orders", "nope"], search.Missing);
        Assert.StartsWith("Did you mean 'Orders'?", Failures.NotFound("topic", "orders", "kafka-prod", "Get-DmsTopic").Suggesting(search.Seen).Advice, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_in_another_case_is_missing_even_if_a_pattern_selects_it()
    {
        (List<string> found, NameSearch<string> search) = Search(["ORDERS", "ord*"], ["orders", "orders-2"]);

        Assert.Equal(["orders", "orders-2"], found);
        Assert.Equal(["ORDERS"], search.Missing);
    }

    [Fact]
    public void A_missing_name_suggests_a_similar_one_from_the_list()
    {
        (List<string> _, NameSearch<string> search) = Search(["odrers", "p*"], ["Orders", "payments"]);

        Assert.Equal(["Orders", "payments"], search.Seen);
        Failure missing = Failures.NotFound("topic", Assert.Single(search.Missing), "kafka-prod", "Get-DmsTopic");
        Assert.StartsWith("Did you mean 'Orders'? Get-DmsTopic lists", missing.Suggesting(search.Seen).Advice, StringComparison.Ordinal);
        Assert.Same(missing, missing.Suggesting(["payments"]));
    }

    [Fact]
    public void A_name_that_the_filter_excludes_is_distinguished_from_one_that_does_not_exist()
    {
        NameSearch<string> search = new(["__trace", "__GONE", "Small"], matches: null, name => name, name => !name.StartsWith('_') && name != "small");

        Assert.DoesNotContain(["__trace", "__other", "small"], search.Accepts);
        Assert.Equal(["__trace", "__GONE", "Small"], search.Missing);
        Assert.Equal([true, false, false], search.Missing.Select(search.IsFilteredOut));
        Assert.False(search.IsFilteredOut("__other"));
    }

    [Fact]
    public void The_search_ends_when_every_name_is_found_unless_a_pattern_may_match_more()
    {
        Assert.True(Search(["a", "b"], ["b", "x", "a"]).Search.IsOver);
        Assert.False(Search(["a", "b"], ["a"]).Search.IsOver);
        Assert.False(Search(["a", "b*"], ["a"]).Search.IsOver);
    }

    [Fact]
    public void An_object_that_matches_a_name_and_a_pattern_is_emitted_once()
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
        return ([.. list.Where(search.Accepts)], search);
    }
}
