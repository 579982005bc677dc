using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>A cmdlet for the configurations of instances: reads all of them in parallel, then processes each in input order.</summary>
public abstract class ConfigurationCmdlet : InstancesTogetherCmdlet
{
    /// <summary>The kinds to process: Instance, Setting, Topic, User, AccessPolicy, Quota, ConsumerGroup; if omitted, all.</summary>
    [Parameter]
    [CanonicalCase(typeof(ConfigurationCmdlet))]
    [ValidateSet("Instance", "Setting", "Topic", "User", "AccessPolicy", "Quota", "ConsumerGroup")]
    public string[]? Kind { get; set; }

    /// <summary>Checks what can be checked before the instances are read.</summary>
    /// <exception cref="FailureException">It cannot be done.</exception>
    private protected virtual void Check(IReadOnlyList<FoundInstance> instances)
    {
    }

    /// <summary>Processes all instances that could be read.</summary>
    private protected abstract Task RunAsync(IPipeline pipeline, IReadOnlyList<ConfigurationSnapshot> snapshots);

    /// <inheritdoc/>
    private protected sealed override async Task RunAsync(IPipeline pipeline, IReadOnlyList<FoundInstance> instances)
    {
        Check(instances);
        await RunAsync(pipeline, await ReadAsync(pipeline, instances).ConfigureAwait(false)).ConfigureAwait(false);
    }

    /// <summary>The requested kinds; null for all.</summary>
    private protected IReadOnlyCollection<ConfigurationKind>? Kinds()
        => Kind?.Select(kind => (ConfigurationKind)Enum.Parse(typeof(ConfigurationKind), kind)).Distinct().ToList();

    /// <summary>The kinds to read for them.</summary>
    private protected virtual IReadOnlyCollection<ConfigurationKind>? KindsToRead() => Kinds();

    /// <summary>
    /// Returns the value of -Configuration; an instance is replaced by its current configuration. An invalid value ends the
    /// command.
    /// </summary>
    private protected object ReadConfiguration(object given)
        => OrEnd(() => ConfigurationSource.InstanceIn(given) is { } instance ? ReadInstance(instance) : ConfigurationSource.Read(this, given));

    /// <summary>
    /// Reads the configuration of an instance through the connection of the object: -Context applies to the other instances.
    /// </summary>
    private InstanceConfiguration ReadInstance(InstanceReference given)
    {
        InstanceSelection selection = new(named: null, () => Contexts, Place, failure => throw new FailureException(failure));
        FoundInstance found = selection.Resolve([given]).First();
        InstanceConfiguration? read = null;
        Failure? failed = null;
        RunReporting(async pipeline =>
        {
            TopicProgress progress = Progress(pipeline);
            try
            {
                read = await ReadAsync(found, Kinds(), progress, pipeline.Stop).ConfigureAwait(false);
                progress.End();
            }
            catch (DmsException error)
            {
                failed = Failures.From(error, found.Instance.Id, Purpose, found.Instance.Subject);
            }
        });
        return failed is null ? read! : throw new FailureException(failed);
    }

    private static TopicProgress Progress(IPipeline pipeline) => new(pipeline, "Reading configurations", "permissions");

    private static Task<InstanceConfiguration> ReadAsync(
        FoundInstance found, IReadOnlyCollection<ConfigurationKind>? kinds, TopicProgress progress, CancellationToken cancellationToken)
        => found.Context.Client.Configurations.ReadAsync(found.Instance.Id, kinds, progress.Expect, progress.Count, cancellationToken);

    /// <summary>Reads the instances; reports those that cannot be read.</summary>
    private async Task<IReadOnlyList<ConfigurationSnapshot>> ReadAsync(IPipeline pipeline, IReadOnlyList<FoundInstance> instances)
    {
        TopicProgress progress = Progress(pipeline);
        IReadOnlyCollection<ConfigurationKind>? kinds = KindsToRead();
        WorkItem[] reads =
        [
            .. instances.Select(item => new WorkItem(item.Instance.Subject, item.Instance.Id, async inner =>
            {
                InstanceConfiguration read = await ReadAsync(item, kinds, progress, inner.Stop).ConfigureAwait(false);
                InstanceReference named = new((object)new Instance { InstanceId = item.Instance.Id, Name = read.InstanceName });
                return new ConfigurationSnapshot(item.Context, named.At(item.Context.Name, name: null, item.Instance.Place), read);
            })),
        ];
        List<ConfigurationSnapshot> snapshots = await ItemRunner.ReadAsync<ConfigurationSnapshot>(pipeline, reads, Purpose, ThrottleLimit).ConfigureAwait(false);
        progress.End();
        return snapshots;
    }
}
