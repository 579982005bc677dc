namespace HuaweiDms;

/// <summary>The kinds of items in the configuration of an instance.</summary>
public enum ConfigurationKind
{
    /// <summary>The instance itself (5.1.3): its description, tags, maintenance window and what was bought, without its settings.</summary>
    Instance,

    /// <summary>A setting of the instance (5.1.7).</summary>
    Setting,

    /// <summary>A topic (5.5.3), except those that the service uses itself.</summary>
    Topic,

    /// <summary>A user (5.7.1), without the password, which cannot be read.</summary>
    User,

    /// <summary>The access policy of a topic (5.7.6).</summary>
    AccessPolicy,

    /// <summary>A client quota (5.2.14).</summary>
    Quota,

    /// <summary>A consumer group (5.6.2), without its offsets.</summary>
    ConsumerGroup,
}
