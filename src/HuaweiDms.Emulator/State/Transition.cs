namespace HuaweiDms.Emulator.State;

/// <summary>A state that is entered at a certain time.</summary>
internal sealed class Transition
{
    public string Status { get; set; } = "";

    public DateTimeOffset At { get; set; }
}
