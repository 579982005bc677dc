using System.Globalization;
using System.Text.Json;

namespace HuaweiDms.Contract;

/// <summary>
/// Judges a recording: one JSON object a line with <c>method</c>, <c>path</c>, <c>requestBody</c>, <c>status</c> and
/// <c>responseBody</c>. A body is a JSON value, or a string holding the text of a body that is not JSON.
/// </summary>
public static class ExchangeJudge
{
    /// <summary>Everything in the recording that is not as the contract says; each operation's name is led by its line.</summary>
    public static IReadOnlyList<Violation> Judge(TextReader recording, bool onlyKnownFields = false)
    {
        ArgumentNullException.ThrowIfNull(recording);
        ExchangeRules rules = new(ApiContract.Default) { Redacted = true, OnlyKnownFields = onlyKnownFields };
        var violations = new List<Violation>();
        var number = 0;
        while (recording.ReadLine() is { } line)
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            var where = string.Create(CultureInfo.InvariantCulture, $"line {number}: ");
            violations.AddRange(rules.Judge(Read(line, number)).Select(found => found with { Operation = where + found.Operation }));
        }

        return violations;
    }

    /// <summary>For a test: throws a <see cref="ContractViolationException"/> that lists everything wrong in the file; returns how many exchanges it held.</summary>
    public static int MustHold(string recordingFile, bool onlyKnownFields = false)
    {
        using var reader = File.OpenText(recordingFile);
        ContractViolationException.ThrowIfAny(Judge(reader, onlyKnownFields));
        return File.ReadLines(recordingFile).Count(line => !string.IsNullOrWhiteSpace(line));
    }

    private static Exchange Read(string line, int number)
    {
        try
        {
            var record = JsonElement.Parse(line);
            return new()
            {
                Method = record.GetProperty("method").GetString()!,
                PathAndQuery = record.GetProperty("path").GetString()!,
                RequestBody = Body(record, "requestBody"),
                Status = record.TryGetProperty("status", out var status) && status.ValueKind == JsonValueKind.Number ? status.GetInt32() : null,
                ResponseBody = Body(record, "responseBody"),
            };
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"Line {number} of the recording is not an exchange: {e.Message}"), e);
        }
    }

    private static string? Body(JsonElement record, string name)
        => !record.TryGetProperty(name, out var body) || body.ValueKind == JsonValueKind.Null ? null
            : body.ValueKind == JsonValueKind.String ? body.GetString()
            : body.GetRawText();
}
