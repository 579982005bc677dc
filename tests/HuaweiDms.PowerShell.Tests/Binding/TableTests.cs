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
    public void Every_kind_of_dictionary_yields_its_entries(IDictionary table)
    {
        Assert.Equal(new DictionaryEntry("env", "prod"), Assert.Single(Table.Entries(table)));
        Assert.Equal(("env", "prod"), Assert.Single(Table.Pairs(table)));
        Assert.Equal("{\"env\":\"prod\"}", ApiValue.ToJson(table));
    }

    [Fact]
    public void A_null_value_becomes_an_empty_text()
        => Assert.Equal([new("1", string.Empty)], Table.Texts(new Hashtable { [1] = null }));
}
