namespace HuaweiDms.Emulator.Hosting;

/// <summary>How a service refuses a body that it cannot read.</summary>
internal sealed class BodyErrors(Func<RefusalException> empty, Func<RefusalException> malformed, Func<string, RefusalException> field)
{
    public static BodyErrors Kafka { get; } = new(ServiceErrors.EmptyBody, ServiceErrors.MalformedBody, ServiceErrors.InvalidField);

    public RefusalException Empty() => empty();

    public RefusalException Malformed() => malformed();

    /// <summary>A field that is missing, of the wrong type or outside its rule.</summary>
    public RefusalException Field(string name) => field(name);
}
