using System.Management.Automation;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell.Tests.Engine;

public sealed class FailuresTests
{
    [Theory]
    [InlineData(DmsErrorKind.InvalidArgument, ErrorCategory.InvalidArgument)]
    [InlineData(DmsErrorKind.CredentialNotFound, ErrorCategory.AuthenticationError)]
    [InlineData(DmsErrorKind.AuthenticationFailed, ErrorCategory.AuthenticationError)]
    [InlineData(DmsErrorKind.PermissionDenied, ErrorCategory.PermissionDenied)]
    [InlineData(DmsErrorKind.NotFound, ErrorCategory.ObjectNotFound)]
    [InlineData(DmsErrorKind.AlreadyExists, ErrorCategory.ResourceExists)]
    [InlineData(DmsErrorKind.Busy, ErrorCategory.ResourceBusy)]
    [InlineData(DmsErrorKind.Throttled, ErrorCategory.LimitsExceeded)]
    [InlineData(DmsErrorKind.QuotaExceeded, ErrorCategory.QuotaExceeded)]
    [InlineData(DmsErrorKind.ServiceFailed, ErrorCategory.ConnectionError)]
    [InlineData(DmsErrorKind.ConnectionFailed, ErrorCategory.ConnectionError)]
    [InlineData(DmsErrorKind.TimedOut, ErrorCategory.OperationTimeout)]
    [InlineData(DmsErrorKind.UnreadableAnswer, ErrorCategory.InvalidResult)]
    [InlineData(DmsErrorKind.OutcomeUnknown, ErrorCategory.ConnectionError)]
    [InlineData(DmsErrorKind.WaitFailed, ErrorCategory.InvalidResult)]
    public void Every_kind_of_error_has_its_category(DmsErrorKind kind, ErrorCategory category)
    {
        Failure failure = Failures.From(new DmsException(kind, "DMS.1", "said"), "target");

        Assert.Equal(category, failure.Category);
        Assert.Equal("DMS.1", failure.Id);
        Assert.Equal("target", failure.Target);
    }

    [Theory]
    [InlineData("DMS.00400026", "FROZEN", false, true)]
    [InlineData("DMS.00400026", "RESTARTING", true, false)]
    [InlineData("DMS.00400026", null, true, true)]
    [InlineData("DMS.00400017", null, true, false)]
    public void Waiting_is_advised_where_it_can_help(string code, string? state, bool saysWait, bool saysPay)
    {
        InstanceActionResult result = new() { InstanceId = "id", ErrorCode = code, Status = state, Message = "no" };

        string advice = Failures.ItemFailed(result, "Restart", "it").Advice!;

        Assert.Equal((saysWait, saysPay), (advice.Contains("Wait until", StringComparison.Ordinal), advice.Contains("renewed", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_wait_that_ends_at_a_frozen_instance_says_what_helps()
        => Assert.Contains("renewed", Failures.WaitFailed("target", "it", "FROZEN", "RUNNING").Advice, StringComparison.Ordinal);

    [Fact]
    public void Every_kind_is_in_the_table_above()
        => Assert.Equal(Enum.GetValues<DmsErrorKind>().Length, typeof(FailuresTests)
            .GetMethod(nameof(Every_kind_of_error_has_its_category))!.GetCustomAttributesData()
            .Count(attribute => attribute.AttributeType == typeof(InlineDataAttribute)));
}
