namespace HuaweiDms.Emulator.State;

/// <summary>The states of table 8-2 that emulated instances use, and some that the table lacks.</summary>
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

    /// <summary>Never on the wire: a yearly/monthly instance whose order is being processed responds as if it did not exist.</summary>
    public const string Ordered = "(ordered)";

    /// <summary>Never on the wire: the instance is removed at the next access.</summary>
    public const string Gone = "(gone)";
}
