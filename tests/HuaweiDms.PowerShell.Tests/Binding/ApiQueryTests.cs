using System.Collections;
using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Tests.Binding;

public sealed class ApiQueryTests
{
    [Fact]
    public void What_stands_behind_the_question_mark_is_unescaped_once()
        => Assert.Equal(
            [new("name", "a b&c%41"), new("empty", string.Empty), new("flag", string.Empty)],
            ApiQuery.Parse("/v2/x?name=a%20b%26c%2541&empty=&flag"));

    [Fact]
    public void A_list_gives_its_name_several_times_and_values_are_written_without_regard_to_culture()
    {
        Hashtable query = new() { ["tag"] = new object[] { "a", 1.5, true } };

        Assert.Equal([new("tag", "a"), new("tag", "1.5"), new("tag", "true")], ApiQuery.From(query));
    }
}
