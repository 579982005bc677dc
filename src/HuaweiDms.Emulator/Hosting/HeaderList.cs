using System.Collections;

namespace HuaweiDms.Emulator.Hosting;

/// <summary>Header fields in the order sent. Names are case-insensitive; repeated fields are joined by commas.</summary>
internal sealed class HeaderList : IEnumerable<KeyValuePair<string, string>>
{
    private readonly List<KeyValuePair<string, string>> _fields = new(12);

    public string? this[string name]
    {
        get
        {
            string? found = null;
            foreach (KeyValuePair<string, string> field in _fields)
            {
                if (string.Equals(field.Key, name, StringComparison.OrdinalIgnoreCase))
                    found = found is null ? field.Value : found + "," + field.Value;
            }
            return found;
        }
    }

    public void Add(string name, string value) => _fields.Add(new(name, value));

    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => _fields.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
