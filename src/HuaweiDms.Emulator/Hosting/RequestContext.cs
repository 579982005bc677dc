using System.Globalization;
using HuaweiDms.Emulator.State;

namespace HuaweiDms.Emulator.Hosting;

/// <summary>What an operation gets to see of a request.</summary>
internal sealed class RequestContext(
    EmulatedService service, RequestMessage request, RouteMatch match, ProjectState? project, DateTimeOffset now)
{
    public EmulatedService Service { get; } = service;

    public RequestMessage Request { get; } = request;

    /// <summary>The project in the path, locked for this request.</summary>
    public ProjectState Project => project ?? throw new InvalidOperationException($"{match.Route.Template} names no project.");

    /// <summary>When the service began to act on the request.</summary>
    public DateTimeOffset Now { get; } = now;

    /// <summary>A parameter of the path.</summary>
    public string this[string parameter]
        => match[parameter] ?? throw new InvalidOperationException($"{match.Route.Template} has no parameter {parameter}.");

    /// <summary>Whether Kafka Manager answers it: what has management in its path (5.2.12).</summary>
    public bool GoesThroughManager => match.Route.Template.Contains("/management/", StringComparison.Ordinal);

    /// <summary>A value of the query; null when missing.</summary>
    public string? Query(string name) => Request.QueryValue(name);

    /// <summary>A whole number of the query; null when missing, refused when it is none or outside its range.</summary>
    public int? QueryNumber(string name, int smallest = 0, int largest = int.MaxValue)
    {
        if (Query(name) is not { Length: > 0 } text)
            return null;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= smallest && number <= largest
            ? number
            : throw ServiceErrors.InvalidParameter();
    }

    /// <summary>A flag of the query; null when missing, refused when it is neither true nor false.</summary>
    public bool? QueryFlag(string name, Func<string, RefusalException>? refusal = null) => Query(name) switch
    {
        null or "" => null,
        "true" => true,
        "false" => false,
        _ => throw refusal?.Invoke(name) ?? ServiceErrors.InvalidParameter(),
    };

    /// <summary>The body, refused in the words of the Kafka service when it is none.</summary>
    public JsonFields Body() => JsonFields.Parse(Request.Body, BodyErrors.Kafka);
}
