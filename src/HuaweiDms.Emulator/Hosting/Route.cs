namespace HuaweiDms.Emulator.Hosting;

/// <summary>Answers a request that has come as far as its operation.</summary>
internal delegate ResponseMessage RouteHandler(RequestContext context);

/// <summary>An operation: method and path as the contract writes them, its name and section there, and who answers it.</summary>
internal sealed class Route(
    string method, string template, string operationId, string section, RouteHandler handler, Access access = Access.Project)
{
    public string Method { get; } = method;

    public string Template { get; } = template;

    public string OperationId { get; } = operationId;

    /// <summary>Such as 5.1.1; SDK for a call that stands in the vendor's SDK only.</summary>
    public string Section { get; } = section;

    public RouteHandler Handler { get; } = handler;

    public Access Access { get; } = access;
}
