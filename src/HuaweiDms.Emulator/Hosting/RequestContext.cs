using System.Globalization;
using HuaweiDms.Emulator.State;

namespace HuaweiDms.Emulator.Hosting;

/// <summary>A request as seen by an operation.</summary>
internal sealed class RequestContext(
    EmulatedService service, RequestMessage request, RouteMatch match, ProjectState? project, DateTimeOffset now)
{
    public EmulatedService Service { get; } = service;

    public RequestMessage Request { get; } = request;

    /// <summary>The project in the path, locked for this request.</summary>
    public ProjectState Project => project ?? throw new InvalidOperationException($"{match.Route.Template} has no project_id parameter.");

    /// <summary>When the service began to process the request.</summary>
    public DateTimeOffset Now { get; } = now;

    /// <summary>The value of a path parameter.</summary>
    public string this[string parameter]
        => match[parameter] ?? throw new InvalidOperationException($"{match.Route.Template} has no parameter {parameter}.");

    /// <summary>Whether Kafka Manager serves the request: its path contains "management" (5.2.12).</summary>
    public bool IsManagerOperation => match.Route.Template.Contains("/management/", StringComparison.Ordinal);

    /// <summary>The value of a query parameter; null if missing.</summary>
    public string? Query(string name) => Request.QueryValue(name);

    /// <summary>An integer query parameter; null if missing. Other values and those out of range are rejected.</summary>
    public int? QueryNumber(string name, int min = 0, int max = int.MaxValue)
    {
        if (Query(name) is not { Length: > 0 } text)
            return null;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= min && number <= max
            ? number
            : throw ServiceErrors.InvalidParameter();
    }

    /// <summary>A boolean query parameter; null if missing. Values other than true and false are rejected.</summary>
    public bool? QueryFlag(string name, Func<string, ApiErrorException>? refusal = null) => Query(name) switch
    {
        null or "" => null,
        "true" => true,
        "false" => false,
        _ => throw refusal?.Invoke(name) ?? ServiceErrors.InvalidParameter(),
    };

    /// <summary>Parses the body. An invalid body is rejected with the Kafka service's errors.</summary>
    public JsonFields Body() => JsonFields.Parse(Request.Body, BodyErrors.Kafka);
}
