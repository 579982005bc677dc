using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>Creates quotas (5.2.15).</summary>
internal static class QuotaCreation
{
    public const string Purpose = "Create the quota";

    /// <summary>Creates it.</summary>
    public static Task<ClientQuota> RunAsync(IPipeline pipeline, DmsContext context, InstanceReference instance, ClientQuota wanted)
        => Creation.RunAsync(
            pipeline,
            Purpose,
            wanted.ToString(),
            $"quota of {wanted} of {instance.Subject}",
            cancellationToken => context.Client.Quotas.CreateAsync(instance.Id, wanted, cancellationToken),
            context.Client.Quotas.List(instance.Id),
            listed => wanted.IsSameAs(listed) ? listed : null);
}
