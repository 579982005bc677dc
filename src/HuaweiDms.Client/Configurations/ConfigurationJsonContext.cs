using System.Text.Json;
using System.Text.Json.Serialization;
using HuaweiDms.Json;

namespace HuaweiDms;

/// <summary>
/// The serializer for configuration files: strict, because otherwise a misspelt name would go unnoticed, with names as PowerShell shows
/// them.
/// </summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    WriteIndented = true,
    PropertyNameCaseInsensitive = true,
    AllowTrailingCommas = true,
    ReadCommentHandling = JsonCommentHandling.Skip,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(NaturalObjectConverter)])]
[JsonSerializable(typeof(InstanceConfiguration))]
internal sealed partial class ConfigurationJsonContext : JsonSerializerContext;
