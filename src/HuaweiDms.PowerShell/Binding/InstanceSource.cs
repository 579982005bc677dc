using System.Collections;
using System.Management.Automation;
using System.Reflection;

namespace HuaweiDms.PowerShell.Binding;

/// <summary>
/// An object that has the id of an instance: one of the module's objects; the copy that a job, a file or Select-Object makes of
/// one, which keeps the type name; or a row, of which only the columns are known.
/// </summary>
internal sealed class InstanceSource
{
    /// <summary>
    /// The types that describe an instance as a whole. Any other object with an instance id describes something in the instance.
    /// </summary>
    private static readonly HashSet<Type> InstanceTypes =
    [
        typeof(Instance), typeof(InstanceActionResult), typeof(InstanceConfiguration), typeof(InstanceConfigChange), typeof(InstanceUpgrade),
        typeof(AccessModeChange), typeof(CrossVpcAddressResult), typeof(SmartConnectChange), typeof(InstanceLimits), typeof(SmartConnectLimits),
        typeof(TopicLimits), typeof(Cluster), typeof(InstanceCheck), typeof(MetricHierarchy), typeof(ProductCore),
    ];

    /// <summary>
    /// The properties that identify an item in an instance, what it is, and where its own name is. The first one present decides: a
    /// quota also has a user, and a Smart Connect task is also a task.
    /// </summary>
    private static readonly (string Property, string Noun, string Title)[] Marks =
    [
        ("ReportId", "diagnosis", "ReportId"), ("ProducerByteRate", "quota", "UserName"), ("SinkTask", "Smart Connect task", "Name"),
        ("TaskId", "task", "Name"), ("ConsumerGroup", "consumer group", "ConsumerGroup"), ("Topic", "topic", "Topic"),
        ("UserName", "user", "UserName"), ("ClientId", "client", "ClientId"), ("Partition", "partition", "Partition"),
        ("Broker", "broker", "Broker"), ("BrokerId", "broker", "BrokerId"), ("ConfigType", "setting", "Name"), ("Key", "tag", "Key"),
        ("FlavorId", "product", "ProductId"),
    ];

    /// <summary>Values that exist only inside an instance. A row that has one of them and only an id is doubtful.</summary>
    private static readonly string[] Hints =
    [
        "Lag", "LargestLag", "Verdict", "CurrentOffset", "StartOffset", "EndOffset", "TargetOffset", "Offset", "MemberId", "ReplicationFactor", "RetentionHours",
    ];

    private readonly Reader _read;
    private readonly Type? _type;
    private readonly bool _isSelection;

    /// <summary>From the known parts of an object.</summary>
    /// <param name="id">The id in it.</param>
    /// <param name="typeNames">The type names that PowerShell keeps.</param>
    /// <param name="read">Reads its properties.</param>
    internal InstanceSource(string id, IEnumerable<string> typeNames, Reader read)
    {
        (Id, _read) = (id, read);
        _type = typeNames.Select(OurType).FirstOrDefault(type => type is not null);
        _isSelection = typeNames.FirstOrDefault()?.Contains("Selected.") == true;
        Contained = FindContained();
    }

    public string Id { get; }

    /// <summary>Whether it is, or was, an object of the module; a row is not.</summary>
    public bool IsOurs => _type is not null;

    /// <summary>Whether it describes something that only a Kafka instance has. An action result may also be about a DCS instance.</summary>
    public bool IsOfKafka => _type is not null ? _type != typeof(InstanceActionResult) : Contained is { Noun: "topic" or "consumer group" } || Array.Exists(Hints, Has);

    /// <summary>Whether it is a message: it has an offset, but not those of its partition.</summary>
    public bool IsMessage => Has("Offset") && !Has("EndOffset");

    public string? Context => Text("Context") is { Length: > 0 } name ? name : NestedInstance?.Context;

    /// <summary>The Smart Connect id of an instance; null if Smart Connect is off.</summary>
    public string? ConnectorId => Text("ConnectorId");

    /// <summary>Whether it is an instance that includes its Smart Connect id.</summary>
    public bool HasConnector => _type == typeof(Instance) && _read("ConnectorId", out _);

    /// <summary>Whether it is an ordered instance of which nothing else was known yet; it may not exist.</summary>
    public bool IsOrdered => _type == typeof(Instance) && Text("Status") == "CREATING" && Text("EngineVersion") is null or "";

    /// <summary>The name of the instance, if that is certain: a property from Select-Object may be calculated.</summary>
    public string? Name => _type is not null && Contained is null && !_isSelection ? Text("Name") : null;

    /// <summary>
    /// What a row is about that may or may not be an instance: its name, or else a telling property. Null if there is no doubt.
    /// </summary>
    public string? ClaimedName
        => _type is not null || Contained is not null ? null
            : Text("Name") is { Length: > 0 } name ? name
            : Array.Find(Hints, Has);

    /// <summary>The item in the instance; null if the object stands for the whole instance.</summary>
    public ContainedItem? Contained { get; }

    /// <summary>Returns null if the object does not have the id of one instance.</summary>
    public static InstanceSource? Of(object? value)
    {
        object? plain = PSValue.Unwrap(value);
        if (plain is null or string or ValueType)
            return null;
        Type type = plain.GetType();
        if (type.Assembly != typeof(Instance).Assembly)
            return Of(PSObject.AsPSObject(value!));
        return Of([type.FullName!], (string property, out object? found) =>
        {
            PropertyInfo? info = type.GetProperty(property);
            found = info?.GetValue(plain);
            return info is not null;
        });
    }

    private static InstanceSource? Of(PSObject item)
        => Of(item.TypeNames, (string property, out object? found) =>
        {
            PSPropertyInfo? info = item.Properties[property];
            found = PSValue.Unwrap(info?.Value);
            return info is not null;
        });

    /// <summary>Returns null if there is no id of one instance.</summary>
    internal static InstanceSource? Of(IEnumerable<string> typeNames, Reader read)
    {
        if (IdIn("InstanceId", read) is { } id)
        {
            InstanceSource source = new(id, typeNames, read);
            return source.IsListOfIds ? null : source;
        }
        return IdIn("Id", read) is { } other && InstanceReference.IsId(other) ? new(other, typeNames, read) : null;
    }

    /// <summary>
    /// The id in a property. Several ids become one text that no instance has; separately, they would bypass the checks of the row.
    /// </summary>
    private static string? IdIn(string property, Reader read)
        => read(property, out object? value) && OneValueAttribute.Of(value) is { } one ? Of(one)?.Id ?? one.ToString() : null;

    /// <summary>The type that a name such as Deserialized.Selected.HuaweiDms.Topic refers to.</summary>
    private static Type? OurType(string name)
    {
        int at = name.LastIndexOf("HuaweiDms.", StringComparison.Ordinal);
        return at < 0 ? null : typeof(Instance).Assembly.GetType(name.Substring(at));
    }

    /// <summary>Whether there are several ids and nothing else; with other properties, the value is refused.</summary>
    private bool IsListOfIds
        => Contained is null && ClaimedName is null && _read("InstanceId", out object? value) && value is IList { Count: > 1 };

    /// <summary>Whether it has a property, or had it before Select-Object removed it.</summary>
    private bool Has(string property) => _type is null ? _read(property, out _) : _type.GetProperty(property) is not null;

    private ContainedItem? FindContained()
    {
        if (_type is not null && InstanceTypes.Contains(_type))
            return null;
        foreach ((string property, string noun, string title) in Marks)
        {
            if (Has(property))
                return Item(noun, property, title);
        }
        if (Has("Kind") && Has("Change") && Enum.TryParse(Text("Kind"), ignoreCase: true, out ConfigurationKind kind))
            return PartOf(kind);
        return _type is null ? null : new("part", $"{_type.Name} {Text("Name")}".TrimEnd(), Name: null);
    }

    /// <summary>
    /// What a difference or a change of a configuration is about. A row about permissions has the name of their topic, but a command
    /// for topics must not take it for the topic itself.
    /// </summary>
    private ContainedItem PartOf(ConfigurationKind kind)
    {
        string noun = kind switch
        {
            ConfigurationKind.ConsumerGroup => "consumer group",
            ConfigurationKind.AccessPolicy => "permission",
            ConfigurationKind.Instance => "property",
            _ => kind.ToString().ToLowerInvariant(),
        };
        return new(noun, $"{noun} {Text("Name")}".TrimEnd(), Text("Name"));
    }

    private ContainedItem Item(string noun, string mark, string title)
    {
        string? name = Text("Name");
        string? text = Text(title) is { Length: > 0 } told ? told : null;
        // In a handwritten row, Name next to a group or a user may be the name of something else.
        bool isOwn = _type is not null || title == "Name" || name == Text(mark);
        return new(noun, text is null ? noun : $"{noun} {text}", isOwn ? name : null, noun == "quota" ? Quota : text, _type);
    }

    /// <summary>The subject that identifies a quota, which has no name; null if it is unknown.</summary>
    private string? Quota
        => new ClientQuota
        {
            UserName = Text("UserName"),
            ClientId = Text("ClientId"),
            DefaultUser = IsTrue("DefaultUser"),
            DefaultClient = IsTrue("DefaultClient"),
        }.ToString() is { Length: > 0 } subject ? subject : null;

    private bool IsTrue(string property) => bool.TryParse(Text(property), out bool value) && value;

    /// <summary>The instance itself, if a row has it instead of the id.</summary>
    private InstanceSource? NestedInstance => _read("InstanceId", out object? value) ? Of(OneValueAttribute.Of(value)) : null;

    private string? Text(string property) => _read(property, out object? value) ? value?.ToString() : null;

    /// <summary>Reads a property.</summary>
    /// <returns>False if there is none.</returns>
    internal delegate bool Reader(string property, out object? value);
}
