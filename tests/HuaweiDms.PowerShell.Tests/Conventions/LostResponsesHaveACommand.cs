using System.Reflection;
using HuaweiDms.PowerShell.Engine;
using HuaweiDms.Transport;

namespace HuaweiDms.PowerShell.Tests.Conventions;

public sealed class LostResponsesHaveACommand
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
    public void The_command_that_shows_the_outcome_of_a_lost_response_exists(string operation)
        => Assert.Contains(ShowingCommand.Of(operation), CmdletClasses.All.Select(CmdletClasses.NameOf));

    [Fact]
    public void Without_such_a_command_the_advice_names_the_console()
    {
        Failure failure = Failures.From(new DmsException(DmsErrorKind.OutcomeUnknown, "HuaweiDms.OutcomeUnknown", "lost"), null);
        Assert.Contains("console", failure.Advice, StringComparison.Ordinal);
    }
}
