namespace HuaweiDms.Client.Tests.Conventions;

/// <summary>Objects read from the service have a text that describes them instead of their type.</summary>
public sealed class ModelsOverrideToString
{
    [Fact]
    public void Every_object_and_its_parts_override_ToString()
    {
        HashSet<Type> shown = [];
        foreach (Type model in PublicSurface.Types.Where(type => type.IsSubclassOf(typeof(DmsResource)) && !type.IsAbstract))
            Add(shown, model);

        Assert.Contains(typeof(ProductFeature), shown);
        Assert.All(shown, type => Assert.NotEqual(typeof(object), type.GetMethod(nameof(ToString), Type.EmptyTypes)!.DeclaringType));
    }

    private static void Add(HashSet<Type> shown, Type type)
    {
        if (!type.IsClass || type.Assembly != typeof(DmsResource).Assembly || (!type.IsAbstract && !shown.Add(type)))
            return;
        IEnumerable<Type> held = type.IsAbstract
            ? PublicSurface.Types.Where(other => other.IsSubclassOf(type) && !other.IsAbstract)
            : type.GetProperties().SelectMany(property => PublicSurface.Parts(property.PropertyType));
        foreach (Type part in held)
            Add(shown, part);
    }
}
