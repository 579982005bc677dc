namespace HuaweiDms;

/// <summary>What the configuration of an instance is made of.</summary>
public enum ConfigurationKind
{
    /// <summary>The instance itself (5.1.3): what it is called and what was bought, without its settings.</summary>
    Instance,

    /// <summary>A setting of the instance (5.1.7).</summary>
    Setting,

    /// <summary>A topic (5.5.3); the service's own are none of it.</summary>
    Topic,

    /// <summary>A user (5.7.1), without the password: nobody can read that.</summary>
    User,

    /// <summary>Who may do what with a topic (5.7.6).</summary>
    AccessPolicy,

    /// <summary>A quota of users or clients (5.2.14).</summary>
    Quota,

    /// <summary>A consumer group (5.6.2), without its offsets.</summary>
    ConsumerGroup,
}
