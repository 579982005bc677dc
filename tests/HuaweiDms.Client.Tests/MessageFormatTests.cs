namespace HuaweiDms.Client.Tests;

public sealed class MessageFormatTests
{
    [Theory]
    [InlineData(0, "0 topics were made.")]
    [InlineData(1, "1 topic was made.")]
    [InlineData(1234, "1,234 topics were made.")]
    [InlineData(1.0, "1 topic was made.")]
    [InlineData("unknown", "unknown topics were made.")]
    [InlineData(null, "- topics were made.")]
    public void A_number_has_the_right_form_of_the_noun(object? number, string said)
        => Assert.Equal(said, MessageFormat.Format("{0:# topic was|topics were} made.", number));

    [Fact]
    public void Other_values_are_formatted_as_usual()
        => Assert.Equal("1,234.5 x 2026-01-02 |  |", MessageFormat.Format("{0:N1} {1} {2:yyyy-MM-dd} |{3,2}|", 1234.5, "x", new DateTime(2026, 1, 2), null));

    [Theory]
    [InlineData(1L, "1 group")]
    [InlineData(2L, "2 groups")]
    [InlineData(null, "- groups")]
    public void Counts_are_formatted_with_their_noun(long? number, string said) => Assert.Equal(said, MessageFormat.Counted(number, "group"));

    [Theory]
    [InlineData(0, "")]
    [InlineData(3, "a, b, c")]
    [InlineData(4, "a, b, c, d")]
    [InlineData(5, "a, b, c and 2 more")]
    public void The_first_names_are_listed_and_the_others_counted(int count, string said)
    {
        string[] names = ["a", "b", "c", "d", "e"];

        Assert.Equal(said, MessageFormat.FirstOf(names[..count], most: 3));
        Assert.Equal(string.Join(", ", names[..count]), MessageFormat.FirstOf(names[..count], int.MaxValue));
    }
}
