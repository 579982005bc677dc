using System.Collections.Concurrent;
using System.Collections.Specialized;
using System.Text;
using System.Web;

namespace HuaweiDms.Bench.Server;

/// <summary>The responses, built once per URL, in the form of the API reference.</summary>
internal static class Responses
{
    private static readonly ConcurrentDictionary<string, byte[]> Made = new();
    private static readonly byte[] Done = Encoding.ASCII.GetBytes("HTTP/1.1 204 No Content\r\n\r\n");

    public static byte[] To(string method, string target)
        => method == "GET" ? Made.GetOrAdd(target, static target => Make(new Uri("http://host" + target))) : Done;

    public static byte[] Ok(string json)
        => Encoding.UTF8.GetBytes(
            $"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(json)}\r\n\r\n{json}");

    private static byte[] Make(Uri address)
    {
        string[] path = address.AbsolutePath.Split('/');
        NameValueCollection query = HttpUtility.ParseQueryString(address.Query);
        int offset = int.Parse(query["offset"] ?? "0");
        int limit = int.Parse(query["limit"] ?? "10");
        return path[^1] switch
        {
            "instances" => Ok($$"""{"instances":[{{Instance("00000000-0000-0000-0000-000000010000")}}],"instance_num":1}"""),
            "topics" => Ok(Topics(total: int.Parse(path[^2][^12..]), offset, limit)),
            "partitions" => Ok("""{"total":1,"partitions":[{"partition":0,"start_offset":0,"last_offset":9,"message_count":9}]}"""),
            _ when path[^2] == "groups" => Ok("""{"group":{"group_id":"group","state":"EMPTY","coordinator_id":1,"members":[]}}"""),
            _ when path[^2] == "instances" => Ok(Instance(path[^1])),
            _ => Ok("{}"),
        };
    }

    /// <summary>The last digits of the instance id are the number of its topics.</summary>
    private static string Topics(int total, int offset, int limit)
    {
        string topics = string.Join(',', Enumerable.Range(offset, Math.Clamp(total - offset, 0, limit)).Select(Topic));
        return $$"""
            {"total":{{total}},"size":{{limit}},"remain_partitions":900,"max_partitions":1800,"topic_max_partitions":200,"topics":[{{topics}}]}
            """;
    }

    private static string Topic(int number)
        => $$"""
            {"policiesOnly":false,"name":"topic-{{number:00000}}","replication":3,"partition":3,"retention_time":72,"sync_replication":false,
            "sync_message_flush":false,"external_configs":{},"topic_type":0,"topic_desc":"","created_at":{{1700000000000 + number}},
            "topic_other_configs":[{"name":"max.message.bytes","valid_values":"[0...10485760]","default_value":"10485760",
            "config_type":"dynamic","value":"10485760","value_type":"int"},{"name":"message.timestamp.type","valid_values":"[CreateTime, LogAppendTime]",
            "default_value":"LogAppendTime","config_type":"dynamic","value":"LogAppendTime","value_type":"string"}]}
            """;

    private static string Instance(string id)
        => $$"""
            {"name":"bench","engine":"kafka","engine_version":"2.7","description":"","specification":"kafka.2u4g.cluster.small * 3 broker",
            "storage_space":300,"used_storage_space":24,"partition_num":1800,"broker_num":3,"node_num":3,"connect_address":"192.168.0.11,192.168.0.12",
            "port":9092,"status":"RUNNING","instance_id":"{{id}}","resource_spec_code":"","charging_mode":1,"vpc_id":"vpc","vpc_name":"vpc",
            "created_at":"1700000000000","product_id":"c6.2u4g.cluster","security_group_id":"group","subnet_id":"subnet",
            "available_zones":["zone"],"available_zone_names":["zone-1"],"user_id":"user","user_name":"user","maintain_begin":"02:00:00",
            "maintain_end":"06:00:00","enable_log_collection":false,"storage_spec_code":"dms.physical.storage.ultra.v2","type":"cluster",
            "enterprise_project_id":"0","ssl_enable":false,"retention_policy":"time_base","enable_auto_topic":false,"tags":[]}
            """;
}
