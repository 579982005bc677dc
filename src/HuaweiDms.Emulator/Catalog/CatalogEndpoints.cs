using HuaweiDms.Emulator.Hosting;
using HuaweiDms.Emulator.Instances;
using HuaweiDms.Emulator.State;

namespace HuaweiDms.Emulator.Catalog;

/// <summary>
/// The catalog: zones, products and maintenance windows (5.12.1 to 5.12.5, 7.1.2.1 to 7.1.2.3). Instance creation is validated
/// against the same data.
/// </summary>
internal static class CatalogEndpoints
{
    public static IEnumerable<Route> Routes =>
    [
        new("GET", "/v2/instances/maintain-windows", "ShowMaintainWindows", "5.12.1", _ => Windows(isV1: false), Access.Account),
        new("GET", "/v2/available-zones", "ListAvailableZones", "5.12.2", context => Zones(context, isV1: false), Access.Account),
        new("GET", "/v2/{engine}/products", "ListEngineProducts", "5.12.3", Products, Access.Account),
        new("GET", "/v2/{project_id}/instances/{instance_id}/ces-hierarchy", "ShowCesHierarchy", "5.12.4", Hierarchy),
        new("GET", "/v2/kafka/products/cores", "ShowKafkaProductCores", "5.12.5", Cores, Access.Account),

        new("GET", "/v1.0/availableZones", "ListAvailableZonesV1", "7.1.2.1", context => Zones(context, isV1: true), Access.Account),
        new("GET", "/v1.0/products", "ListProductsV1", "7.1.2.2", OlderProducts, Access.Account),
        new("GET", "/v1.0/instances/maintain-windows", "ShowMaintainWindowsV1", "7.1.2.3", _ => Windows(isV1: true), Access.Account),
    ];

    /// <summary>v2 returns the hours only.</summary>
    private static ResponseMessage Windows(bool isV1) => ResponseMessage.Object(200, json =>
    {
        int number = 0;
        string usual = new KafkaInstance().MaintainBegin;
        json.WriteObjects("maintain_windows", MaintenanceWindow.Offered, window =>
        {
            json.WriteBoolean("default", window.Begin == usual);
            json.WriteNumber("seq", ++number);
            json.WriteString("begin", isV1 ? window.Begin : window.Begin.Substring(0, 2));
            json.WriteString("end", isV1 ? window.End : window.End.Substring(0, 2));
        });
    });

    private static ResponseMessage Zones(RequestContext context, bool isV1)
    {
        string region = context.Service.Projects[0].Name;
        return ResponseMessage.Object(200, json =>
        {
            json.WriteString(isV1 ? "regionId" : "region_id", region);
            json.WriteObjects("available_zones", ServiceZone.All, zone => CatalogWriter.WriteZone(json, zone, region + zone.Letter, isV1));
        });
    }

    private static ResponseMessage Products(RequestContext context)
    {
        string? only = context.Query("product_id");
        IEnumerable<KafkaProduct> products = KafkaProduct.Sold(isV1: false).Where(product => only is null || product.Id == only);
        return ResponseMessage.Object(200, json =>
        {
            json.WriteString("engine", "kafka");
            json.WriteTexts("versions", CatalogWriter.Versions);
            json.WriteObjects("products", products, product => CatalogWriter.WriteProduct(json, product));
        });
    }

    /// <summary>Hourly products only: v1.0 cannot create yearly/monthly instances.</summary>
    private static ResponseMessage OlderProducts(RequestContext context)
        => context.Query("engine") == "kafka"
            ? ResponseMessage.Object(200, json => json.WriteObjects("Hourly", ["kafka"], name => CatalogWriter.WriteOlderProducts(json, name)))
            : throw ServiceErrors.UnsupportedEngine();

    private static ResponseMessage Hierarchy(RequestContext context)
    {
        KafkaInstance instance = InstanceEndpoints.Find(context);
        return ResponseMessage.Object(200, json => MetricHierarchyWriter.Write(json, instance));
    }

    /// <summary>The product's cores multiplied by the number of brokers of the instance.</summary>
    private static ResponseMessage Cores(RequestContext context)
    {
        string id = context.Query("instance_id") ?? string.Empty;
        if (!Guid.TryParseExact(id, "D", out _))
            throw ServiceErrors.InvalidInstanceId();
        KafkaProduct product = KafkaProduct.Of(context.Query("product_id") ?? string.Empty);
        if (product.Cores == 0)
            throw ServiceErrors.InvalidProduct();
        int brokers = ProjectsOf(context).Select(project => BrokersOf(context.Service, project, id)).FirstOrDefault(count => count is not null)
            ?? throw ServiceErrors.NoSuchInstance();
        return ResponseMessage.Object(200, json => json.WriteNumber("core_num", product.Cores * brokers));
    }

    /// <summary>The path has no project id; a header may carry one (table 3-2).</summary>
    private static IEnumerable<ProjectState> ProjectsOf(RequestContext context)
        => context.Request.Headers["X-Project-Id"]?.Trim() is { Length: > 0 } id
            ? context.Service.Projects.Where(project => project.Id == id)
            : context.Service.Projects;

    private static int? BrokersOf(EmulatedService service, ProjectState project, string instanceId)
        => service.InProject(project.Id, (current, _) => current.FindInstance(instanceId)?.BrokerCount);
}
