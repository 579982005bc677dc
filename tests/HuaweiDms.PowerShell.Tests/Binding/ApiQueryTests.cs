using System.Collections;
using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Tests.Binding;

public sealed class ApiQueryTests
{
    [Fact]
    public void A_query_in_the_path_is_unescaped_once()
        => Assert.Equal(
            [new("name", "a b&c%41"), new("empty", string.Empty), new("flag", string.Empty)],
            ApiQuery.Parse("/v2/x?name=a%20b%26c%2541&empty=&flag"));

    [Fact]
    public void A_list_repeats_its_name_and_values_are_written_in_the_invariant_culture()
    {
        Hashtable query = new() { ["tag"] = new object[] { "a", 1.5, true } };

        Assert.Equal([new("tag", "a"), new("tag", "1.5"), new("tag", "true")], ApiQuery.From(query));
    }
}
