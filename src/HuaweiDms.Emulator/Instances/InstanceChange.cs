using HuaweiDms.Emulator.Hosting;
using HuaweiDms.Emulator.State;
using HuaweiDms.Emulator.Tasks;

namespace HuaweiDms.Emulator.Instances;

/// <summary>The requested changes of an instance (5.1.5, 7.1.1.3); null leaves a value unchanged.</summary>
internal sealed class InstanceChange
{
    public string? Name { get; private init; }

    private string? Description { get; init; }

    private MaintenanceWindow? Window { get; init; }

    private string? SecurityGroupId { get; init; }

    private string? RetentionPolicy { get; init; }

    private string? EnterpriseProjectId { get; init; }

    public static InstanceChange Read(JsonFields body, InstanceDialect dialect) => new()
    {
        Name = body.Text("name") is { } name ? InstanceRules.Name(name) : null,
        Description = body.Text("description") is { } description ? InstanceRules.Description(description) : null,
        Window = MaintenanceWindow.Read(body, dialect),
        SecurityGroupId = body.Text("security_group_id") is { } group
            ? (group.Length > 0 ? group : throw ServiceErrors.EmptySecurityGroup())
            : null,
        RetentionPolicy = InstanceRules.OneOf(body, "retention_policy", "produce_reject", "time_base"),
        EnterpriseProjectId = body.Text("enterprise_project_id") is { Length: > 0 } project ? project : null,
    };

    /// <summary>Starts the background task for the only change that has one according to the reference (5.9.1).</summary>
    public void Start(RequestContext context, KafkaInstance instance)
    {
        string old = instance.RetentionPolicy;
        if (RetentionPolicy is { } policy && policy != old)
        {
            TaskLog.Start(context, instance, "changeRetentionPolicy", json =>
            {
                json.WriteString("new_retention_policy", policy);
                json.WriteString("origin_retention_policy", old);
            });
        }
    }

    public void Apply(KafkaInstance instance)
    {
        instance.Name = Name ?? instance.Name;
        instance.Description = Description ?? instance.Description;
        instance.MaintainBegin = Window?.Begin ?? instance.MaintainBegin;
        instance.MaintainEnd = Window?.End ?? instance.MaintainEnd;
        instance.SecurityGroupId = SecurityGroupId ?? instance.SecurityGroupId;
        instance.RetentionPolicy = RetentionPolicy ?? instance.RetentionPolicy;
        instance.EnterpriseProjectId = EnterpriseProjectId ?? instance.EnterpriseProjectId;
    }
}
