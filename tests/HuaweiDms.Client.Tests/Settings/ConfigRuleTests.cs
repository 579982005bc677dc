using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace HuaweiDms.Client.Tests.Settings;

/// <summary>The values that a setting accepts, derived from its type and its valid values.</summary>
public sealed class ConfigRuleTests
{
    [Theory]
    [InlineData("1~168", "integer", "66", "66")]
    [InlineData("1~168", "integer", " 1 ", "1")]
    [InlineData("1~168", "integer", "168", "168")]
    [InlineData("1~168", "integer", "0", null)]
    [InlineData("1~168", "integer", "169", null)]
    [InlineData("1~168", "integer", "66.5", null)]
    [InlineData("1~168", "integer", "many", null)]
    [InlineData("1~168", "integer", "", null)]
    [InlineData("1 ~ 3", "integer", "2", "2")]
    [InlineData("[0...10485760]", "int", "10485760", "10485760")]
    [InlineData("[0...10485760]", "int", "10485761", null)]
    [InlineData("[CreateTime, LogAppendTime]", "string", "createtime", "CreateTime")]
    [InlineData("[CreateTime, LogAppendTime]", "string", "[CreateTime", null)]
    [InlineData("-1~100", "integer", "-1", "-1")]
    [InlineData("-1,10~20,30", "integer", "-1", "-1")]
    [InlineData("-1,10~20,30", "integer", "30", "30")]
    [InlineData("-1,10~20,30", "integer", "25", null)]
    [InlineData("0~9223372036854775807", "long", "9223372036854775807", "9223372036854775807")]
    [InlineData("0.1~0.9", "double", "0.5", "0.5")]
    [InlineData("0.1~0.9", "double", "0.95", null)]
    [InlineData("1~3", null, "2", "2")]
    [InlineData("1~3", null, "4", null)]
    [InlineData("true,false", "enum", "TRUE", "true")]
    [InlineData("true,false", "enum", "1", null)]
    [InlineData("true, false", "enum", "False", "false")]
    [InlineData("", "boolean", "True", "true")]
    [InlineData("", "boolean", "maybe", null)]
    [InlineData("delete,compact", "list", "compact,delete", "compact,delete")]
    [InlineData("delete,compact", "list", "compact,drop", null)]
    [InlineData("only", "enum", "other", null)]
    [InlineData("as it pleases", "integer", "7", "7")]
    [InlineData("as it pleases", "integer", "x", null)]
    [InlineData("as it pleases", "text", "anything", "anything")]
    [InlineData("[]", "enum", "anything", "anything")]
    [InlineData(null, null, "anything", "anything")]
    public void A_value_is_sent_in_the_format_of_the_service_or_rejected(string? validValues, string? type, string value, string? sent)
        => Assert.Equal(sent, ConfigRule.Read(validValues, type).Accept(value));

    [Fact]
    public void A_range_accepts_only_the_numbers_within()
        => Prop.ForAll(
            ArbMap.Default.GeneratorFor<(int, int, int)>().ToArbitrary(),
            numbers =>
            {
                (int one, int other, int value) = numbers;
                (int least, int most) = (Math.Min(one, other), Math.Max(one, other));
                string range = string.Create(CultureInfo.InvariantCulture, $"{least}~{most}");
                return ConfigRule.Read(range, "integer").Accept(value.ToString(CultureInfo.InvariantCulture)) is not null == (value >= least && value <= most);
            }).Check(Trials.Of(100));

    [Theory]
    [InlineData("1~168", "integer", "a whole number: 1 to 168.")]
    [InlineData("-1,10~20", "integer", "a whole number: -1 or 10 to 20.")]
    [InlineData("", "integer", "a whole number.")]
    [InlineData("0.1~0.9", "double", "a number: 0.1 to 0.9.")]
    [InlineData("true,false", "enum", "one of: true, false.")]
    [InlineData("delete,compact", "list", "one or more of: delete, compact.")]
    public void The_accepted_values_are_explained(string validValues, string type, string explanation)
        => Assert.EndsWith(explanation, ConfigRule.Read(validValues, type).Explanation, StringComparison.Ordinal);

    [Fact]
    public void Values_have_the_types_a_script_expects()
    {
        Assert.Equal(72L, ConfigRule.Read("1~168", "integer").ToNatural("72"));
        Assert.Equal(0.5, ConfigRule.Read("0~1", "double").ToNatural("0.5"));
        Assert.Equal(true, ConfigRule.Read("true,false", "enum").ToNatural("true"));
        Assert.Equal("delete", ConfigRule.Read("delete,compact", "enum").ToNatural("delete"));
        Assert.Null(ConfigRule.Read("1~3", "integer").ToNatural(null));
    }
}
