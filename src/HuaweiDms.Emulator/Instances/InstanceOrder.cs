using HuaweiDms.Emulator.Hosting;
using HuaweiDms.Emulator.State;

namespace HuaweiDms.Emulator.Instances;

/// <summary>A validated creation request.</summary>
internal sealed class InstanceOrder(KafkaInstance instance, bool isPrePaid, IReadOnlyList<string> wantedAddresses, bool hasPublicAccess)
{
    public KafkaInstance Instance { get; } = instance;

    /// <summary>Whether it is yearly/monthly: the order is processed before the instance exists.</summary>
    public bool IsPrePaid { get; } = isPrePaid;

    /// <summary>Adds what the service assigns: ids and addresses.</summary>
    public KafkaInstance Complete(ProjectState project, IdGenerator ids)
    {
        Instance.Id = ids.NewUuid();
        if (IsPrePaid)
            Instance.OrderId = ids.NewOrderId();
        if (Instance.SmartConnect is { } smartConnect)
            smartConnect.Id = ids.NewUuid();
        if (wantedAddresses.Any(address => project.HasPrivateAddress(Instance.SubnetId, address)))
            throw ServiceErrors.InvalidField("tenant_ips");
        Instance.PrivateAddresses.AddRange(wantedAddresses);
        while (Instance.PrivateAddresses.Count < Instance.BrokerCount)
            Instance.PrivateAddresses.Add(project.NextPrivateAddress(Instance.PrivateAddresses));
        if (hasPublicAccess)
            Instance.PublicAddresses.AddRange(Instance.PrivateAddresses.ConvertAll(_ => project.NextPublicAddress()));

        KafkaProduct.Of(Instance.ProductId).Apply(Instance);
        return Instance;
    }
}
