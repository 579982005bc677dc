namespace HuaweiDms.PowerShell.Engine;

/// <summary>One thing to do, already asked for and confirmed.</summary>
/// <param name="Subject">As a person would name it.</param>
/// <param name="Target">The object of a failure's record.</param>
/// <param name="Work">Does it; what comes back is emitted in its turn, a list one by one, <see cref="NamedItems"/> with their failures; null emits nothing.</param>
internal sealed record WorkItem(string Subject, object Target, Func<IPipeline, Task<object?>> Work);
