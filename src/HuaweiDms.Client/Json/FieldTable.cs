using System.Text;
using System.Text.Json;

namespace HuaweiDms.Json;

/// <summary>Reads the value of one field into an object. The reader is positioned on the value, which is not null.</summary>
internal delegate void ReadField<in T>(ref Utf8JsonReader json, T it);

/// <summary>The fields of an object on the wire, each with its reader.</summary>
internal sealed class FieldTable<T>
{
    private readonly List<Field>?[] _byLength = new List<Field>?[64];

    /// <summary>Sets the reader of a field, whose name has at most 63 bytes.</summary>
    public ReadField<T> this[string name]
    {
        set => (_byLength[name.Length] ??= []).Add(new(Encoding.UTF8.GetBytes(name), value));
    }

    /// <summary>Returns the reader of a field; null if the field is unknown.</summary>
    public ReadField<T>? Find(ReadOnlySpan<byte> name)
    {
        if (name.Length >= _byLength.Length || _byLength[name.Length] is not { } fields)
            return null;
        foreach (Field field in fields)
        {
            if (name.SequenceEqual(field.Name))
                return field.Read;
        }
        return null;
    }

    private sealed class Field(byte[] name, ReadField<T> read)
    {
        public byte[] Name => name;

        public ReadField<T> Read => read;
    }
}
