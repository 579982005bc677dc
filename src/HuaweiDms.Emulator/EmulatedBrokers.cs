using System.Collections;
using System.Globalization;
using HuaweiDms.Emulator.State;

namespace HuaweiDms.Emulator;

/// <summary>
/// The brokers of the main project's instances. Stopping a broker moves its leaders to replicas that are in sync; a partition
/// without one has no leader.
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

    /// <summary>Stops a broker. Has no effect on one that is down. A restart of the instance also brings it back.</summary>
    /// <param name="instanceId">The instance.</param>
    /// <param name="broker">The broker's number.</param>
    /// <exception cref="ArgumentException">The instance or broker does not exist.</exception>
    /// <exception cref="InvalidOperationException">The instance is not running, or no other broker is up.</exception>
    public EmulatedBroker Stop(string instanceId, int broker) => Change(instanceId, broker, (instance, _) =>
    {
        if (!instance.IsUp(broker))
            return;
        if (!instance.IsResponding)
            throw new InvalidOperationException($"The instance is {instance.Status}.");
        // With no broker up, the instance would not respond at all. A fault emulates that better.
        if (instance.LiveBrokers.Count == 1)
            throw new InvalidOperationException("No other broker is up.");
        Failover.Stop(instance, broker);
    });

    /// <summary>Starts a broker. Has no effect on one that is up.</summary>
    /// <param name="instanceId">The instance.</param>
    /// <param name="broker">The broker's number.</param>
    /// <exception cref="ArgumentException">The instance or broker does not exist.</exception>
    public EmulatedBroker Start(string instanceId, int broker) => Change(instanceId, broker, (instance, now) =>
    {
        if (!instance.IsUp(broker))
            Failover.Start(instance, broker, now, _service.Time);
    });

    /// <summary>Enumerates the brokers of all instances.</summary>
    public IEnumerator<EmulatedBroker> GetEnumerator()
        => _service.InProject(_projectId, (project, _) => project.Instances.SelectMany(
            instance => Enumerable.Range(0, instance.BrokerCount).Select(broker => Describe(instance, broker))).ToList()).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private EmulatedBroker Change(string instanceId, int broker, Action<KafkaInstance, DateTimeOffset> change)
    {
        EmulatedBroker changed = _service.InProject(_projectId, (project, now) =>
        {
            KafkaInstance instance = project.FindInstance(instanceId) ?? throw new ArgumentException($"Instance {instanceId} does not exist.", nameof(instanceId));
            if (broker < 0 || broker >= instance.BrokerCount)
                throw new ArgumentException($"Instance {instance.Name} has no broker {broker.ToString(CultureInfo.InvariantCulture)}.", nameof(broker));
            change(instance, now);
            return Describe(instance, broker);
        });
        _changed();
        return changed;
    }

    private static EmulatedBroker Describe(KafkaInstance instance, int broker) => new(instance.Id, broker, instance.IsUp(broker));
}
