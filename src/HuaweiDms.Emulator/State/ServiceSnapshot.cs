namespace HuaweiDms.Emulator.State;

/// <summary>The contents of the state file.</summary>
internal sealed class ServiceSnapshot
{
    /// <summary>The version of the file format.</summary>
    public const int CurrentVersion = 1;

    public int Version { get; set; } = CurrentVersion;

    /// <summary>The number of identifiers generated.</summary>
    public long IdsUsed { get; set; }

    public List<ProjectState> Projects { get; set; } = [];
}
