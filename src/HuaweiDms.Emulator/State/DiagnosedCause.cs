namespace HuaweiDms.Emulator.State;

/// <summary>A cause, identified by a number, with parameters. The advice has the same number.</summary>
internal sealed class DiagnosedCause
{
    public int Id { get; set; }

    public Dictionary<string, string> Parameters { get; set; } = [];
}
