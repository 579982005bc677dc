using System.Text.Json.Serialization;

namespace HuaweiDms.Emulator.State;

/// <summary>How the state is written to a file.</summary>
[JsonSourceGenerationOptions(WriteIndented = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ServiceSnapshot))]
internal sealed partial class StateJsonContext : JsonSerializerContext;
