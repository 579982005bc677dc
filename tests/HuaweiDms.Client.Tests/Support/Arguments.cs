using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace HuaweiDms.Client.Tests.Support;

/// <summary>Makes values for any parameter of the library: by default harmless ones, or whatever a test wants them made of.</summary>
internal sealed class Arguments
{
    /// <summary>Nothing that may be left out, so that nothing is refused that need not be.</summary>
    public static Arguments Sparse { get; } = new() { Full = false };

    /// <summary>Everything there is.</summary>
    public static Arguments Complete { get; } = new();

    /// <summary>Makes a text for the thing of that name.</summary>
    public Func<string, string> Text { get; init; } = name => name switch
    {
        "path" => "/v2/kafka",
        "json" => "{}",
        _ => "kafka",
    };

    /// <summary>Makes a number.</summary>
    public Func<long> Number { get; init; } = () => 1;

    /// <summary>Makes a moment.</summary>
    public Func<DateTimeOffset> Time { get; init; } = () => new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    /// <summary>Chooses one of so many.</summary>
    public Func<int, int> Choice { get; init; } = _ => 0;

    /// <summary>Whether lists are asked for from their beginning to their end.</summary>
    public bool WholeLists { get; init; }

    /// <summary>Whether values are given that may be left out.</summary>
    public bool Full { get; init; } = true;

    /// <summary>Makes a value of a type for the thing of a name; null leaves it to the others.</summary>
    public Func<Type, string, object?> Whole { get; init; } = static (_, _) => null;

    /// <summary>Makes the value of a property, if it knows one; else the others do.</summary>
    public Func<PropertyInfo, (bool Known, object? Value)> Property { get; init; } = static _ => default;

    /// <summary>Whether a property is given that may be left out.</summary>
    public Func<PropertyInfo, bool> Needed { get; init; } = static _ => false;

    /// <summary>Whether this value is given, which may be left out; by default as <see cref="Full"/> says.</summary>
    public Func<bool>? Give { get; init; }

    /// <summary>Whether the next one is given.</summary>
    public bool Gives => Give?.Invoke() ?? Full;

    /// <summary>A value.</summary>
    /// <param name="type">Of which type.</param>
    /// <param name="name">For what.</param>
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
            return Full && !WholeLists ? new PageRange(Math.Abs(Number() % long.MaxValue), Number() is var first and >= 0 ? first : null) : PageRange.All;
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
        // Who listens says nothing of what is sent.
        if (typeof(Delegate).IsAssignableFrom(type))
            return null;
        return depth > 6 ? null : Compound(type, name, depth + 1);
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
        object made = type.GetConstructor(Type.EmptyTypes) is { } constructor ? constructor.Invoke(null)
            : type.GetConstructors() is [{ } only, ..] ? only.Invoke([.. only.GetParameters().Select(parameter => For(parameter.ParameterType, parameter.Name!, depth))])
            : RuntimeHelpers.GetUninitializedObject(type);
        foreach (var property in type.GetProperties().Where(property => property.SetMethod?.IsPublic == true && property.GetIndexParameters().Length == 0))
        {
            if (!IsRequired(property) && !Needed(property) && !(Give is null && property.PropertyType == typeof(string)) && !Gives)
                continue;
            var (isKnown, value) = Property(property);
            property.SetValue(made, isKnown ? value : For(property.PropertyType, property.Name, depth));
        }

        return made;
    }

    /// <summary>One of the kinds there are.</summary>
    private object? Kind(Type type, string name, int depth)
    {
        Type[] kinds = [.. type.Assembly.GetExportedTypes().Where(kind => kind.IsSubclassOf(type)).OrderBy(kind => kind.Name, StringComparer.Ordinal)];
        return For(kinds[Choice(kinds.Length)], name, depth);
    }

    /// <summary>By name: the build for Windows PowerShell 5.1 has an attribute of its own.</summary>
    private static bool IsRequired(PropertyInfo property)
        => property.CustomAttributes.Any(attribute => attribute.AttributeType.Name == "RequiredMemberAttribute");

    private object Collection(Type type, Type item, string name, int depth)
    {
        var items = Array.CreateInstance(item, 1 + Choice(2));
        for (var i = 0; i < items.Length; i++)
        {
            items.SetValue(For(item, name, depth), i);
        }

        if (type.IsInstanceOfType(items))
            return items;
        if (!item.IsGenericType || item.GetGenericTypeDefinition() != typeof(KeyValuePair<,>))
            return Activator.CreateInstance(typeof(List<>).MakeGenericType(item), items)!;
        var table = (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(item.GetGenericArguments()))!;
        foreach (var pair in items)
        {
            // A pair made of values that may be missing; a table has no place for one without a key.
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
