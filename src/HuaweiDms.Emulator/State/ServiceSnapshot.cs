namespace HuaweiDms.Emulator.State;

/// <summary>The whole state as it stands in a file.</summary>
internal sealed class ServiceSnapshot
{
    /// <summary>The form of the file.</summary>
    public const int CurrentVersion = 1;

    public int Version { get; set; } = CurrentVersion;

    /// <summary>How many identifiers were made.</summary>
    public long IdsUsed { get; set; }

    public List<ProjectState> Projects { get; set; } = [];
}
