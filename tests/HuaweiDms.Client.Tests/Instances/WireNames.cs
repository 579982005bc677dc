using System.Collections.Concurrent;
using HuaweiDms.Client.Tests.Support;
using HuaweiDms.Json;

namespace HuaweiDms.Client.Tests.Instances;

/// <summary>Maps fields on the wire to properties of an instance.</summary>
internal static class WireNames
{
    private static readonly ConcurrentDictionary<string, string?> Found = new(StringComparer.Ordinal);

    /// <summary>Returns the name of the property; null for a field that has none.</summary>
    public static string? PropertyOf(string field) => Found.GetOrAdd(field, static it => FieldProbe.PropertiesOf(it, ServiceJsonContext.Default.Instance).SingleOrDefault());
}
