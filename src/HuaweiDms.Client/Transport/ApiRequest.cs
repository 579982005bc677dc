using System.Text.Json.Serialization.Metadata;
using HuaweiDms.Json;

namespace HuaweiDms.Transport;

/// <summary>An operation with its values filled in: all the transport needs to know to execute it.</summary>
internal sealed class ApiRequest(ApiOperation operation)
{
    private readonly List<KeyValuePair<string, string>> _pathValues = [];
    private readonly List<KeyValuePair<string, string?>> _query = [];

    public ApiOperation Operation { get; } = operation;

    public IReadOnlyList<KeyValuePair<string, string>> PathValues => _pathValues;

    public IReadOnlyList<KeyValuePair<string, string?>> QueryValues => _query;

    /// <summary>The bytes to send, made once: every attempt sends and signs the same ones.</summary>
    public byte[] Content { get; private set; } = [];

    /// <summary>Whether it may be sent again; what its operation says, unless these values make it harmless.</summary>
    public Repeatability Repeatability { get; private set; } = operation.Repeatability;

    /// <summary>With these values it changes nothing, so it may be sent again.</summary>
    public ApiRequest Harmless()
    {
        Repeatability = Repeatability.Always;
        return this;
    }

    /// <summary>Fills a placeholder of the path.</summary>
    public ApiRequest With(string placeholder, string value)
    {
        _pathValues.Add(new(placeholder, value));
        return this;
    }

    /// <summary>Adds a query value; null leaves it out.</summary>
    public ApiRequest Query(string name, string? value)
    {
        if (value is not null)
            _query.Add(new(name, value));
        return this;
    }

    /// <summary>Adds a query value; null leaves it out.</summary>
    public ApiRequest Query(string name, long? value)
        => Query(name, value?.ToString(System.Globalization.CultureInfo.InvariantCulture));

    public ApiRequest Body<T>(T value, JsonTypeInfo<T> type)
    {
        Content = JsonBody.Write(value, type);
        return this;
    }

    /// <summary>A body that is JSON already.</summary>
    public ApiRequest Body(byte[] json)
    {
        Content = json;
        return this;
    }
}
