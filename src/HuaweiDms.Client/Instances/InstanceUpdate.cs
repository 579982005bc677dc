using System.Text.Json.Serialization;
using HuaweiDms.Json;

namespace HuaweiDms;

/// <summary>The properties of an instance to change (5.1.5); null leaves a value unchanged.</summary>
public sealed class InstanceUpdate
{
    /// <summary>The new name: 4 to 64 letters, digits, hyphens and underscores, beginning with a letter.</summary>
    [JsonPropertyName("name")]
    public string? Name { get; set; }

    /// <summary>The new description, at most 1024 characters; an empty one removes it.</summary>
    [JsonPropertyName("description")]
    public string? Description { get; set; }

    /// <summary>The start of the maintenance window, as a time of day; the reference does not name the time zone.</summary>
    [JsonPropertyName("maintain_begin")]
    [JsonConverter(typeof(TimeOfDayConverter))]
    public TimeSpan? MaintenanceBegin { get; set; }

    /// <summary>The end of the maintenance window, as a time of day in the same time zone.</summary>
    [JsonPropertyName("maintain_end")]
    [JsonConverter(typeof(TimeOfDayConverter))]
    public TimeSpan? MaintenanceEnd { get; set; }

    /// <summary>The security group id.</summary>
    [JsonPropertyName("security_group_id")]
    public string? SecurityGroupId { get; set; }

    /// <summary>What the service does when the disk is full: <c>produce_reject</c> or <c>time_base</c>.</summary>
    [JsonPropertyName("retention_policy")]
    public string? RetentionPolicy { get; set; }

    /// <summary>The enterprise project id.</summary>
    [JsonPropertyName("enterprise_project_id")]
    public string? EnterpriseProjectId { get; set; }
}
