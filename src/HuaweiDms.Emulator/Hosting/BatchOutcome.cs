namespace HuaweiDms.Emulator.Hosting;

/// <summary>What a batch did to one instance; Kafka (5.1.6) and the cache service answer in the same form.</summary>
internal readonly struct BatchOutcome(string instanceId, bool succeeded)
{
    public string InstanceId { get; } = instanceId;

    public bool Succeeded { get; } = succeeded;

    public static ResponseMessage ToResponse(List<BatchOutcome> outcomes) => ResponseMessage.Json(200, json =>
    {
        json.WriteStartObject();
        json.WriteStartArray("results");
        foreach (BatchOutcome outcome in outcomes)
        {
            json.WriteStartObject();
            json.WriteString("result", outcome.Succeeded ? "success" : "failed");
            json.WriteString("instance", outcome.InstanceId);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });
}
