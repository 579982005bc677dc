using HuaweiDms.Emulator.Hosting;
using HuaweiDms.Emulator.State;
using HuaweiDms.Emulator.Tasks;

namespace HuaweiDms.Emulator.Topics;

/// <summary>Access policies of topics: 5.7.6 and 5.7.7, which use v1 paths.</summary>
internal static class PolicyEndpoints
{
    private static readonly TimeSpan DefaultDuration = TimeSpan.FromSeconds(5);

    public static IEnumerable<Route> Routes =>
    [
        new("GET", "/v1/{project_id}/instances/{instance_id}/topics/{topic_name}/accesspolicy", "ShowTopicAccessPolicy", "5.7.6", Show),
        new("POST", "/v1/{project_id}/instances/{instance_id}/topics/accesspolicy", "UpdateTopicAccessPolicy", "5.7.7", Update),
    ];

    private static ResponseMessage Show(RequestContext context)
    {
        KafkaTopic topic = RequireSasl(TopicRules.FindInstance(context)).FindTopic(context["topic_name"]) ?? throw ServiceErrors.NoSuchTopic();
        return ResponseMessage.Object(200, json =>
        {
            json.WriteString("name", topic.Name);
            json.WriteNumber("topic_type", topic.IsSystem ? 1 : 0);
            json.WriteObjects("policies", topic.Policies, policy =>
            {
                json.WriteBoolean("owner", policy.IsOwner);
                json.WriteString("user_name", policy.User);
                json.WriteString("access_policy", policy.Access);
            });
        });
    }

    /// <summary>Replaces the access policies of each topic in the background, for all topics or none.</summary>
    private static ResponseMessage Update(RequestContext context)
    {
        KafkaInstance instance = RequireSasl(TopicRules.FindRunning(context));
        List<JsonFields> topics = context.Body().Objects("topics") ?? [];
        if (topics.Count == 0)
            throw ServiceErrors.InvalidField("topics");
        if (instance.PolicyChanges.Count > 0)
            throw ServiceErrors.TaskStillRunning();
        List<PendingPolicies> changes = topics.ConvertAll(topic => Read(instance, topic));
        BackgroundTask task = TaskLog.Start(
            context, instance, PendingPolicies.TaskName, json => json.WriteString("topics", string.Join(",", changes.Select(change => change.Topic))), DefaultDuration);
        changes.ForEach(change => change.At = task.EndsAt);
        instance.PolicyChanges.AddRange(changes);
        return ResponseMessage.NoContent();
    }

    private static PendingPolicies Read(KafkaInstance instance, JsonFields fields)
    {
        KafkaTopic topic = instance.FindTopic(fields.RequiredText("name")) ?? throw ServiceErrors.NoSuchTopic();
        List<TopicPolicy> policies = (fields.Objects("policies") ?? throw ServiceErrors.InvalidField("policies")).ConvertAll(policy => ReadPolicy(instance, topic, policy));
        if (policies.Count == 0 && topic.Policies.Count == 0)
            throw ServiceErrors.EmptyPolicies(topic.Name);
        if (policies.Select(policy => policy.User).Distinct(StringComparer.Ordinal).Count() != policies.Count)
            throw ServiceErrors.InvalidField("policies");
        return new() { Topic = topic.Name, Policies = policies };
    }

    private static TopicPolicy ReadPolicy(KafkaInstance instance, KafkaTopic topic, JsonFields fields)
    {
        string user = fields.RequiredText("user_name");
        if (instance.FindUser(user) is null)
            throw ServiceErrors.NoSuchUser(user);
        string access = fields.RequiredText("access_policy");
        if (access is not ("all" or "pub" or "sub"))
            throw ServiceErrors.InvalidField("access_policy");
        return new() { User = user, Access = access, IsOwner = topic.Policies.Exists(policy => policy.User == user && policy.IsOwner) };
    }

    /// <summary>Users require SASL.</summary>
    private static KafkaInstance RequireSasl(KafkaInstance instance) => instance.IsSaslEnabled ? instance : throw ServiceErrors.SslOff();
}
