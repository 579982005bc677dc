using System.Reflection;
using System.Text.Json.Serialization;

namespace HuaweiDms.Client.Tests.Instances;

/// <summary>Which property of an instance a field of the wire becomes.</summary>
internal static class WireNames
{
    private static readonly Dictionary<string, string> Twins = new(StringComparer.Ordinal)
    {
        ["public_boundwidth"] = nameof(Instance.PublicBandwidthMbps),
        ["public_management_connect_addresses"] = nameof(Instance.PublicManagerAddress),
    };

    private static readonly Dictionary<string, string> Names = typeof(Instance).GetProperties()
        .Where(property => property.IsDefined(typeof(JsonPropertyNameAttribute)))
        .ToDictionary(property => property.GetCustomAttribute<JsonPropertyNameAttribute>()!.Name, property => property.Name, StringComparer.Ordinal);

    /// <summary>The property's name; null for a field that has none.</summary>
    public static string? PropertyOf(string field) => Twins.GetValueOrDefault(field) ?? Names.GetValueOrDefault(field);
}
