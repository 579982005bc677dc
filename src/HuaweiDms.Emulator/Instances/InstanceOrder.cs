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
        if (Instance.Connector is { } connector)
            connector.Id = ids.NewUuid();
        for (int broker = 0; broker < Instance.BrokerCount; broker++)
        {
            Instance.PrivateAddresses.Add(broker < wantedAddresses.Count ? wantedAddresses[broker] : project.NextPrivateAddress());
            if (hasPublicAccess)
                Instance.PublicAddresses.Add(project.NextPublicAddress());
        }

        KafkaProduct.Of(Instance.ProductId).Apply(Instance);
        return Instance;
    }
}
