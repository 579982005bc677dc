using System.Globalization;
using HuaweiDms.Json;

namespace HuaweiDms;

/// <summary>
/// Puts the findings of a diagnosis into words. The reference does not document the numbers of causes and advice, so the sentences are
/// built from what has a name: the subject, where it was found, and the parameters.
/// </summary>
internal static class DiagnosisText
{
    /// <summary>The subjects of checks (5.11.1) and reports (5.11.5): what is wrong, and what usually helps.</summary>
    private static readonly Dictionary<string, (string Meaning, string Remedy)> Subjects = new(StringComparer.OrdinalIgnoreCase)
    {
        ["RAM"] = (Text.DiagnosisRam, Text.DiagnosisRamRemedy),
        ["CPU"] = (Text.DiagnosisCpu, Text.DiagnosisCpuRemedy),
        ["SUBSCRIPTION"] = (Text.DiagnosisSubscription, Text.DiagnosisSubscriptionRemedy),
        ["LAG"] = (Text.DiagnosisLag, Text.DiagnosisLagRemedy),
        ["PRODUCE"] = (Text.DiagnosisProduce, Text.DiagnosisProduceRemedy),
        ["FETCH_ERROR"] = (Text.DiagnosisFetchError, Text.DiagnosisFetchErrorRemedy),
    };

    /// <summary>Returns what usually helps with a subject; null if it is unknown.</summary>
    public static string? Remedy(string? subject) => Find(subject)?.Remedy;

    public static string? Describe(DiagnosisCheck check)
    {
        if (check.Passed is null)
            return check.Reason;
        if (check.Passed == true)
            return Text.DiagnosisNothing;
        if (check.Lags is { Length: > 0 } lags)
        {
            DiagnosisLag worst = lags.OrderByDescending(lag => lag.Lag).First();
            return Format(Text.DiagnosisLags, lags.Total(lag => lag.Lag), lags.Length, worst.Partition, worst.Lag);
        }
        if (check.Bursts is { Length: > 0 } bursts)
            return Format(Text.DiagnosisBursts, string.Join(", ", bursts.Select(burst => burst.ToString())));
        string where = Where(check.Partitions, check.BrokerIds);
        string sentence = Sentence(check.Name, where);
        return where.Length > 0 || string.IsNullOrEmpty(check.Reason) ? sentence : $"{sentence} {check.Reason}";
    }

    public static string Describe(DiagnosisItem item)
    {
        string failed = item.FailedPartitions is { Length: > 0 } partitions ? " " + Format(Text.DiagnosisFailedPartitions, Join(partitions)) : string.Empty;
        if (item.IsWell)
            return Text.DiagnosisNothing + failed;
        return (item.IsUnknown ? Text.DiagnosisNotPossible : Sentence(item.Name, Where(item.Partitions, item.BrokerIds))) + failed;
    }

    /// <summary>Returns the parameters in words; for example, THRESHOLD with the value 90 becomes "threshold 90".</summary>
    public static string? Describe(IDictionary<string, string>? parameters)
        => parameters is { Count: > 0 } ? string.Join(", ", parameters.Select(parameter => Describe(parameter.Key, parameter.Value))) : null;

    private static string Describe(string name, string value)
    {
        string text = value.Trim('[', ']').Replace(",", ", ").Replace("  ", " ");
        if (string.Equals(name, "ERROR_CODE", StringComparison.OrdinalIgnoreCase))
        {
            text = string.Join(", ", CommaListConverter.Split(text)!
                .Select(code => KafkaErrors.NameOf(code) is { } error ? $"{code} (Kafka's {error})" : code));
        }
        return $"{Words(name)} {text}";
    }

    private static string Sentence(string? subject, string where)
        => Find(subject) is { } known ? Format(known.Meaning, where) : Format(Text.DiagnosisOther, Words(subject ?? "?"), where);

    private static (string Meaning, string Remedy)? Find(string? subject)
        => subject is not null && Subjects.TryGetValue(subject, out (string, string) found) ? found : null;

    private static string Where(int[]? partitions, int[]? brokers)
        => (partitions is { Length: > 0 } ? " " + Format(Text.DiagnosisInPartitions, Join(partitions)) : string.Empty)
            + (brokers is { Length: > 0 } ? " " + Format(Text.DiagnosisOnBrokers, Join(brokers)) : string.Empty);

    private static string Join(int[] numbers) => string.Join(", ", numbers.Select(number => number.ToString(CultureInfo.InvariantCulture)));

    private static string Words(string name) => name.Replace('_', ' ').ToLowerInvariant();
}
