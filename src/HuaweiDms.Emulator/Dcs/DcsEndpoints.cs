using HuaweiDms.Emulator.Hosting;
using HuaweiDms.Emulator.State;

namespace HuaweiDms.Emulator.Dcs;

/// <summary>The one documented call of the Distributed Cache Service (DCS): restart, stop, start or flush several instances.</summary>
internal static class DcsEndpoints
{
    public static IEnumerable<Route> Routes =>
    [
        new("PUT", "/v2/{project_id}/instances/status", "RestartOrFlushInstances", "DCS", Act),
    ];

    private static ResponseMessage Act(RequestContext context)
    {
        JsonFields body = JsonFields.Parse(context.Request.Body, DcsErrors.Body);
        string action = body.Text("action") ?? string.Empty;
        DcsLifecycle lifecycle = DcsLifecycle.Of(action) ?? throw DcsErrors.InvalidAction();
        List<string> ids = body.Texts("instances") ?? [];
        if (ids.Count == 0 || ids.Distinct(StringComparer.OrdinalIgnoreCase).Count() < ids.Count)
            throw DcsErrors.InvalidInstances();

        List<(string Id, DcsInstance? Instance)> wanted = ids.ConvertAll(id => (id, Find(context.Project, id)));
        if (wanted.Find(item => item.Instance is not null && !lifecycle.Supports(item.Instance)).Instance is { } tooOld)
            throw DcsErrors.Unsupported(action, tooOld.EngineVersion);
        return BatchOutcome.ToResponse(wanted.ConvertAll(item => new BatchOutcome(item.Id, TryBegin(context, lifecycle, item.Instance))));
    }

    private static DcsInstance? Find(ProjectState project, string id)
        => project.DcsInstances.Find(instance => string.Equals(instance.Id, id, StringComparison.OrdinalIgnoreCase));

    /// <summary>
    /// Starts the action on one instance. Fails for an unknown instance or one in the wrong state, without affecting the others.
    /// </summary>
    private static bool TryBegin(RequestContext context, DcsLifecycle lifecycle, DcsInstance? instance)
    {
        if (instance is null || !lifecycle.CanBegin(instance))
            return false;
        lifecycle.Begin(instance, context.Now, context.Service.Time);
        return true;
    }
}
