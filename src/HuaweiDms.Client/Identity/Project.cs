using System.Text.Json.Serialization;

namespace HuaweiDms;

/// <summary>A project (8.4).</summary>
public sealed class Project : DmsResource
{
    /// <summary>The project id.</summary>
    [JsonPropertyName("id")]
    public string? ProjectId { get; set; }

    /// <summary>The name; the main project of a region has the name of the region.</summary>
    [JsonPropertyName("name")]
    public string? Name { get; set; }

    /// <summary>The description, as free text.</summary>
    [JsonPropertyName("description")]
    public string? Description { get; set; }

    /// <summary>Whether the project is enabled.</summary>
    [JsonPropertyName("enabled")]
    public bool? Enabled { get; set; }

    /// <summary>The account id.</summary>
    [JsonPropertyName("domain_id")]
    public string? DomainId { get; set; }

    /// <summary>The id of the parent project.</summary>
    [JsonPropertyName("parent_id")]
    public string? ParentId { get; set; }

    /// <summary>Whether the project represents the account itself.</summary>
    [JsonPropertyName("is_domain")]
    public bool? IsDomain { get; set; }

    /// <summary>Links to the response itself; not used.</summary>
    [JsonPropertyName("links")]
    [JsonInclude]
    internal object? Links
    {
        get => null;
        set { }
    }

    /// <summary>Returns the name.</summary>
    public override string ToString() => Name ?? ProjectId ?? string.Empty;
}
