using HuaweiDms.Json;
using HuaweiDms.Transport;

namespace HuaweiDms;

/// <summary>
/// The products, zones and maintenance windows that the service offers (5.12; v1.0: 7.1.2). Every method throws <see cref="DmsException"/>
/// when the call fails.
/// </summary>
public sealed class CatalogApi
{
    private static readonly ApiOperation ListWindowsV2
        = ApiOperation.Get("5.12.1", "ShowMaintainWindows", "/v2/instances/maintain-windows");

    private static readonly ApiOperation ListZonesV2 = ApiOperation.Get("5.12.2", "ListAvailableZones", "/v2/available-zones");

    private static readonly ApiOperation ListProductsV2 = ApiOperation.Get("5.12.3", "ListEngineProducts", "/v2/{engine}/products");

    private static readonly ApiOperation ShowHierarchy
        = ApiOperation.Get("5.12.4", "ShowCesHierarchy", "/v2/{project_id}/instances/{instance_id}/ces-hierarchy");

    private static readonly ApiOperation ShowCores = ApiOperation.Get("5.12.5", "ShowKafkaProductCores", "/v2/kafka/products/cores");

    private static readonly ApiOperation ListZonesV1 = ApiOperation.Get("7.1.2.1", "ListAvailableZonesV1", "/v1.0/availableZones");

    private static readonly ApiOperation ListProductsOfV1 = ApiOperation.Get("7.1.2.2", "ListProductsV1", "/v1.0/products");

    private static readonly ApiOperation ListWindowsV1
        = ApiOperation.Get("7.1.2.3", "ShowMaintainWindowsV1", "/v1.0/instances/maintain-windows");

    private readonly ApiTransport _transport;
    private readonly bool _v1;

    internal CatalogApi(ApiTransport transport, DmsClientOptions options)
    {
        _transport = transport;
        _v1 = options.ApiVersion == ApiVersion.V1;
    }

    /// <summary>Lists the maintenance windows, in which the service may work on an instance (5.12.1, 7.1.2.3).</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    public Task<IReadOnlyList<MaintenanceWindow>> ListMaintenanceWindowsAsync(CancellationToken cancellationToken = default)
        => _transport.GetListAsync(
            new(_v1 ? ListWindowsV1 : ListWindowsV2),
            ServiceJsonContext.Default.MaintenanceWindowList,
            response => response.Windows,
            window => _transport.WithContext(window),
            cancellationToken);

    /// <summary>Lists the availability zones of the region (5.12.2, 7.1.2.1).</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    public async Task<IReadOnlyList<AvailabilityZone>> ListZonesAsync(CancellationToken cancellationToken = default)
    {
        ApiRequest request = new(_v1 ? ListZonesV1 : ListZonesV2);
        ZoneList list = await _transport.GetAsync(request, ServiceJsonContext.Default.ZoneList, cancellationToken).ConfigureAwait(false);
        IReadOnlyList<AvailabilityZone> zones = Remember(request, list.Zones);
        foreach (AvailabilityZone zone in zones)
            zone.RegionId = list.RegionId ?? list.RegionIdInCamelCase;
        return zones;
    }

    /// <summary>Lists the products from which instances are created (5.12.3, 7.1.2.2).</summary>
    /// <param name="productId">The only product to return, by exact id; null for all products.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public Task<IReadOnlyList<Product>> ListProductsAsync(string? productId = null, CancellationToken cancellationToken = default)
        => _v1 ? ListOlderProductsAsync(productId, cancellationToken) : ListNewerProductsAsync(productId, cancellationToken);

    /// <summary>Reads the parts of an instance that Cloud Eye monitors (5.12.4).</summary>
    /// <param name="instanceId">The instance id.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public async Task<MetricHierarchy> GetMetricHierarchyAsync(string instanceId, CancellationToken cancellationToken = default)
    {
        ApiRequest request = new(ShowHierarchy, instanceId);
        MetricHierarchy hierarchy = await _transport
            .GetAsync(request, ServiceJsonContext.Default.MetricHierarchy, cancellationToken).ConfigureAwait(false);
        return _transport.WithOrigin(hierarchy, instanceId);
    }

    /// <summary>Reads the number of processor cores that an instance has with a product (5.12.5).</summary>
    /// <param name="instanceId">The instance id.</param>
    /// <param name="productId">The product.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public async Task<ProductCore> GetProductCoreAsync(string instanceId, string productId, CancellationToken cancellationToken = default)
    {
        ApiRequest request = new ApiRequest(ShowCores).Query("instance_id", instanceId).Query("product_id", productId);
        ProductCore core = await _transport.GetAsync(request, ServiceJsonContext.Default.ProductCore, cancellationToken).ConfigureAwait(false);
        core.ProductId = productId;
        return _transport.WithOrigin(core, instanceId);
    }

    private async Task<IReadOnlyList<Product>> ListNewerProductsAsync(string? productId, CancellationToken cancellationToken)
    {
        ApiRequest request = new ApiRequest(ListProductsV2).With("engine", "kafka").Query("product_id", productId);
        ProductList list = await _transport.GetAsync(request, ServiceJsonContext.Default.ProductList, cancellationToken).ConfigureAwait(false);
        IReadOnlyList<Product> products = Remember(request, list.Products);
        foreach (Product product in products)
        {
            product.EngineVersions = list.Versions;
            product.KeepUnknownLimits();
        }
        return products;
    }

    /// <summary>v1.0 cannot filter by product, so the filter is applied here.</summary>
    private async Task<IReadOnlyList<Product>> ListOlderProductsAsync(string? productId, CancellationToken cancellationToken)
    {
        ApiRequest request = new ApiRequest(ListProductsOfV1).Query("engine", "kafka");
        OlderProductList list = await _transport
            .GetAsync(request, ServiceJsonContext.Default.OlderProductList, cancellationToken).ConfigureAwait(false);
        return Remember(request, [.. list.ToProducts().Where(product => productId is null || product.ProductId == productId)]);
    }

    private List<T> Remember<T>(ApiRequest request, List<T>? found)
        where T : DmsResource
        => ApiTransport.ListIn(request, found, item => _transport.WithContext(item));
}
