namespace HuaweiDms;

/// <summary>Kinds of configuration.</summary>
internal static class ConfigurationKinds
{
    /// <summary>All of them, in the order in which an instance takes them.</summary>
    public static IReadOnlyList<ConfigurationKind> All { get; } =
    [
        ConfigurationKind.Instance, ConfigurationKind.Setting, ConfigurationKind.Topic, ConfigurationKind.User, ConfigurationKind.AccessPolicy,
        ConfigurationKind.Quota, ConfigurationKind.ConsumerGroup,
    ];
}
