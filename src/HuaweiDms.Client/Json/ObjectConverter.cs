using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace HuaweiDms.Json;

/// <summary>
/// Reads an object using a table of its fields. The generated serializer builds its tables when the process first reads an object, which
/// for the ninety fields of an instance takes longer than the call itself (<c>bench/README.md</c>); these tables are compiled ahead of
/// time. Unknown fields are kept if the object has a place for them.
/// </summary>
internal abstract class ObjectConverter<T>(Func<T> create, FieldTable<T> fields) : JsonConverter<T>
    where T : class
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        => reader.TokenType == JsonTokenType.StartObject ? Read(ref reader) : throw new JsonException();

    /// <summary>Reads a list of such objects, ignoring other elements; returns null if the value is not a list.</summary>
    public T[]? ReadArray(ref Utf8JsonReader json)
    {
        if (json.TokenType != JsonTokenType.StartArray)
        {
            Tolerant.Skip(ref json);
            return null;
        }
        List<T> items = [];
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            if (json.TokenType == JsonTokenType.StartObject)
                items.Add(Read(ref json));
            else
                Tolerant.Skip(ref json);
        }
        return [.. items];
    }

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
        => throw new NotSupportedException($"{typeof(T).Name} cannot be written.");

    private protected static string? Text(ref Utf8JsonReader json) => Tolerant.ReadScalar(ref json);

    private protected static string? RepeatedText(ref Utf8JsonReader json) => RepeatedTextConverter.Read(ref json);

    private protected static int? Int32(ref Utf8JsonReader json) => TolerantInt32Converter.Read(ref json);

    private protected static bool? Boolean(ref Utf8JsonReader json) => TolerantBooleanConverter.Read(ref json);

    private protected static DateTimeOffset? Time(ref Utf8JsonReader json) => TolerantTimeConverter.Read(ref json);

    private protected static TimeSpan? TimeOfDay(ref Utf8JsonReader json) => TimeOfDayConverter.Read(ref json);

    private protected static string[]? CommaList(ref Utf8JsonReader json) => CommaListConverter.Read(ref json);

    private protected static object? Natural(ref Utf8JsonReader json) => NaturalObjectConverter.Read(ref json);

    private T Read(ref Utf8JsonReader reader)
    {
        T it = create();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            ReadOnlySpan<byte> name = reader.ValueIsEscaped ? Encoding.UTF8.GetBytes(Tolerant.ReadText(ref reader)) : reader.ValueSpan;
            ReadField<T>? read = fields.Find(name);
            if (read is null)
            {
                ReadUnknown(ref reader, it);
                continue;
            }
            reader.Read();
            if (reader.TokenType != JsonTokenType.Null)
                read(ref reader, it);
        }
        return it;
    }

    private static void ReadUnknown(ref Utf8JsonReader reader, T it)
    {
        string name = Tolerant.ReadText(ref reader);
        reader.Read();
        if (it is DmsResource resource)
            (resource.AdditionalProperties ??= new Dictionary<string, object?>(StringComparer.Ordinal))[name] = Natural(ref reader);
        else
            Tolerant.Skip(ref reader);
    }
}
