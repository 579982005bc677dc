namespace HuaweiDms.Emulator.State;

/// <summary>A cause, as a number with parameters; advice has the same number.</summary>
internal sealed class DiagnosedCause
{
    public int Id { get; set; }

    public Dictionary<string, string> Parameters { get; set; } = [];
}
