using System.Text.Json.Serialization;

namespace HuaweiDms.Emulator.State;

/// <summary>The JSON serialization of the state file.</summary>
[JsonSourceGenerationOptions(WriteIndented = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ServiceSnapshot))]
internal sealed partial class StateJsonContext : JsonSerializerContext;
