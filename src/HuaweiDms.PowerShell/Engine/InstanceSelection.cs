using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>Finds for each instance given the connection it belongs to.</summary>
internal static class InstanceSelection
{
    /// <summary>Every well-formed reference with its connection; the others are reported.</summary>
    /// <param name="references">What was given.</param>
    /// <param name="named">The connections -Context names; null where it was not given.</param>
    /// <param name="fallback">The connections for an instance that does not know its own.</param>
    /// <param name="report">Takes the failure of one that cannot be used.</param>
    public static IEnumerable<(DmsContext Context, InstanceReference Instance)> Resolve(
        IEnumerable<InstanceReference> references,
        ContextReference[]? named,
        Func<IReadOnlyList<DmsContext>> fallback,
        Action<Failure> report)
    {
        foreach (InstanceReference instance in references)
        {
            if (!instance.IsWellFormed)
            {
                report(Failures.InvalidArgument("InstanceId", instance.Id, Text.InstanceIdRule));
                continue;
            }
            IEnumerable<DmsContext> contexts = named is null && instance.ContextName is { } own ? OwnContext(own, report) : fallback();
            foreach (DmsContext context in contexts)
                yield return (context, instance);
        }
    }

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
