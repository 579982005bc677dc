using System.Collections;
using System.Globalization;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell.Binding;

/// <summary>Proposes a fixed list of words.</summary>
public abstract class WordCompleter : CompleterBase
{
    private readonly string _hint;
    private readonly IEnumerable<string> _words;

    /// <summary>Proposes words.</summary>
    /// <param name="hint">What each of them is.</param>
    /// <param name="words">The words.</param>
    private protected WordCompleter(string hint, IEnumerable<string> words) => (_hint, _words) = (hint, words);

    private protected override IEnumerable<Proposal> Propose(IDictionary boundParameters) => _words.Select(word => new Proposal(word, _hint));
}

/// <summary>Proposes nothing, for values that cannot be listed; without a completer, PowerShell proposes file names.</summary>
public sealed class NothingCompleter() : WordCompleter(string.Empty, []);

/// <summary>Proposes patterns for paths of requests, for faults of the emulator. The list is open.</summary>
public sealed class FaultPathCompleter() : WordCompleter(
    "Path", ["*/instances", "*/instances/*", "*/instances/action", "*/topics", "*/groups", "*/users", "*/messages", "*/tasks/*"]);

/// <summary>Proposes known regions. The list is open, because the service may add regions.</summary>
public sealed class RegionCompleter() : WordCompleter("Region", Regions.Known);

/// <summary>Proposes the connections of this process.</summary>
public sealed class ContextCompleter : CompleterBase
{
    private protected override IEnumerable<Proposal> Propose(IDictionary boundParameters)
        => ContextStore.All().Select(context => new Proposal(context.Name, $"{context.Endpoint} {context.ProjectId}"));
}

/// <summary>Proposes the sections of the credentials file.</summary>
public sealed class ProfileNameCompleter : CompleterBase
{
    private protected override IEnumerable<Proposal> Propose(IDictionary boundParameters)
        => CredentialChain.ProfileNames(new()).Select(name => new Proposal(name, "Profile"));
}

/// <summary>Proposes $true and $false.</summary>
public sealed class FlagCompleter : CompleterBase
{
    private protected override IEnumerable<Proposal> Propose(IDictionary boundParameters) => [new("true", "Yes"), new("false", "No")];
}

/// <summary>Proposes documented states (8.3), and DELETED.</summary>
public sealed class InstanceStatusCompleter() : WordCompleter("State", KnownStates.Instances.Names);

/// <summary>Proposes known states of background tasks (5.9). The list is open.</summary>
public sealed class TaskStatusCompleter() : WordCompleter("State", KnownStates.Tasks.Names);

/// <summary>Proposes documented states of diagnoses (5.11.3).</summary>
public sealed class DiagnosisStatusCompleter() : WordCompleter("State", KnownStates.Diagnoses.Names);

/// <summary>Proposes documented engine versions (5.1.1). The list is open.</summary>
public sealed class EngineVersionCompleter : CompleterBase
{
    private protected override IEnumerable<Proposal> Propose(IDictionary boundParameters)
        => [new("2.7", "Kafka 2.7"), new("3.x", "Kafka 3.x"), new("1.1.0", "Kafka 1.1.0")];
}

/// <summary>Proposes documented processor architectures (5.1.1). The list is open.</summary>
public sealed class ArchitectureCompleter() : WordCompleter("Architecture", ["X86"]);

/// <summary>Proposes documented disk types (5.1.1). The list is open.</summary>
public sealed class StorageSpecCompleter : CompleterBase
{
    private protected override IEnumerable<Proposal> Propose(IDictionary boundParameters)
        => [new("dms.physical.storage.ultra.v2", "Ultra-high I/O"), new("dms.physical.storage.high.v2", "High I/O")];
}

/// <summary>Proposes the starts of the maintenance windows (5.12.1). With the current API, others are possible.</summary>
public sealed class MaintenanceBeginCompleter : CompleterBase
{
    private protected override IEnumerable<Proposal> Propose(IDictionary boundParameters)
        => OrderRules.WindowStarts.Select(start => MaintenanceWindowHint.Of(start, start));
}

/// <summary>Proposes the end of the maintenance window whose start is on the command line; without one, the ends of all windows.</summary>
public sealed class MaintenanceEndCompleter : CompleterBase
{
    private protected override IEnumerable<Proposal> Propose(IDictionary boundParameters)
    {
        IReadOnlyList<TimeSpan> starts = TimeSpan.TryParse($"{boundParameters["MaintenanceBegin"]}", CultureInfo.InvariantCulture, out TimeSpan given)
            ? [given]
            : OrderRules.WindowStarts;
        return starts.Select(start => MaintenanceWindowHint.Of(OrderRules.WindowEnd(start), start));
    }
}

/// <summary>Describes a time of day as part of a maintenance window.</summary>
internal static class MaintenanceWindowHint
{
    public static Proposal Of(TimeSpan time, TimeSpan start)
        => new(Format(@"{0:hh\:mm}", time), Format(@"Maintenance from {0:hh\:mm} to {1:hh\:mm}", start, OrderRules.WindowEnd(start)));
}
