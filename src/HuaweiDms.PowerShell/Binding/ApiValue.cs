using System.Collections;
using System.Management.Automation;

namespace HuaweiDms.PowerShell.Binding;

/// <summary>Converts between PowerShell values and JSON, for bodies and responses of calls that have no type.</summary>
internal static class ApiValue
{
    /// <summary>Deeper than any body of the service; stops at objects that contain themselves.</summary>
    private const int MaxDepth = 32;

    /// <summary>Returns JSON text as it is and anything else as JSON; null stays null.</summary>
    public static string? ToJson(object? body)
        => PSValue.Unwrap(body) switch
        {
            null => null,
            string json => json,
            _ => RawApi.WriteJson(ToPlain(body, 0)),
        };

    /// <summary>Converts JSON objects to PowerShell objects.</summary>
    public static object? ToObject(object? value)
        => value switch
        {
            IDictionary<string, object?> fields => ToPSObject(fields),
            object?[] items => items.Select(ToObject).ToArray(),
            _ => value,
        };

    private static PSObject ToPSObject(IDictionary<string, object?> fields)
    {
        PSObject result = new();
        foreach (KeyValuePair<string, object?> field in fields)
            result.Properties.Add(new PSNoteProperty(field.Key, ToObject(field.Value)));
        return result;
    }

    private static object? ToPlain(object? value, int depth)
    {
        if (depth > MaxDepth)
            throw new Engine.FailureException(Engine.Failures.InvalidArgument("Body", value?.GetType().Name, Text.BodyTooDeep));
        return PSValue.Unwrap(value) switch
        {
            null => null,
            IDictionary fields => Table.Entries(fields).ToDictionary(field => field.Key.ToString()!, field => ToPlain(field.Value, depth + 1)),
            string text => text,
            IEnumerable items => items.Cast<object?>().Select(item => ToPlain(item, depth + 1)).ToArray(),
            PSCustomObject => Properties((PSObject)value!, depth),
            bool or byte or sbyte or short or ushort or int or uint or long or ulong or float or double or decimal => PSValue.Unwrap(value),
            DateTimeOffset time => time.ToString("O", System.Globalization.CultureInfo.InvariantCulture),
            DateTime time => time.ToString("O", System.Globalization.CultureInfo.InvariantCulture),
            SwitchParameter flag => flag.IsPresent,
            { } other => other.ToString(),
        };
    }

    private static Dictionary<string, object?> Properties(PSObject value, int depth)
        => value.Properties.ToDictionary(property => property.Name, property => ToPlain(property.Value, depth + 1), StringComparer.Ordinal);
}
