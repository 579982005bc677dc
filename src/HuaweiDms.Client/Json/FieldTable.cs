using System.Text;
using System.Text.Json;

namespace HuaweiDms.Json;

/// <summary>Reads the value of one field into an object. The reader stands on the value, which is not null.</summary>
internal delegate void ReadField<in T>(ref Utf8JsonReader json, T it);

/// <summary>The fields an object has on the wire, each with what reads it.</summary>
internal sealed class FieldTable<T>
{
    private readonly List<Field>?[] _byLength = new List<Field>?[64];

    /// <summary>Sets what reads the field of a name, which has at most 63 bytes.</summary>
    public ReadField<T> this[string name]
    {
        set => (_byLength[name.Length] ??= []).Add(new(Encoding.UTF8.GetBytes(name), value));
    }

    /// <summary>What reads the field of a name; null for one that is not known.</summary>
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
