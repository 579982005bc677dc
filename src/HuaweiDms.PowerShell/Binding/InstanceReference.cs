namespace HuaweiDms.PowerShell.Binding;

/// <summary>An instance by its id or as the object itself. A bad id is kept and reported when used, so that it costs its neighbours nothing.</summary>
public sealed class InstanceReference
{
    /// <summary>By id.</summary>
    /// <param name="id">The instance id.</param>
    public InstanceReference(string id) => Id = id?.Trim() ?? string.Empty;

    /// <summary>By id.</summary>
    /// <param name="id">The instance id.</param>
    public InstanceReference(Guid id)
        : this(id.ToString())
    {
    }

    internal string Id { get; }

    /// <summary>Its name, where the instance itself was given.</summary>
    internal string? Name { get; private init; }

    /// <summary>Its name, also where only the id was given and its connection has seen the instance.</summary>
    internal string? KnownName { get; private set; }

    internal string? ContextName { get; private set; }

    /// <summary>The name of its connection, where that has to be said; whoever names the instance says it then.</summary>
    internal string? Place { get; private set; }

    /// <summary>What came along in place of the instance that it is in; null where the instance was given.</summary>
    internal ContainedItem? Contained { get; private init; }

    internal bool IsWellFormed => IsId(Id);

    /// <summary>As a person would name it: name and id where both are known, and its connection where that has to be said.</summary>
    internal string Subject => (KnownName is null ? Id : $"{KnownName} ({Id})") + Engine.Whereabouts.Of(Place);

    /// <summary>
    /// As itself. A conversion and not a constructor: PowerShell looks at every constructor when it imports the module,
    /// and this one would have the client loaded then.
    /// </summary>
    /// <param name="instance">The instance.</param>
    public static implicit operator InstanceReference(Instance instance)
        => new(instance?.InstanceId!) { Name = instance?.Name, KnownName = instance?.Name, ContextName = instance?.Context };

    /// <summary>The instance of a topic, or of something of one.</summary>
    /// <param name="item">The topic.</param>
    public static implicit operator InstanceReference(TopicResource item) => Of(item?.InstanceId, "topic", item?.Topic, (item as Topic)?.Name);

    /// <summary>The instance of a consumer group, or of something of one.</summary>
    /// <param name="item">The group.</param>
    public static implicit operator InstanceReference(ConsumerGroupResource item) => Of(item?.InstanceId, "consumer group", item?.ConsumerGroup, (item as ConsumerGroup)?.Name);

    /// <summary>The instance of a user.</summary>
    /// <param name="item">The user.</param>
    public static implicit operator InstanceReference(InstanceUser item) => Of(item?.InstanceId, "user", item?.UserName, item?.Name);

    /// <summary>The instance of a quota.</summary>
    /// <param name="item">The quota.</param>
    public static implicit operator InstanceReference(ClientQuota item) => Of(item?.InstanceId, "quota", item?.ToString(), name: null);

    /// <summary>The instance of a Smart Connect task.</summary>
    /// <param name="item">The task.</param>
    public static implicit operator InstanceReference(SmartConnectTask item) => Of(item?.InstanceId, "Smart Connect task", item?.Name, item?.Name);

    /// <summary>The instance of a background task.</summary>
    /// <param name="item">The task.</param>
    public static implicit operator InstanceReference(BackgroundTask item) => Of(item?.InstanceId, "task", item?.Name, item?.Name);

    /// <summary>The id.</summary>
    public override string ToString() => Id;

    /// <summary>The same, where it was found.</summary>
    /// <param name="context">The connection that it is reached by.</param>
    /// <param name="name">The name that this knows it by; null where it has not seen the instance.</param>
    /// <param name="place">The connection's name, where that has to be said.</param>
    internal InstanceReference At(string context, string? name, string? place)
    {
        InstanceReference found = (InstanceReference)MemberwiseClone();
        (found.KnownName, found.ContextName, found.Place) = (KnownName ?? name, context, place);
        return found;
    }

    private static InstanceReference Of(string? instanceId, string noun, string? title, string? name)
        => new(instanceId!) { Contained = new(noun, $"{noun} {title}", name) };

    /// <summary>
    /// Whether a text has the form of an id: groups of 8, 4, 4, 4 and 12, in which letters beyond the hexadecimal occur in the
    /// reference's own examples. That of Smart Connect has the same.
    /// </summary>
    internal static bool IsId(string text)
    {
        if (text.Length != 36)
            return false;
        for (int at = 0; at < text.Length; at++)
        {
            bool fits = at is 8 or 13 or 18 or 23
                ? text[at] == '-'
                : text[at] is (>= '0' and <= '9') or (>= 'a' and <= 'z') or (>= 'A' and <= 'Z');
            if (!fits)
                return false;
        }
        return true;
    }
}

/// <summary>Something inside an instance that came by the pipeline.</summary>
/// <param name="Noun">What it is, or is something of.</param>
/// <param name="Subject">As a person would name it.</param>
/// <param name="Name">Its property Name, which other commands would take for the name of something else; null where it has none.</param>
internal sealed record ContainedItem(string Noun, string Subject, string? Name);
