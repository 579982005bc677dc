using System.Globalization;
using System.Text.Json;

namespace HuaweiDms.Contract;

/// <summary>
/// Checks an emulator's recording: one JSON object per line with <c>method</c>, <c>path</c>, <c>operation</c>, <c>request</c>,
/// <c>status</c> (0 if there was no response) and <c>response</c>. An empty body is omitted; a body that is not JSON is replaced
/// by a remark in parentheses.
/// </summary>
public static class Recording
{
    /// <summary>All violations in the recording; each operation is prefixed with its line number.</summary>
    public static IReadOnlyList<Violation> Check(TextReader recording, bool onlyKnownFields = false)
    {
        ArgumentNullException.ThrowIfNull(recording);
        ExchangeRules rules = new(ApiContract.Default) { Redacted = true, OnlyKnownFields = onlyKnownFields };
        List<Violation> violations = [];
        int number = 0;
        while (recording.ReadLine() is { } line)
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
                continue;
            string where = string.Create(CultureInfo.InvariantCulture, $"line {number}: ");
            Recorded record = Parse(line, number);
            violations.AddRange(Check(rules, record).Select(found => found with { Operation = where + found.Operation }));
        }
        return violations;
    }

    /// <summary>
    /// For tests: throws a <see cref="ContractViolationException"/> with all violations in the file; returns the number of
    /// exchanges.
    /// </summary>
    public static int MustConform(string recordingFile, bool onlyKnownFields = false)
    {
        // The emulator may still be writing.
        using FileStream file = new(recordingFile, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using StreamReader reader = new(file);
        string text = reader.ReadToEnd();
        using StringReader lines = new(text);
        ContractViolationException.ThrowIfAny(Check(lines, onlyKnownFields));
        return text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Length;
    }

    private static List<Violation> Check(ExchangeRules rules, Recorded record)
    {
        List<Violation> found = [.. rules.Check(record.Exchange)];
        OperationMatch? match = ApiContract.Default.Match(record.Exchange.Method, record.Exchange.PathAndQuery);
        if (match is not null && record.Operation is not null && record.Operation != match.Operation.Id)
            found.Add(new(match.Operation.ToString(), "path", "", $"the recording calls this {record.Operation}."));
        return found;
    }

    private static Recorded Parse(string line, int number)
    {
        try
        {
            JsonElement record = JsonElement.Parse(line);
            return new(Text(record, "operation"), new()
            {
                Method = record.GetProperty("method").GetString()!,
                PathAndQuery = record.GetProperty("path").GetString()!,
                RequestBody = Text(record, "request"),
                Status = record.GetProperty("status").GetInt32() is > 0 and var status ? status : null,
                ResponseBody = Text(record, "response"),
            });
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"Line {number} of the recording is not an exchange: {e.Message}"), e);
        }
    }

    private static string? Text(JsonElement record, string name)
        => !record.TryGetProperty(name, out JsonElement value) || value.ValueKind == JsonValueKind.Null ? null
            : value.ValueKind == JsonValueKind.String ? value.GetString()
            : value.GetRawText();

    private sealed record Recorded(string? Operation, Exchange Exchange);
}
