using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using HuaweiDms.Client.Tests.Support;
using HuaweiDms.Json;

namespace HuaweiDms.Client.Tests.Conventions;

/// <summary>The generated serializer knows every type on the wire, with explicit names.</summary>
public sealed partial class WireTypesAreGenerated
{
    private static readonly Type[] WireTypes =
    [
        .. ClientBuild.Assembly.GetTypes().Where(type => !type.IsAbstract
            && type.GetProperties(PublicSurface.Declared).Any(property => property.IsDefined(typeof(JsonPropertyNameAttribute)))),
    ];

    public static TheoryData<string> Names => [.. WireTypes.Select(type => type.FullName!)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_wire_type_is_in_the_generated_context(string name)
        => Assert.NotNull(ServiceJsonContext.Default.GetTypeInfo(ClientBuild.Assembly.GetType(name, throwOnError: true)!));

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_property_of_a_wire_type_has_a_wire_name(string name)
        => Assert.Empty(
            from property in ClientBuild.Assembly.GetType(name, throwOnError: true)!.GetProperties(PublicSurface.Declared)
            where property.GetMethod is { IsStatic: false } && !property.IsDefined(typeof(JsonIgnoreAttribute)) && !property.IsDefined(typeof(JsonExtensionDataAttribute))
            let wire = property.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name
            where wire is null || !WireName().IsMatch(wire)
            select property.Name);

    [Fact]
    public void No_wire_type_has_a_name_twice()
        => Assert.All(WireTypes, type =>
        {
            List<string> names = type.GetProperties(PublicSurface.Declared).Select(property => property.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name).OfType<string>().ToList();
            Assert.Equal(names.Distinct(), names);
        });

    [Fact]
    public void Serialization_by_reflection_is_disabled()
        => Assert.Throws<NotSupportedException>(() => JsonSerializer.Deserialize<WireTypesAreGenerated>("{}", ServiceJsonContext.Default.Options));

    [GeneratedRegex("^([a-z0-9]+(_[a-z0-9]+)*|allFailure|soldOut|policiesOnly|createdAt|regionId|Hourly|Monthly|(user|client)-default|(producer|consumer)-byte-rate)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex WireName();
}
