namespace HuaweiDms.Client.Tests.Conventions;

/// <summary>Models are sealed classes, and no record prints its contents.</summary>
public sealed class ModelsAreSealed
{
    [Fact]
    public void Every_public_class_is_sealed_static_or_a_base()
        => Assert.Empty(PublicSurface.Types.Where(type => type.IsClass && !type.IsSealed && !type.IsAbstract).Select(type => type.Name));

    [Fact]
    public void Base_classes_cannot_be_extended_by_others()
        => Assert.All(
            PublicSurface.Types.Where(type => type is { IsClass: true, IsAbstract: true, IsSealed: false } && type != typeof(DmsResource)),
            type => Assert.DoesNotContain(type.GetConstructors(PublicSurface.Declared), constructor => constructor.IsPublic || constructor.IsFamily || constructor.IsFamilyOrAssembly));

    [Fact]
    public void No_public_class_is_a_record()
        => Assert.Empty(PublicSurface.Types.Where(type => type.IsClass && type.GetMethod("<Clone>$", PublicSurface.Declared) is not null).Select(type => type.Name));
}
