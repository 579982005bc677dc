namespace HuaweiDms.Transport;

/// <content>Where what was read is from.</content>
internal sealed partial class ApiTransport
{
    /// <summary>The names of instances, as this connection has last seen them.</summary>
    public InstanceNames Names { get; } = new();

    /// <summary>Gives what belongs to an instance the way back to it: the connection, and the instance by id and name.</summary>
    public T Locate<T>(T item, string instanceId)
        where T : InstanceResource
    {
        (item.Context, item.InstanceId, item.Instance) = (_options.Name, instanceId, Names.Find(instanceId));
        return item;
    }

    /// <summary>The same for each of a list.</summary>
    public IReadOnlyList<T> LocateAll<T>(IReadOnlyList<T> items, string instanceId)
        where T : InstanceResource
    {
        foreach (T item in items)
            Locate(item, instanceId);
        return items;
    }
}
