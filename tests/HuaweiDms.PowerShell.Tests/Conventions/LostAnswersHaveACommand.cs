using System.Reflection;
using HuaweiDms.PowerShell.Engine;
using HuaweiDms.Transport;

namespace HuaweiDms.PowerShell.Tests.Conventions;

public sealed class LostAnswersHaveACommand
{
    public static TheoryData<string> Shown
        =>
        [
            .. typeof(DmsClient).Assembly.GetTypes()
                .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
                .Where(constant => constant.FieldType == typeof(ApiOperation))
                .Select(constant => OutcomeOperations.Of((ApiOperation)constant.GetValue(null)!))
                .OfType<string>()
                .Distinct(),
        ];

    [Theory]
    [MemberData(nameof(Shown))]
    public void What_shows_whether_something_happened_is_shown_by_a_command_there_is(string operation)
        => Assert.Contains(ShowingCommand.Of(operation), CmdletClasses.All.Select(CmdletClasses.NameOf));

    [Fact]
    public void Where_no_command_shows_it_the_console_does()
    {
        Failure failure = Failures.From(new DmsException(DmsErrorKind.OutcomeUnknown, "HuaweiDms.OutcomeUnknown", "lost"), null);
        Assert.Contains("console", failure.Advice, StringComparison.Ordinal);
    }
}
