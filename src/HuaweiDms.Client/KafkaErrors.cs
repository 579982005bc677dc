namespace HuaweiDms;

/// <summary>The error codes of the Kafka protocol that reading and deleting messages can produce.</summary>
internal static class KafkaErrors
{
    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["1"] = "OFFSET_OUT_OF_RANGE",
        ["2"] = "CORRUPT_MESSAGE",
        ["3"] = "UNKNOWN_TOPIC_OR_PARTITION",
        ["5"] = "LEADER_NOT_AVAILABLE",
        ["6"] = "NOT_LEADER_OR_FOLLOWER",
        ["7"] = "REQUEST_TIMED_OUT",
        ["9"] = "REPLICA_NOT_AVAILABLE",
        ["13"] = "NETWORK_EXCEPTION",
        ["29"] = "TOPIC_AUTHORIZATION_FAILED",
        ["30"] = "GROUP_AUTHORIZATION_FAILED",
        ["44"] = "POLICY_VIOLATION",
        ["56"] = "KAFKA_STORAGE_ERROR",
        ["74"] = "FENCED_LEADER_EPOCH",
        ["75"] = "UNKNOWN_LEADER_EPOCH",
        ["78"] = "OFFSET_NOT_AVAILABLE",
    };

    /// <summary>Returns the name of an error code; null if it is unknown.</summary>
    public static string? NameOf(string number) => Names.TryGetValue(number, out string? name) ? name : null;
}
