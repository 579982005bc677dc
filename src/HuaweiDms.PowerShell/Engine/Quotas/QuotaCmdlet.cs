using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>
/// Changes one quota of instances per record. The existing quotas are read first, because the service also accepts changes that are
/// not possible; only their background task fails.
/// </summary>
public abstract class QuotaCmdlet : WaitingCmdlet
{
    /// <summary>The quotas of each instance, read once however many of them change.</summary>
    private readonly OncePerInstance _reads = new();

    /// <summary>The requested quotas of each instance.</summary>
    private readonly PerInstance<List<ClientQuota>> _wanted = new(_ => []);

    /// <summary>The user that the quota applies to.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(UserNameCompleter))]
    public string? UserName { get; set; }

    /// <summary>The client id that the quota applies to.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ClientIdCompleter))]
    public string? ClientId { get; set; }

    /// <summary>Applies the quota to every user without one of its own.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Switch]
    public SwitchParameter DefaultUser { get; set; }

    /// <summary>Applies the quota to every client without one of its own.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Switch]
    public SwitchParameter DefaultClient { get; set; }

    /// <summary>The quota that the record requests.</summary>
    private protected virtual ClientQuota Wanted() => new()
    {
        UserName = string.IsNullOrEmpty(UserName) ? null : UserName,
        ClientId = string.IsNullOrEmpty(ClientId) ? null : ClientId,
        DefaultUser = DefaultUser,
        DefaultClient = DefaultClient,
    };

    /// <summary>The failure for an invalid record; null if it is valid.</summary>
    private protected virtual Failure? Objection(ClientQuota wanted)
    {
        if (wanted.UserName is not null && wanted.DefaultUser)
            return Failures.InvalidArgument(nameof(UserName), wanted.UserName, Format(Text.QuotaDefaultRule, nameof(DefaultUser)));
        if (wanted.ClientId is not null && wanted.DefaultClient)
            return Failures.InvalidArgument(nameof(ClientId), wanted.ClientId, Format(Text.QuotaDefaultRule, nameof(DefaultClient)));
        return wanted.ToString().Length == 0 ? Failures.InvalidArgument(nameof(UserName), UserName, Text.QuotaSubjectRule) : null;
    }

    /// <summary>Whether missing quotas are created; otherwise a missing one is refused.</summary>
    private protected virtual bool MakesQuotas => false;

    private protected override string CountedNoun => "quota";

    /// <summary>The advice for a missing quota; null if there is none.</summary>
    private protected virtual string? MissingAdvice => null;

    /// <summary>Plans the change of an existing quota, or of a missing one if quotas are created.</summary>
    private protected abstract PlannedChange Plan(DmsContext context, InstanceReference instance, ClientQuota wanted, ClientQuota? current);

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        ClientQuota wanted = Wanted();
        if (Objection(wanted) is { } objection)
        {
            WriteError(objection);
            return;
        }
        foreach (FoundInstance found in Resolve(InstanceId))
            Keep(found, wanted);
    }

    /// <summary>
    /// Keeps a quota of an instance for the end. Identical ones count once; conflicting ones are refused, because their order would
    /// be random.
    /// </summary>
    private void Keep(FoundInstance found, ClientQuota wanted)
    {
        List<ClientQuota> known = _wanted[found];
        ClientQuota? earlier = known.Find(wanted.IsSameAs);
        if (earlier is null)
        {
            known.Add(wanted);
            Add(found.Context, found.Instance, wanted);
        }
        else if (earlier.ProducerByteRate != wanted.ProducerByteRate || earlier.ConsumerByteRate != wanted.ConsumerByteRate)
        {
            (string parameter, object value) = SubjectOf(wanted);
            WriteError(Failures.InvalidArgument(parameter, value, Format(Text.QuotaTwiceRule, wanted, found.Instance.Subject), $"{wanted}"));
        }
    }

    /// <summary>The parameter that names the quota in an error, and its value.</summary>
    private static (string Parameter, object Value) SubjectOf(ClientQuota wanted)
    {
        if (wanted.UserName is not null)
            return (nameof(UserName), wanted.UserName);
        if (wanted.ClientId is not null)
            return (nameof(ClientId), wanted.ClientId);
        return (wanted.DefaultUser ? nameof(DefaultUser) : nameof(DefaultClient), true);
    }

    private protected override async Task<PlannedChange> PlanAsync(
        DmsContext context, InstanceReference instance, object? part, CancellationToken cancellationToken)
    {
        ClientQuota wanted = (ClientQuota)part!;
        IReadOnlyList<ClientQuota> quotas
            = await _reads.ReadAsync(new(context, instance), () => context.Client.Quotas.List(instance.Id), cancellationToken).ConfigureAwait(false);
        ClientQuota? current = quotas.FirstOrDefault(wanted.IsSameAs);
        if (current is not null || MakesQuotas)
            return Plan(context, instance, wanted, current);
        Failure missing = Failures.NotFound("quota", wanted.ToString(), instance.Subject, "Get-DmsClientQuota");
        if (MissingAdvice is { } advice)
            missing = missing.Advising(advice);
        return PlannedChange.Refused([missing.Suggesting(quotas.Select(quota => quota.ToString()))]);
    }

    /// <summary>Creates a change that starts a background task.</summary>
    private protected static PlannedChange To(
        DmsContext context, InstanceReference instance, string action, Func<IPipeline, Task<ClientQuota>> send)
        => PlannedChange.To(
            action,
            async pipeline => await send(pipeline).ConfigureAwait(false),
            result => TaskStates.Target(context, instance.Id, ((ClientQuota)result!).TaskId, $"quota of {result} of {instance.Subject}", result));
}
