namespace HuaweiDms.Emulator.SmartConnect;

/// <summary>Smart Connect of an instance: its nodes, and the tasks that run on them.</summary>
internal sealed class SmartConnectState
{
    public const int DefaultNodes = 2;

    /// <summary>The most nodes, as the products tell it of connector_obs (5.12.3).</summary>
    public const int MostNodes = 10;

    /// <summary>The most that the limit of tasks may become; the lists of 5.3.4 show as many.</summary>
    public const int MostTasks = 18;

    /// <summary>The connector_id of requests and answers.</summary>
    public string Id { get; set; } = string.Empty;

    public int NodeCount { get; set; } = DefaultNodes;

    /// <summary>How many tasks there may be. Instances made before September 2022 begin with fewer (7.2.4.1).</summary>
    public int TaskLimit { get; set; } = MostTasks;

    /// <summary>In the order of their creation.</summary>
    public List<SmartConnectTask> Tasks { get; set; } = [];
}
