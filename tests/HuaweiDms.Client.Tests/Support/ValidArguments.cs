using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using HuaweiDms.Contract;

namespace HuaweiDms.Client.Tests.Support;

/// <summary>Arguments that the contract allows, with and without optional values.</summary>
/// <param name="operations">The operations that the call may send: their requests define the allowed values.</param>
/// <param name="seed">The same seed produces the same arguments.</param>
[SuppressMessage("Security", "CA5394", Justification = "Noise, not secrets.")]
internal sealed class ValidArguments(IReadOnlyList<ContractOperation> operations, int seed)
{
    private readonly Random _random = new(seed);
    private readonly SchemaValues _values = new(ApiContract.Default, SchemaUse.Written, seed);
    private readonly Dictionary<string, JsonElement> _fields = FieldsOf(operations);
    private readonly HashSet<string> _required = RequiredOf(operations);
    private readonly List<(string Name, string Text)> _given = [];
    private int _numbers;

    /// <summary>The texts and numbers that were given, with their names.</summary>
    public IReadOnlyList<(string Name, string Text)> Given => _given;

    /// <summary>Creates the arguments.</summary>
    public Arguments Make() => new()
    {
        Give = () => _random.Next(3) > 0,
        WholeLists = true,
        Text = Text,
        Number = () => _random.Next(1, 1000),
        Time = () => DateTimeOffset.UnixEpoch.AddSeconds(_random.Next(1, int.MaxValue)),
        Choice = _random.Next,
        Whole = Whole,
        Property = Property,
        Needed = property => property.GetCustomAttribute<JsonPropertyNameAttribute>() is { Name: var name } && _required.Contains(name),
    };

    private static HashSet<string> RequiredOf(IReadOnlyList<ContractOperation> operations)
        => operations.Select(operation => operation.RequestBody).OfType<ContractBody>()
            .Select(body => ApiContract.Default.Resolve(body.Schema))
            .SelectMany(schema => schema.TryGetProperty("required", out JsonElement names) ? names.EnumerateArray().Select(name => name.GetString()!) : [])
            .ToHashSet(StringComparer.Ordinal);

    private static Dictionary<string, JsonElement> FieldsOf(IReadOnlyList<ContractOperation> operations)
    {
        Dictionary<string, JsonElement> fields = new(StringComparer.Ordinal);
        foreach (ContractBody body in operations.Select(operation => operation.RequestBody).OfType<ContractBody>())
            Add(body.Schema);
        return fields;

        void Add(JsonElement schema)
        {
            JsonElement target = ApiContract.Default.Resolve(schema);
            if (target.TryGetProperty("items", out JsonElement items))
                Add(items);
            if (!target.TryGetProperty("properties", out JsonElement properties))
                return;
            foreach (JsonProperty property in properties.EnumerateObject())
            {
                if (fields.TryAdd(property.Name, property.Value))
                    Add(property.Value);
            }
        }
    }

    private string Text(string name)
        => Give(name, name switch
        {
            "description" or "value" or "key" or "keyword" => Free(),
            "sortKey" => Any("topic", "partition", "messages"),
            "sortDirection" => Any("asc", "desc"),
            "specification" => Any("100MB", "300MB", "600MB", "1200MB"),
            _ => Word(),
        });

    private object? Whole(Type type, string name)
    {
        if (type == typeof(Secret))
            return Secret.From(Give(name, "Secret-" + Word()));
        if (type == typeof(InstanceSize))
            return Size();
        if (type == typeof(OffsetReset))
            return Reset();
        if (type == typeof(ConfigChange))
            return new ConfigChange { Name = Give("Name", Word()), Sent = Give("Value", Free()) };
        if (type == typeof(CrossVpcAddress))
            return new CrossVpcAddress { ListenerIp = Give("ListenerIp", Address()), AdvertisedIp = Give("AdvertisedIp", Address()) };
        if (type == typeof(Uri))
            return new Uri(Give("url", "https://console.test/" + Word()));
        if (type == typeof(TopicAccessPolicy))
            return new TopicAccessPolicy { UserName = Give("UserName", Word()), Access = Any("All", "Publish", "Subscribe") };
        if (type == typeof(Message))
            return new Message { InstanceId = Give("InstanceId", Word()), Topic = Give("Topic", Word()), Partition = 7, Offset = _random.NextInt64(long.MaxValue) };
        if (type == typeof(DiagnosisSummary))
            return new DiagnosisSummary { InstanceId = Give("InstanceId", Word()), ReportId = Give("ReportId", Word()) };
        if (type == typeof(SmartConnectSource))
            return Source();
        if (type == typeof(SmartConnectSink) || type == typeof(ObsSink))
            return Sink();
        if (type == typeof(int) && name == "partitionCount")
            return _random.Next(2, 101);
        if (name is "tags" or "Tags")
            return Tags();
        return null;
    }

    /// <summary>Creates a value of a request body according to the contract.</summary>
    private (bool Known, object? Value) Property(PropertyInfo property)
    {
        // Properties that only objects read from the service have.
        if (property.Name is nameof(DmsResource.AdditionalProperties) or nameof(ClientQuota.TaskId)
            || property.DeclaringType == typeof(DmsResource) || property.DeclaringType == typeof(InstanceResource))
            return (true, null);
        if (property.Name == nameof(TopicSpecification.Config) && !_fields.ContainsKey("topic_other_configs"))
            return (true, null);
        // The older path allows fewer.
        if (property.Name == nameof(TopicSpecification.PartitionCount))
            return (true, int.Parse(Give(property.Name, _random.Next(2, 101).ToString(CultureInfo.InvariantCulture)), CultureInfo.InvariantCulture));
        if (property.GetCustomAttribute<JsonPropertyNameAttribute>() is not { Name: var name })
            return default;
        if (!_fields.TryGetValue(name, out JsonElement schema))
            return operations.Any(operation => operation.RequestBody is not null) ? (true, null) : default;
        Type type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        if (type == typeof(string) && property.Name == "AccessMode")
            return (true, Any("PrivatePlain", "PrivateSaslSsl", "PublicSaslPlaintext"));
        if (type == typeof(string[]) && property.Name == "AccessModes")
            return (true, new[] { "PrivatePlain", "PublicSaslSsl" });
        if (type == typeof(TimeSpan))
            return (true, TimeSpan.FromHours(Any(22, 2, 6, 10, 14, 18)));
        return _values.Make(schema) switch
        {
            JsonValue text when type == typeof(string) => (true, Give(property.Name, IsFree(property, schema) ? text.GetValue<string>() : Word())),
            JsonValue number when type == typeof(int) && number.GetValueKind() == JsonValueKind.Number => (true, int.Parse(Give(property.Name, number.ToJsonString()), CultureInfo.InvariantCulture)),
            JsonValue number when type == typeof(long) && number.GetValueKind() == JsonValueKind.Number => (true, long.Parse(Give(property.Name, number.ToJsonString()), CultureInfo.InvariantCulture)),
            JsonArray list when type == typeof(string[]) || type == typeof(IReadOnlyList<string>) => (true, list.Select(item => Give(property.Name, item!.GetValue<string>())).ToArray()),
            _ => default,
        };
    }

    /// <summary>
    /// Whether any text is allowed: where the contract says so, and in descriptions; otherwise the service requires a name.
    /// </summary>
    private static bool IsFree(PropertyInfo property, JsonElement schema)
        => schema.TryGetProperty("enum", out _) || schema.TryGetProperty("pattern", out _) || property.Name is "Description" or "TopicRegex" or "RecordDelimiter";

    private InstanceSize Size()
        => _random.Next(3) switch
        {
            0 => InstanceSize.Storage(_random.Next(300, 10000)),
            1 => InstanceSize.Brokers(_random.Next(3, 31), _random.Next(300, 10000), [Give("PublicIpIds", Word())], [Give("TenantIps", Word()), Give("TenantIps", Word())], Give("SecondSubnetId", Word())),
            _ => InstanceSize.Product(Give("ProductId", Word())),
        };

    private SmartConnectSource Source()
    {
        if (_random.Next(2) == 0)
        {
            return new RedisReplicationSource
            {
                Addresses = [Give("Addresses", Word()), Give("Addresses", Word())],
                RedisType = Give("RedisType", Word()),
                SyncMode = "RDB_ONLY",
                FullSyncWait = TimeSpan.FromSeconds(5),
                RateLimitKBps = -1,
            };
        }
        return new KafkaReplicationSource { ClusterName = Give("ClusterName", Word()), PeerInstanceId = Give("PeerInstanceId", Word()), Direction = "two-way" };
    }

    private ObsSink Sink()
    {
        ObsSink sink = new()
        {
            BucketName = Give("BucketName", Word()),
            Path = Give("Path", Word()),
            ConsumerStrategy = Give("ConsumerStrategy", Any("latest", "earliest")),
            FileType = Give("FileType", "TEXT"),
            PartitionFormat = Give("PartitionFormat", Any("yyyy", "yyyy/MM/dd/HH/mm")),
            DeliverInterval = TimeSpan.FromSeconds(_random.Next(30, 901)),
        };
        sink.Authenticate(Secret.From(Give("AccessKey", Word())), Secret.From(Give("SecretKey", Word())));
        return sink;
    }

    private OffsetReset Reset()
        => _random.Next(2) == 0
            ? OffsetReset.ToOffset(Give("Topic", Word()), _random.Next(100), _random.NextInt64(long.MaxValue))
            : OffsetReset.ToTime(Give("Topic", Word()), null, DateTimeOffset.UnixEpoch.AddSeconds(_random.Next()));

    private Dictionary<string, string> Tags()
        => Enumerable.Range(0, _random.Next(1, 4)).ToDictionary(_ => Give("Key", Word()), _ => Give("Value", Free()), StringComparer.Ordinal);

    private string Address() => string.Create(CultureInfo.InvariantCulture, $"10.{_random.Next(256)}.{_numbers++ % 256}.{_random.Next(256)}");

    private string Word() => string.Create(CultureInfo.InvariantCulture, $"w{_numbers++}-{_random.Next():x8}");

    /// <summary>Creates a text of arbitrary characters, some of which have more than one UTF-16 code unit.</summary>
    private string Free() => $"{Any("ü", "名", "😀", "a/b", "\"", "<&>", "%2F", "a b", "\\", "\t")}{Word()}{Any("é", "字", "👩‍👩‍👧", "'", "+", "ж")}";

    private string Give(string name, string text)
    {
        _given.Add((name, text));
        return text;
    }

    private T Any<T>(params T[] choices) => choices[_random.Next(choices.Length)];
}
