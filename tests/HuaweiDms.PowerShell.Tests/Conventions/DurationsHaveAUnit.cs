using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Tests.Conventions;

public sealed class DurationsHaveAUnit
{
    [Fact]
    public void Every_TimeSpan_parameter_refuses_a_number_without_a_unit()
        => Assert.All(
            CmdletParameter.All.Where(parameter => parameter.ValueType == typeof(TimeSpan)),
            parameter => Assert.True(parameter.Has<DurationAttribute>(), $"{parameter} lacks [Duration]."));

    [Theory]
    [InlineData(30, true)]
    [InlineData(-1, true)]
    [InlineData(1.5, true)]
    [InlineData(long.MaxValue, true)]
    [InlineData("30", true)]
    [InlineData(" 1.5 ", true)]
    [InlineData(0, false)]
    [InlineData("0", false)]
    [InlineData("00:00:30", false)]
    [InlineData("1.00:00:00", false)]
    [InlineData("", false)]
    [InlineData("soon", false)]
    [InlineData(null, false)]
    public void A_number_has_no_unit_unless_it_is_zero(object? given, bool hasNone) => Assert.Equal(hasNone, DurationAttribute.HasNoUnit(given));
}
