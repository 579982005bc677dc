namespace HuaweiDms.Contract;

/// <summary>A path template of an operation. If several match, the one with the earlier literal segment wins.</summary>
internal sealed class Route
{
    private readonly string[] _segments;

    public Route(string method, string template, ContractOperation operation)
    {
        Method = method;
        Operation = operation;
        _segments = template.Split('/');
    }

    public string Method { get; }

    public ContractOperation Operation { get; }

    /// <summary>The sort key for matching: literals before parameters, segment by segment.</summary>
    public string Rank => string.Concat(_segments.Select(segment => segment switch
    {
        "{engine}" => '1',
        ['{', ..] => '2',
        _ => '0',
    }));

    public Dictionary<string, string>? Match(string[] rawSegments)
    {
        if (rawSegments.Length != _segments.Length)
            return null;
        Dictionary<string, string> values = new(StringComparer.Ordinal);
        for (int i = 0; i < _segments.Length; i++)
        {
            if (_segments[i] is not ['{', .. var name, '}'])
            {
                if (rawSegments[i] != _segments[i])
                    return null;
                continue;
            }
            string value = Uri.UnescapeDataString(rawSegments[i]);
            // kafka is the only engine; any other value in its place is the project id of another route.
            if (value.Length == 0 || (name == "engine" && value != "kafka"))
                return null;
            values[name] = value;
        }
        return values;
    }
}
