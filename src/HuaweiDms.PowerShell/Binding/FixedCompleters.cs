using System.Collections;

namespace HuaweiDms.PowerShell.Binding;

/// <summary>Proposes known regions. The list is open: the service knows newer ones.</summary>
public sealed class RegionCompleter : CompleterBase
{
    private protected override IEnumerable<Proposal> Propose(IDictionary boundParameters)
        => Regions.Known.Select(region => new Proposal(region, "Region"));
}

/// <summary>Proposes the connections of this process.</summary>
public sealed class ContextCompleter : CompleterBase
{
    private protected override IEnumerable<Proposal> Propose(IDictionary boundParameters)
        => Engine.ContextStore.All().Select(context => new Proposal(context.Name, $"{context.Endpoint} {context.ProjectId}"));
}

/// <summary>Proposes documented states (8.3), and DELETED.</summary>
public sealed class InstanceStatusCompleter : CompleterBase
{
    private protected override IEnumerable<Proposal> Propose(IDictionary boundParameters)
        => Engine.InstanceStates.Known.Select(state => new Proposal(state, "State"));
}

/// <summary>Proposes known states of background tasks (5.9). The list is open.</summary>
public sealed class TaskStatusCompleter : CompleterBase
{
    private static readonly string[] States = ["EXECUTING", "SUCCESS", "FAILED", "CREATED", "CANCELLED", "DELETED"];

    private protected override IEnumerable<Proposal> Propose(IDictionary boundParameters)
        => States.Select(state => new Proposal(state, "State"));
}

/// <summary>Proposes documented states of diagnoses (5.11.3).</summary>
public sealed class DiagnosisStatusCompleter : CompleterBase
{
    private static readonly string[] States = ["diagnosing", "finished", "normal", "abnormal", "failed", "deleted"];

    private protected override IEnumerable<Proposal> Propose(IDictionary boundParameters)
        => States.Select(state => new Proposal(state, "State"));
}

/// <summary>Proposes documented engine versions (5.1.1). The list is open.</summary>
public sealed class EngineVersionCompleter : CompleterBase
{
    private protected override IEnumerable<Proposal> Propose(IDictionary boundParameters)
        => [new("2.7", "Kafka 2.7"), new("3.x", "Kafka 3.x"), new("1.1.0", "Kafka 1.1.0")];
}

/// <summary>Proposes documented processor architectures (5.1.1). The list is open.</summary>
public sealed class ArchitectureCompleter : CompleterBase
{
    private protected override IEnumerable<Proposal> Propose(IDictionary boundParameters) => [new("X86", "Architecture")];
}

/// <summary>Proposes documented disk types (5.1.1). The list is open.</summary>
public sealed class StorageSpecCompleter : CompleterBase
{
    private protected override IEnumerable<Proposal> Propose(IDictionary boundParameters)
        => [new("dms.physical.storage.ultra.v2", "Ultra-high I/O"), new("dms.physical.storage.high.v2", "High I/O")];
}
