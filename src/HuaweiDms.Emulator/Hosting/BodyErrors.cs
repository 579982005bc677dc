namespace HuaweiDms.Emulator.Hosting;

/// <summary>The error responses of a service for an unreadable body.</summary>
internal sealed class BodyErrors(Func<ApiErrorException> empty, Func<ApiErrorException> malformed, Func<string, ApiErrorException> field)
{
    public static BodyErrors Kafka { get; } = new(ServiceErrors.EmptyBody, ServiceErrors.MalformedBody, ServiceErrors.InvalidField);

    public ApiErrorException Empty() => empty();

    public ApiErrorException Malformed() => malformed();

    /// <summary>A field that is missing, has the wrong type or breaks its rule.</summary>
    public ApiErrorException Field(string name) => field(name);
}
