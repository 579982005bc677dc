using System.Text.Json;
using HuaweiDms.Emulator.Hosting;
using HuaweiDms.Emulator.Instances;
using HuaweiDms.Emulator.State;

namespace HuaweiDms.Emulator.Diagnosis;

/// <summary>Message lag diagnosis: 5.11.1 to 5.11.5.</summary>
internal static class DiagnosisEndpoints
{
    private const string TasksPath = "/v2/{project_id}/kafka/instances/{instance_id}/message-diagnosis-tasks";

    private static readonly TimeSpan DefaultDuration = TimeSpan.FromSeconds(60);

    public static IEnumerable<Route> Routes =>
    [
        new("GET", "/v2/{project_id}/kafka/instances/{instance_id}/diagnosis-check", "ShowDiagnosisPreCheck", "5.11.1", Check),
        new("POST", TasksPath, "CreateMessageDiagnosisTask", "5.11.2", Create),
        new("GET", TasksPath, "ListMessageDiagnosisReports", "5.11.3", List),
        new("DELETE", TasksPath, "BatchDeleteMessageDiagnosisReports", "5.11.4", Delete),
        new("GET", "/v2/{project_id}/kafka/instances/{instance_id}/message-diagnosis/{report_id}", "ShowMessageDiagnosisReport", "5.11.5", Show),
    ];

    private static ResponseMessage Check(RequestContext context)
    {
        KafkaInstance instance = InstanceEndpoints.Find(context);
        InstanceEndpoints.RequireRunning(instance);
        LagAnalysis analysis = Analyze(context, instance, context.Query("group"), context.Query("topic"));
        string lags = string.Join(", ", analysis.Lags.Select(lag => FormattableString.Invariant($"\"{lag.Key}\":{lag.Value}")));
        string burst = analysis.Burst is { } found
            ? FormattableString.Invariant($"{{ \"{found.At.ToUnixTimeMilliseconds()}\":{found.Factor} }}")
            : string.Empty;
        return ResponseMessage.Json(200, json =>
        {
            json.WriteStartArray();
            Write(json, "RAM", string.Empty);
            Write(json, "CPU", string.Empty);
            Write(json, "SUBSCRIPTION", string.Join(",", analysis.UnassignedPartitions));
            Write(json, "LAG", lags.Length > 0 ? $"{{ {lags} }}" : string.Empty);
            Write(json, "PRODUCE", burst);
            json.WriteEndArray();
        });
    }

    private static void Write(Utf8JsonWriter json, string name, string reason)
    {
        json.WriteStartObject();
        json.WriteString("name", name);
        json.WriteBoolean("success", reason.Length == 0);
        json.WriteString("reason", reason);
        json.WriteEndObject();
    }

    /// <summary>
    /// Requires a group with members and a lag. The user guide says so, without error codes. It also requires 2,000 messages,
    /// more than any sample topic has, so one is enough here. Only one diagnosis runs per instance at a time.
    /// </summary>
    private static ResponseMessage Create(RequestContext context)
    {
        KafkaInstance instance = InstanceEndpoints.Find(context);
        JsonFields body = context.Body();
        (string group, string topic) = (body.RequiredText("group_name"), body.RequiredText("topic_name"));
        InstanceEndpoints.RequireRunning(instance);
        LagAnalysis analysis = Analyze(context, instance, group, topic);
        if (instance.FindConsumerGroup(group)!.Members.Count == 0)
            throw ServiceErrors.ConsumerGroupOffline();
        if (analysis.Lags.Count == 0)
            throw ServiceErrors.NothingToDiagnose();
        if (instance.Diagnoses.Exists(other => other.Status == MessageDiagnosis.Diagnosing))
            throw ServiceErrors.TaskStillRunning();
        MessageDiagnosis diagnosis = new()
        {
            Id = context.Service.Ids.NewUuid(),
            Group = group,
            Topic = topic,
            BeginsAt = context.Now,
            EndsAt = context.Service.Time.After(context.Now, DefaultDuration),
            LaggingPartitions = analysis.Lags.Count,
            Items = [.. analysis.Items],
        };
        diagnosis.Lifecycle.Enter(MessageDiagnosis.Diagnosing).Then(MessageDiagnosis.Finished, diagnosis.EndsAt);
        instance.Diagnoses.Add(diagnosis);
        return ResponseMessage.Object(200, json => json.WriteString("report_id", diagnosis.Id));
    }

    /// <summary>Lists the newest report first.</summary>
    private static ResponseMessage List(RequestContext context)
    {
        KafkaInstance instance = InstanceEndpoints.Find(context);
        List<MessageDiagnosis> page = Page.Of(context, [.. Enumerable.Reverse(instance.Diagnoses)]);
        return ResponseMessage.Object(200, json =>
        {
            json.WriteObjects("report_list", page, diagnosis => DiagnosisWriter.WriteSummary(json, diagnosis));
            json.WriteNumber("total_num", instance.Diagnoses.Count);
        });
    }

    /// <summary>
    /// Reports the outcome for each id. An unknown report or one in progress is not deleted and does not affect the others.
    /// </summary>
    private static ResponseMessage Delete(RequestContext context)
    {
        KafkaInstance instance = InstanceEndpoints.Find(context);
        if (context.Body().Texts("report_id_list") is not { Count: > 0 } ids)
            throw ServiceErrors.InvalidField("report_id_list");
        return ResponseMessage.Object(200, json => json.WriteObjects("results", ids, id =>
        {
            json.WriteString("result", instance.Diagnoses.RemoveAll(diagnosis => diagnosis.Id == id && diagnosis.Status != MessageDiagnosis.Diagnosing) > 0 ? "true" : "false");
            json.WriteString("id", id);
        }));
    }

    private static ResponseMessage Show(RequestContext context)
    {
        string id = context["report_id"];
        MessageDiagnosis diagnosis = InstanceEndpoints.Find(context).Diagnoses.Find(diagnosis => diagnosis.Id == id) ?? throw ServiceErrors.NoSuchReport(id);
        return ResponseMessage.Object(200, json => DiagnosisWriter.WriteReport(json, diagnosis));
    }

    private static LagAnalysis Analyze(RequestContext context, KafkaInstance instance, string? group, string? topic)
    {
        if (string.IsNullOrEmpty(group) || string.IsNullOrEmpty(topic))
            throw ServiceErrors.InvalidParameter();
        return new(
            instance.FindTopic(topic!) ?? throw ServiceErrors.NoSuchTopic(),
            instance.FindConsumerGroup(group!) ?? throw ServiceErrors.NoSuchGroup(),
            context.Now);
    }
}
