using System.Collections;
using System.Management.Automation;

namespace HuaweiDms.PowerShell.Binding;

/// <summary>
/// Accepts a list where one value is expected, which PowerShell refuses with an internal name. A list of one becomes that value;
/// several become one text, which is then reported like any other wrong value.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class OneValueAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) => Of(inputData)!;

    /// <summary>The single value, or the text of several.</summary>
    internal static object? Of(object? data)
        => PSValue.Unwrap(data) is not IList list ? data
            : list.Count == 1 ? list[0]
            : string.Join(", ", list.Cast<object?>());
}
