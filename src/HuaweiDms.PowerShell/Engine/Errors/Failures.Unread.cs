using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Engine;

/// <content>What could not be read of an instance of which something else could.</content>
internal static partial class Failures
{
    /// <summary>How many are named before the others are only counted.</summary>
    private const int MaxNamed = 3;

    /// <summary>One failure for all that failed alike: an instance that is not RUNNING is one thing to know and not four.</summary>
    /// <param name="parts">What could not be read, and why.</param>
    /// <param name="instance">The instance.</param>
    public static IEnumerable<Failure> Unread(IEnumerable<(string What, DmsException Error)> parts, InstanceReference instance)
        => parts.GroupBy(part => part.Error.ErrorId, StringComparer.Ordinal).Select(same =>
        {
            string names = FirstOf([.. same.Select(part => part.What)], MaxNamed);
            return From(same.First().Error, instance.Id, $"Reading {names}", instance.Subject);
        });
}
