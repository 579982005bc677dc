using System.Text.Json;
using System.Text.Json.Serialization;
using HuaweiDms.Json;

namespace HuaweiDms;

/// <summary>The serializer of configurations in files: strict, because a name misspelt would go unnoticed, and named as PowerShell shows it.</summary>
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
