using System.Globalization;
using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Tests.Conventions;

public sealed class TimesAreReadAnywhere
{
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    [Fact]
    public void Every_time_parameter_reads_the_ISO_format_first()
        => Assert.All(
            CmdletParameter.All.Where(parameter => parameter.ValueType == typeof(DateTimeOffset)),
            parameter => Assert.True(parameter.Has<MomentAttribute>(), $"{parameter} lacks [Moment]."));

    [Theory]
    [InlineData("th-TH")]
    [InlineData("fa-IR")]
    [InlineData("ar-SA")]
    [InlineData("de-DE")]
    public void An_ISO_time_is_the_same_moment_in_every_culture(string culture)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new CultureInfo(culture);
        try
        {
            Assert.Equal(new DateTimeOffset(2026, 3, 4, 5, 6, 0, TimeSpan.FromHours(8)), MomentAttribute.Read("2026-03-04T05:06:00+08:00"));
            Assert.Equal(new DateTimeOffset(new DateTime(2026, 3, 4, 0, 0, 0, DateTimeKind.Local)), MomentAttribute.Read(" 2026-03-04 "));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("04.03.2026")]
    [InlineData("2026-13-45")]
    [InlineData("tomorrow morning")]
    public void Other_formats_are_left_to_PowerShell(string text) => Assert.Null(MomentAttribute.Read(text));

    [Theory]
    [InlineData(1772600760000L)]
    [InlineData(1772600760000.0)]
    [InlineData("1772600760000")]
    [InlineData(" 1772600760000 ")]
    public void A_number_is_a_time_as_Kafka_writes_it(object number)
        => Assert.Equal(new DateTimeOffset(2026, 3, 4, 5, 6, 0, TimeSpan.Zero), MomentAttribute.Milliseconds(number));

    [Theory]
    [InlineData(1772600760L)]
    [InlineData("17726007600000")]
    [InlineData("-1772600760000")]
    [InlineData("2026-03-04")]
    [InlineData(null)]
    public void Anything_else_is_not(object? value) => Assert.Null(MomentAttribute.Milliseconds(value));

    [Theory]
    [InlineData("yesterday")]
    [InlineData("")]
    [InlineData("2026-13-45")]
    [InlineData("1772600760")]
    [InlineData(5)]
    public void What_is_not_a_time_is_refused_with_the_forms_of_one(object value)
    {
        string? rule = MomentAttribute.WrongForm(value);

        Assert.NotNull(rule);
        Assert.Contains(FormattableString.Invariant($"'{value}' is not a time"), rule, StringComparison.Ordinal);
        Assert.All(["2026-03-04T05:06:00Z", "2026-03-04 05:06", "1772600760000", "(Get-Date).AddHours(-1)"], form => Assert.Contains(form, rule, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("en-US", "3/25/2026", "25.3.2026")]
    [InlineData("de-DE", "25.3.2026", "3/25/2026")]
    public void Other_forms_are_those_of_the_culture(string culture, string time, string foreign)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new CultureInfo(culture);
        try
        {
            Assert.Null(MomentAttribute.WrongForm(time));
            Assert.Null(MomentAttribute.WrongForm("2026-03-04T05:06:00Z"));
            Assert.NotNull(MomentAttribute.WrongForm(foreign));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData("2026-03-29 01:59")]
    [InlineData("2026-03-29 03:00")]
    [InlineData("2026-10-25T02:30:00+02:00")]
    [InlineData("2026-10-25T02:30:00Z")]
    public void A_time_has_one_meaning_unless_clocks_change(string text) => Assert.Null(MomentAttribute.ClockChange(text, Berlin));

    [Theory]
    [InlineData("2026-03-29 02:30", "'2026-03-29 02:30' does not exist in the time zone of this machine (Europe/Berlin)")]
    [InlineData("2026-10-25 02:30", "write 2026-10-25T02:30:00+02:00 for the first or 2026-10-25T02:30:00+01:00 for the second")]
    public void A_time_that_clocks_show_never_or_twice_is_refused(string text, string expected)
        => Assert.Contains(expected, MomentAttribute.ClockChange(text, Berlin), StringComparison.Ordinal);
}
