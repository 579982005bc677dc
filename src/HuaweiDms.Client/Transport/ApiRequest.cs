using System.Runtime.CompilerServices;
using System.Text.Json.Serialization.Metadata;
using HuaweiDms.Json;

namespace HuaweiDms.Transport;

/// <summary>An operation with its values: everything that the transport needs to send it.</summary>
internal sealed class ApiRequest(ApiOperation operation)
{
    private readonly List<KeyValuePair<string, string>> _pathValues = [];
    private readonly List<KeyValuePair<string, string?>> _query = [];

    /// <summary>Creates a request to an instance. The paths that name the engine always mean Kafka.</summary>
    public ApiRequest(ApiOperation operation, string instanceId)
        : this(operation)
    {
        InstanceId = instanceId;
        With("instance_id", instanceId);
        if (operation.Path.Contains("{engine}"))
            With("engine", "kafka");
    }

    public ApiOperation Operation { get; } = operation;

    /// <summary>The instance that the request concerns; null if it names none.</summary>
    public string? InstanceId { get; }

    public IReadOnlyList<KeyValuePair<string, string>> PathValues => _pathValues;

    public IReadOnlyList<KeyValuePair<string, string?>> QueryValues => _query;

    /// <summary>The bytes to send, created once: every attempt signs and sends the same bytes.</summary>
    public byte[] Content { get; private set; } = [];

    /// <summary>Whether the request may be sent again: as its operation says, unless its values make it harmless.</summary>
    public Repeatability Repeatability { get; private set; } = operation.Repeatability;

    /// <summary>Marks a request that changes nothing with these values, so that it may be sent again.</summary>
    public ApiRequest Harmless()
    {
        Repeatability = Repeatability.Always;
        return this;
    }

    /// <summary>Sets a placeholder of the path.</summary>
    public ApiRequest With(string placeholder, string value)
    {
        _pathValues.Add(new(placeholder, value));
        return this;
    }

    /// <summary>Adds a query value; null omits it.</summary>
    public ApiRequest Query(string name, string? value)
    {
        if (value is not null)
            _query.Add(new(name, value));
        return this;
    }

    /// <summary>Adds a query value; null omits it.</summary>
    public ApiRequest Query(string name, long? value)
        => Query(name, value?.ToString(System.Globalization.CultureInfo.InvariantCulture));

    /// <exception cref="ArgumentNullException">There is no value, which would be sent as <c>null</c>.</exception>
    public ApiRequest Body<T>(T value, JsonTypeInfo<T> type, [CallerArgumentExpression(nameof(value))] string? name = null)
        where T : class
    {
        Content = JsonBody.Write(value ?? throw new ArgumentNullException(name), type);
        return this;
    }

    /// <summary>Sets a body that is already JSON.</summary>
    public ApiRequest Body(byte[] json)
    {
        Content = json;
        return this;
    }
}
