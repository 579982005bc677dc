using System.Collections;
using System.Net;
using System.Reflection;
using HuaweiDms.Client.Tests.Support;
using HuaweiDms.Contract;

namespace HuaweiDms.Client.Tests.Reliability;

/// <summary>
/// Every method with responses that are damaged in unusual ways. The result is an exception of this library, or an object as far as
/// possible; never another exception, and never an endless call.
/// </summary>
public sealed class HostileOutputTests
{
    private const int Cases = 40;

    /// <summary>The maximum number of objects to read, however many the list claims to have.</summary>
    private const int MostItems = 60;

    /// <summary>Prevents a test from hanging.</summary>
    private const int Patience = 120_000;

    public static TheoryData<string> Names => PublicCall.Names;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory(Timeout = Patience)]
    [MemberData(nameof(Names))]
    public async Task A_damaged_response_yields_an_object_or_a_DmsException(string name)
    {
        foreach (ApiVersion version in await VersionsOfAsync(name))
        {
            for (int number = 0; number < Cases; number++)
            {
                TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
                HostileResponses responses = new(Trials.SeedOf(number));
                await CallAsync(name, version, responses.Damaged);
            }
        }
    }

    [Theory(Timeout = Patience)]
    [MemberData(nameof(Names))]
    public async Task A_response_with_one_fault_yields_an_object_or_a_DmsException(string name)
    {
        foreach (ApiVersion version in await VersionsOfAsync(name))
        {
            int last = 1;
            for (int number = 0; number < last; number++)
            {
                TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
                await CallAsync(name, version, operation =>
                {
                    int count = HostileResponses.CountOf(operation);
                    last = Math.Max(last, count);
                    return count == 0 ? "" : HostileResponses.Wronged(operation, Math.Min(number, count - 1));
                });
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_response_with_every_field_is_read(string name)
    {
        foreach (ApiVersion version in Enum.GetValues<ApiVersion>())
        {
            using ScriptedClient client = new ScriptedClient(options => (options.ApiVersion, options.RetryCount) = (version, 0))
                .Then(Response(operation => HostileResponses.Whole(operation)?.ToJsonString() ?? "", []));
            Touch(await client.RunAsync(it => PublicCall.Of(name).InvokeAsync(it, Arguments.Sparse, Stop, MostItems)), 0);
        }
    }

    /// <summary>Returns the API versions between which a method differs.</summary>
    private static async Task<ApiVersion[]> VersionsOfAsync(string name)
    {
        List<string> sent = [];
        foreach (ApiVersion version in Enum.GetValues<ApiVersion>())
        {
            using ScriptedClient client = new ScriptedClient(options => (options.ApiVersion, options.RetryCount) = (version, 0)).Then(Responses.Error(400, "DMS.1"));
            await Record.ExceptionAsync(() => client.RunAsync(it => PublicCall.Of(name).InvokeAsync(it, Arguments.Sparse, Stop)));
            sent.Add(string.Join(' ', client.Sent.Select(request => request.Target.Split('?')[0])));
        }

        return sent.Distinct().Count() == 1 ? [ApiVersion.V2] : Enum.GetValues<ApiVersion>();
    }

    private static async Task CallAsync(string name, ApiVersion version, Func<ContractOperation, string> body)
    {
        List<string> given = [];
        using ScriptedClient client = new ScriptedClient(options => (options.ApiVersion, options.RetryCount) = (version, 0)).Then(Response(body, given));
        try
        {
            Touch(await client.RunAsync(it => PublicCall.Of(name).InvokeAsync(it, Arguments.Sparse, Stop, MostItems)), 0);
        }
        catch (DmsException error)
        {
            Assert.InRange(error.Message.Length, 1, 2000);
        }
        catch (Exception foreign) when (foreign is not OperationCanceledException)
        {
            Assert.Fail($"{foreign}\nafter {string.Join("\nand ", given.Select(text => text[..Math.Min(text.Length, 1500)]))}");
        }

        Assert.InRange(client.Sent.Count, 0, MostItems + 10);
    }

    private static ScriptedHandler.Step Response(Func<ContractOperation, string> body, List<string> given) => (request, cancellationToken) =>
    {
        ContractOperation operation = ApiContract.Default.Match(request.Method, request.Target)?.Operation ?? ApiContract.Default["ShowInstance"];
        string text = body(operation);
        given.Add(text);
        return Responses.Respond(
            HttpStatusCode.OK, text, "application/json", response => response.Headers.Add("X-Subject-Token", "token"))(request, cancellationToken);
    };

    /// <summary>Reads all public properties, as a shell does when it shows an object.</summary>
    private static void Touch(object? value, int depth)
    {
        if (value is null || depth > 6)
            return;
        Assert.NotNull(value.ToString());
        if (value is string || value.GetType().IsPrimitive)
            return;
        if (value is IEnumerable items)
        {
            foreach (object item in items)
                Touch(item, depth + 1);
        }
        else if (value.GetType().Assembly == ClientBuild.Assembly)
        {
            foreach (PropertyInfo property in value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.GetIndexParameters().Length == 0))
                Touch(property.GetValue(value), depth + 1);
        }
    }
}
