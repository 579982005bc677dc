using System.Collections.Concurrent;
using HuaweiDms.Client.Tests.Support;
using HuaweiDms.Json;

namespace HuaweiDms.Client.Tests.Instances;

/// <summary>Which property of an instance a field of the wire becomes.</summary>
internal static class WireNames
{
    private static readonly ConcurrentDictionary<string, string?> Found = new(StringComparer.Ordinal);

    /// <summary>The property's name; null for a field that has none.</summary>
    public static string? PropertyOf(string field) => Found.GetOrAdd(field, static it => FieldProbe.PropertiesOf(it, ServiceJsonContext.Default.Instance).SingleOrDefault());
}
