using HuaweiDms.Emulator.Hosting;
using HuaweiDms.Emulator.Instances;
using HuaweiDms.Emulator.State;

namespace HuaweiDms.Emulator.Resizing;

/// <summary>Reads the requested size of an instance and validates it against 5.4.1.</summary>
internal static class ResizeReader
{
    private const int MinGrowthPerBroker = 100;
    private const int MaxExtensions = 20;
    private const int MaxBrokers = 30;

    /// <summary>The requested size; addresses of new brokers are still to be assigned.</summary>
    public static PendingResize Read(JsonFields body, KafkaInstance instance)
    {
        PendingResize becomes = new()
        {
            TotalStorageGB = instance.TotalStorageGB,
            BrokerCount = instance.BrokerCount,
            ProductId = instance.ProductId,
        };
        // Fields of other kinds of change must also have the right type.
        int? total = body.Integer("new_storage_space"), brokers = body.Integer("new_broker_num");
        string? product = body.Text("new_product_id"), publicIds = body.Text("publicip_id");
        List<string>? addresses = body.Texts("tenant_ips");
        _ = body.Text("second_tenant_subnet_id");
        switch (body.Text("oper_type"))
        {
            case "storage":
                becomes.TotalStorageGB = Storage(total, instance);
                break;
            case "horizontal":
                becomes.BrokerCount = Brokers(brokers, instance);
                becomes.TotalStorageGB = TotalOf(total, instance, becomes.BrokerCount);
                becomes.PublicAddresses = PublicIps(publicIds, instance, becomes.BrokerCount - instance.BrokerCount);
                becomes.PrivateAddresses = InstanceRules.TenantIps(addresses, becomes.BrokerCount - instance.BrokerCount);
                break;
            case "vertical":
                becomes.ProductId = Product(product, instance);
                break;
            default:
                throw ServiceErrors.InvalidField("oper_type");
        }
        int max = KafkaProduct.Offered(becomes.ProductId)?.StoragePerBrokerGB ?? int.MaxValue;
        bool fits = becomes.TotalStorageGB / becomes.BrokerCount <= max && becomes.TotalStorageGB <= KafkaProduct.Of(becomes.ProductId).StorageLimitGB;
        return fits ? becomes : throw ServiceErrors.InvalidStorageSpace();
    }

    private static int Storage(int? wanted, KafkaInstance instance)
    {
        // extend_times says "above 20" (5.1.2, 5.1.3), so the 21st extension is still allowed.
        if (instance.DiskExtensions > MaxExtensions)
            throw ServiceErrors.TooManyExtensions();
        int total = wanted ?? throw ServiceErrors.InvalidField("new_storage_space");
        bool fits = total % instance.BrokerCount == 0
            && total / instance.BrokerCount >= (instance.TotalStorageGB / instance.BrokerCount) + MinGrowthPerBroker;
        return fits ? total : throw ServiceErrors.InvalidStorageSpace();
    }

    private static int Brokers(int? wanted, KafkaInstance instance)
        => wanted is { } count && count > instance.BrokerCount && count <= MaxBrokers ? count : throw ServiceErrors.InvalidField("new_broker_num");

    private static int TotalOf(int? wanted, KafkaInstance instance, int brokers)
        => wanted is { } total && total == instance.TotalStorageGB / instance.BrokerCount * brokers ? total : throw ServiceErrors.InvalidStorageSpace();

    /// <summary>One id for each new broker if the instance has public access. The addresses are assigned later.</summary>
    private static List<string> PublicIps(string? sent, KafkaInstance instance, int added)
    {
        List<string> ids = [.. (sent ?? string.Empty).Split([','], StringSplitOptions.RemoveEmptyEntries)];
        int needed = instance.PublicAddresses.Count > 0 ? added : 0;
        return ids.Count == needed ? ids : throw ServiceErrors.InvalidPublicAccess();
    }

    private static string Product(string? wanted, KafkaInstance instance)
        => wanted is { } product && product != instance.ProductId && KafkaProduct.Offered(product) is not null ? product : throw ServiceErrors.InvalidProduct();
}
