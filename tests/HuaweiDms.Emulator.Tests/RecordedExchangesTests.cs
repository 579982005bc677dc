using HuaweiDms.Contract;

namespace HuaweiDms.Emulator.Tests;

/// <summary>Checks exchanges recorded by other suites, such as Pester, against the contract.</summary>
public sealed class RecordedExchangesTests
{
    private const string Variable = "HUAWEIDMS_EXCHANGES";

    [Fact]
    public void Every_exchange_recorded_by_other_suites_conforms_to_the_contract()
    {
        string? folder = Environment.GetEnvironmentVariable(Variable);
        Assert.SkipWhen(string.IsNullOrEmpty(folder), $"{Variable} names no folder with recorded exchanges (*.jsonl).");

        string[] recordings = Directory.GetFiles(folder!, "*.jsonl");
        int exchanges = 0;
        List<string> violations = [];
        foreach (string recording in recordings.Order(StringComparer.Ordinal))
        {
            try
            {
                exchanges += Recording.MustConform(recording, onlyKnownFields: true);
            }
            catch (ContractViolationException broken)
            {
                violations.Add($"{Path.GetFileName(recording)}: {broken.Message}");
            }
        }

        Assert.True(violations.Count == 0, string.Join(Environment.NewLine, violations));
        Assert.True(exchanges > 0, $"No exchange was found in {folder}.");
        TestContext.Current.TestOutputHelper?.WriteLine($"{exchanges} exchanges in {recordings.Length} recordings.");
    }
}
