using System.Collections;
using System.Management.Automation;

namespace HuaweiDms.PowerShell.Binding;

/// <summary>
/// Takes a list where one value is wanted, which PowerShell refuses with an internal name: a list of one is that one, several are
/// the text of all of them, which is then reported as any other wrong value is.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class OneValueAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) => Of(inputData)!;

    /// <summary>The one value, or the text of several.</summary>
    internal static object? Of(object? data)
        => PSValue.Unwrap(data) is not IList list ? data
            : list.Count == 1 ? list[0]
            : string.Join(", ", list.Cast<object?>());
}
