using System.Text.Json.Serialization;
using HuaweiDms.Json;

namespace HuaweiDms;

/// <summary>A background task: work of the service that continues after it has responded to the request (5.9).</summary>
public sealed class BackgroundTask : InstanceResource
{
    /// <summary>The task id.</summary>
    [JsonPropertyName("id")]
    public string? TaskId { get; set; }

    /// <summary>The kind of task, such as <c>modifyAutoTopic</c>.</summary>
    [JsonPropertyName("name")]
    public string? Name { get; set; }

    /// <summary>
    /// The state, such as <c>CREATED</c>, <c>EXECUTING</c>, <c>SUCCESS</c> or <c>FAILED</c>. The service may send undocumented states.
    /// </summary>
    [JsonPropertyName("status")]
    public string? Status { get; set; }

    /// <summary>The parameters of the task, by field.</summary>
    [JsonPropertyName("params")]
    [JsonConverter(typeof(EmbeddedObjectConverter))]
    public object? Parameters { get; set; }

    /// <summary>The name of the user who started it.</summary>
    [JsonPropertyName("user_name")]
    public string? UserName { get; set; }

    /// <summary>The id of the user who started it.</summary>
    [JsonPropertyName("user_id")]
    public string? UserId { get; set; }

    /// <summary>The time when it was started.</summary>
    [JsonPropertyName("created_at")]
    public DateTimeOffset? CreatedAt { get; set; }

    /// <summary>The time when it ended or, while it is running, when its state last changed.</summary>
    [JsonPropertyName("updated_at")]
    public DateTimeOffset? UpdatedAt { get; set; }

    /// <summary>Returns the kind and the state.</summary>
    public override string ToString() => $"{Name} {Status}";
}
