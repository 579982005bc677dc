namespace HuaweiDms;

/// <summary>Which instances to list; everything is optional. The service filters (5.1.2).</summary>
public sealed class InstanceFilter
{
    /// <summary>A part of the name, or the whole with <see cref="ExactName"/>.</summary>
    public string? Name { get; set; }

    /// <summary>Whether <see cref="Name"/> is the whole name.</summary>
    public bool ExactName { get; set; }

    /// <summary>The instance id.</summary>
    public string? InstanceId { get; set; }

    /// <summary>The state, such as <c>RUNNING</c>.</summary>
    public string? Status { get; set; }

    /// <summary>The enterprise project.</summary>
    public string? EnterpriseProjectId { get; set; }

    /// <summary>Lists instances whose creation failed, too. Always sent: the reference tells no default.</summary>
    public bool IncludeFailed { get; set; }
}
