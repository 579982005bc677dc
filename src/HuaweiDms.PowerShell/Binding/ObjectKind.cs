using System.Management.Automation;

namespace HuaweiDms.PowerShell.Binding;

/// <summary>Determines the kind of an object from its type names, which a job, a file and Select-Object keep.</summary>
internal static class ObjectKind
{
    /// <summary>Whether it is, or was, an object of the module of another type. A handwritten row has no known type.</summary>
    public static bool IsOtherThan(Type type, PSObject item)
        => item.TypeNames.Any(name => name.Contains("HuaweiDms.")) && !item.TypeNames.Any(name => name.EndsWith(type.FullName!, StringComparison.Ordinal));
}
