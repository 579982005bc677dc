namespace HuaweiDms;

/// <summary>Selects the instances to list; every property is optional. The service applies the filter (5.1.2).</summary>
public sealed class InstanceFilter
{
    /// <summary>A part of the name or, with <see cref="ExactName"/>, the exact name.</summary>
    public string? Name { get; set; }

    /// <summary>Whether <see cref="Name"/> is the exact name.</summary>
    public bool ExactName { get; set; }

    /// <summary>The instance id.</summary>
    public string? InstanceId { get; set; }

    /// <summary>The state, such as <c>RUNNING</c>.</summary>
    public string? Status { get; set; }

    /// <summary>The enterprise project id.</summary>
    public string? EnterpriseProjectId { get; set; }

    /// <summary>Whether to include instances whose creation failed. Always sent, because the reference states no default.</summary>
    public bool IncludeFailed { get; set; }
}
