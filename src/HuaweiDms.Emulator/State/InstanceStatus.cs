namespace HuaweiDms.Emulator.State;

/// <summary>The states of table 8-2 that the emulated instances pass, and those that the table leaves out.</summary>
internal static class InstanceStatus
{
    public const string Creating = "CREATING";
    public const string CreateFailed = "CREATEFAILED";
    public const string Running = "RUNNING";
    public const string Restarting = "RESTARTING";
    public const string Upgrading = "UPGRADING";
    public const string Extending = "EXTENDING";
    public const string ExtendFailed = "EXTENDEDFAILED";
    public const string Deleting = "DELETING";
    public const string ConnectorDeleting = "CONNECTOR_DELETING";
    public const string Error = "ERROR";
    public const string Frozen = "FROZEN";

    /// <summary>Never on the wire: a yearly or monthly instance whose order is being processed answers as if it did not exist.</summary>
    public const string Ordered = "(ordered)";

    /// <summary>Never on the wire: the instance is removed at the next look.</summary>
    public const string Gone = "(gone)";
}
