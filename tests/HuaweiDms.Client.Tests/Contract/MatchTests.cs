using HuaweiDms.Contract;

namespace HuaweiDms.Client.Tests.Contract;

/// <summary>Finding the operation of a request.</summary>
public sealed class MatchTests
{
    [Theory]
    [InlineData("POST", "/v2/kafka/p1/instances", "CreateInstanceByEngine")]
    [InlineData("GET", "/v2/p1/instances?engine=kafka", "ListInstances")]
    [InlineData("GET", "/v2/p1/instances/i1", "ShowInstance")]
    [InlineData("GET", "/v2/kafka/p1/instances/i1", "ShowInstanceWithEngine")]
    [InlineData("PUT", "/v2/p1/instances/i1", "UpdateInstance")]
    [InlineData("PUT", "/v2/p1/instances/status", "RestartOrFlushInstances")]
    [InlineData("POST", "/v2/p1/instances/action", "BatchRestartOrDeleteInstances")]
    [InlineData("POST", "/v1.0/p1/instances/action", "BatchRestartOrDeleteInstancesV1")]
    [InlineData("GET", "/v2/instances/maintain-windows", "ShowMaintainWindows")]
    [InlineData("GET", "/v2/p1/instances/i1/topics/diskusage?minSize=1G", "ShowKafkaTopicPartitionDiskusage")]
    [InlineData("POST", "/v2/p1/instances/i1/topics/delete", "BatchDeleteInstanceTopic")]
    [InlineData("POST", "/v2/p1/kafka/instances/i1/plain-ssl-switch", "UpdateKafkaPortProtocol")]
    [InlineData("GET", "/v2/kafka/products", "ListEngineProducts")]
    [InlineData("GET", "/v2/kafka/products/cores?instance_id=a&product_id=b", "ShowKafkaProductCores")]
    [InlineData("GET", "/v2/p1/kafka/i1/tags", "ShowKafkaTags")]
    [InlineData("GET", "/v2/p1/kafka/tags", "ShowKafkaProjectTags")]
    [InlineData("POST", "/v2/kafka/p1/instances/i1/reassign", "CreateReassignmentTask")]
    [InlineData("POST", "/v2/p1/kafka/instances/i1/reassign", "CreateReassignmentTask")]
    [InlineData("POST", "/v2/p1/kafka/instances/i1/extend", "ResizeEngineInstance")]
    [InlineData("GET", "/v2/p1/kafka/instances/i1/extend?type=advanced", "ShowEngineInstanceExtendProductInfo")]
    [InlineData("DELETE", "/v2/p1/kafka/instances/i1/topics/t1/messages", "DeleteKafkaTopicMessages")]
    [InlineData("POST", "/v2/p1/kafka/instances/i1/topics/t1/messages/delete", "DeleteKafkaTopicMessages")]
    public void A_request_finds_its_operation(string method, string address, string operation)
        => Assert.Equal(operation, ApiContract.Default.Match(method, address)?.Operation.Id);

    [Theory]
    [InlineData("POST", "/v2/rabbitmq/p1/instances")]
    [InlineData("PATCH", "/v2/p1/instances/i1")]
    [InlineData("GET", "/v2/p1/instances/i1/")]
    [InlineData("GET", "/v2/p1/instances//topics")]
    [InlineData("GET", "/v9/p1/instances")]
    public void An_unknown_request_matches_no_operation(string method, string address)
        => Assert.Null(ApiContract.Default.Match(method, address));

    [Fact]
    public void Path_values_and_query_are_unescaped()
    {
        OperationMatch? match = ApiContract.Default.Match("GET", "/v2/p1/instances/i1/management/groups/a%2Fb%20%25?x=%26&y");

        Assert.Equal("a/b %", match!.PathValues["group"]);
        Assert.Equal([KeyValuePair.Create("x", "&"), KeyValuePair.Create("y", "")], match.Query);
    }

    [Fact]
    public void Every_operation_is_found_under_its_own_path()
    {
        foreach (ContractOperation operation in ApiContract.Default.Operations)
        {
            string address = operation.Path.Replace("{engine}", "kafka", StringComparison.Ordinal).Replace("{", "a", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal);
            Assert.Equal(operation.Id, ApiContract.Default.Match(operation.Method, address)?.Operation.Id);
        }
    }
}
