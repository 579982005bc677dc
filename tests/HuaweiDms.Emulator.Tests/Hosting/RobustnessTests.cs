using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using HuaweiDms.Emulator.Hosting;

namespace HuaweiDms.Emulator.Tests.Hosting;

/// <summary>Whatever arrives is answered or refused, but never breaks the service.</summary>
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
        "null", "true", "-1", "1e999", "9223372036854775808", "0.5", "\"\"", "\"\\u0000\"", "\"\\ud800\"", "\"kafka\"", "[]", "[null]", "[[]]", "[\"\"]",
        "[{}]", "{}", "{\"a\":{\"b\":[]}}", "\"" + "x" + "\"",
    ];

    [Fact]
    public async Task A_body_with_any_field_replaced_is_answered_or_refused()
    {
        using TestService service = new();
        HttpClient client = service.ConnectLawlessly();
        Route[] routes = [.. ServiceRoutes.All.Where(route => route.Method is "POST" or "PUT")];
        string id = await service.IdOfAsync("kafka-dev");
        Gen<(Route Route, string Body)> requests =
            from route in Gen.Elements(routes)
            from body in Gen.Elements(Bodies)
            from place in Gen.Choose(0, 60)
            from value in Gen.Elements(Strange)
            select (route, Replace(body, place, value));

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(1500), Prop.ForAll(requests.ToArbitrary(), async request =>
        {
            string path = service.Path(request.Route.Template)
                .Replace("{engine}", "kafka", StringComparison.Ordinal)
                .Replace("{instance_id}", id, StringComparison.Ordinal);
            Answer answer = await client.AskAsync(new HttpMethod(request.Route.Method), path, request.Body);
            Assert.InRange(answer.Status, 200, 499);
            return answer.Status < 300 || answer.ErrorCode is not null;
        }));
    }

    [Fact]
    public void A_query_of_any_text_is_answered_or_refused()
    {
        using TestService service = new();
        HttpClient client = service.ConnectLawlessly();
        string[] names = ["engine", "name", "limit", "offset", "start", "status", "include_failure", "id", "page", "per_page", "x"];

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(
            Gen.Elements(names).ToArbitrary(), ArbMap.Default.ArbFor<string>(), async (name, value) =>
            {
                string text = Uri.EscapeDataString(new([.. (value ?? "").Where(c => !char.IsSurrogate(c))]));
                foreach (string path in new[] { "/v2/{project_id}/instances?engine=kafka&", "/v1.0/{project_id}/instances?", "/v3/projects?" })
                    Assert.InRange((await client.AskAsync($"{service.Path(path)}{name}={text}")).Status, 200, 499);
            }));
    }

    /// <summary>The n-th value anywhere in the body becomes another one.</summary>
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
