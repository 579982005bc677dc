using HuaweiDms.Emulator.Hosting;
using HuaweiDms.Emulator.State;

namespace HuaweiDms.Emulator.Instances;

/// <summary>A creation that passed all checks.</summary>
internal sealed class InstanceOrder(KafkaInstance instance, bool isPrePaid, IReadOnlyList<string> wantedAddresses, bool hasPublicAccess)
{
    public KafkaInstance Instance { get; } = instance;

    /// <summary>Yearly or monthly: an order is processed before the instance exists.</summary>
    public bool IsPrePaid { get; } = isPrePaid;

    /// <summary>Gives the instance what the service decides: identifiers and addresses.</summary>
    public KafkaInstance Complete(ProjectState project, IdGenerator ids)
    {
        Instance.Id = ids.NewUuid();
        if (IsPrePaid)
            Instance.OrderId = "CS" + ids.NewHex().Substring(0, 15).ToUpperInvariant();
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
