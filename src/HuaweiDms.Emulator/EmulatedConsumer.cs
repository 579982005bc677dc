using System.Collections.ObjectModel;
using HuaweiDms.Emulator.State;

namespace HuaweiDms.Emulator;

/// <summary>A consumer that is, or was, in a group of the emulated service.</summary>
public sealed class EmulatedConsumer
{
    internal EmulatedConsumer(string instanceId, string consumerGroup, GroupMember member, double messagesPerSecond)
    {
        InstanceId = instanceId;
        ConsumerGroup = consumerGroup;
        MemberId = member.Id;
        ClientId = member.ClientId;
        Host = member.Host.TrimStart('/');
        Topic = member.Assignments.ConvertAll(assignment => assignment.Topic).AsReadOnly();
        MessagesPerSecond = messagesPerSecond;
    }

    /// <summary>The instance.</summary>
    public string InstanceId { get; }

    /// <summary>The group.</summary>
    public string ConsumerGroup { get; }

    /// <summary>The topics it reads.</summary>
    public ReadOnlyCollection<string> Topic { get; }

    /// <summary>The client id.</summary>
    public string ClientId { get; }

    /// <summary>The member id assigned by the coordinator.</summary>
    public string MemberId { get; }

    /// <summary>The address.</summary>
    public string Host { get; }

    /// <summary>
    /// The number of messages it reads per second at the real service; the emulator's speed multiplies it. At 0 it reads none.
    /// </summary>
    public double MessagesPerSecond { get; }

    /// <inheritdoc/>
    public override string ToString() => $"{ClientId} of {ConsumerGroup}";
}
