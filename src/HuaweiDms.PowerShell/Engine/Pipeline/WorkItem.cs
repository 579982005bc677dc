namespace HuaweiDms.PowerShell.Engine;

/// <summary>One piece of work, already confirmed.</summary>
/// <param name="Subject">The display text for messages.</param>
/// <param name="Target">The target object of the error record.</param>
/// <param name="Work">
/// Does the work. Its result is emitted in order: a list item by item, <see cref="NamedItems"/> with their failures, null not at
/// all.
/// </param>
internal sealed record WorkItem(string Subject, object Target, Func<IPipeline, Task<object?>> Work);
