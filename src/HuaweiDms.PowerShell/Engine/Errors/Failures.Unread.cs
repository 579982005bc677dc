using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Engine;

/// <content>Failures of reads of which other parts succeeded.</content>
internal static partial class Failures
{
    /// <summary>The number of names to list; the rest is only counted.</summary>
    private const int MaxNamed = 3;

    /// <summary>
    /// Returns one failure for all parts that failed for the same reason, because an instance that is not RUNNING is one problem,
    /// not four.
    /// </summary>
    /// <param name="parts">The parts that could not be read, and the errors.</param>
    /// <param name="instance">The instance.</param>
    public static IEnumerable<Failure> Unread(IEnumerable<(string What, DmsException Error)> parts, InstanceReference instance)
        => parts.GroupBy(part => part.Error.ErrorId, StringComparer.Ordinal).Select(same =>
        {
            string names = FirstOf([.. same.Select(part => part.What)], MaxNamed);
            return From(same.First().Error, instance.Id, $"Reading {names}", instance.Subject);
        });
}
