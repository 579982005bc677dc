using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>Gives an object made here the way back to its instance.</summary>
internal static class Origin
{
    /// <summary>The same that the client gives to what it reads: connection, and instance by id and name.</summary>
    public static T In<T>(this T item, DmsContext context, InstanceReference instance)
        where T : InstanceResource
    {
        (item.Context, item.InstanceId, item.Instance) = (context.Name, instance.Id, instance.KnownName);
        return item;
    }
}
