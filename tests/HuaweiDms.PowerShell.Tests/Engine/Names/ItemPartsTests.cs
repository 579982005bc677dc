using FsCheck;
using FsCheck.Fluent;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell.Tests.Engine;

/// <summary>Which groups and topics a set of records selects, compared with checking the records one by one.</summary>
public sealed class ItemPartsTests
{
    private static readonly string[]?[] Requests = [null, ["a"], ["A"], ["b"], ["a", "b"], ["c", "a*"]];

    private static readonly string[] Names = ["a", "A", "b", "ab", "a*", "c"];

    [Fact]
    public void A_topic_is_selected_if_any_record_selects_it()
        => Prop.ForAll(Gen.Elements(Requests).Two().ArrayOf().ToArbitrary(), records =>
        {
            (NameFilter Groups, NameFilter Topics)[] asked = [.. records.Select(record => (Exactly(record.Item1), Exactly(record.Item2)))];
            ItemParts wanted = new();
            foreach ((NameFilter groups, NameFilter topics) in asked)
                wanted.Add(groups, topics);
            return Names.All(group => Names.Append(null).All(topic =>
                wanted.Has(group, topic) == Array.Exists(asked, one => one.Groups.Includes(group) && one.Topics.Includes(topic))));
        }).Check(Trials.Of(100));

    private static NameFilter Exactly(string[]? names) => new(names, areExact: true);
}
