using System.Collections;
using System.Reflection;

namespace HuaweiDms.Client.Tests.Support;

/// <summary>
/// Everything that a result of the library contains: each public property, with its name and the indexes of the lists that contain it.
/// </summary>
internal sealed class ResultValues
{
    private readonly Dictionary<string, List<object?>> _found = new(StringComparer.Ordinal);

    public ResultValues(object? result)
    {
        Result = result;
        Take(result, "", 0);
    }

    /// <summary>The whole result.</summary>
    public object? Result { get; }

    /// <summary>Returns the values of a name, in any list.</summary>
    public IReadOnlyList<object?> Anywhere(string name) => [.. _found.Where(found => found.Key.EndsWith(":" + name, StringComparison.Ordinal)).SelectMany(found => found.Value)];

    /// <summary>Returns the values of a name.</summary>
    /// <param name="name">The property, in lowercase.</param>
    /// <param name="places">The indexes of the lists around it, each after a slash.</param>
    public IReadOnlyList<object?> Under(string name, string places) => _found.TryGetValue(places + ":" + name, out List<object?>? values) ? values : [];

    private void Take(object? it, string places, int depth)
    {
        if (it is null || depth > 12)
            return;
        if (it is IEnumerable items and not string and not IDictionary)
        {
            int place = 0;
            foreach (object item in items)
                Take(item, $"{places}/{place++}", depth + 1);
        }
        else if (it.GetType().Assembly == ClientBuild.Assembly && !it.GetType().IsEnum)
        {
            foreach (PropertyInfo property in it.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.GetIndexParameters().Length == 0))
            {
                object? value = property.GetValue(it);
                string under = places + ":" + property.Name.ToLowerInvariant();
                if (!_found.TryGetValue(under, out List<object?>? values))
                    _found[under] = values = [];
                values.Add(value);
                if (property.Name != nameof(DmsResource.AdditionalProperties))
                    Take(value, places, depth + 1);
            }
        }
    }
}
