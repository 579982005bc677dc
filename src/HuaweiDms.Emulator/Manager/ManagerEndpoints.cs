using HuaweiDms.Emulator.Hosting;
using HuaweiDms.Emulator.Instances;
using HuaweiDms.Emulator.State;
using HuaweiDms.Emulator.Tasks;

namespace HuaweiDms.Emulator.Manager;

/// <summary>Kafka Manager: 5.2.2, 5.2.3, 5.2.12. Once disabled, it rejects further changes.</summary>
internal static class ManagerEndpoints
{
    /// <summary>The user name of an instance without one of its own.</summary>
    private const string DefaultUser = "admin";

    public static IEnumerable<Route> Routes =>
    [
        new("PUT", "/v2/{project_id}/instances/{instance_id}/kafka-manager-password", "ResetManagerPassword", "5.2.2", ResetPassword),
        new("PUT", "/v2/{project_id}/instances/{instance_id}/restart-kafka-manager", "RestartManager", "5.2.3", Restart),
        new("DELETE", "/v2/{project_id}/kafka/instances/{instance_id}/management", "CloseKafkaManager", "5.2.12", Close),
    ];

    private static ResponseMessage ResetPassword(RequestContext context)
    {
        KafkaInstance instance = InstanceEndpoints.Find(context);
        InstanceRules.Password(context.Body().Text("new_password"), instance.ManagerUser ?? DefaultUser);
        RequireManager(instance);
        return ResponseMessage.NoContent();
    }

    private static ResponseMessage Restart(RequestContext context)
    {
        KafkaInstance instance = InstanceEndpoints.Find(context);
        RequireManager(instance);
        TaskLog.Start(context, instance, "restartKafkaManager");
        return ResponseMessage.Object(200, json =>
        {
            json.WriteString("result", "success");
            json.WriteString("instance_id", instance.Id);
        });
    }

    /// <summary>Disables Kafka Manager. Repeating the call has no effect.</summary>
    private static ResponseMessage Close(RequestContext context)
    {
        KafkaInstance instance = InstanceEndpoints.Find(context);
        InstanceEndpoints.RequireRunning(instance);
        instance.IsManagerEnabled = false;
        return ResponseMessage.Empty();
    }

    private static void RequireManager(KafkaInstance instance)
    {
        InstanceEndpoints.RequireRunning(instance);
        if (!instance.IsManagerEnabled)
            throw ServiceErrors.WrongState();
    }
}
