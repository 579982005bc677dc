using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace HuaweiDms.Client.Tests.Support;

/// <summary>Finds the property of a field on the wire by reading a value.</summary>
internal static class FieldProbe
{
    /// <summary>Together, values for every type of property.</summary>
    private static readonly string[] Values = ["\"1\"", """[{"key":"k","value":"v"}]""", """{"name":"n","private_plain_enable":true}"""];

    /// <summary>Returns the properties that are set if the field has a value of some type.</summary>
    public static IReadOnlyList<string> PropertiesOf<T>(string field, JsonTypeInfo<T> type)
        => [.. Values.SelectMany(value => SetBy($$"""{"{{field}}":{{value}}}""", type)).Distinct(StringComparer.Ordinal)];

    private static IEnumerable<string> SetBy<T>(string json, JsonTypeInfo<T> type)
    {
        T read = JsonSerializer.Deserialize(json, type)!;
        return typeof(T).GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
            .Where(property => property.SetMethod is not null && property.GetValue(read) is not null)
            .Select(property => property.Name);
    }
}
