namespace HuaweiDms.Emulator.State;

/// <summary>A state that is entered at a certain time.</summary>
internal sealed class Transition
{
    public string Status { get; set; } = string.Empty;

    public DateTimeOffset At { get; set; }

    /// <summary>Ordered for a time to come, so that what happens before then does not call it off.</summary>
    public bool IsScheduled { get; set; }
}
