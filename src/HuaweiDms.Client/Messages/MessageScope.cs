namespace HuaweiDms;

/// <summary>Where and when messages are looked for.</summary>
/// <param name="InstanceId">The instance.</param>
/// <param name="Topic">The topic.</param>
/// <param name="Period">When they were produced.</param>
internal readonly record struct MessageScope(string InstanceId, string Topic, MessagePeriod Period);
