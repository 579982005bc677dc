namespace HuaweiDms.Transport;

/// <content>Links objects to the connection and the instance they were read from.</content>
internal sealed partial class ApiTransport
{
    /// <summary>The names of instances, as last read by this connection.</summary>
    public InstanceNames Names { get; } = new();

    /// <summary>Sets the connection of an object.</summary>
    public T WithContext<T>(T item)
        where T : DmsResource
    {
        item.Context = _options.Name;
        return item;
    }

    /// <summary>Sets the connection and the instance, by id and name, of an object that belongs to an instance.</summary>
    public T WithOrigin<T>(T item, string instanceId)
        where T : InstanceResource
    {
        item.InstanceId = instanceId;
        item.Instance = Names.Find(instanceId);
        return WithContext(item);
    }

    /// <summary>Sets them for every object of a list.</summary>
    public IReadOnlyList<T> WithOrigins<T>(IReadOnlyList<T> items, string instanceId)
        where T : InstanceResource
    {
        foreach (T item in items)
            WithOrigin(item, instanceId);
        return items;
    }
}
