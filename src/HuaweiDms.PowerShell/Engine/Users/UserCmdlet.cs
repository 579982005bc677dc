using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>
/// Makes or changes one user of instances with each record. The users that there are are looked at first, once an instance:
/// what cannot be done is known then, and -WhatIf tells what would change.
/// </summary>
public abstract class UserCmdlet : PlannedCmdlet
{
    private readonly OncePerInstance _reads = new();
    private readonly HashSet<(FoundInstance Found, string UserName)> _wanted = [];

    /// <summary>Whether users are made. Otherwise one that there is not is refused here.</summary>
    private protected virtual bool MakesUsers => false;

    /// <summary>What becomes of the user that there is; of none only where users are made.</summary>
    private protected delegate PlannedChange Plan(DmsContext context, InstanceReference instance, InstanceUser? present);

    /// <summary>Keeps a user of each instance for the end. Twice the same one would leave to chance which of the two holds.</summary>
    private protected void Collect(string parameter, string userName, Plan plan)
    {
        Request request = new(userName, plan);
        foreach (FoundInstance found in Resolve(InstanceId))
        {
            if (_wanted.Add((found, userName)))
                Add(found.Context, found.Instance, request);
            else
                WriteError(Failures.InvalidArgument(parameter, userName, Format(Text.UserTwiceRule, found.Instance.Subject)));
        }
    }

    /// <summary>Whether a user is named in full; a pattern is reported.</summary>
    private protected bool IsNamed(string parameter, string userName)
    {
        if (!NamePattern.Is(userName))
            return true;
        WriteError(Failures.NotExactName(parameter, userName, "user", "Get-DmsUser", MyInvocation.MyCommand.Name));
        return false;
    }

    private protected override string Describe(InstanceReference instance, object? part) => $"{((Request)part!).UserName} of {instance.Subject}";

    private protected override async Task<PlannedChange> PlanAsync(DmsContext context, InstanceReference instance, object? part, CancellationToken stop)
    {
        Request request = (Request)part!;
        IReadOnlyList<InstanceUser> users = await _reads.ReadAsync(new(context, instance), () => context.Client.Users.List(instance.Id), stop).ConfigureAwait(false);
        InstanceUser? present = users.FirstOrDefault(user => string.Equals(user.UserName, request.UserName, StringComparison.Ordinal));
        return present is null && !MakesUsers
            ? PlannedChange.Refused(
                [Failures.NotFound("user", request.UserName, instance.Subject, "Get-DmsUser").Suggesting(users.Select(user => user.UserName))])
            : request.Plan(context, instance, present);
    }

    private sealed class Request(string userName, Plan plan)
    {
        public string UserName { get; } = userName;

        public Plan Plan { get; } = plan;
    }
}
