using System.Collections;
using System.Globalization;
using HuaweiDms.Emulator.State;

namespace HuaweiDms.Emulator;

/// <summary>
/// The brokers of the main project's instances, which go down and come back here. Leaders move to replicas that are in sync; where
/// none is left, nobody leads.
/// </summary>
public sealed class EmulatedBrokers : IEnumerable<EmulatedBroker>
{
    private readonly EmulatedService _service;
    private readonly string _projectId;
    private readonly Action _changed;

    internal EmulatedBrokers(EmulatedService service, string projectId, Action changed)
    {
        _service = service;
        _projectId = projectId;
        _changed = changed;
    }

    /// <summary>Lets a broker go down; one that is down stays so. A restart of the instance brings it back, too.</summary>
    /// <param name="instanceId">The instance.</param>
    /// <param name="broker">Its number.</param>
    /// <exception cref="ArgumentException">There is no such instance or broker.</exception>
    /// <exception cref="InvalidOperationException">The instance is not running, or no other broker is up.</exception>
    public EmulatedBroker Stop(string instanceId, int broker) => Change(instanceId, broker, (instance, _) =>
    {
        if (!instance.IsUp(broker))
            return;
        if (instance.Status is not (InstanceStatus.Running or InstanceStatus.Error))
            throw new InvalidOperationException($"It is {instance.Status}.");
        // Without any broker nobody would answer for the instance at all, which a fault does better.
        if (instance.LiveBrokers.Count == 1)
            throw new InvalidOperationException("It is the last one that is up.");
        Failover.Stop(instance, broker);
    });

    /// <summary>Lets a broker come back; one that is up stays so.</summary>
    /// <param name="instanceId">The instance.</param>
    /// <param name="broker">Its number.</param>
    /// <exception cref="ArgumentException">There is no such instance or broker.</exception>
    public EmulatedBroker Start(string instanceId, int broker) => Change(instanceId, broker, (instance, now) =>
    {
        if (!instance.IsUp(broker))
            Failover.Start(instance, broker, now, _service.Time);
    });

    /// <summary>Those of all instances.</summary>
    public IEnumerator<EmulatedBroker> GetEnumerator()
        => _service.InProject(_projectId, (project, _) => project.Instances.SelectMany(
            instance => Enumerable.Range(0, instance.BrokerCount).Select(broker => Tell(instance, broker))).ToList()).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private EmulatedBroker Change(string instanceId, int broker, Action<KafkaInstance, DateTimeOffset> change)
    {
        EmulatedBroker changed = _service.InProject(_projectId, (project, now) =>
        {
            KafkaInstance instance = project.FindInstance(instanceId) ?? throw new ArgumentException($"There is no instance {instanceId}.", nameof(instanceId));
            if (broker < 0 || broker >= instance.BrokerCount)
                throw new ArgumentException($"Instance {instance.Name} has no broker {broker.ToString(CultureInfo.InvariantCulture)}.", nameof(broker));
            change(instance, now);
            return Tell(instance, broker);
        });
        _changed();
        return changed;
    }

    private static EmulatedBroker Tell(KafkaInstance instance, int broker) => new(instance.Id, broker, instance.IsUp(broker));
}
