using FsCheck;
using FsCheck.Fluent;

namespace HuaweiDms.Client.Tests;

public sealed class ClosestNameTests
{
    private static readonly string[] Known = ["kafka-prod", "kafka-dev", "kafka-test-01", "kafka-test-02", "orders", "Ann", "db", null!];

    [Theory]
    [InlineData("kafka-prd", "kafka-prod")]
    [InlineData("kakfa-prod", "kafka-prod")]
    [InlineData("kafka-prodd", "kafka-prod")]
    [InlineData("KAFKA-PROD", "kafka-prod")]
    [InlineData("kafka-test-03", "kafka-test-01")]
    [InlineData("Order", "orders")]
    [InlineData("anna", "Ann")]
    [InlineData("DB", "db")]
    public void A_typing_error_finds_the_closest_name(string name, string meant) => Assert.Equal(meant, ClosestName.Find(name, Known));

    [Theory]
    [InlineData("kafka-gone")]
    [InlineData("payments")]
    [InlineData("an")]
    [InlineData("dc")]
    [InlineData("")]
    public void A_distant_name_finds_nothing(string name) => Assert.Null(ClosestName.Find(name, Known));

    /// <summary>For example, a name that exists but is excluded by a filter.</summary>
    [Fact]
    public void An_identical_name_finds_no_other() => Assert.Null(ClosestName.Find("kafka-test-02", Known));

    [Fact]
    public void The_order_of_the_list_does_not_matter() => Assert.Equal("kafka-test-01", ClosestName.Find("kafka-test-03", Known.Reverse()));

    [Fact]
    public void The_result_equals_that_of_an_exhaustive_search()
    {
        Gen<string> names = Gen.Elements("abcABC".ToCharArray()).ArrayOf().Where(letters => letters.Length < 6).Select(letters => new string(letters));
        Prop.ForAll(names.ToArbitrary(), names.ArrayOf().ToArbitrary(), (name, known) =>
        {
            string near = known.Select(other => (Name: other, Distance: Whole(name, other)))
                .Where(other => other.Distance <= Math.Min(2, name.Length / 3))
                .OrderBy(other => other.Distance).ThenBy(other => other.Name, StringComparer.Ordinal).FirstOrDefault().Name;
            return ClosestName.Find(name, known) == (known.Contains(name) ? null : near);
        }).Check(Trials.Of(100));
    }

    [Fact]
    public void A_distance_is_symmetric_and_at_most_the_length_of_the_longer_name()
        => Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), ArbMap.Default.ArbFor<NonNull<string>>(), (one, other) =>
        {
            int distance = ClosestName.Distance(one.Get, other.Get);
            return distance == ClosestName.Distance(other.Get, one.Get) && distance <= Math.Max(one.Get.Length, other.Get.Length);
        }).Check(Trials.Of(100));

    private static int Whole(string one, string other)
        => one.Length == 0 ? other.Length
            : other.Length == 0 ? one.Length
            : new[]
            {
                Whole(one[1..], other) + 1,
                Whole(one, other[1..]) + 1,
                Whole(one[1..], other[1..]) + (char.ToUpperInvariant(one[0]) == char.ToUpperInvariant(other[0]) ? 0 : 1),
            }.Min();
}
