using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>
/// Changes one quota of instances with each record. The quotas that there are are looked at first: the service accepts what
/// cannot be done too, and only its background task fails.
/// </summary>
public abstract class QuotaCmdlet : WaitingCmdlet
{
    /// <summary>The quotas of each instance, read once however many of them change.</summary>
    private readonly OncePerInstance _reads = new();

    /// <summary>What is wanted of each instance.</summary>
    private readonly PerInstance<List<ClientQuota>> _wanted = new(_ => []);

    /// <summary>The user whom the quota is for.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(UserNameCompleter))]
    public string? UserName { get; set; }

    /// <summary>The client id that the quota is for.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ClientIdCompleter))]
    public string? ClientId { get; set; }

    /// <summary>The quota is for every user that has none of its own.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Switch]
    public SwitchParameter DefaultUser { get; set; }

    /// <summary>The quota is for every client that has none of its own.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Switch]
    public SwitchParameter DefaultClient { get; set; }

    /// <summary>What the record asks for.</summary>
    private protected virtual ClientQuota Wanted() => new()
    {
        UserName = string.IsNullOrEmpty(UserName) ? null : UserName,
        ClientId = string.IsNullOrEmpty(ClientId) ? null : ClientId,
        DefaultUser = DefaultUser,
        DefaultClient = DefaultClient,
    };

    /// <summary>Why the record cannot be meant; null where it can.</summary>
    private protected virtual Failure? Objection(ClientQuota wanted)
    {
        if (wanted.UserName is not null && wanted.DefaultUser)
            return Failures.InvalidArgument(nameof(UserName), wanted.UserName, Format(Text.QuotaDefaultRule, nameof(DefaultUser)));
        if (wanted.ClientId is not null && wanted.DefaultClient)
            return Failures.InvalidArgument(nameof(ClientId), wanted.ClientId, Format(Text.QuotaDefaultRule, nameof(DefaultClient)));
        return wanted.ToString().Length == 0 ? Failures.InvalidArgument(nameof(UserName), UserName, Text.QuotaSubjectRule) : null;
    }

    /// <summary>Whether quotas are made. Otherwise one that there is not is refused here.</summary>
    private protected virtual bool MakesQuotas => false;

    private protected override string CountedNoun => "quota";

    /// <summary>What helps where there is no such quota; null where nothing does.</summary>
    private protected virtual string? MissingAdvice => null;

    /// <summary>What becomes of the quota that there is; of none only where quotas are made.</summary>
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

    /// <summary>Keeps a quota of an instance for the end. The same wish twice is one; of two that differ, chance would choose.</summary>
    private void Keep(FoundInstance found, ClientQuota wanted)
    {
        List<ClientQuota> known = _wanted[found];
        ClientQuota? earlier = known.Find(wanted.IsSameAs);
        if (earlier is null)
        {
            known.Add(wanted);
            Add(found.Context, found.Instance, wanted);
        }
        else if ((earlier.ProducerByteRate, earlier.ConsumerByteRate) != (wanted.ProducerByteRate, wanted.ConsumerByteRate))
        {
            (string parameter, object value) = wanted.UserName is { } user ? (nameof(UserName), user)
                : wanted.ClientId is { } client ? (nameof(ClientId), client)
                : (wanted.DefaultUser ? nameof(DefaultUser) : nameof(DefaultClient), (object)true);
            WriteError(Failures.InvalidArgument(parameter, value, Format(Text.QuotaTwiceRule, wanted, found.Instance.Subject), $"{wanted}"));
        }
    }

    private protected override async Task<PlannedChange> PlanAsync(DmsContext context, InstanceReference instance, object? part, CancellationToken stop)
    {
        ClientQuota wanted = (ClientQuota)part!;
        IReadOnlyList<ClientQuota> quotas = await _reads.ReadAsync(new(context, instance), () => context.Client.Quotas.List(instance.Id), stop).ConfigureAwait(false);
        ClientQuota? current = quotas.FirstOrDefault(wanted.IsSameAs);
        if (current is not null || MakesQuotas)
            return Plan(context, instance, wanted, current);
        Failure missing = Failures.NotFound("quota", wanted.ToString(), instance.Subject, "Get-DmsClientQuota");
        if (MissingAdvice is { } advice)
            missing = missing.Advising(advice);
        return PlannedChange.Refused([missing.Suggesting(quotas.Select(quota => quota.ToString()))]);
    }

    /// <summary>A change that leaves a background task.</summary>
    private protected static PlannedChange To(
        DmsContext context, InstanceReference instance, string action, Func<IPipeline, Task<ClientQuota>> send)
        => PlannedChange.To(
            action,
            async pipeline => await send(pipeline).ConfigureAwait(false),
            result => TaskStates.Target(context, instance.Id, ((ClientQuota)result!).TaskId, $"quota of {result} of {instance.Subject}", result));
}
