namespace HuaweiDms.Emulator.State;

/// <summary>A state that is entered at a certain time.</summary>
internal sealed class Transition
{
    public string Status { get; set; } = string.Empty;

    public DateTimeOffset At { get; set; }

    /// <summary>Whether it was scheduled by a client, so that earlier transitions do not cancel it.</summary>
    public bool IsScheduled { get; set; }
}
