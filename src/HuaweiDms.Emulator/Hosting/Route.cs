namespace HuaweiDms.Emulator.Hosting;

/// <summary>Handles a request that has been routed and authenticated.</summary>
internal delegate ResponseMessage RouteHandler(RequestContext context);

/// <summary>An operation: method and path template, its name and section in the API contract, and its handler.</summary>
internal sealed class Route(
    string method, string template, string operationId, string section, RouteHandler handler, Access access = Access.Project)
{
    public string Method { get; } = method;

    public string Template { get; } = template;

    public string OperationId { get; } = operationId;

    /// <summary>The section, such as 5.1.1; "SDK" for a call that is only found in the vendor's SDK.</summary>
    public string Section { get; } = section;

    public RouteHandler Handler { get; } = handler;

    public Access Access { get; } = access;

    /// <summary>Whether it belongs to the identity service (IAM), which adds its own trace id to responses.</summary>
    public bool IsIdentity => Template.StartsWith("/v3/", StringComparison.Ordinal);
}
