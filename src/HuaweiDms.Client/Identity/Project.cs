using System.Text.Json.Serialization;

namespace HuaweiDms;

/// <summary>A project (8.4).</summary>
public sealed class Project : DmsResource
{
    /// <summary>The project id.</summary>
    [JsonPropertyName("id")]
    public string? ProjectId { get; set; }

    /// <summary>The name; a region's main project is named as the region.</summary>
    [JsonPropertyName("name")]
    public string? Name { get; set; }

    /// <summary>Free text.</summary>
    [JsonPropertyName("description")]
    public string? Description { get; set; }

    /// <summary>Whether it is in use.</summary>
    [JsonPropertyName("enabled")]
    public bool? Enabled { get; set; }

    /// <summary>The account.</summary>
    [JsonPropertyName("domain_id")]
    public string? DomainId { get; set; }

    /// <summary>The project above it.</summary>
    [JsonPropertyName("parent_id")]
    public string? ParentId { get; set; }

    /// <summary>Whether it stands for the account itself.</summary>
    [JsonPropertyName("is_domain")]
    public bool? IsDomain { get; set; }

    /// <summary>Addresses of the answer itself; of no use to anybody.</summary>
    [JsonPropertyName("links")]
    [JsonInclude]
    internal object? Links
    {
        get => null;
        set { }
    }

    /// <summary>The name.</summary>
    public override string ToString() => Name ?? ProjectId ?? string.Empty;
}
