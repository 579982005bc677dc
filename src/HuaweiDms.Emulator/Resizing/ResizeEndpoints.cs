using System.Text.Json;
using HuaweiDms.Emulator.Catalog;
using HuaweiDms.Emulator.Hosting;
using HuaweiDms.Emulator.Instances;
using HuaweiDms.Emulator.State;
using HuaweiDms.Emulator.Tasks;

namespace HuaweiDms.Emulator.Resizing;

/// <summary>Resizing of instances: 5.4.1 and 5.4.2.</summary>
internal static class ResizeEndpoints
{
    private static readonly TimeSpan DefaultDuration = TimeSpan.FromMinutes(10);

    public static IEnumerable<Route> Routes => RoutesAt("/v2/{engine}/{project_id}/instances/{instance_id}/extend");

    /// <summary>The path that the SDK's ResizeKafkaInstance uses for the same operations.</summary>
    public static IEnumerable<Route> NewerRoutes => RoutesAt("/v2/{project_id}/kafka/instances/{instance_id}/extend");

    private static IEnumerable<Route> RoutesAt(string path) =>
    [
        new("POST", path, "ResizeEngineInstance", "5.4.1", Resize),
        new("GET", path, "ShowEngineInstanceExtendProductInfo", "5.4.2", ShowOffers),
    ];

    private static ResponseMessage ShowOffers(RequestContext context)
    {
        KafkaInstance instance = InstanceEndpoints.Find(context);
        if (context.Query("type") != "advanced")
            throw ServiceErrors.InvalidParameter();
        return ResponseMessage.Object(200, json =>
        {
            json.WriteString("engine", "kafka");
            json.WriteTexts("versions", [instance.EngineVersion]);
            json.WriteObjects(
                "products", KafkaProduct.Sold(isV1: false), product => CatalogWriter.WriteOffer(json, product, instance.ZoneIds));
        });
    }

    /// <summary>
    /// Resizes an instance. As with creation, a name with the failing prefix makes it fail: the instance ends in EXTENDEDFAILED.
    /// </summary>
    private static ResponseMessage Resize(RequestContext context)
    {
        KafkaInstance instance = InstanceEndpoints.Find(context);
        PendingResize becomes = ResizeReader.Read(context.Body(), instance);
        InstanceEndpoints.RequireRunning(instance);
        if (instance.OrderId is not null)
            throw ServiceErrors.InvalidParameter();
        bool fails = instance.Name.StartsWith(InstanceLifecycle.FailingNamePrefix, StringComparison.OrdinalIgnoreCase);
        becomes.At = context.Service.Time.After(context.Now, DefaultDuration);
        CompleteAddresses(becomes, instance, context.Project);
        instance.Becomes = fails ? null : becomes;
        instance.Lifecycle.Enter(InstanceStatus.Extending).Then(fails ? InstanceStatus.ExtendFailed : InstanceStatus.Running, becomes.At);
        return TaskLog.ToResponse(TaskLog.Start(context, instance, "extendInstance", json => Write(json, instance, becomes), DefaultDuration, fails));
    }

    private static void CompleteAddresses(PendingResize becomes, KafkaInstance instance, ProjectState project)
    {
        if (becomes.PrivateAddresses.Exists(address => project.HasPrivateAddress(instance.SubnetId, address)))
            throw ServiceErrors.InvalidField("tenant_ips");
        while (becomes.PrivateAddresses.Count < becomes.BrokerCount - instance.BrokerCount)
            becomes.PrivateAddresses.Add(project.NextPrivateAddress(becomes.PrivateAddresses));
        becomes.PublicAddresses = becomes.PublicAddresses.ConvertAll(_ => project.NextPublicAddress());
    }

    private static void Write(Utf8JsonWriter json, KafkaInstance instance, PendingResize becomes)
    {
        json.WriteNumber("old_storage_space", instance.TotalStorageGB);
        json.WriteNumber("new_storage_space", becomes.TotalStorageGB);
        json.WriteNumber("old_broker_num", instance.BrokerCount);
        json.WriteNumber("new_broker_num", becomes.BrokerCount);
        json.WriteString("old_product_id", instance.ProductId);
        json.WriteString("new_product_id", becomes.ProductId);
    }
}
