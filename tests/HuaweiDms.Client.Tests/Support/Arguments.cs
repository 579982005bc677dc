using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace HuaweiDms.Client.Tests.Support;

/// <summary>Creates values for any parameter of the library: harmless ones by default, or as a test requires.</summary>
internal sealed class Arguments
{
    /// <summary>Without optional values, so that nothing is rejected unnecessarily.</summary>
    public static Arguments Sparse { get; } = new() { Full = false };

    /// <summary>Creates a text for a name.</summary>
    public Func<string, string> Text { get; init; } = name => name switch
    {
        "path" => "/v2/kafka",
        "json" => "{}",
        _ => "kafka",
    };

    /// <summary>Creates a number.</summary>
    public Func<long> Number { get; init; } = () => 1;

    /// <summary>Creates a time.</summary>
    public Func<DateTimeOffset> Time { get; init; } = () => new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    /// <summary>Chooses one of several.</summary>
    public Func<int, int> Choice { get; init; } = _ => 0;

    /// <summary>Whether lists are requested as a whole.</summary>
    public bool WholeLists { get; init; }

    /// <summary>Whether optional values are given.</summary>
    public bool Full { get; init; } = true;

    /// <summary>Creates a value of a type for a name; null leaves it to the other functions.</summary>
    public Func<Type, string, object?> Whole { get; init; } = static (_, _) => null;

    /// <summary>Creates the value of a property if it knows one; otherwise the other functions do.</summary>
    public Func<PropertyInfo, (bool Known, object? Value)> Property { get; init; } = static _ => default;

    /// <summary>Whether an optional property is given.</summary>
    public Func<PropertyInfo, bool> Needed { get; init; } = static _ => false;

    /// <summary>Whether the next optional value is given; by default as <see cref="Full"/> says.</summary>
    public Func<bool>? Give { get; init; }

    /// <summary>Whether the next optional value is given.</summary>
    public bool Gives => Give?.Invoke() ?? Full;

    /// <summary>Creates a value.</summary>
    /// <param name="type">The type.</param>
    /// <param name="name">The name of the parameter or property.</param>
    public object? For(Type type, string name) => For(type, name, depth: 0);

    private object? For(Type type, string name, int depth)
    {
        if (Nullable.GetUnderlyingType(type) is { } inner)
            return Gives ? For(inner, name, depth) : null;
        if (Whole(type, name) is { } whole)
            return whole;
        if (type == typeof(string))
            return name == "json" && !Full ? null : Text(name);
        if (type == typeof(Secret))
            return Secret.From("Secret-" + Number().ToString(CultureInfo.InvariantCulture));
        if (type == typeof(HttpMethod))
            return new[] { HttpMethod.Get, HttpMethod.Post, HttpMethod.Delete }[Choice(3)];
        if (type == typeof(Uri))
            return new Uri("https://console.test/#" + Uri.EscapeDataString(Text(name)));
        if (type == typeof(PageRange))
            return Full && !WholeLists ? Range() : PageRange.All;
        if (type == typeof(DateTimeOffset))
            return Time();
        if (type == typeof(TimeSpan))
            return TimeSpan.FromTicks(Number());
        if (type == typeof(bool))
            return Choice(2) == 0;
        if (type.IsEnum)
            return Enum.GetValues(type).GetValue(Choice(Enum.GetValues(type).Length));
        if (type.IsPrimitive)
            return ToPrimitive(Number(), type);
        // A listener does not affect what is sent.
        if (typeof(Delegate).IsAssignableFrom(type))
            return null;
        return depth > 6 ? null : Compound(type, name, depth + 1);
    }

    private PageRange Range()
    {
        long skip = Math.Abs(Number() % long.MaxValue);
        long first = Number();
        return new(skip, first >= 0 ? first : null);
    }

    private object? Compound(Type type, string name, int depth)
    {
        if (type == typeof(InstanceSpecification) && !Full)
            return Specifications.Minimal();
        if (type == typeof(object))
            return Text(name);
        Type? item = type.IsArray ? type.GetElementType() : type.GetInterfaces().Append(type)
            .Where(candidate => candidate.IsGenericType && candidate.GetGenericTypeDefinition() == typeof(IEnumerable<>))
            .Select(candidate => candidate.GetGenericArguments()[0]).FirstOrDefault();
        if (item is not null)
            return Collection(type, item, name, depth);
        if (type.IsAbstract)
            return Kind(type, name, depth);
        object made = Create(type, depth);
        foreach (PropertyInfo property in type.GetProperties().Where(property => property.SetMethod?.IsPublic == true && property.GetIndexParameters().Length == 0))
        {
            if (!IsGiven(property))
                continue;
            (bool isKnown, object? value) = Property(property);
            property.SetValue(made, isKnown ? value : For(property.PropertyType, property.Name, depth));
        }
        return made;
    }

    private object Create(Type type, int depth)
    {
        if (type.GetConstructor(Type.EmptyTypes) is { } constructor)
            return constructor.Invoke(null);
        if (type.GetConstructors() is [{ } only, ..])
            return only.Invoke([.. only.GetParameters().Select(parameter => For(parameter.ParameterType, parameter.Name!, depth))]);
        return RuntimeHelpers.GetUninitializedObject(type);
    }

    private bool IsGiven(PropertyInfo property)
        => IsRequired(property) || Needed(property) || (Give is null && property.PropertyType == typeof(string)) || Gives;

    /// <summary>Creates an object of one of the derived types.</summary>
    private object? Kind(Type type, string name, int depth)
    {
        Type[] kinds = [.. type.Assembly.GetExportedTypes().Where(kind => kind.IsSubclassOf(type)).OrderBy(kind => kind.Name, StringComparer.Ordinal)];
        return For(kinds[Choice(kinds.Length)], name, depth);
    }

    /// <summary>Compares by name: the build for Windows PowerShell 5.1 has its own attribute.</summary>
    private static bool IsRequired(PropertyInfo property)
        => property.CustomAttributes.Any(attribute => attribute.AttributeType.Name == "RequiredMemberAttribute");

    private object Collection(Type type, Type item, string name, int depth)
    {
        Array items = Array.CreateInstance(item, 1 + Choice(2));
        for (int i = 0; i < items.Length; i++)
            items.SetValue(For(item, name, depth), i);
        if (type.IsInstanceOfType(items))
            return items;
        if (!item.IsGenericType || item.GetGenericTypeDefinition() != typeof(KeyValuePair<,>))
            return Activator.CreateInstance(typeof(List<>).MakeGenericType(item), items)!;
        IDictionary table = (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(item.GetGenericArguments()))!;
        foreach (object pair in items)
        {
            // A pair of values that may be missing; a dictionary cannot hold one without a key.
            table[item.GetProperty("Key")!.GetValue(pair) ?? For(item.GetGenericArguments()[0], "key", depth)!] = item.GetProperty("Value")!.GetValue(pair);
        }
        return table;
    }

    private static object ToPrimitive(long number, Type type)
        => type == typeof(long) ? number
            : type == typeof(ulong) ? (ulong)number
            : type == typeof(double) ? (double)number
            : type == typeof(float) ? (float)number
            : Convert.ChangeType(Math.Clamp(number, type == typeof(int) ? int.MinValue : 0, type == typeof(int) ? int.MaxValue : 127), type, CultureInfo.InvariantCulture);
}
