using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>Adds the origin to an object created here.</summary>
internal static class Origin
{
    /// <summary>Sets what the client sets on objects it reads: the connection, and the instance by id and name.</summary>
    public static T In<T>(this T item, DmsContext context, InstanceReference instance)
        where T : InstanceResource
    {
        (item.Context, item.InstanceId, item.Instance) = (context.Name, instance.Id, instance.KnownName);
        return item;
    }
}
