namespace HuaweiDms.PowerShell.Engine;

/// <summary>
/// The rules of 5.4.1, checked against the instance and the products it can change to. Each refusal states what would fit.
/// </summary>
internal sealed class ResizeRules(Instance instance, IReadOnlyList<ResizeOption> options)
{
    private const int MinGrowthPerBroker = 100;
    private const int MaxBrokers = 30;
    private const int MaxExtensions = 20;

    /// <summary>The text for a figure that the service does not report.</summary>
    private const string Unknown = "?";

    private readonly int? _brokers = instance.BrokerCount;
    private readonly int? _total = instance.TotalStorageSpaceGB is > 0 and { } total ? total : null;
    private readonly ResizeOption? _present = options.FirstOrDefault(option => IsProduct(option, instance.ProductId));

    private int? PerBroker => _total / _brokers;

    /// <summary>The current size, for the confirmation prompt.</summary>
    public string Present => Format("now {0} GB on {1:# broker|brokers} of {2}", Show(_total), Show(_brokers), instance.ProductId);

    /// <summary>
    /// The storage of all brokers together for a number of brokers; null if the service does not report the storage per broker.
    /// </summary>
    public int? StorageOf(int brokers) => PerBroker * brokers;

    /// <summary>Only pay-per-use instances can be resized by the API.</summary>
    public Failure? CheckPayment()
        => instance.ChargingMode == ChargingMode.PrePaid ? Refuse("InstanceId", instance.InstanceId, Text.ResizePrePaidRule) : null;

    /// <summary>
    /// If the number of brokers is unknown, nothing can be checked and the order contains the complete size, so the service
    /// decides.
    /// </summary>
    public Failure? CheckStorage(int wanted)
    {
        if (wanted == _total)
            return AlreadySet("StorageSpaceGB", wanted);
        if (instance.DiskExtensionCount > MaxExtensions)
            return Refuse("StorageSpaceGB", wanted, Text.ResizeExtensionsRule, instance.DiskExtensionCount);
        if (_brokers is not { } brokers)
            return null;
        int? least = StorageOf(brokers) + (MinGrowthPerBroker * brokers);
        int below = wanted - (wanted % brokers);
        long? most = _present?.MaxStoragePerBrokerGB * brokers;
        if (wanted < least)
            return Refuse("StorageSpaceGB", wanted, Text.ResizeStorageLeastRule, _total, brokers, least);
        if (wanted > most)
            return Refuse("StorageSpaceGB", wanted, Text.ResizeStorageMostRule, instance.ProductId, most, Fitting(wanted / brokers));
        return wanted % brokers != 0 ? Refuse("StorageSpaceGB", wanted, Text.ResizeStorageMultipleRule, brokers, below, (long)below + brokers) : null;
    }

    public Failure? CheckBrokers(int wanted, int? storage, int publicIps, IReadOnlyCollection<string> tenantIps)
    {
        int most = Math.Min(MaxBrokers, _present?.MaxBrokerCount ?? MaxBrokers);
        int? added = wanted - _brokers;
        int? publicNeeded = instance.PublicConnectAddresses is { Length: > 0 } ? added : 0;
        int? together = StorageOf(wanted);
        if (added == 0 && (storage is null || storage == _total))
            return AlreadySet("BrokerCount", wanted);
        if (added <= 0 || wanted > most)
            return Refuse("BrokerCount", wanted, Text.ResizeBrokersRule, Show(_brokers), most);
        if (together is null && storage is null)
            return Refuse("StorageSpaceGB", value: null, Text.ResizeUnknownStorageRule, wanted);
        if (together is not null && storage is not null && storage != together)
            return Refuse("StorageSpaceGB", storage, Text.ResizeBrokerStorageRule, PerBroker, wanted, together);
        if (publicNeeded is not null && publicIps != publicNeeded)
            return Refuse(
                "PublicIpId",
                publicIps == 0 ? null : Counted(publicIps, "address", "addresses"),
                publicNeeded == 0 ? Text.ResizeNotPublicRule : Text.ResizePublicIpRule,
                publicNeeded);
        return OrderRules.CheckTenantIps(tenantIps, added, Format(Text.ResizeTenantIpRule, added), instance.InstanceId);
    }

    public Failure? CheckProduct(string wanted)
    {
        if (string.Equals(wanted, instance.ProductId, StringComparison.OrdinalIgnoreCase))
            return AlreadySet("ProductId", wanted).Advising(Format(Text.ResizeSameProductAdvice, Fitting(PerBroker)));
        ResizeOption? option = options.FirstOrDefault(offered => IsProduct(offered, wanted));
        return option is null || !Fits(option, PerBroker)
            ? Refuse("ProductId", wanted, Text.ResizeProductRule, Show(_brokers), Show(PerBroker), Fitting(PerBroker))
            : null;
    }

    /// <summary>The other products that the instance fits into.</summary>
    private string Fitting(int? perBroker)
        => string.Join(", ", options
            .Where(option => !IsProduct(option, instance.ProductId) && Fits(option, perBroker))
            .Select(option => option.ProductId)
            .DefaultIfEmpty("-"));

    /// <summary>Unknown figures exclude no product.</summary>
    private bool Fits(ResizeOption option, int? perBroker)
        => !(_brokers < option.MinBrokerCount) && !(_brokers > option.MaxBrokerCount)
            && !(perBroker < option.MinStoragePerBrokerGB) && !(perBroker > option.MaxStoragePerBrokerGB);

    private static bool IsProduct(ResizeOption option, string? product)
        => string.Equals(option.ProductId, product, StringComparison.OrdinalIgnoreCase);

    private static object Show(int? figure) => (object?)figure ?? Unknown;

    private Failure AlreadySet(string parameter, object value)
        => Failures.AlreadySet(parameter, value, instance.Name ?? instance.InstanceId, instance.InstanceId);

    private Failure Refuse(string parameter, object? value, string rule, params object?[] values)
        => Failures.InvalidArgument(parameter, value, Format(rule, values), instance.InstanceId);
}
