namespace HuaweiDms.Transport;

/// <summary>
/// One documented operation as data. <see cref="Name"/> is the reference's operation id, <see cref="Path"/> stands
/// exactly as the contract writes it.
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

    /// <summary>Where the API reference describes it.</summary>
    public string Section { get; }

    public string Name { get; }

    public string Path { get; }

    public Repeatability Repeatability { get; }

    public DmsService Service { get; }

    /// <summary>False only for the call that fetches a token.</summary>
    public bool Authenticated { get; private init; } = true;

    /// <summary>Whether it is there to change something.</summary>
    public bool IsChange => Authenticated && Method != HttpMethod.Get && Method != HttpMethod.Head;

    public static ApiOperation Get(string section, string name, string path, DmsService service = DmsService.Kafka)
        => new(HttpMethod.Get, section, name, path, Repeatability.Always, service);

    public static ApiOperation Put(
        string section, string name, string path, Repeatability repeatability = Repeatability.Always, DmsService service = DmsService.Kafka)
        => new(HttpMethod.Put, section, name, path, repeatability, service);

    public static ApiOperation Delete(string section, string name, string path)
        => new(HttpMethod.Delete, section, name, path, Repeatability.Always, DmsService.Kafka);

    public static ApiOperation Post(string section, string name, string path, Repeatability repeatability)
        => new(HttpMethod.Post, section, name, path, repeatability, DmsService.Kafka);

    /// <summary>A call that proves nothing about the caller: asking for a token.</summary>
    public static ApiOperation PostUnauthenticated(string section, string name, string path, DmsService service)
        => new(HttpMethod.Post, section, name, path, Repeatability.Always, service) { Authenticated = false };

    /// <summary>A call the reference does not describe; only reading is assumed to be repeatable.</summary>
    public static ApiOperation Undocumented(HttpMethod method, string path, DmsService service)
        => new(
            method,
            string.Empty,
            $"{method} {path}",
            path,
            method == HttpMethod.Get || method == HttpMethod.Head ? Repeatability.Always : Repeatability.OnlyIfNotActedOn,
            service);

    /// <inheritdoc/>
    public override string ToString() => Name;
}
