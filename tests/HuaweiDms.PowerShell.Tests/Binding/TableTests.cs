using System.Collections;
using System.Collections.Specialized;
using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Tests.Binding;

public sealed class TableTests
{
    public static TheoryData<IDictionary> Tables =>
    [
        new Hashtable { ["env"] = "prod" },
        new OrderedDictionary { ["env"] = "prod" },
        new Dictionary<string, string> { ["env"] = "prod" },
        new SortedDictionary<string, object> { ["env"] = "prod" },
    ];

    [Theory]
    [MemberData(nameof(Tables))]
    public void Whatever_kind_of_table_it_is_it_has_entries(IDictionary table)
    {
        Assert.Equal(new DictionaryEntry("env", "prod"), Assert.Single(Table.Entries(table)));
        Assert.Equal(("env", "prod"), Assert.Single(Table.Pairs(table)));
        Assert.Equal("{\"env\":\"prod\"}", ApiValue.ToJson(table));
    }

    [Fact]
    public void What_is_nothing_is_an_empty_text()
        => Assert.Equal([new("1", string.Empty)], Table.Texts(new Hashtable { [1] = null }));
}
