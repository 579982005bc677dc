using System.Collections;
using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>Sends any signed request, for operations that no other cmdlet covers, and emits the response as objects.</summary>
[Cmdlet(VerbsLifecycle.Invoke, "DmsApi", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(PSObject))]
public sealed class InvokeDmsApi : DmsCmdlet
{
    /// <summary>The path, such as /v2/{project_id}/instances; {project_id} is filled in. The path can include a query.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ApiPath]
    public string Path { get; set; } = string.Empty;

    /// <summary>The HTTP method.</summary>
    [Parameter(Position = 1)]
    [ApiMethod]
    [CanonicalCase(typeof(InvokeDmsApi))]
    [ValidateSet("GET", "POST", "PUT", "DELETE", "PATCH", "HEAD")]
    public string Method { get; set; } = "GET";

    /// <summary>Query values, as @{ name = 'value' }; a list repeats the name.</summary>
    [Parameter]
    public IDictionary? Query { get; set; }

    /// <summary>The body: a hashtable, an object, or JSON as text.</summary>
    [Parameter(ValueFromPipeline = true)]
    public object? Body { get; set; }

    /// <summary>The service to call.</summary>
    [Parameter]
    [CanonicalCase(typeof(InvokeDmsApi))]
    [ValidateSet("Kafka", "Dcs", "Iam")]
    public string Service { get; set; } = "Kafka";

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        // Any other method may change something.
        bool reads = Method is "GET" or "HEAD";
        // .NET Framework refuses to send such a body, and the service's error would be misleading.
        if (reads && Body is not null)
            ThrowTerminatingError(Failures.InvalidArgument(nameof(Method), Method, Text.BodyMethodRule));
        // Script properties of an object need the runspace of the pipeline's thread.
        KeyValuePair<string, string?>[] query = OrEnd<KeyValuePair<string, string?>[]>(() => [.. ApiQuery.Parse(Path), .. ApiQuery.From(Query)]);
        string? json = Body is null ? null : OrEnd(() => ApiValue.ToJson(Body)!);
        DmsContext[] agreed = [.. Contexts.Where(context => reads || Ask(Placed(context, Path), Method))];
        if (agreed.Length > 0)
            RunForEachContext(agreed, (context, pipeline) => SendAsync(context, query, json, pipeline), Path);
    }

    private async Task SendAsync(DmsContext context, KeyValuePair<string, string?>[] query, string? json, IPipeline pipeline)
    {
        object? response = ApiValue.ToObject(await context.Client.Raw.SendAsync(
            new HttpMethod(Method),
            (DmsService)Enum.Parse(typeof(DmsService), Service),
            Path.Split('?')[0],
            query,
            json,
            pipeline.Stop).ConfigureAwait(false));
        if (response is object?[] items)
            await pipeline.WriteAllAsync(items).ConfigureAwait(false);
        else if (response is not null)
            await pipeline.WriteAsync(response).ConfigureAwait(false);
    }
}
