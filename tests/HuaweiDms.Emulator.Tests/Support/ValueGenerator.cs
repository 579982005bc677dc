using System.Text.Json;
using System.Text.Json.Nodes;
using HuaweiDms.Contract;
using HuaweiDms.Emulator.Catalog;
using HuaweiDms.Emulator.State;

namespace HuaweiDms.Emulator.Tests.Support;

/// <summary>Generates JSON values that match a schema of the contract. Names are mostly those of the sample.</summary>
internal sealed class ValueGenerator(Random random)
{
    public static readonly string[] WrongIds = ["x", "%", "0", "..", "orders", "kafka-prod", "{id}", "11111111111111111111111111111111", "ключ", new('a', 400)];

    public static readonly string[] WrongTexts = ["", " ", "-1", "0", "x", "1.5", "2147483648", "99999999999999999999", "true", "null", new('x', 600), "ключ"];

    private static readonly string[] Topics = ["orders", "payments", "audit-log", "clicks", "__trace", "nobody", "new-topic", "another.topic"];
    private static readonly string[] Groups = ["billing", "fulfilment", "reporting", "nobody", "new-group"];
    private static readonly string[] Users = ["app-user", "billing", "reporting", "orders-writer", "nobody", "new-user"];
    private static readonly string[] Passwords = ["Secret-Word-1", "An0ther-Word", "weak"];
    private static readonly string[] Products = ["c6.2u4g.cluster", "c6.4u8g.cluster", "c6.8u16g.cluster", "00300-30308-0--0", "nothing"];
    private static readonly string[] Numbers = ["0", "1", "2", "5", "20"];

    private static readonly string[] Times
        = [.. new[] { 0L, 1, 1_000_000_000_000, 1_767_300_000_000, 1_767_323_045_000, 1_900_000_000_000, ServiceTime.LastMillisecond, long.MaxValue }.Select(static time => time.ToString(null, null))];

    private static readonly string[] Instances
        = [.. new[] { "prod", "prod", "dev", "dev", "staging", "analytics", "legacy", "poc-01", "poc-02", "test-01", "nobody" }.Select(static name => IdGenerator.ForName("kafka/kafka-" + name))];

    private static readonly Dictionary<string, string[]> NamesOfTheSample = new(StringComparer.Ordinal)
    {
        ["id"] = ["orders", "payments"],
        ["topic"] = ["orders", "clicks"],
        ["topics"] = ["orders", "payments,clicks"],
        ["group"] = ["billing", "fulfilment"],
        ["group_name"] = ["billing", "fulfilment"],
        ["user_name"] = ["billing", "reporting"],
        ["instance_id"] = [IdGenerator.ForName("kafka/kafka-analytics")],
    };

    private static readonly Dictionary<string, string[]> Known = new(StringComparer.Ordinal)
    {
        ["instance_id"] = Instances,
        ["instances"] = [.. Instances, IdGenerator.ForName("redis/redis-prod"), IdGenerator.ForName("redis/redis-legacy")],
        ["connector_id"] = [IdGenerator.ForName("connector/kafka-prod"), IdGenerator.ForName("connector/kafka-analytics"), IdGenerator.ForName("nobody")],
        ["task_id"] =
        [
            .. new[] { 12, 40, 41, 98 }.Select(static day => IdGenerator.HexForName($"task/kafka-prod/{day}")),
            .. new[] { "prod/audit-archive", "prod/orders-to-analytics", "analytics/payments-archive", "prod/clicks-archive" }.Select(static name => IdGenerator.ForName("connector/kafka-" + name)),
        ],
        ["topic"] = Topics,
        ["topics"] = Topics,
        ["topic_name"] = Topics,
        ["group"] = Groups,
        ["group_name"] = Groups,
        ["group_ids"] = Groups,
        ["user_name"] = Users,
        ["users"] = Users,
        ["user"] = [.. Users, ""],
        ["client"] = ["client-1", "", "client-2"],
        ["access_user"] = Users,
        ["kafka_manager_user"] = ["admin", "manager"],
        ["id"] = Topics,
        ["name"] = ["orders", "new-name", "kafka-prod", "PARTITION", "KEY", "num.partitions", "max.message.bytes", "app", "admin", "example-domain"],
        ["value"] = ["1", "3", "true", "orders", "10485760", ""],
        ["key"] = ["env", "team", "owner"],
        ["body"] = ["{}", "text", "", new('m', 500)],
        ["password"] = Passwords,
        ["new_password"] = Passwords,
        ["user_passwd"] = Passwords,
        ["pass_word"] = Passwords,
        ["kafka_manager_password"] = Passwords,
        ["product_id"] = Products,
        ["new_product_id"] = Products,
        ["available_zones"] = [.. ServiceZone.All.Select(static zone => zone.Id)],
        ["tenant_ips"] = ["10.0.0.1", "10.0.0.2", "192.168.0.4"],
        ["maintain_begin"] = ["22:00:00", "02:00:00"],
        ["maintain_end"] = ["02:00:00", "06:00:00"],
        ["partition"] = Numbers,
        ["message_offset"] = ["0", "1000", "1023", "2005", "9999999"],
        ["start_time"] = Times,
        ["end_time"] = Times,
        ["begin_time"] = ["20260101000000", "20240101000000"],
        ["minSize"] = ["1K", "20M", "1G"],
        ["redis_address"] = ["192.168.9.11:6379"],
        ["bootstrap_servers"] = ["192.168.9.11:9092"],
        ["topics_mapping"] = ["orders:new", ""],
        ["topics_regex"] = ["ord.*", "("],
        ["obs_path"] = ["a/b", ""],
        ["task_name"] = ["new-task", "audit-archive"],
        ["engine_version"] = ["2.7", "3.x"],
        ["public_bandwidth"] = ["3", "30"],
        ["node_cnt"] = ["2", "5"],
    };

    /// <summary>A value for a field.</summary>
    public JsonNode? Make(JsonElement schema, string name)
    {
        JsonElement target = ApiContract.Default.Resolve(schema);
        if (target.TryGetProperty("enum", out JsonElement allowed))
            return JsonNode.Parse(One([.. allowed.EnumerateArray()]).GetRawText());
        return (target.TryGetProperty("type", out JsonElement type) ? type.GetString() : "object") switch
        {
            "string" => MakeText(target, name),
            "boolean" => random.Next(2) == 0,
            "integer" => MakeNumber(target, name),
            "number" => random.Next(1000) / 10.0,
            "array" => MakeArray(target, name),
            _ => MakeObject(target, name),
        };
    }

    /// <summary>Replaces names of topics, groups, users and instances, because random names would rarely all exist.</summary>
    public JsonNode WithKnownNames(JsonNode node)
    {
        if (node is JsonObject fields)
        {
            foreach ((string name, JsonNode? value) in fields.ToArray())
            {
                if (value is JsonValue && NamesOfTheSample.TryGetValue(name, out string[]? known) && value.GetValueKind() == JsonValueKind.String)
                    fields[name] = One(known);
                else if (value is not null)
                    WithKnownNames(value);
            }
        }
        else if (node is JsonArray items)
        {
            foreach (JsonNode item in items.OfType<JsonNode>())
                WithKnownNames(item);
        }
        return node;
    }

    private JsonNode MakeText(JsonElement schema, string name)
    {
        if (Known.TryGetValue(name, out string[]? known))
            return One(known);
        if (schema.TryGetProperty("example", out JsonElement example) && random.Next(2) == 0)
            return example.GetString()!;
        int least = Bound(schema, "minLength", 0), most = Math.Min(Bound(schema, "maxLength", 20), 40);
        return new string([.. Enumerable.Range(0, random.Next(least, most + 1)).Select(_ => One("aZ09-_ .:/\"\\é中".ToCharArray()))]);
    }

    private JsonNode MakeNumber(JsonElement schema, string name)
    {
        long least = Bound(schema, "minimum", 0L), most = Bound(schema, "maximum", 40L);
        return name switch
        {
            "timestamp" or "begin_time" or "end_time" or "execute_at" => long.Parse(One(Times), null),
            "message_offset" or "offset" => One<long>([0, 1000, 1010, 1024, 1025, 2005]),
            "storage_space" or "new_storage_space" => One<long>([300, 600, 900, 1500, 1800, 3000]),
            "broker_num" or "new_broker_num" => One<long>([3, 4, 6]),
            "partition" => One<long>([0, 1, 2, 5, 9]),
            _ => random.Next(4) switch
            {
                0 => least,
                1 when most < int.MaxValue => most,
                _ => random.NextInt64(least, Math.Min(most, least + 40) + 1),
            },
        };
    }

    private JsonArray MakeArray(JsonElement schema, string name)
    {
        int least = Bound(schema, "minItems", 0);
        int count = random.Next(4) == 0 ? least : random.Next(Math.Max(least, 1), Math.Max(Math.Min(Bound(schema, "maxItems", 4), 4), least) + 1);
        JsonArray items = [];
        for (int i = 0; i < count; i++)
            items.Add(schema.TryGetProperty("items", out JsonElement item) ? Make(item, name) : null);
        return items;
    }

    /// <summary>Includes all required fields, and all, none or some of the optional ones.</summary>
    private JsonObject MakeObject(JsonElement schema, string name)
    {
        JsonObject fields = [];
        if (!schema.TryGetProperty("properties", out JsonElement properties))
        {
            if (schema.TryGetProperty("additionalProperties", out JsonElement rest) && rest.ValueKind == JsonValueKind.Object)
            {
                foreach (string address in new[] { "192.168.0.4", "192.168.0.5", "192.168.0.6" })
                    fields[address] = Make(rest, name);
            }
            return fields;
        }
        HashSet<string> required = schema.TryGetProperty("required", out JsonElement list) ? [.. list.EnumerateArray().Select(static item => item.GetString()!)] : [];
        int part = random.Next(4);
        foreach (JsonProperty property in properties.EnumerateObject())
        {
            if (required.Contains(property.Name) || part == 0 || (part > 1 && random.Next(2) == 0))
                fields[property.Name] = Make(property.Value, property.Name);
        }
        return fields;
    }

    private static int Bound(JsonElement schema, string name, int otherwise) => (int)Math.Min(Bound(schema, name, (long)otherwise), int.MaxValue);

    private static long Bound(JsonElement schema, string name, long otherwise)
        => schema.TryGetProperty(name, out JsonElement bound) ? (long)bound.GetDouble() : otherwise;

    private T One<T>(T[] all) => all[random.Next(all.Length)];
}
