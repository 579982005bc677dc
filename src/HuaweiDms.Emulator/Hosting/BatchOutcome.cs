namespace HuaweiDms.Emulator.Hosting;

/// <summary>The outcome of a batch for one instance. Kafka (5.1.6) and DCS respond in the same form.</summary>
internal readonly struct BatchOutcome(string instanceId, bool succeeded)
{
    public string InstanceId { get; } = instanceId;

    public bool Succeeded { get; } = succeeded;

    public static ResponseMessage ToResponse(List<BatchOutcome> outcomes)
        => ResponseMessage.Object(200, json => json.WriteObjects("results", outcomes, outcome =>
        {
            json.WriteString("result", outcome.Succeeded ? "success" : "failed");
            json.WriteString("instance", outcome.InstanceId);
        }));
}
