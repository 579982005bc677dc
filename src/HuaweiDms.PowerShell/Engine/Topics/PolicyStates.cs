using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>Watches changes of permissions until they take effect.</summary>
internal static class PolicyStates
{
    private const string InEffect = "in effect";

    /// <summary>No change under way.</summary>
    public static WaitGoal Settled { get; } = WaitGoal.AnyOf(InEffect);

    public static WaitTarget Target(DmsContext context, InstanceReference instance)
        => new($"Permissions of {instance.Subject}", instance.Id, async cancellationToken =>
        {
            Instance current = await context.Client.Instances.GetAsync(instance.Id, cancellationToken).ConfigureAwait(false);
            return string.Equals(current.TaskName, AccessPoliciesApi.TaskName, StringComparison.OrdinalIgnoreCase) ? "being changed" : InEffect;
        })
        {
            ShownBy = "Get-DmsTopicAccessPolicy",
        };
}
