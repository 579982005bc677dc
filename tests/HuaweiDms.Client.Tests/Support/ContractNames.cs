using System.Text.Json;
using HuaweiDms.Contract;

namespace HuaweiDms.Client.Tests.Support;

/// <summary>Every name in the contract, whether it is a field or not.</summary>
internal static class ContractNames
{
    public static IReadOnlyList<string> All { get; } = [.. Members(_ => true)];

    /// <summary>The fields that the contract marks as secret.</summary>
    public static IReadOnlyList<string> Secrets { get; }
        = [.. Members(value => value.ValueKind == JsonValueKind.Object && value.TryGetProperty("format", out JsonElement format) && format.ValueEquals("password"))];

    private static HashSet<string> Members(Func<JsonElement, bool> fits)
        => MembersOf(ApiContract.Default.Document).Where(member => fits(member.Value)).Select(member => member.Name).ToHashSet(StringComparer.Ordinal);

    private static IEnumerable<JsonProperty> MembersOf(JsonElement element)
        => element.ValueKind switch
        {
            JsonValueKind.Object => element.EnumerateObject().SelectMany(member => MembersOf(member.Value).Append(member)),
            JsonValueKind.Array => element.EnumerateArray().SelectMany(MembersOf),
            _ => [],
        };
}
