using System.Collections;

namespace HuaweiDms.PowerShell.Binding;

/// <summary>Proposes Smart Connect task ids of the instance on the command line, shown with their names and states.</summary>
public sealed class SmartConnectTaskIdCompleter : CompleterBase
{
    private protected override IEnumerable<Proposal> Propose(IDictionary boundParameters)
        => CompletionCache.SmartConnectTasks(boundParameters).Where(task => task.TaskId is not null)
            .Select(task => new Proposal(task.TaskId!, task.Name ?? task.TaskId!, $"{task.TaskId} {task.Status}"));
}

/// <summary>Proposes Smart Connect task names of the instance on the command line, shown with their states.</summary>
public sealed class SmartConnectTaskNameCompleter : CompleterBase
{
    private protected override IEnumerable<Proposal> Propose(IDictionary boundParameters)
        => CompletionCache.SmartConnectTasks(boundParameters).Where(task => task.Name is not null)
            .Select(task => new Proposal(task.Name!, $"{task.TaskId} {task.Status}"));
}

/// <summary>Proposes known states of Smart Connect tasks. The list is open.</summary>
public sealed class SmartConnectTaskStatusCompleter() : WordCompleter("State", Engine.KnownStates.SmartConnectTasks.Names);

/// <summary>Proposes the Redis types that the reference shows (5.3.3). The list is open.</summary>
public sealed class RedisTypeCompleter() : WordCompleter("Redis type", ["standalone", "cluster"]);

/// <summary>Proposes Smart Connect ids, shown with the names of their instances.</summary>
public sealed class ConnectorIdCompleter : CompleterBase
{
    private protected override IEnumerable<Proposal> Propose(IDictionary boundParameters)
        => CompletionCache.Instances(boundParameters).Where(instance => !string.IsNullOrEmpty(instance.ConnectorId))
            .Select(instance => new Proposal(instance.ConnectorId!, instance.Name ?? instance.ConnectorId!, $"{instance.ConnectorId} {instance.Status}"));
}

/// <summary>Proposes dump task ids of the Smart Connect on the command line, shown with their names and states.</summary>
public sealed class SinkTaskIdCompleter : CompleterBase
{
    private protected override IEnumerable<Proposal> Propose(IDictionary boundParameters)
        => CompletionCache.SinkTasks(boundParameters).Where(task => task.TaskId is not null)
            .Select(task => new Proposal(task.TaskId!, task.Name ?? task.TaskId!, $"{task.TaskId} {task.Status}"));
}

/// <summary>Proposes dump task names of the Smart Connect on the command line, shown with their states.</summary>
public sealed class SinkTaskNameCompleter : CompleterBase
{
    private protected override IEnumerable<Proposal> Propose(IDictionary boundParameters)
        => CompletionCache.SinkTasks(boundParameters).Where(task => task.Name is not null)
            .Select(task => new Proposal(task.Name!, $"{task.TaskId} {task.Status}"));
}
