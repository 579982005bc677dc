using HuaweiDms.Client.Tests.Support;
using HuaweiDms.Transport;
using Step = HuaweiDms.Client.Tests.Support.ScriptedHandler.Step;

namespace HuaweiDms.Client.Tests.Transport;

/// <summary>Which responses mean that something does not exist, and what they refer to.</summary>
public sealed class NotFoundErrorsTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string, bool, bool> NotFoundResponses => new()
    {
        { "404 DMS.00404022", true, false },
        { "404 DMS.00404026", true, false },
        { "410 DMS.00404022", true, false },
        { "400 DMS.00400876", true, false },
        { "404 APIGW.0101", false, true },
        { "404 DMS.00404001", false, true },
        { "404 DMS.10240406", false, true },
        { "404 APIGW.0106", false, false },
        { "404 page", false, false },
        { "410 page", false, false },
        { "404 nothing", false, false },
        { "404 DMS.10240407", false, false },
        { "403 DMS.00403007", false, false },
    };

    [Theory]
    [MemberData(nameof(NotFoundResponses))]
    public async Task Only_the_service_itself_reports_missing_objects(string response, bool isOfObject, bool isOfPath)
    {
        using ScriptedClient client = new ScriptedClient(options => options.RetryCount = 0).Then(StepOf(response));

        DmsException error = await client.FailAsync(it => it.Instances.GetAsync("i-1", Stop));

        Assert.Equal((isOfObject, isOfPath), (NotFoundErrors.IsObjectMissing(error), NotFoundErrors.IsPathUnknown(error)));
    }

    [Theory]
    [MemberData(nameof(NotFoundResponses))]
    public async Task A_deletion_with_a_lost_response_succeeds_if_the_object_no_longer_exists(string response, bool isOfObject, bool isOfPath)
    {
        Assert.False(isOfObject && isOfPath);
        using ScriptedClient client = new ScriptedClient(options => options.RetryCount = 1).Then(Responses.Error(500, "DMS.00500000"), StepOf(response));
        Exception? failure = await Record.ExceptionAsync(() => client.RunAsync(it => it.Tasks.DeleteAsync("i-1", "t-1", Stop)));
        Assert.Equal(isOfObject, failure is null);
    }

    [Theory]
    [InlineData("404 page", "HuaweiDms.Http404")]
    [InlineData("404 nothing", "HuaweiDms.Http404")]
    [InlineData("410 page", "HuaweiDms.Http410")]
    public async Task A_not_found_response_without_a_code_advises_to_check_the_endpoint(string response, string id)
    {
        using ScriptedClient client = new ScriptedClient().Then(StepOf(response));

        DmsException error = await client.FailAsync(it => it.Instances.GetAsync("i-1", Stop));

        Assert.Equal((id, DmsErrorKind.NotFound), (error.ErrorId, error.Kind));
        Assert.Contains("proxy", error.Advice, StringComparison.Ordinal);
    }

    private static Step StepOf(string response)
    {
        int status = int.Parse(response[..3], System.Globalization.CultureInfo.InvariantCulture);
        return response[4..] switch
        {
            "page" => Responses.Html(status),
            "nothing" => Responses.Empty(status),
            var code => Responses.Error(status, code),
        };
    }
}
