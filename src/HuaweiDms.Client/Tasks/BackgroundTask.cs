using System.Text.Json.Serialization;
using HuaweiDms.Json;

namespace HuaweiDms;

/// <summary>Work of the service that goes on after its request was answered (5.9).</summary>
public sealed class BackgroundTask : InstanceResource
{
    /// <summary>The task id.</summary>
    [JsonPropertyName("id")]
    public string? TaskId { get; set; }

    /// <summary>The kind of work, such as <c>modifyAutoTopic</c>.</summary>
    [JsonPropertyName("name")]
    public string? Name { get; set; }

    /// <summary>The state: <c>CREATED</c>, <c>EXECUTING</c>, <c>SUCCESS</c>, <c>FAILED</c> … The service may send states that are not documented.</summary>
    [JsonPropertyName("status")]
    public string? Status { get; set; }

    /// <summary>What it works with, by field.</summary>
    [JsonPropertyName("params")]
    [JsonConverter(typeof(EmbeddedObjectConverter))]
    public object? Parameters { get; set; }

    /// <summary>Who started it.</summary>
    [JsonPropertyName("user_name")]
    public string? UserName { get; set; }

    /// <summary>The id of who started it.</summary>
    [JsonPropertyName("user_id")]
    public string? UserId { get; set; }

    /// <summary>When it was started.</summary>
    [JsonPropertyName("created_at")]
    public DateTimeOffset? CreatedAt { get; set; }

    /// <summary>When it ended; while it goes on, when its state last changed.</summary>
    [JsonPropertyName("updated_at")]
    public DateTimeOffset? UpdatedAt { get; set; }

    /// <summary>Kind and state.</summary>
    public override string ToString() => $"{Name} {Status}";
}
