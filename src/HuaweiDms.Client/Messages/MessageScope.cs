namespace HuaweiDms;

/// <summary>The instance, topic and period in which messages are searched for.</summary>
/// <param name="InstanceId">The instance id.</param>
/// <param name="Topic">The name of the topic.</param>
/// <param name="Period">The period in which they were produced.</param>
internal readonly record struct MessageScope(string InstanceId, string Topic, MessagePeriod Period);
