using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>Finds for each instance given the connection it belongs to.</summary>
internal static class InstanceSelection
{
    /// <summary>Every well-formed reference with its connection; the others are reported.</summary>
    /// <param name="references">What was given.</param>
    /// <param name="named">The connections -Context names; null where it was not given.</param>
    /// <param name="fallback">The connections for an instance that does not know its own.</param>
    /// <param name="place">The name of a connection, where that has to be said.</param>
    /// <param name="report">Takes the failure of one that cannot be used.</param>
    public static IEnumerable<FoundInstance> Resolve(
        IEnumerable<InstanceReference> references,
        ContextReference?[]? named,
        Func<IReadOnlyList<DmsContext>> fallback,
        Func<DmsContext, string?> place,
        Action<Failure> report)
    {
        foreach (InstanceReference instance in references)
        {
            if (Refusal(instance) is { } refusal)
            {
                report(refusal);
                continue;
            }
            foreach (DmsContext context in ContextsOf(instance.ContextName, named, fallback, report))
                yield return new(context, instance.At(context.Name, context.Client.Instances.Names.Find(instance.Id), place(context)));
        }
    }

    /// <summary>The same for the Smart Connect of instances. An instance without is reported, too.</summary>
    public static IEnumerable<FoundConnector> Resolve(
        IEnumerable<ConnectorReference> references,
        ContextReference?[]? named,
        Func<IReadOnlyList<DmsContext>> fallback,
        Func<DmsContext, string?> place,
        Action<Failure> report)
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
            foreach (DmsContext context in ContextsOf(connector.ContextName, named, fallback, report))
                yield return new(context, connector.At(context.Name, place(context)));
        }
    }

    /// <summary>Why an instance cannot be looked for; null where it can.</summary>
    public static Failure? Refusal(InstanceReference instance)
        => instance.IsWellFormed ? null
            : Failures.InvalidArgument("InstanceId", instance.Id, instance.Id.Contains(',') ? Text.OneInstanceRule : Text.InstanceIdRule);

    private static IReadOnlyList<DmsContext> ContextsOf(
        string? own, ContextReference?[]? named, Func<IReadOnlyList<DmsContext>> fallback, Action<Failure> report)
        => named is null && own is not null ? OwnContext(own, report) : fallback();

    /// <summary>Where the object came from; that connection may be closed by now.</summary>
    private static IReadOnlyList<DmsContext> OwnContext(string name, Action<Failure> report)
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

/// <summary>An instance and the connection it is reached by; the same where both are, however its id is written.</summary>
internal sealed record FoundInstance(DmsContext Context, InstanceReference Instance);

/// <summary>The Smart Connect of an instance and the connection it is reached by.</summary>
internal sealed record FoundConnector(DmsContext Context, ConnectorReference Connector);
