using System.Reflection;
using HuaweiDms.Transport;

namespace HuaweiDms.Client.Tests.Support;

/// <summary>Every operation the client knows, found where it is defined.</summary>
internal static class Operations
{
    public static IReadOnlyList<ApiOperation> All { get; } = Of(ClientBuild.Assembly.GetTypes());

    /// <summary>The operations of some areas.</summary>
    public static IReadOnlyList<ApiOperation> Of(params Type[] areas)
        =>
        [
            .. areas
                .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
                .Where(field => field.FieldType == typeof(ApiOperation))
                .Select(field => (ApiOperation)field.GetValue(null)!),
        ];
}
