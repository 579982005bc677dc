using System.Management.Automation;

namespace HuaweiDms.PowerShell.Binding;

/// <summary>What the names of its types tell of an object; a job, a file and Select-Object keep them.</summary>
internal static class ObjectKind
{
    /// <summary>Whether it is one of ours, or what is left of one, of another type. Nothing is known of a row that somebody wrote.</summary>
    public static bool IsOtherThan(Type type, PSObject item)
        => item.TypeNames.Any(name => name.Contains("HuaweiDms.")) && !item.TypeNames.Any(name => name.EndsWith(type.FullName!, StringComparison.Ordinal));
}
