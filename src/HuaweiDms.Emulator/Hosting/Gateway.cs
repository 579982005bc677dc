using System.Diagnostics;
using System.Globalization;
using HuaweiDms.Emulator.State;

namespace HuaweiDms.Emulator.Hosting;

/// <summary>
/// The pipeline of one request, for sockets and in-process clients: faults, routing, authentication, project, operation, log.
/// </summary>
internal sealed class Gateway(EmulatedService service, FaultPlan faults, RequestLog log, ExchangeRecorder? recorder, Action changed,
    ControlEndpoints control)
{
    private readonly Router _router = new(ServiceRoutes.All);
    private readonly Authenticator _authenticator = new(service);
    private readonly IdGenerator _requestIds = new(seed: -1);
    private volatile bool _isClosed;

    /// <summary>Set when the emulator is disposed of: from then on no request may change the saved state or be told that it did.</summary>
    public bool IsClosed => _isClosed;

    public void Close() => _isClosed = true;

    public async Task<Delivery> HandleAsync(RequestMessage request, CancellationToken cancellationToken)
    {
        if (control.Respond(request) is { } own)
            return new(own, null);

        service.Time.OnRequest();
        DateTimeOffset began = service.Time.UtcNow;
        Stopwatch watch = Stopwatch.StartNew();
        FaultEffect effect = faults.Apply(request.Method, request.Path);
        RouteMatch? match = _router.Find(request.Method, request.Path);
        Delivery delivery = default;
        try
        {
            await WaitAsync(effect.Before, cancellationToken).ConfigureAwait(false);
            ResponseMessage? response = effect.ProcessesRequest ? Process(request, match) : null;
            await WaitAsync(effect.After, cancellationToken).ConfigureAwait(false);
            return delivery = Deliver(response, effect.Fault);
        }
        finally
        {
            // Also if the client did not wait: the request may have taken effect.
            string? operation = match?.Route.OperationId;
            int status = delivery.Response?.Status ?? 0;
            log.Add(new(began, request.Method, request.Target, operation, status, effect.Name, watch.Elapsed.TotalMilliseconds));
            recorder?.Record(began, request, operation, delivery.Response);
        }
    }

    private Task WaitAsync(TimeSpan time, CancellationToken cancellationToken)
        => time > TimeSpan.Zero ? service.Time.DelayAsync(time, cancellationToken) : Task.CompletedTask;

    private Delivery Deliver(ResponseMessage? response, Fault? fault) => fault?.Action switch
    {
        FaultAction.Status => new(Fail(fault), null),
        FaultAction.Reset => new(null, FaultAction.Reset),
        FaultAction.Truncate or FaultAction.Stall => new(response, fault.Action),
        _ => new(response, null),
    };

    /// <summary>Returns null if the emulator was closed while the request waited: the request has no effect and gets no response.</summary>
    private ResponseMessage? Process(RequestMessage request, RouteMatch? match)
    {
        string requestId = NewRequestId();
        if (TryRespond(request, match, requestId) is not { } response)
            return null;
        if (match?.Route.IsIdentity == true)
            response.Headers.Add("X-IAM-Trace-Id", $"token_{service.Projects[0].Name}_null_{requestId}");
        return Finish(response, requestId);
    }

    private ResponseMessage? TryRespond(RequestMessage request, RouteMatch? match, string requestId)
    {
        try
        {
            ResponseMessage? response = Respond(request, match ?? throw GatewayErrors.NoSuchApi(request.Method, request.Path));
            if (request.Method is not ("GET" or "HEAD"))
                changed();
            return response;
        }
        catch (ApiErrorException refusal)
        {
            return refusal.ToResponse(requestId);
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            // A bug in the emulator must look to the client like an error of the service, not like a lost connection.
            return GatewayErrors.InternalError(error).ToResponse(requestId);
        }
    }

    private ResponseMessage? Respond(RequestMessage request, RouteMatch match)
    {
        if (match.Route.Access == Access.Anonymous)
            return match.Route.Handler(new RequestContext(service, request, match, project: null, service.Time.UtcNow));
        Caller caller = _authenticator.Authenticate(request);
        if (match.Route.Access == Access.Account)
            return match.Route.Handler(new RequestContext(service, request, match, project: null, service.Time.UtcNow));

        ProjectState project = FindProject(match, caller);
        lock (project.Gate)
        {
            // Everything changed under this lock before closing is saved; nothing may change afterwards.
            if (_isClosed)
                return null;
            DateTimeOffset now = service.Time.UtcNow;
            project.AdvanceTo(now);
            return match.Route.Handler(new RequestContext(service, request, match, project, now));
        }
    }

    private ProjectState FindProject(RouteMatch match, Caller caller)
    {
        string id = match["project_id"] ?? throw new InvalidOperationException($"{match.Route.Template} has no project_id parameter.");
        if (!Guid.TryParseExact(id, "N", out _))
            throw ServiceErrors.InvalidProjectId();
        ProjectState? project = service.FindProject(id);
        return project is not null && caller.CanAccess(id) ? project : throw ServiceErrors.Forbidden();
    }

    private ResponseMessage Fail(Fault fault)
    {
        string requestId = NewRequestId();
        return Finish(FaultResponse.Of(fault, requestId), requestId);
    }

    /// <summary>The Date header lets a client detect a wrong clock.</summary>
    private ResponseMessage Finish(ResponseMessage response, string requestId) => response
        .With("X-Request-Id", requestId)
        .With("Date", service.Time.UtcNow.ToString("r", CultureInfo.InvariantCulture));

    private string NewRequestId() => _requestIds.NewHex();
}
