namespace HuaweiDms.Emulator.Hosting;

/// <summary>The error responses of a service for an unreadable body.</summary>
internal sealed class BodyErrors(Func<RefusalException> empty, Func<RefusalException> malformed, Func<string, RefusalException> field)
{
    public static BodyErrors Kafka { get; } = new(ServiceErrors.EmptyBody, ServiceErrors.MalformedBody, ServiceErrors.InvalidField);

    public RefusalException Empty() => empty();

    public RefusalException Malformed() => malformed();

    /// <summary>A field that is missing, has the wrong type or breaks its rule.</summary>
    public RefusalException Field(string name) => field(name);
}
