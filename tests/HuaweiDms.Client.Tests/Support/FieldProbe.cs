using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace HuaweiDms.Client.Tests.Support;

/// <summary>Finds what a field of the wire becomes by reading one.</summary>
internal static class FieldProbe
{
    /// <summary>Between them, something for every type a property may have.</summary>
    private static readonly string[] Values = ["\"1\"", """[{"key":"k","value":"v"}]""", """{"name":"n","private_plain_enable":true}"""];

    /// <summary>The properties that are set where the field has a value of some type.</summary>
    public static IReadOnlyList<string> PropertiesOf<T>(string field, JsonTypeInfo<T> type)
        => [.. Values.SelectMany(value => SetBy($$"""{"{{field}}":{{value}}}""", type)).Distinct(StringComparer.Ordinal)];

    private static IEnumerable<string> SetBy<T>(string json, JsonTypeInfo<T> type)
    {
        var read = JsonSerializer.Deserialize(json, type)!;
        return typeof(T).GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
            .Where(property => property.SetMethod is not null && property.GetValue(read) is not null)
            .Select(property => property.Name);
    }
}
