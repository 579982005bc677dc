using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>
/// Creates or changes one user of instances per record. The existing users are read first, once per instance, so that impossible
/// changes are known and -WhatIf shows the differences.
/// </summary>
public abstract class UserCmdlet : PlannedCmdlet
{
    /// <summary>The noun for one user, for messages.</summary>
    private protected const string Noun = "user";

    /// <summary>The command that lists them.</summary>
    private protected const string ListCommand = "Get-DmsUser";

    private readonly OncePerInstance _reads = new();
    private readonly HashSet<(FoundInstance Found, string UserName)> _wanted = [];

    /// <summary>Whether missing users are created; otherwise a missing one is refused.</summary>
    private protected virtual bool MakesUsers => false;

    /// <summary>Plans the change of an existing user, or of a missing one if users are created.</summary>
    private protected delegate PlannedChange Plan(DmsContext context, InstanceReference instance, InstanceUser? present);

    /// <summary>Keeps a user of each instance for the end. A repeated user is refused, because the result would be random.</summary>
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

    private protected override string Describe(InstanceReference instance, object? part) => $"{((Request)part!).UserName} of {instance.Subject}";

    private protected override async Task<PlannedChange> PlanAsync(
        DmsContext context, InstanceReference instance, object? part, CancellationToken cancellationToken)
    {
        Request request = (Request)part!;
        IReadOnlyList<InstanceUser> users
            = await _reads.ReadAsync(new(context, instance), () => context.Client.Users.List(instance.Id), cancellationToken).ConfigureAwait(false);
        InstanceUser? present = users.FirstOrDefault(user => string.Equals(user.UserName, request.UserName, StringComparison.Ordinal));
        return present is null && !MakesUsers
            ? PlannedChange.Refused(
                [Failures.NotFound(Noun, request.UserName, instance.Subject, ListCommand).Suggesting(users.Select(user => user.UserName))])
            : request.Plan(context, instance, present);
    }

    private sealed class Request(string userName, Plan plan)
    {
        public string UserName { get; } = userName;

        public Plan Plan { get; } = plan;
    }
}
