using System.Management.Automation;

namespace HuaweiDms.PowerShell.Binding;

/// <summary>
/// Accepts a row with the name of an instance and no id, such as one of a handwritten CSV file, by that name. Used only where
/// instances themselves are searched: elsewhere Name belongs to something in the instance.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class NamedRowAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
        => inputData is PSObject { BaseObject: PSCustomObject } row
            && !ObjectKind.IsOtherThan(typeof(Instance), row)
            && InstanceSource.Of(row) is null
            && row.Properties[nameof(Instance.Name)]?.Value?.ToString() is { Length: > 0 } name
            ? new[] { InstanceReference.Named(name) }
            : inputData;
}
