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
    [InlineData(DmsErrorKind.UnreadableResponse, ErrorCategory.InvalidResult)]
    [InlineData(DmsErrorKind.OutcomeUnknown, ErrorCategory.ConnectionError)]
    [InlineData(DmsErrorKind.WaitFailed, ErrorCategory.InvalidResult)]
    public void Every_kind_of_error_has_its_category(DmsErrorKind kind, ErrorCategory category)
    {
        Failure failure = Failures.From(new DmsException(kind, "DMS.1", "said"), "target");

        Assert.Equal(category, failure.Category);
        Assert.Equal("DMS.1", failure.Id);
        Assert.Equal("target", failure.Target);
    }

    [Fact]
    public void An_unknown_outcome_is_not_reported_as_a_failure()
    {
        DmsException lost = new(DmsErrorKind.OutcomeUnknown, "HuaweiDms.OutcomeUnknown", "The response was lost.");

        string[] messages = [Failures.From(lost, "id", "Restart", "it").Message, Failures.OutcomeUnknown(lost, "Restart", "id", "it", null).Message];

        Assert.All(messages, message => Assert.Equal("The outcome is unknown: Restart for it. The response was lost.", message));
    }

    [Theory]
    [InlineData("DMS.00400026", "FROZEN", false, true)]
    [InlineData("DMS.00400026", "RESTARTING", true, false)]
    [InlineData("DMS.00400026", null, true, true)]
    [InlineData("DMS.00400017", null, true, false)]
    public void Waiting_is_advised_only_if_it_can_help(string code, string? state, bool saysWait, bool saysPay)
    {
        InstanceActionResult result = new() { InstanceId = "id", ErrorCode = code, Status = state, Message = "no" };

        string advice = Failures.ItemFailed(result, "Restart", "it").Advice!;

        Assert.Equal((saysWait, saysPay), (advice.Contains("Wait until", StringComparison.Ordinal), advice.Contains("renewed", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("HuaweiDms.OutcomeUnknown", "ListInstances", "repeat the request only if it had no effect", "Get-DmsInstance shows the current state")]
    [InlineData("HuaweiDms.OutcomeUnknown", null, "repeat the request only if it had no effect", "the console of the service shows the current state")]
    [InlineData("HuaweiDms.NotReported", null, "Repeat the command", "does not repeat what is already done")]
    public void If_the_service_reports_no_result_the_advice_says_how_to_continue(string id, string? shownBy, params string[] says)
    {
        InstanceActionResult result = new() { InstanceId = "id", ErrorCode = id, Message = "not said", ShownBy = shownBy };

        Failure failure = Failures.ItemFailed(result, "Restart", "it");

        Assert.Equal((id, result), (failure.Id, failure.Target));
        Assert.All(says, said => Assert.Contains(said, failure.Advice, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("DMS.00400017", null, "Get-DmsTask -Status EXECUTING -InstanceId id | Wait-DmsTask")]
    [InlineData("DMS.00400017", "CreateMessageDiagnosisTask", "Get-DmsDiagnosis")]
    [InlineData("DMS.00400971", null, "-InstanceId id -Wait")]
    public void The_advice_is_a_command_for_the_affected_instance(string code, string? operation, string command)
    {
        DmsException error = new(DmsErrorKind.Busy, code, "no") { Operation = operation, InstanceId = "id" };

        string advice = Failures.From(error, "target").Advice!;

        Assert.Contains(command, advice, StringComparison.Ordinal);
        Assert.DoesNotContain("Wait-DmsInstance", advice, StringComparison.Ordinal);
    }

    [Fact]
    public void The_advice_for_an_item_of_a_batch_is_a_command_for_its_instance()
    {
        InstanceActionResult result = new() { InstanceId = "id", ErrorCode = "DMS.00400017", Message = "no" };

        Assert.Contains("Get-DmsTask -Status EXECUTING -InstanceId id", Failures.ItemFailed(result, "Restart", "it").Advice, StringComparison.Ordinal);
    }

    [Fact]
    public void The_advice_of_the_client_is_kept_as_it_is_if_there_is_no_other()
        => Assert.Equal("Look again.", Failures.From(new DmsException(DmsErrorKind.NotFound, "DMS.1", "no") { Advice = "Look again." }, "target").Advice);

    [Fact]
    public void A_request_whose_connection_was_closed_advises_to_check_before_a_change_is_repeated()
    {
        Failure[] closed = [Failures.From(new ObjectDisposedException("client"), "target"), Failures.From(new OperationCanceledException(), "target")];

        Assert.All(closed, failure => Assert.Equal("HuaweiDms.ConnectionClosed", failure.Id));
        Assert.All(closed, failure => Assert.Contains("Before you repeat a change, check whether it was made.", failure.Advice, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData(600, false)]
    public void More_retries_are_advised_only_if_the_requested_wait_was_kept(int? seconds, bool says)
    {
        TimeSpan? asked = seconds is { } many ? TimeSpan.FromSeconds(many) : null;
        DmsException error = new(DmsErrorKind.Throttled, "APIGW.0308", "no") { Advice = "Wait.", RetryAfter = asked };

        Assert.Equal(says, Failures.From(error, "target").Advice!.Contains("-RetryCount", StringComparison.Ordinal));
    }

    [Fact]
    public void An_unknown_state_is_not_reported_as_FROZEN()
        => Assert.Contains("If it is FROZEN", Failures.From(new DmsException(DmsErrorKind.Busy, "DMS.00400026", "no"), "target").Advice, StringComparison.Ordinal);

    [Fact]
    public void A_wait_that_ends_at_a_frozen_instance_says_what_helps()
        => Assert.Contains("renewed", Failures.WaitFailed("target", "it", "FROZEN", "RUNNING").Advice, StringComparison.Ordinal);

    [Fact]
    public void Every_kind_is_covered_by_the_table_above()
        => Assert.Equal(Enum.GetValues<DmsErrorKind>().Length, typeof(FailuresTests)
            .GetMethod(nameof(Every_kind_of_error_has_its_category))!.GetCustomAttributesData()
            .Count(attribute => attribute.AttributeType == typeof(InlineDataAttribute)));
}
