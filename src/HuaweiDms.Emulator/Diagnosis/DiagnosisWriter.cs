using System.Text.Json;
using HuaweiDms.Emulator.Hosting;
using HuaweiDms.Emulator.State;

namespace HuaweiDms.Emulator.Diagnosis;

/// <summary>Writes diagnosis reports in the form of the reference.</summary>
internal static class DiagnosisWriter
{
    public static void WriteSummary(Utf8JsonWriter json, MessageDiagnosis diagnosis)
    {
        json.WriteString("report_id", diagnosis.Id);
        json.WriteString("status", diagnosis.Status);
        json.WriteString("begin_time", WireText.Of(diagnosis.BeginsAt));
        json.WriteString("end_time", IsRunning(diagnosis) ? string.Empty : WireText.Of(diagnosis.EndsAt));
        json.WriteString("group_name", diagnosis.Group);
        json.WriteString("topic_name", diagnosis.Topic);
        json.WriteNumber("accumulated_partitions", diagnosis.LaggingPartitions);
    }

    /// <summary>A report in progress is empty.</summary>
    public static void WriteReport(Utf8JsonWriter json, MessageDiagnosis diagnosis)
    {
        List<DiagnosedItem> items = IsRunning(diagnosis) ? [] : diagnosis.Items;
        json.WriteNumber("abnormal_item_num", Count(items, "abnormal"));
        json.WriteNumber("failed_item_num", Count(items, "failed"));
        json.WriteNumber("normal_item_num", Count(items, "normal"));
        json.WriteObjects("diagnosis_dimension_list", items.GroupBy(item => item.Dimension), dimension =>
        {
            json.WriteString("name", dimension.Key);
            json.WriteNumber("abnormal_num", Count(dimension, "abnormal"));
            json.WriteNumber("failed_num", Count(dimension, "failed"));
            json.WriteObjects("diagnosis_item_list", dimension, item => Write(json, item));
        });
    }

    private static void Write(Utf8JsonWriter json, DiagnosedItem item)
    {
        json.WriteString("name", item.Name);
        json.WriteString("result", item.Result);
        json.WriteObjects("cause_ids", item.Causes, cause => Write(json, cause.Id, cause.Parameters));
        json.WriteObjects("advice_ids", item.Causes, cause => Write(json, cause.Id, []));
        json.WriteNumbers("partitions", item.Partitions);
        json.WriteNumbers("failed_partitions", item.FailedPartitions);
        json.WriteNumbers("broker_ids", item.Brokers);
    }

    private static void Write(Utf8JsonWriter json, int id, Dictionary<string, string> parameters)
    {
        json.WriteNumber("id", id);
        json.WriteStartObject("params");
        foreach (KeyValuePair<string, string> parameter in parameters)
            json.WriteString(parameter.Key, parameter.Value);
        json.WriteEndObject();
    }

    private static int Count(IEnumerable<DiagnosedItem> items, string result) => items.Count(item => item.Result == result);

    private static bool IsRunning(MessageDiagnosis diagnosis) => diagnosis.Status == MessageDiagnosis.Diagnosing;
}
