using System.Text.Json.Serialization;
using HuaweiDms.Json;

namespace HuaweiDms;

/// <summary>What to change of an instance (5.1.5); null leaves a value as it is.</summary>
public sealed class InstanceUpdate
{
    /// <summary>The new name: begins with a letter; letters, digits, hyphens, underscores; 4 to 64 characters.</summary>
    [JsonPropertyName("name")]
    public string? Name { get; set; }

    /// <summary>The new description, at most 1024 characters; empty clears it.</summary>
    [JsonPropertyName("description")]
    public string? Description { get; set; }

    /// <summary>Start of the maintenance window, a time of day in a zone that the reference does not name.</summary>
    [JsonPropertyName("maintain_begin")]
    [JsonConverter(typeof(TimeOfDayConverter))]
    public TimeSpan? MaintenanceBegin { get; set; }

    /// <summary>End of the maintenance window, a time of day in the same zone.</summary>
    [JsonPropertyName("maintain_end")]
    [JsonConverter(typeof(TimeOfDayConverter))]
    public TimeSpan? MaintenanceEnd { get; set; }

    /// <summary>The security group.</summary>
    [JsonPropertyName("security_group_id")]
    public string? SecurityGroupId { get; set; }

    /// <summary><c>produce_reject</c> or <c>time_base</c>.</summary>
    [JsonPropertyName("retention_policy")]
    public string? RetentionPolicy { get; set; }

    /// <summary>The enterprise project.</summary>
    [JsonPropertyName("enterprise_project_id")]
    public string? EnterpriseProjectId { get; set; }
}
