using System.Globalization;
using HuaweiDms.PowerShell.Binding;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell.Tests.Engine;

public sealed class FiguresTests
{
    [Theory]
    [InlineData(0L, "0 B")]
    [InlineData(1023L, "1,023 B")]
    [InlineData(1024L, "1.0 KB")]
    [InlineData(500L << 30, "500 GB")]
    [InlineData(1536L << 30, "1.5 TB")]
    [InlineData(long.MaxValue, "8.0 EB")]
    [InlineData(null, "-")]
    public void Sizes_use_units_of_1024(long? bytes, string says) => Assert.Equal(says, Figures.Bytes(bytes));

    [Theory]
    [InlineData(0.0, "0")]
    [InlineData(0.25, "+0.3")]
    [InlineData(-9.96, "-10")]
    [InlineData(12345.6, "+12,346")]
    [InlineData(null, "-")]
    public void Changes_have_a_sign(double? perSecond, string says) => Assert.Equal(says, Figures.Change(perSecond));

    [Theory]
    [InlineData("00:00:00.2", "1 s")]
    [InlineData("00:01:30", "1 min 30 s")]
    [InlineData("02:00:40", "2 h")]
    [InlineData("3.04:59:00", "3 d 4 h")]
    [InlineData("400.00:00:00", "over a year")]
    [InlineData(null, "-")]
    public void Durations_show_their_two_largest_units(string? time, string says)
        => Assert.Equal(says, Figures.Duration(time is null ? null : TimeSpan.Parse(time, CultureInfo.InvariantCulture)));

    [Fact]
    public void Figures_are_the_same_in_every_culture()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new("de-DE");
            Assert.Equal(["1,234", "1.5 KB", "0.5 %", "+1.5"], [Figures.Count(1234), Figures.Bytes(1536), Figures.Percent(0.5), Figures.Change(1.5)]);
            Assert.Equal("2024-03-04 09:15:00 UTC", Figures.Moment(new(2024, 3, 4, 10, 15, 0, TimeSpan.FromHours(1))));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void A_planned_time_can_be_copied_into_a_parameter_without_quotes()
    {
        DateTimeOffset planned = new(2026, 1, 12, 10, 0, 0, TimeSpan.FromHours(1));
        string shown = Figures.IsoMoment(planned);
        Assert.DoesNotContain(' ', shown);
        Assert.Equal(planned, MomentAttribute.Read(shown));
    }

    [Theory]
    [InlineData(100L, 5.0, 15.0, 10.0)]
    [InlineData(100L, 15.0, 5.0, null)]
    [InlineData(100L, 5.0, 5.0, null)]
    [InlineData(0L, 0.0, 5.0, null)]
    [InlineData(100L, null, null, null)]
    public void The_catch_up_time_is_known_only_if_consumption_exceeds_production(long lag, double? produced, double? consumed, double? seconds)
        => Assert.Equal(seconds, LagTrend.CatchUp(lag, produced, consumed)?.TotalSeconds);
}
