namespace HuaweiDms;

/// <summary>The permissions of a user for a topic. The service may add others.</summary>
public static class TopicAccess
{
    /// <summary>Produce and consume.</summary>
    public const string All = "All";

    /// <summary>Produce.</summary>
    public const string Publish = "Publish";

    /// <summary>Consume.</summary>
    public const string Subscribe = "Subscribe";

    internal static string? FromWire(string? access)
        => access?.ToUpperInvariant() switch
        {
            "ALL" => All,
            "PUB" => Publish,
            "SUB" => Subscribe,
            _ => access,
        };

    internal static string ToWire(string access)
        => access switch
        {
            All => "all",
            Publish => "pub",
            Subscribe => "sub",
            _ => access,
        };
}
