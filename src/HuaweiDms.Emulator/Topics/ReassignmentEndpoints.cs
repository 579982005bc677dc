using HuaweiDms.Emulator.Cluster;
using HuaweiDms.Emulator.Hosting;
using HuaweiDms.Emulator.State;
using HuaweiDms.Emulator.Tasks;

namespace HuaweiDms.Emulator.Topics;

/// <summary>Replica reassignment: 5.2.8 and 5.2.11. The new placement takes effect when the task ends.</summary>
internal static class ReassignmentEndpoints
{
    private const long MB = 1L << 20;

    /// <summary>The default rate of a reassignment, in bytes per second.</summary>
    private const long DefaultRate = 50 * MB;

    /// <summary>
    /// Up to this value, the throttle is in MB/s, as in newer models. The reference's only example is 10000000, which can only
    /// mean bytes.
    /// </summary>
    private const int MaxRateInMB = 300;
    private const int NoLimit = -1;

    public static IEnumerable<Route> Routes =>
    [
        new("POST", "/v2/{project_id}/instances/{instance_id}/management/topics/{topic}/replicas-reassignment", "UpdateTopicReplica", "5.2.8", UpdateReplicas),
        new("POST", "/v2/kafka/{project_id}/instances/{instance_id}/reassign", "CreateReassignmentTask", "5.2.11", Reassign),
    ];

    /// <summary>The path that newer models use for the same operation.</summary>
    public static IEnumerable<Route> NewerRoutes =>
    [
        new("POST", "/v2/{project_id}/kafka/instances/{instance_id}/reassign", "CreateReassignmentTask", "5.2.11", Reassign),
    ];

    /// <summary>Responds without a body; the list of tasks shows the progress.</summary>
    private static ResponseMessage UpdateReplicas(RequestContext context)
    {
        KafkaInstance instance = ClusterEndpoints.FindResponding(context);
        List<JsonFields> partitions = context.Body().Objects("partitions") ?? [];
        if (partitions.Count == 0)
            throw ServiceErrors.InvalidField("partitions");
        ReassignmentPlan plan = new();
        plan.Add(instance, context["topic"], Assignment(partitions, "partitions", "replicas"));
        Start(context, instance, plan, context.Now, DefaultRate);
        return ResponseMessage.NoContent();
    }

    private static ResponseMessage Reassign(RequestContext context)
    {
        KafkaInstance instance = TopicRules.FindRunning(context);
        JsonFields body = context.Body();
        ReassignmentPlan plan = ReadPlan(instance, body);
        long rate = Rate(body.Integer("throttle") ?? NoLimit);
        if (body.Flag("time_estimate") == true)
            return Estimate(plan, rate);
        return TaskLog.ToResponse(Start(context, instance, plan, Schedule.Read(context, body), rate));
    }

    /// <summary>Reads the plan. An explicit assignment takes precedence over brokers to spread over.</summary>
    private static ReassignmentPlan ReadPlan(KafkaInstance instance, JsonFields body)
    {
        List<JsonFields> topics = body.Objects("reassignments") ?? [];
        if (topics.Count == 0)
            throw ServiceErrors.InvalidField("reassignments");
        ReassignmentPlan plan = new();
        foreach (JsonFields topic in topics)
        {
            string name = topic.RequiredText("topic");
            // Fields of the wrong type are rejected even if they are not used.
            List<int>? brokers = topic.Integers("brokers");
            int? replicas = topic.Integer("replication_factor");
            if (topic.Objects("assignment") is { Count: > 0 } assignment)
                plan.Add(instance, name, Assignment(assignment, "assignment", "partition_brokers"));
            else
                plan.Spread(instance, name, brokers ?? throw ServiceErrors.InvalidField("brokers"), replicas);
        }
        return plan;
    }

    private static Dictionary<int, List<int>> Assignment(List<JsonFields> partitions, string field, string brokers)
    {
        Dictionary<int, List<int>> replicas = [];
        foreach (JsonFields partition in partitions)
        {
            int number = partition.Integer("partition") ?? throw ServiceErrors.InvalidField(field);
            if (replicas.ContainsKey(number))
                throw ServiceErrors.InvalidField(field);
            replicas[number] = partition.Integers(brokers) ?? throw ServiceErrors.InvalidField(field);
        }
        return replicas;
    }

    private static ResponseMessage Estimate(ReassignmentPlan plan, long rate) => ResponseMessage.Object(200, json =>
    {
        json.WriteNumber("reassignment_time", (long)Math.Ceiling(EstimateDuration(plan, rate).TotalSeconds));
    });

    private static BackgroundTask Start(RequestContext context, KafkaInstance instance, ReassignmentPlan plan, DateTimeOffset begin, long rate)
    {
        BackgroundTask task = TaskLog.Start(
            context, instance, "kafkaPartitionReassignment", json => json.WriteString("topics", string.Join(",", plan.Topics)), EstimateDuration(plan, rate), begin: begin);
        plan.Start(instance, task);
        return task;
    }

    /// <summary>A few seconds plus the time to copy the data.</summary>
    private static TimeSpan EstimateDuration(ReassignmentPlan plan, long rate)
        => TimeSpan.FromSeconds(5 + (plan.BytesToMove / (double)rate));

    private static long Rate(int throttle) => throttle switch
    {
        NoLimit => DefaultRate,
        >= 1 and <= MaxRateInMB => throttle * MB,
        > MaxRateInMB => throttle,
        _ => throw ServiceErrors.InvalidField("throttle"),
    };
}
