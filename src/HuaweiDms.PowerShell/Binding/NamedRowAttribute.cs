using System.Management.Automation;

namespace HuaweiDms.PowerShell.Binding;

/// <summary>
/// Takes a row that has the name of an instance and no id, such as one of a CSV file that somebody wrote, by that name. Only where an
/// instance itself is looked for: elsewhere Name is that of what is in it.
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
