namespace HuaweiDms.PowerShell.Engine;

/// <summary>The rules of 5.4.1, held against an instance's own figures and the products it is offered. Each refusal says what would fit.</summary>
internal sealed class ResizeRules(Instance instance, IReadOnlyList<ResizeOption> options)
{
    private const int LeastGrowthPerBroker = 100;
    private const int MostBrokers = 30;
    private const int MostExtensions = 20;

    private readonly int _brokers = Math.Max(1, instance.BrokerCount ?? instance.NodeCount ?? 1);
    private readonly int _total = instance.TotalStorageSpaceGB ?? 0;
    private readonly ResizeOption? _present = options.FirstOrDefault(option => IsProduct(option, instance.ProductId));

    private int PerBroker => _total / _brokers;

    /// <summary>The storage of all brokers together when there are more of them.</summary>
    public int StorageOf(int brokers) => PerBroker * brokers;

    /// <summary>Only instances that are paid by use can be resized by a call.</summary>
    public Failure? CheckPayment()
        => instance.ChargingMode == ChargingMode.PrePaid ? Refuse("InstanceId", instance.InstanceId, Text.ResizePrePaidRule) : null;

    public Failure? CheckStorage(int wanted)
    {
        int least = StorageOf(_brokers) + (LeastGrowthPerBroker * _brokers);
        int below = wanted - (wanted % _brokers);
        long? most = _present?.MaxStoragePerBrokerGB * _brokers;
        if (instance.DiskExtensionCount >= MostExtensions)
            return Refuse("StorageSpaceGB", wanted, Text.ResizeExtensionsRule, instance.DiskExtensionCount);
        if (wanted < least)
            return Refuse("StorageSpaceGB", wanted, Text.ResizeStorageLeastRule, _total, _brokers, least);
        if (wanted > most)
            return Refuse("StorageSpaceGB", wanted, Text.ResizeStorageMostRule, instance.ProductId, most, Fitting(_brokers, wanted / _brokers));
        return wanted % _brokers != 0 ? Refuse("StorageSpaceGB", wanted, Text.ResizeStorageMultipleRule, _brokers, below, (long)below + _brokers) : null;
    }

    public Failure? CheckBrokers(int wanted, int? storage, int publicIps, IReadOnlyCollection<string> tenantIps)
    {
        int most = Math.Min(MostBrokers, _present?.MaxBrokerCount ?? MostBrokers);
        int added = wanted - _brokers;
        int publicNeeded = instance.PublicConnectAddresses is { Length: > 0 } ? added : 0;
        if (added <= 0 || wanted > most)
            return Refuse("BrokerCount", wanted, Text.ResizeBrokersRule, _brokers, most);
        if (storage is { } total && total != StorageOf(wanted))
            return Refuse("StorageSpaceGB", total, Text.ResizeBrokerStorageRule, PerBroker, wanted, StorageOf(wanted));
        if (publicIps != publicNeeded)
            return Refuse("PublicIpId", $"{publicIps} addresses", Text.ResizePublicIpRule, publicNeeded);
        return OrderRules.CheckTenantIps(tenantIps, added, Format(Text.ResizeTenantIpRule, added), instance.InstanceId);
    }

    public Failure? CheckProduct(string wanted)
    {
        if (string.Equals(wanted, instance.ProductId, StringComparison.OrdinalIgnoreCase))
            return Refuse("ProductId", wanted, Text.ResizeSameProductRule, Fitting(_brokers, PerBroker));
        ResizeOption? option = options.FirstOrDefault(offered => IsProduct(offered, wanted));
        return option is null || !Fits(option, _brokers, PerBroker)
            ? Refuse("ProductId", wanted, Text.ResizeProductRule, _brokers, PerBroker, Fitting(_brokers, PerBroker))
            : null;
    }

    /// <summary>The other products that such an instance would fit into.</summary>
    private string Fitting(int brokers, int perBroker)
        => string.Join(", ", options
            .Where(option => !IsProduct(option, instance.ProductId) && Fits(option, brokers, perBroker))
            .Select(option => option.ProductId)
            .DefaultIfEmpty("-"));

    private static bool Fits(ResizeOption option, int brokers, int perBroker)
        => !(brokers < option.MinBrokerCount) && !(brokers > option.MaxBrokerCount)
            && !(perBroker < option.MinStoragePerBrokerGB) && !(perBroker > option.MaxStoragePerBrokerGB);

    private static bool IsProduct(ResizeOption option, string? product)
        => string.Equals(option.ProductId, product, StringComparison.OrdinalIgnoreCase);

    private Failure Refuse(string parameter, object? value, string rule, params object?[] values)
        => Failures.InvalidArgument(parameter, value, Format(rule, values), instance.InstanceId);
}
