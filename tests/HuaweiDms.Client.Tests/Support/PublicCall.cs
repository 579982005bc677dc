using System.Reflection;

namespace HuaweiDms.Client.Tests.Support;

/// <summary>A method of an area that may send a request, found by reflection, so that a new method is tested automatically.</summary>
internal sealed class PublicCall
{
    private readonly PropertyInfo _area;
    private readonly MethodInfo _method;

    private PublicCall(PropertyInfo area, MethodInfo method)
    {
        _area = area;
        _method = method;
        Name = $"{area.Name}.{method.Name}({string.Join(", ", method.GetParameters().Select(parameter => parameter.Name).Where(name => name != "cancellationToken"))})";
    }

    /// <summary>All of these methods.</summary>
    public static IReadOnlyList<PublicCall> All { get; } =
    [
        .. from area in typeof(DmsClient).GetProperties()
           where area.PropertyType.Name.EndsWith("Api", StringComparison.Ordinal)
           from method in area.PropertyType.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.DeclaredOnly)
           where !method.IsSpecialName && !method.IsPrivate && !method.ContainsGenericParameters
           select new PublicCall(area, method),
    ];

    /// <summary>The names, as rows of a theory.</summary>
    public static TheoryData<string> Names => [.. All.Select(call => call.Name)];

    /// <summary>The area, the method and its parameters.</summary>
    public string Name { get; }

    /// <summary>Whether it reads a list page by page.</summary>
    public bool IsList => _method.ReturnType.IsGenericType && _method.ReturnType.GetGenericTypeDefinition() == typeof(PagedResult<>);

    /// <summary>Returns whether it belongs to an area.</summary>
    public bool IsOf(string area) => _area.Name == area;

    /// <summary>Returns the method with a name.</summary>
    public static PublicCall Of(string name) => All.Single(call => call.Name == name);

    /// <summary>Calls the method and waits for the result; a list is read up to a number of items.</summary>
    public async Task<object?> InvokeAsync(DmsClient client, Arguments arguments, CancellationToken cancellationToken, int mostItems = 500)
    {
        object? result;
        try
        {
            result = _method.Invoke(
                _area.GetValue(client),
                [.. _method.GetParameters(
                    ).Select(parameter => parameter.ParameterType == typeof(CancellationToken) ? cancellationToken : ValueFor(parameter, arguments))]);
        }
        catch (TargetInvocationException thrown)
        {
            throw thrown.InnerException!;
        }
        if (result is not Task task)
            return await ReadAsync((dynamic)result!, mostItems, cancellationToken);
        await task;
        return task.GetType().GetProperty(nameof(Task<>.Result))?.GetValue(task);
    }

    /// <inheritdoc/>
    public override string ToString() => Name;

    private static object? ValueFor(ParameterInfo parameter, Arguments arguments)
        => parameter.HasDefaultValue && !arguments.Gives ? parameter.DefaultValue : arguments.For(parameter.ParameterType, parameter.Name!);

    private static async Task<object?> ReadAsync<T>(IAsyncEnumerable<T> list, int mostItems, CancellationToken cancellationToken)
        => await list.Take(mostItems).ToListAsync(cancellationToken);
}
