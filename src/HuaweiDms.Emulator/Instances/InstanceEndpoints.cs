using HuaweiDms.Emulator.Hosting;
using HuaweiDms.Emulator.State;

namespace HuaweiDms.Emulator.Instances;

/// <summary>
/// Creation, reading, changes and deletion of instances: 5.1.1 to 5.1.6, their v1.0 forms 7.1.1.1 to 7.1.1.6, and 7.2.1.1.
/// </summary>
internal static class InstanceEndpoints
{
    public static IEnumerable<Route> Routes =>
    [
        new("POST", "/v2/{engine}/{project_id}/instances", "CreateInstanceByEngine", "5.1.1", context => Create(context, InstanceDialect.V2)),
        new("GET", "/v2/{project_id}/instances", "ListInstances", "5.1.2", context => List(context, InstanceDialect.V2)),
        new("GET", "/v2/{project_id}/instances/{instance_id}", "ShowInstance", "5.1.3", context => Show(context, InstanceDialect.V2)),
        new("DELETE", "/v2/{project_id}/instances/{instance_id}", "DeleteInstance", "5.1.4", Delete),
        new("PUT", "/v2/{project_id}/instances/{instance_id}", "UpdateInstance", "5.1.5", context => Update(context, InstanceDialect.V2)),
        new("POST", "/v2/{project_id}/instances/action", "BatchRestartOrDeleteInstances", "5.1.6", context => Act(context, InstanceDialect.V2)),

        new("POST", "/v1.0/{project_id}/instances", "CreateInstanceV1", "7.1.1.1", context => Create(context, InstanceDialect.V1)),
        new("GET", "/v1.0/{project_id}/instances/{instance_id}", "ShowInstanceV1", "7.1.1.2", context => Show(context, InstanceDialect.V1)),
        new("PUT", "/v1.0/{project_id}/instances/{instance_id}", "UpdateInstanceV1", "7.1.1.3", context => Update(context, InstanceDialect.V1)),
        new("DELETE", "/v1.0/{project_id}/instances/{instance_id}", "DeleteInstanceV1", "7.1.1.4", Delete),
        new("POST", "/v1.0/{project_id}/instances/action", "BatchRestartOrDeleteInstancesV1", "7.1.1.5", context => Act(context, InstanceDialect.V1)),
        new("GET", "/v1.0/{project_id}/instances", "ListInstancesV1", "7.1.1.6", context => List(context, InstanceDialect.V1)),

        new("GET", "/v2/{engine}/{project_id}/instances/{instance_id}", "ShowInstanceWithEngine", "7.2.1.1",
            context => Show(context, InstanceDialect.V2)),
    ];

    /// <summary>The path that the SDK's CreatePostPaidKafkaInstance uses for the same creation.</summary>
    public static IEnumerable<Route> NewerRoutes =>
    [
        new("POST", "/v2/{project_id}/kafka/instances", "CreateInstanceByEngine", "5.1.1", context => Create(context, InstanceDialect.V2)),
    ];

    /// <summary>
    /// The instance in the path. Operations of Kafka Manager are rejected once it is disabled; the error code is a guess.
    /// </summary>
    public static KafkaInstance Find(RequestContext context)
    {
        string id = context["instance_id"];
        if (!Guid.TryParseExact(id, "D", out _))
            throw ServiceErrors.InvalidInstanceId();
        KafkaInstance instance = context.Project.FindInstance(id) ?? throw ServiceErrors.NoSuchInstance();
        return instance.IsManagerEnabled || !context.IsManagerOperation ? instance : throw ServiceErrors.WrongState();
    }

    /// <summary>Throws unless the instance is running.</summary>
    public static void RequireRunning(KafkaInstance instance)
    {
        if (instance.Status != InstanceStatus.Running)
            throw ServiceErrors.WrongState();
    }

    private static ResponseMessage Create(RequestContext context, InstanceDialect dialect)
    {
        InstanceOrder order = InstanceOrderReader.Read(context.Body(), dialect);
        if (context.Project.HasName(order.Instance.Name))
            throw ServiceErrors.NameExists();
        KafkaInstance instance = order.Complete(context.Project, context.Service.Ids);
        InstanceLifecycle.Create(instance, order.IsPrePaid, context.Now, context.Service.Time);
        instance.Topics.AddRange(KafkaTopic.SystemTopics(instance.LiveBrokers, context.Now));
        context.Project.Instances.Add(instance);
        return ResponseMessage.Object(200, json => json.WriteString("instance_id", instance.Id));
    }

    private static ResponseMessage List(RequestContext context, InstanceDialect dialect)
    {
        InstanceQuery query = InstanceQuery.Read(context, dialect);
        List<KafkaInstance> found = context.Project.Instances.FindAll(query.Matches);
        IEnumerable<KafkaInstance> page = query.PageOf(found);
        return ResponseMessage.Object(200, json =>
        {
            json.WriteObjects(
                "instances", page, instance => InstanceWriter.Write(json, instance, context.Service.Account, dialect, isDetail: false));
            json.WriteNumber("instance_num", found.Count);
        });
    }

    private static ResponseMessage Show(RequestContext context, InstanceDialect dialect)
    {
        KafkaInstance instance = Find(context);
        return ResponseMessage.Object(200, json => InstanceWriter.Write(json, instance, context.Service.Account, dialect, isDetail: true));
    }

    private static ResponseMessage Delete(RequestContext context)
    {
        KafkaInstance instance = Find(context);
        if (!InstanceLifecycle.CanDelete(instance))
            throw ServiceErrors.CannotDelete(instance.Id);
        InstanceLifecycle.Delete(instance, context.Now, context.Service.Time);
        context.Project.RemoveGone();
        return ResponseMessage.NoContent();
    }

    private static ResponseMessage Update(RequestContext context, InstanceDialect dialect)
    {
        KafkaInstance instance = Find(context);
        InstanceChange change = InstanceChange.Read(context.Body(), dialect);
        if (!instance.IsResponding)
            throw ServiceErrors.WrongState();
        if (change.Name is { } name && name != instance.Name && context.Project.HasName(name))
            throw ServiceErrors.NameExists();
        change.Start(context, instance);
        change.Apply(instance);
        return ResponseMessage.NoContent();
    }

    private static ResponseMessage Act(RequestContext context, InstanceDialect dialect)
    {
        InstanceBatch batch = InstanceBatch.Read(context.Body(), dialect);
        if (batch.AllFailed)
        {
            foreach (KafkaInstance failed in context.Project.Instances.FindAll(instance => instance.Status == InstanceStatus.CreateFailed))
                InstanceLifecycle.Delete(failed, context.Now, context.Service.Time);
            context.Project.RemoveGone();
            return ResponseMessage.NoContent();
        }
        List<BatchOutcome> outcomes = batch.InstanceIds.ConvertAll(id => new BatchOutcome(id, TryAct(context, batch, id)));
        context.Project.RemoveGone();
        return BatchOutcome.ToResponse(outcomes);
    }

    /// <summary>Acts on one instance. Fails for an unknown instance or one in the wrong state, without affecting the others.</summary>
    private static bool TryAct(RequestContext context, InstanceBatch batch, string id)
    {
        KafkaInstance? instance = context.Project.FindInstance(id);
        if (instance is null || !(batch.IsDelete ? InstanceLifecycle.CanDelete(instance) : instance.IsResponding))
            return false;
        if (batch.IsDelete)
            InstanceLifecycle.Delete(instance, context.Now, context.Service.Time);
        else
            InstanceLifecycle.Restart(instance, context.Now, context.Service.Time);
        return true;
    }
}
