using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>Finds the connection of each given instance.</summary>
/// <param name="named">The connections of -Context; null if it was not given.</param>
/// <param name="fallback">The connections for an instance without one of its own.</param>
/// <param name="place">The name of a connection, if messages must include it.</param>
/// <param name="report">Receives the failure of each one that cannot be used.</param>
internal sealed class InstanceSelection(
    ContextReference?[]? named, Func<IReadOnlyList<DmsContext>> fallback, Func<DmsContext, string?> place, Action<Failure> report)
{
    /// <summary>Returns every well-formed reference with its connection; reports the others.</summary>
    public IEnumerable<FoundInstance> Resolve(IEnumerable<InstanceReference> references)
    {
        foreach (InstanceReference instance in references)
        {
            if (Refusal(instance) is { } refusal)
            {
                report(refusal);
                continue;
            }
            foreach (DmsContext context in ContextsOf(instance.ContextName))
                yield return new(context, instance.At(context.Name, context.Client.Instances.Names.Find(instance.Id), place(context)));
        }
    }

    /// <summary>Returns the Smart Connect of instances with its connection; also reports instances without one.</summary>
    public IEnumerable<FoundConnector> Resolve(IEnumerable<ConnectorReference> references)
    {
        foreach (ConnectorReference connector in references)
        {
            if (!connector.IsWellFormed)
            {
                report(connector.Instance is { } instance
                    ? Failures.SmartConnectOff(instance, connector.InstanceId!)
                    : Failures.InvalidArgument("ConnectorId", connector.Id, Text.ConnectorIdRule));
                continue;
            }
            foreach (DmsContext context in ContextsOf(connector.ContextName))
                yield return new(context, connector.At(context.Name, place(context)));
        }
    }

    /// <summary>The failure for an invalid instance id; null if it is valid.</summary>
    public static Failure? Refusal(InstanceReference instance)
        => instance.IsWellFormed ? null
            : Failures.InvalidArgument("InstanceId", instance.Id, instance.Id.Contains(',') ? Text.OneInstanceRule : Text.InstanceIdRule);

    private IReadOnlyList<DmsContext> ContextsOf(string? own) => named is null && own is not null ? OwnContext(own) : fallback();

    /// <summary>The connection that the object was read through, which may be closed by now.</summary>
    private IReadOnlyList<DmsContext> OwnContext(string name)
    {
        try
        {
            return ContextStore.Resolve([new(name)]);
        }
        catch (FailureException failed)
        {
            report(failed.Failure);
            return [];
        }
    }
}
