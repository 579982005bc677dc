using System.Collections;
using HuaweiDms.Emulator.Settings;
using HuaweiDms.Emulator.State;

namespace HuaweiDms.Emulator;

/// <summary>
/// The consumers of the main project's instances. There is no Kafka behind the emulator to connect to, so consumers are started
/// and stopped here. They read and commit as the clock advances.
/// </summary>
public sealed class EmulatedConsumers : IEnumerable<EmulatedConsumer>
{
    /// <summary>How long a rebalance, caused by joining or leaving, keeps a group from reading at the real service.</summary>
    private static readonly TimeSpan Rebalance = TimeSpan.FromSeconds(3);

    /// <summary>Kafka's default session timeout.</summary>
    private static readonly TimeSpan Session = TimeSpan.FromSeconds(45);

    private readonly EmulatedService _service;
    private readonly string _projectId;
    private readonly Action _changed;

    internal EmulatedConsumers(EmulatedService service, string projectId, Action changed)
    {
        _service = service;
        _projectId = projectId;
        _changed = changed;
    }

    /// <summary>Whether the main project has an instance.</summary>
    /// <param name="instanceId">The instance id.</param>
    public bool HasInstance(string instanceId) => InProject((project, _) => project.FindInstance(instanceId) is not null);

    /// <summary>Returns those of some topics that an instance does not have; all of them if it does not exist.</summary>
    /// <param name="instanceId">The instance id.</param>
    /// <param name="topics">The topics.</param>
    public IReadOnlyList<string> MissingTopics(string instanceId, IReadOnlyCollection<string> topics)
    {
        ArgumentNullException.ThrowIfNull(topics);
        return InProject((project, _) => topics.Where(topic => project.FindInstance(instanceId)?.FindTopic(topic) is null).ToList());
    }

    /// <summary>Starts a consumer. Creates the group if it does not exist and the instance allows it.</summary>
    /// <param name="instanceId">The instance.</param>
    /// <param name="consumerGroup">The group to join.</param>
    /// <param name="topics">The topics to read.</param>
    /// <param name="clientId">The client id; null for one derived from the group's name.</param>
    /// <param name="messagesPerSecond">The reading speed, in messages per second at the real service.</param>
    /// <param name="fromBeginning">Whether to start at the earliest message instead of the next one if the group has no valid offset.</param>
    /// <exception cref="ArgumentException">The instance or a topic does not exist.</exception>
    /// <exception cref="InvalidOperationException">The group does not exist, and the instance does not create groups.</exception>
    public EmulatedConsumer Start(
        string instanceId, string consumerGroup, IReadOnlyCollection<string> topics, string? clientId = null, double messagesPerSecond = 100, bool fromBeginning = false)
    {
        ArgumentNullException.ThrowIfNull(topics);
        EmulatedConsumer started = InProject((project, now) =>
        {
            KafkaInstance instance = project.FindInstance(instanceId) ?? throw new ArgumentException($"Instance {instanceId} does not exist.", nameof(instanceId));
            if (topics.FirstOrDefault(topic => instance.FindTopic(topic) is null) is { } missing)
                throw new ArgumentException($"Instance {instance.Name} has no topic {missing}.", nameof(topics));
            ConsumerGroup? group = instance.FindConsumerGroup(consumerGroup);
            if (group is null && ConfigDefinition.ValueOf(instance, "auto.create.groups.enable") != "true")
                throw new InvalidOperationException($"Instance {instance.Name} has no group {consumerGroup}, and auto.create.groups.enable is false.");
            if (group is null)
                instance.ConsumerGroups.Add(group = new() { Name = consumerGroup, CreatedAt = now });
            string client = clientId ?? $"{consumerGroup}-{group.Members.Count + 1}";
            GroupMember member = new()
            {
                Id = $"{client}-{_service.Ids.NewUuid()}",
                ClientId = client,
                Host = $"/192.168.8.{10 + (group.Members.Count % 200)}",
                Assignments = [.. topics.Distinct(StringComparer.Ordinal).Select(topic => new TopicAssignment { Topic = topic })],
                Rate = _service.Time.Rate(messagesPerSecond),
                IsFromBeginning = fromBeginning,
            };
            group.Join(member, instance, _service.Time.After(now, Rebalance));
            return Describe(instance, group, member);
        });
        _changed();
        return started;
    }

    /// <summary>Stops consumers of a group.</summary>
    /// <param name="instanceId">The instance.</param>
    /// <param name="consumerGroup">The group.</param>
    /// <param name="clientId">Only the consumers with this client id; null for all of the group.</param>
    /// <param name="abruptly">Whether they disappear without leaving the group, which then waits until their sessions expire.</param>
    /// <returns>The stopped consumers.</returns>
    public IReadOnlyList<EmulatedConsumer> Stop(string instanceId, string consumerGroup, string? clientId = null, bool abruptly = false)
    {
        List<EmulatedConsumer> stopped = InProject((project, now) =>
        {
            KafkaInstance? instance = project.FindInstance(instanceId);
            if (instance?.FindConsumerGroup(consumerGroup) is not { } group)
                return [];
            List<GroupMember> leaving = group.Members.FindAll(member => member.LeavesAt is null && (clientId is null || member.ClientId == clientId));
            foreach (GroupMember member in leaving)
            {
                if (abruptly)
                    member.LeavesAt = _service.Time.After(now, Session);
                else
                    group.Leave(member, instance, _service.Time.After(now, Rebalance));
            }
            return leaving.ConvertAll(member => Describe(instance, group, member));
        });
        _changed();
        return stopped;
    }

    /// <summary>Enumerates the current members of all groups.</summary>
    public IEnumerator<EmulatedConsumer> GetEnumerator() => InProject((project, _) => All(project).ToList()).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private IEnumerable<EmulatedConsumer> All(ProjectState project)
        => project.Instances.SelectMany(instance => instance.ConsumerGroups.SelectMany(
            group => group.Members.Select(member => Describe(instance, group, member))));

    private EmulatedConsumer Describe(KafkaInstance instance, ConsumerGroup group, GroupMember member)
        => new(instance.Id, group.Name, member, member.Rate / _service.Time.Rate(1));

    private T InProject<T>(Func<ProjectState, DateTimeOffset, T> work) => _service.InProject(_projectId, work);
}
