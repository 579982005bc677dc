using System.Text.Json;
using HuaweiDms.Emulator.Hosting;
using HuaweiDms.Emulator.Instances;
using HuaweiDms.Emulator.State;
using HuaweiDms.Emulator.Tasks;

namespace HuaweiDms.Emulator.Quotas;

/// <summary>
/// Client quotas: 5.2.13 to 5.2.16. A change of a missing quota or a creation of an existing one is accepted; its background task
/// fails.
/// </summary>
internal static class QuotaEndpoints
{
    private const string Path = "/v2/kafka/{project_id}/instances/{instance_id}/kafka-user-client-quota";

    public static IEnumerable<Route> Routes =>
    [
        new("DELETE", Path, "DeleteKafkaUserClientQuotaTask", "5.2.13", Delete),
        new("GET", Path, "ShowKafkaUserClientQuota", "5.2.14", Show),
        new("POST", Path, "CreateKafkaUserClientQuotaTask", "5.2.15", Create),
        new("PUT", Path, "UpdateKafkaUserClientQuotaTask", "5.2.16", Update),
    ];

    private static ResponseMessage Show(RequestContext context)
    {
        KafkaInstance instance = InstanceEndpoints.Find(context);
        List<ClientQuota> page = Page.Of(context, instance.ClientQuotas);
        return ResponseMessage.Object(200, json =>
        {
            json.WriteObjects("quotas", page, quota => Write(json, quota));
            json.WriteNumber("count", instance.ClientQuotas.Count);
        });
    }

    private static ResponseMessage Create(RequestContext context) => Change(context, "createClientQuota", hasRates: true, (quotas, place, wanted) =>
    {
        if (place >= 0)
            return false;
        quotas.Add(wanted);
        return true;
    });

    /// <summary>Updates a quota. A rate that is not sent stays unchanged.</summary>
    private static ResponseMessage Update(RequestContext context) => Change(context, "updateClientQuota", hasRates: true, (quotas, place, wanted) =>
    {
        if (place < 0)
            return false;
        quotas[place].ProducerByteRate = wanted.ProducerByteRate ?? quotas[place].ProducerByteRate;
        quotas[place].ConsumerByteRate = wanted.ConsumerByteRate ?? quotas[place].ConsumerByteRate;
        return true;
    });

    private static ResponseMessage Delete(RequestContext context) => Change(context, "deleteClientQuota", hasRates: false, (quotas, place, _) =>
    {
        if (place < 0)
            return false;
        quotas.RemoveAt(place);
        return true;
    });

    private static ResponseMessage Change(RequestContext context, string name, bool hasRates, Func<List<ClientQuota>, int, ClientQuota, bool> apply)
    {
        KafkaInstance instance = InstanceEndpoints.Find(context);
        ClientQuota wanted = Read(context.Body(), hasRates);
        InstanceEndpoints.RequireRunning(instance);
        bool done = apply(instance.ClientQuotas, instance.ClientQuotas.FindIndex(wanted.IsFor), wanted);
        return TaskLog.ToResponse(TaskLog.Start(context, instance, name, json => Write(json, wanted), fails: !done));
    }

    private static ClientQuota Read(JsonFields body, bool hasRates)
    {
        ClientQuota quota = new()
        {
            User = body.Text("user") ?? string.Empty,
            Client = body.Text("client") ?? string.Empty,
            IsUserDefault = body.Flag("user-default") ?? body.Flag("user_default") ?? false,
            IsClientDefault = body.Flag("client-default") ?? body.Flag("client_default") ?? false,
            ProducerByteRate = hasRates ? Rate(body, "producer-byte-rate", "producer_byte_rate") : null,
            ConsumerByteRate = hasRates ? Rate(body, "consumer-byte-rate", "consumer_byte_rate") : null,
        };
        bool namesUser = quota.User.Length > 0;
        bool namesClient = quota.Client.Length > 0;
        if ((namesUser && quota.IsUserDefault) || !(namesUser || namesClient || quota.IsUserDefault || quota.IsClientDefault))
            throw ServiceErrors.InvalidField("user");
        if (namesClient && quota.IsClientDefault)
            throw ServiceErrors.InvalidField("client");
        if (hasRates && quota.ProducerByteRate is null && quota.ConsumerByteRate is null)
            throw ServiceErrors.InvalidField("producer-byte-rate");
        return quota;
    }

    private static long? Rate(JsonFields body, string name, string newerName)
    {
        long? rate = body.LongInteger(name) ?? body.LongInteger(newerName);
        return rate is null or > 0 ? rate : throw ServiceErrors.InvalidField(name);
    }

    private static void Write(Utf8JsonWriter json, ClientQuota quota)
    {
        json.WriteString("user", quota.User);
        json.WriteString("client", quota.Client);
        json.WriteBoolean("user-default", quota.IsUserDefault);
        json.WriteBoolean("client-default", quota.IsClientDefault);
        if (quota.ProducerByteRate is { } producer)
            json.WriteNumber("producer-byte-rate", producer);
        if (quota.ConsumerByteRate is { } consumer)
            json.WriteNumber("consumer-byte-rate", consumer);
    }
}
