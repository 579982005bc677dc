using System.Collections;
using HuaweiDms.Emulator.State;

namespace HuaweiDms.Emulator;

/// <summary>
/// The consumers of the main project's instances: there is no Kafka behind the emulator that they could connect to, so they are
/// started and stopped here. They read and commit as the clock passes.
/// </summary>
public sealed class EmulatedConsumers : IEnumerable<EmulatedConsumer>
{
    /// <summary>How long joining and leaving keeps a group from reading, at the real service.</summary>
    private static readonly TimeSpan Rebalance = TimeSpan.FromSeconds(3);

    /// <summary>How long nothing may be heard of a consumer; Kafka's usual value.</summary>
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
    /// <param name="instanceId">Its id.</param>
    public bool HasInstance(string instanceId) => InProject((project, _) => project.FindInstance(instanceId) is not null);

    /// <summary>Starts a consumer; a group that there is not comes into being.</summary>
    /// <param name="instanceId">The instance.</param>
    /// <param name="consumerGroup">The group that it joins.</param>
    /// <param name="topics">What it reads.</param>
    /// <param name="clientId">What it calls itself; null for a name made from the group's.</param>
    /// <param name="messagesPerSecond">How fast it reads, in messages a second at the real service.</param>
    /// <param name="fromBeginning">Whether it begins with the earliest message where its group has no valid offset, and not with the next one.</param>
    /// <exception cref="ArgumentException">There is no such instance or topic.</exception>
    public EmulatedConsumer Start(
        string instanceId, string consumerGroup, IReadOnlyCollection<string> topics, string? clientId = null, double messagesPerSecond = 100, bool fromBeginning = false)
    {
        ArgumentNullException.ThrowIfNull(topics);
        EmulatedConsumer started = InProject((project, now) =>
        {
            KafkaInstance instance = project.FindInstance(instanceId) ?? throw new ArgumentException($"There is no instance {instanceId}.", nameof(instanceId));
            if (topics.FirstOrDefault(topic => instance.FindTopic(topic) is null) is { } missing)
                throw new ArgumentException($"Instance {instance.Name} has no topic {missing}.", nameof(topics));
            ConsumerGroup? group = instance.FindConsumerGroup(consumerGroup);
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
            return Tell(instance, group, member);
        });
        _changed();
        return started;
    }

    /// <summary>Stops consumers of a group.</summary>
    /// <param name="instanceId">The instance.</param>
    /// <param name="consumerGroup">The group.</param>
    /// <param name="clientId">Only those that call themselves so; null for all of the group.</param>
    /// <param name="abruptly">Whether they vanish without leaving the group, which then waits for the end of their sessions.</param>
    /// <returns>Those that were stopped.</returns>
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
            return leaving.ConvertAll(member => Tell(instance, group, member));
        });
        _changed();
        return stopped;
    }

    /// <summary>Those that are in a group now.</summary>
    public IEnumerator<EmulatedConsumer> GetEnumerator() => InProject((project, _) => All(project).ToList()).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private IEnumerable<EmulatedConsumer> All(ProjectState project)
        => project.Instances.SelectMany(instance => instance.ConsumerGroups.SelectMany(
            group => group.Members.Select(member => Tell(instance, group, member))));

    private EmulatedConsumer Tell(KafkaInstance instance, ConsumerGroup group, GroupMember member)
        => new(instance.Id, group.Name, member, member.Rate / _service.Time.Rate(1));

    private T InProject<T>(Func<ProjectState, DateTimeOffset, T> work) => _service.InProject(_projectId, work);
}
