using System.Reflection;
using HuaweiDms.Contract;
using HuaweiDms.Transport;

namespace HuaweiDms.Client.Tests.Support;

/// <summary>Every operation of the client, found where it is defined.</summary>
internal static class Operations
{
    public static IReadOnlyList<ApiOperation> All { get; } = Of(ClientBuild.Assembly.GetTypes());

    /// <summary>The names, as rows of a theory.</summary>
    public static TheoryData<string> Names => [.. All.Select(operation => operation.Name)];

    /// <summary>Returns the operation with a name.</summary>
    public static ApiOperation Named(string name) => All.Single(operation => operation.Name == name);

    /// <summary>Creates a request for an operation, with a value for each placeholder and a body if the contract has one.</summary>
    public static ApiRequest Request(ApiOperation operation)
    {
        ApiRequest request = new(operation);
        foreach (string segment in operation.Path.Split('/').Where(segment => segment.StartsWith('{') && segment != "{project_id}"))
            request.With(segment.Trim('{', '}'), "kafka");
        return ApiContract.Default[operation.Name].RequestBody is null ? request : request.Body("{}"u8.ToArray());
    }

    /// <summary>Returns the operations of some areas.</summary>
    public static IReadOnlyList<ApiOperation> Of(params Type[] areas)
        =>
        [
            .. areas
                .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
                .Where(field => field.FieldType == typeof(ApiOperation))
                .Select(field => (ApiOperation)field.GetValue(null)!),
        ];
}
