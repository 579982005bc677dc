using System.Globalization;
using HuaweiDms.Emulator.Hosting;
using HuaweiDms.Emulator.Instances;
using HuaweiDms.Emulator.State;
using HuaweiDms.Emulator.Tasks;

namespace HuaweiDms.Emulator.SmartConnect;

/// <summary>Enables and disables Smart Connect: 5.3.1, 5.3.2 and 7.2.4.2. The names of the background tasks are a guess.</summary>
internal static class SmartConnectEndpoints
{
    public static IEnumerable<Route> Routes =>
    [
        new("POST", "/v2/{project_id}/instances/{instance_id}/connector", "CreateConnector", "5.3.1", Enable),
        new("POST", "/v2/{project_id}/kafka/instances/{instance_id}/delete-connector", "DeleteConnector", "5.3.2", Disable),
        new(
            "POST", "/v2/{project_id}/kafka/instances/{instance_id}/delete-connector-order", "CreateDeleteConnectorOrder", "7.2.4.2",
            CancelOrder),
    ];

    /// <summary>The Smart Connect of an instance. Throws if it is disabled.</summary>
    public static SmartConnectState Of(KafkaInstance instance) => instance.SmartConnect ?? throw ServiceErrors.NoSmartConnect();

    private static ResponseMessage Enable(RequestContext context)
    {
        KafkaInstance instance = InstanceEndpoints.Find(context);
        JsonFields body = context.Body();
        int nodes = NodeCount(body);
        string specification = TaskFieldRules.OneOf(body, "specification", instance.Specification, "100MB", "300MB", "600MB", "1200MB");
        string? spec = body.Text("spec_code");
        if (instance.SmartConnect is not null)
            throw ServiceErrors.SmartConnectExists();
        InstanceEndpoints.RequireRunning(instance);
        // Smart Connect can only be enabled on pay-per-use instances, with the bandwidth of the instance.
        if (instance.OrderId is not null)
            throw ServiceErrors.InvalidParameter();
        if (specification != instance.Specification)
            throw ServiceErrors.InvalidField("specification");
        // Only older instances must name the node type. Which code is returned if it is missing is a guess.
        if (KafkaProduct.Of(instance.ProductId).Bandwidth is not null && string.IsNullOrEmpty(spec))
            throw ServiceErrors.InvalidSpecCode();
        SmartConnectState smartConnect = new() { Id = context.Service.Ids.NewUuid(), NodeCount = nodes };
        SmartConnectLifecycle.Enable(instance, smartConnect, context.Now, context.Service.Time);
        BackgroundTask task = Log(context, instance, "createConnector", smartConnect.Id);
        return ResponseMessage.Object(200, json =>
        {
            json.WriteString("job_id", task.Id);
            json.WriteString("connector_id", smartConnect.Id);
        });
    }

    private static ResponseMessage Disable(RequestContext context)
    {
        KafkaInstance instance = InstanceEndpoints.Find(context);
        SmartConnectState smartConnect = RequireIdle(instance);
        if (instance.OrderId is not null)
            throw ServiceErrors.InvalidParameter();
        SmartConnectLifecycle.Disable(instance, context.Now, context.Service.Time);
        return TaskLog.ToResponse(Log(context, instance, "deleteConnector", smartConnect.Id));
    }

    /// <summary>Cancels the order of yearly/monthly nodes. A pay-per-use instance has no order to cancel.</summary>
    private static ResponseMessage CancelOrder(RequestContext context)
    {
        KafkaInstance instance = InstanceEndpoints.Find(context);
        JsonFields body = context.Body();
        if (!string.Equals(body.RequiredText("instance_id"), instance.Id, StringComparison.OrdinalIgnoreCase))
            throw ServiceErrors.InvalidField("instance_id");
        _ = body.Text("url");
        SmartConnectState smartConnect = RequireIdle(instance);
        if (instance.OrderId is null)
            throw ServiceErrors.InvalidParameter();
        SmartConnectLifecycle.Disable(instance, context.Now, context.Service.Time);
        Log(context, instance, "deleteConnector", smartConnect.Id);
        string order = context.Service.Ids.NewOrderId();
        return ResponseMessage.Object(200, json => json.WriteString("order_id", order));
    }

    /// <summary>Documented as a string, but a number in the example: both are accepted (5.3.1).</summary>
    private static int NodeCount(JsonFields body)
    {
        if (body.TextOrNumber("node_cnt") is not { } text)
            return SmartConnectState.DefaultNodes;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int nodes)
            && nodes is >= SmartConnectState.DefaultNodes and <= SmartConnectState.MaxNodes
                ? nodes
                : throw ServiceErrors.InvalidField("node_cnt");
    }

    private static SmartConnectState RequireIdle(KafkaInstance instance)
    {
        SmartConnectState smartConnect = Of(instance);
        InstanceEndpoints.RequireRunning(instance);
        return smartConnect.Tasks.Count == 0 ? smartConnect : throw ServiceErrors.SmartConnectTasksExist();
    }

    private static BackgroundTask Log(RequestContext context, KafkaInstance instance, string name, string connectorId)
        => TaskLog.Start(context, instance, name, json => json.WriteString("connector_id", connectorId), SmartConnectLifecycle.NodeTime);
}
