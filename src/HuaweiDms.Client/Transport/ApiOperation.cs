namespace HuaweiDms.Transport;

/// <summary>
/// A documented operation. <see cref="Name"/> is the operation id of the reference, and <see cref="Path"/> is exactly as in the contract.
/// </summary>
internal sealed class ApiOperation
{
    private ApiOperation(HttpMethod method, string section, string name, string path, Repeatability repeatability, DmsService service)
    {
        Method = method;
        Section = section;
        Name = name;
        Path = path;
        Repeatability = repeatability;
        Service = service;
    }

    public HttpMethod Method { get; }

    /// <summary>The section of the API reference.</summary>
    public string Section { get; }

    public string Name { get; }

    public string Path { get; }

    public Repeatability Repeatability { get; }

    public DmsService Service { get; }

    /// <summary>Whether the request is authenticated; false only for the call that obtains a token.</summary>
    public bool Authenticated { get; private init; } = true;

    /// <summary>Whether the operation changes something.</summary>
    public bool IsChange => Authenticated && !IsRead;

    /// <summary>Whether the method only reads; such requests usually have no body.</summary>
    public bool IsRead => Reads(Method);

    public static ApiOperation Get(string section, string name, string path, DmsService service = DmsService.Kafka)
        => new(HttpMethod.Get, section, name, path, Repeatability.Always, service);

    public static ApiOperation Put(
        string section, string name, string path, Repeatability repeatability = Repeatability.Always, DmsService service = DmsService.Kafka)
        => new(HttpMethod.Put, section, name, path, repeatability, service);

    public static ApiOperation Delete(string section, string name, string path)
        => new(HttpMethod.Delete, section, name, path, Repeatability.Always, DmsService.Kafka);

    public static ApiOperation Post(string section, string name, string path, Repeatability repeatability)
        => new(HttpMethod.Post, section, name, path, repeatability, DmsService.Kafka);

    /// <summary>Creates an unauthenticated operation, such as requesting a token.</summary>
    public static ApiOperation PostUnauthenticated(string section, string name, string path, DmsService service)
        => new(HttpMethod.Post, section, name, path, Repeatability.Always, service) { Authenticated = false };

    /// <summary>Creates an operation that the reference does not describe; only reading counts as repeatable.</summary>
    public static ApiOperation Undocumented(HttpMethod method, string path, DmsService service)
        => new(
            method,
            string.Empty,
            $"{method} {path}",
            path,
            Reads(method) ? Repeatability.Always : Repeatability.OnlyIfNotActedOn,
            service);

    /// <inheritdoc/>
    public override string ToString() => Name;

    private static bool Reads(HttpMethod method) => method == HttpMethod.Get || method == HttpMethod.Head;
}
