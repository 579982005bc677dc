namespace HuaweiDms.Emulator.SmartConnect;

/// <summary>The Smart Connect of an instance: its nodes and tasks.</summary>
internal sealed class SmartConnectState
{
    public const int DefaultNodes = 2;

    /// <summary>The maximum number of nodes, as in the connector_obs feature of the products (5.12.3).</summary>
    public const int MaxNodes = 10;

    /// <summary>The maximum for the task limit, as in the lists of 5.3.4.</summary>
    public const int MaxTasks = 18;

    /// <summary>The connector_id in requests and responses.</summary>
    public string Id { get; set; } = string.Empty;

    public int NodeCount { get; set; } = DefaultNodes;

    /// <summary>The maximum number of tasks. Instances created before September 2022 start with fewer (7.2.4.1).</summary>
    public int TaskLimit { get; set; } = MaxTasks;

    /// <summary>In order of creation.</summary>
    public List<SmartConnectTask> Tasks { get; set; } = [];
}
