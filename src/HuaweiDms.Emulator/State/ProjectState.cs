using System.Text.Json.Serialization;

namespace HuaweiDms.Emulator.State;

/// <summary>The contents of a project. Hold <see cref="Gate"/> to read or change it.</summary>
internal sealed class ProjectState
{
    [JsonIgnore]
    public object Gate { get; } = new();

    public string Id { get; set; } = string.Empty;

    public string Name { get; set; } = string.Empty;

    /// <summary>Oldest first, so that pages do not shift while instances are created.</summary>
    public List<KafkaInstance> Instances { get; set; } = [];

    public List<DcsInstance> DcsInstances { get; set; } = [];

    /// <summary>The number of private and public addresses assigned so far.</summary>
    public int AddressesUsed { get; set; }

    /// <summary>Brings everything in the project up to date.</summary>
    public void AdvanceTo(DateTimeOffset now)
    {
        bool anyGone = false;
        foreach (KafkaInstance instance in Instances)
        {
            instance.AdvanceTo(now);
            anyGone |= instance.Status == InstanceStatus.Gone;
        }
        if (anyGone)
            RemoveGone();
        foreach (DcsInstance instance in DcsInstances)
            instance.Lifecycle.AdvanceTo(now);
    }

    /// <summary>Finds an instance that is visible to clients; null if there is none, or its order is still being processed.</summary>
    public KafkaInstance? FindInstance(string id)
        => Instances.Find(instance
            => string.Equals(instance.Id, id, StringComparison.OrdinalIgnoreCase) && instance.Status != InstanceStatus.Ordered);

    /// <summary>Whether an instance has this name. One being deleted no longer counts.</summary>
    public bool HasName(string name) => Instances.Exists(instance => instance.Name == name && instance.Status != InstanceStatus.Deleting);

    public void RemoveGone() => Instances.RemoveAll(instance => instance.Status == InstanceStatus.Gone);

    /// <summary>The next private address of the subnet 192.168.0.0/16.</summary>
    /// <param name="chosen">Other addresses already assigned to the same instance.</param>
    public string NextPrivateAddress(IReadOnlyCollection<string>? chosen = null)
    {
        string address;
        do
            address = NextAddress("192.168");
        while (chosen?.Contains(address) == true || Instances.Exists(instance => UsesAddress(instance, address)));
        return address;
    }

    /// <summary>Whether a broker in the subnet has this private address or is about to get it.</summary>
    public bool HasPrivateAddress(string subnetId, string address)
        => Instances.Exists(instance => instance.SubnetId == subnetId && UsesAddress(instance, address));

    /// <summary>The next public address, from the range reserved for device tests.</summary>
    public string NextPublicAddress() => NextAddress("198.18");

    private static bool UsesAddress(KafkaInstance instance, string address)
        => instance.PrivateAddresses.Contains(address) || instance.Becomes?.PrivateAddresses.Contains(address) == true;

    private string NextAddress(string network)
    {
        int number = AddressesUsed++;
        return $"{network}.{number / 250 % 256}.{(number % 250) + 4}";
    }
}
