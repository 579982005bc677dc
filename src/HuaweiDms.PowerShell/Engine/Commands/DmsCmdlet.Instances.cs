using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Engine;

/// <content>The instances of a command, and the input that does not mean one.</content>
public abstract partial class DmsCmdlet
{
    private InstanceGuard? _guard;

    /// <summary>
    /// Whether the cmdlet can destroy something of its instances. If so, it refuses objects that only carry an instance id, and
    /// rows about something else.
    /// </summary>
    private protected virtual bool IsDestructive => false;

    /// <summary>The kind of item in an instance that the cmdlet handles and therefore accepts in place of the instance.</summary>
    private protected virtual string? OwnNoun => null;

    private InstanceGuard Guard => _guard ??= new(MyInvocation.MyCommand.Name);

    /// <summary>Returns each instance with its connection; reports those that cannot be used.</summary>
    private protected IEnumerable<FoundInstance> Resolve(IEnumerable<InstanceReference> instances)
    {
        RefuseIdleInput("InstanceId");
        IEnumerable<InstanceReference> accepted = IsDestructive ? instances.Where(IsWhole) : instances;
        IEnumerable<FoundInstance> found = Selection(WriteError).Resolve(accepted);
        return IsDestructive ? found.Where(HasClaimedName) : found;
    }

    /// <summary>Returns each Smart Connect with its connection; reports those that cannot be used.</summary>
    private protected IEnumerable<FoundConnector> Resolve(IEnumerable<ConnectorReference> connectors, Action<Failure>? report = null)
    {
        RefuseIdleInput("ConnectorId");
        return Selection(report ?? WriteError).Resolve(connectors);
    }

    /// <summary>Returns the named topics in each of the instances; reports wildcard patterns.</summary>
    /// <param name="parameter">The parameter that supplied the names.</param>
    /// <param name="names">The names.</param>
    /// <param name="instances">The instances.</param>
    private protected IEnumerable<ItemReference> NamedTopics(string parameter, IEnumerable<string> names, IEnumerable<InstanceReference> instances)
    {
        List<FoundInstance> found = Resolve(instances).ToList();
        foreach (string name in ExactNames(parameter, names, "topic", "Get-DmsTopic"))
        {
            foreach ((DmsContext context, InstanceReference instance) in found)
                yield return new ItemReference(context, instance, name);
        }
    }

    private InstanceSelection Selection(Action<Failure> report) => new(Context, () => ContextsAtHand(report), Place, report);

    /// <summary>The connections for the current record. A closed connection of one object does not affect the others.</summary>
    private IReadOnlyList<DmsContext> ContextsAtHand(Action<Failure> report)
    {
        if (Context is null || CommandLine.Has(nameof(Context)))
            return Contexts;
        try
        {
            return ContextStore.Resolve(Context);
        }
        catch (FailureException closed)
        {
            report(closed.Failure);
            return [];
        }
    }

    private bool IsWhole(InstanceReference instance)
    {
        if (instance.Contained is not { } item || item.Noun == OwnNoun)
            return true;
        WriteError(Guard.Refuse(instance, item));
        return false;
    }

    /// <summary>
    /// Whether the name in a row is that of its instance. If Name is itself a parameter, the name belongs to something else.
    /// </summary>
    private bool HasClaimedName(FoundInstance found)
    {
        bool isNameOfItem = !CommandLine.Has("Name") && MyInvocation.BoundParameters.ContainsKey("Name");
        if (isNameOfItem || !InstanceGuard.IsInDoubt(found.Instance))
            return true;
        bool isRight = false;
        RunReporting(
            async pipeline =>
            {
                if (await Guard.CheckAsync(found, pipeline.Stop).ConfigureAwait(false) is { } failure)
                    await pipeline.WriteErrorAsync(failure).ConfigureAwait(false);
                else
                    isRight = true;
            },
            found.Instance.Id,
            found.Instance.Subject);
        return isRight;
    }

    /// <summary>
    /// Whether a parameter alone makes no use of a pipeline object: every object has a connection, and instances also have a
    /// description.
    /// </summary>
    private protected virtual bool IsIdle(string parameter) => parameter is nameof(Context) or "Description";

    /// <summary>
    /// PowerShell keeps a given parameter whatever the pipeline carries: an instance from the pipeline would be silently ignored if
    /// -InstanceId was given.
    /// </summary>
    private void RefuseIdleInput(string parameter)
    {
        if (MyInvocation.ExpectingInput && CommandLine.Has(parameter) && MyInvocation.BoundParameters.Keys.All(bound => CommandLine.Has(bound) || IsIdle(bound)))
            ThrowTerminatingError(IdleInput(parameter));
    }

    /// <summary>
    /// The error includes the given value, which may have been bound by position although it was meant for another parameter.
    /// </summary>
    private Failure IdleInput(string parameter)
    {
        string[] given = [.. LanguagePrimitives.ConvertTo<string[]>(MyInvocation.BoundParameters[parameter]).Distinct(StringComparer.OrdinalIgnoreCase)];
        string? hint = null;
        if (!Array.TrueForAll(given, InstanceReference.IsId))
            hint = MyInvocation.MyCommand.Parameters.ContainsKey("Topic") && !CommandLine.Has("Topic") ? Text.UnnamedTopicAdvice : Text.UnnamedAdvice;
        return Failures.IdleInput(parameter, string.Join(", ", given), hint);
    }
}
