using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using HuaweiDms.Contract;
using HuaweiDms.Emulator.Hosting;

namespace HuaweiDms.Emulator.Tests.Hosting;

/// <summary>Any input is accepted or rejected, but never breaks the service.</summary>
public sealed class RobustnessTests
{
    private static readonly string[] Bodies =
    [
        TestService.Order("kafka-new", """
            ,"description":"d","maintain_begin":"22:00","maintain_end":"02:00","ssl_enable":true,"access_user":"app-user","password":"Secret-Word-1",
            "sasl_enabled_mechanisms":["PLAIN"],"kafka_security_protocol":"SASL_SSL","enable_publicip":true,"publicip_id":"a","tenant_ips":["10.0.0.1"],
            "retention_policy":"time_base","disk_encrypted_enable":true,"disk_encrypted_key":"k","tags":[{"key":"a","value":"b"}],
            "port_protocol":{"private_plain_enable":true},"bss_param":{"charging_mode":"prePaid","period_type":"month","period_num":1},
            "specification":"100MB","partition_num":300,"kafka_manager_user":"admin","kafka_manager_password":"Secret-Word-1"
            """),
        """{"action":"restart","instances":["a","b"],"all_failure":"kafka","allFailure":"kafka"}""",
        """
        {"auth":{"identity":{"methods":["password"],"password":{"user":{"name":"u","id":"i","password":"p","domain":{"name":"d","id":"i"} } } },
        "scope":{"project":{"name":"n","id":"i"} } } }
        """,
    ];

    private static readonly string[] Strange =
    [
        "null", "true", "-1", "2147483647", "253402300799999", "9223372036854775807", "1e999", "9223372036854775808", "0.5", "\"\"", "\"\\u0000\"", "\"\\ud800\"", "\"kafka\"", "[]", "[null]", "[[]]", "[\"\"]",
        "[{}]", "{}", "{\"a\":{\"b\":[]}}", "\"" + "x" + "\"",
    ];

    /// <summary>Names and a time in the reference's examples, and their replacements from the sample.</summary>
    private static readonly Dictionary<string, string> Known = new()
    {
        ["\"topic-1513476102\""] = "\"orders\"",
        ["\"topic-test\""] = "\"orders\"",
        ["\"XXXX\""] = "\"orders\"",
        ["\"test\""] = "\"orders\"",
        ["\"test01\""] = "\"orders\"",
        ["\"topic01\""] = "\"orders\"",
        ["\"group-test\""] = "\"billing\"",
        ["\"root\""] = "\"billing\"",
        ["\"testuser\""] = "\"billing\"",
        ["1695796358970"] = "4000000000000",
    };

    [Fact]
    public async Task Body_with_any_field_replaced_is_accepted_or_rejected()
    {
        using TestService service = new();
        HttpClient client = service.ConnectUnchecked();
        Route[] routes = [.. ServiceRoutes.All.Where(route => route.Method is "POST" or "PUT")];
        string id = await service.IdOfAsync("kafka-dev");
        Gen<(Route Route, string Body)> requests =
            from route in Gen.Elements(routes)
            from body in Gen.Elements(Bodies)
            from place in Gen.Choose(0, 60)
            from value in Gen.Elements(Strange)
            select (route, Replace(body, place, value));

        Check.One(Trials.Of(1500), Prop.ForAll(requests.ToArbitrary(), async request =>
        {
            string path = service.Path(request.Route.Template)
                .Replace("{engine}", "kafka", StringComparison.Ordinal)
                .Replace("{instance_id}", id, StringComparison.Ordinal);
            Response response = await client.AskAsync(new HttpMethod(request.Route.Method), path, request.Body);
            Assert.InRange(response.Status, 200, 499);
            return response.Status < 300 || response.ErrorCode is not null;
        }));
    }

    /// <summary>The reference's examples, with names from the sample, so that validation gets past the check for a missing topic.</summary>
    [Fact]
    public async Task Documented_body_with_any_value_replaced_is_accepted_or_rejected()
    {
        using TestService service = new();
        HttpClient client = service.ConnectUnchecked();
        string id = await service.IdOfAsync("kafka-prod");
        foreach (Route route in ServiceRoutes.Documented)
        {
            string path = service.Path(route.Template).Replace("{engine}", "kafka", StringComparison.Ordinal).Replace("{instance_id}", id, StringComparison.Ordinal)
                .Replace("{topic}", "orders", StringComparison.Ordinal).Replace("{group}", "fulfilment", StringComparison.Ordinal)
                .Replace("{user_name}", "billing", StringComparison.Ordinal);
            foreach (string body in ApiContract.Default[route.OperationId].RequestBody?.Examples.Select(WithNamesOfTheSample) ?? [])
            {
                for (int place = 0; place < PlacesOf(body); place++)
                {
                    foreach (string value in Strange)
                    {
                        string changed = Replace(body, place, value);
                        Response response = await client.AskAsync(new HttpMethod(route.Method), path + (route.OperationId == "SendKafkaMessage" ? "?action_id=send" : ""), changed);
                        Assert.True(response.Status is >= 200 and < 500, $"{route.OperationId} responded with {response.Status} to {changed}: {response.Text}");
                        if (response.Status < 300)
                            service.Emulator.Reset();
                    }
                }
            }
        }
    }

    [Fact]
    public void Query_with_any_text_is_accepted_or_rejected()
    {
        using TestService service = new();
        HttpClient client = service.ConnectUnchecked();
        string[] names = ["engine", "name", "limit", "offset", "start", "status", "include_failure", "id", "page", "per_page", "x"];

        Check.One(Trials.Of(500), Prop.ForAll(
            Gen.Elements(names).ToArbitrary(), ArbMap.Default.ArbFor<string>(), async (name, value) =>
            {
                string text = Uri.EscapeDataString(new([.. (value ?? "").Where(c => !char.IsSurrogate(c))]));
                foreach (string path in new[] { "/v2/{project_id}/instances?engine=kafka&", "/v1.0/{project_id}/instances?", "/v3/projects?" })
                    Assert.InRange((await client.AskAsync($"{service.Path(path)}{name}={text}")).Status, 200, 499);
            }));
    }

    /// <summary>Replaces the n-th value in the body.</summary>
    private static string Replace(string body, int place, string value)
    {
        JsonNode root = JsonNode.Parse(body)!;
        List<(JsonNode Parent, object Key)> places = [];
        Collect(root, places);
        (JsonNode parent, object key) = places[place % places.Count];
        const string Marker = "(here)";
        if (parent is JsonObject fields)
            fields[(string)key] = Marker;
        else
            parent.AsArray()[(int)key] = Marker;
        return root.ToJsonString().Replace(JsonSerializer.Serialize(Marker), value, StringComparison.Ordinal);
    }

    private static int PlacesOf(string body)
    {
        List<(JsonNode Parent, object Key)> places = [];
        Collect(JsonNode.Parse(body), places);
        return places.Count;
    }

    private static string WithNamesOfTheSample(JsonElement example)
        => Known.Aggregate(example.GetRawText(), static (text, name) => text.Replace(name.Key, name.Value, StringComparison.Ordinal));

    private static void Collect(JsonNode? node, List<(JsonNode Parent, object Key)> places)
    {
        if (node is JsonObject fields)
        {
            foreach (KeyValuePair<string, JsonNode?> field in fields)
            {
                places.Add((fields, field.Key));
                Collect(field.Value, places);
            }
        }
        else if (node is JsonArray items)
        {
            for (int i = 0; i < items.Count; i++)
            {
                places.Add((items, i));
                Collect(items[i], places);
            }
        }
    }
}
