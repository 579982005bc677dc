using System.Management.Automation;
using System.Reflection;

namespace HuaweiDms.PowerShell.Binding;

/// <summary>
/// Refuses an instance as an order: its StorageSpaceGB is less than the ordered size, and it has neither passwords nor a term. Also
/// refuses an object without any property of an order, which would order another instance like the previous one.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class OrderRowAttribute : ValidateArgumentsAttribute
{
    private static readonly Lazy<HashSet<string>> Columns = new(() => new(
        typeof(NewDmsInstance).GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(property => property.GetCustomAttribute<ParameterAttribute>() is { ValueFromPipelineByPropertyName: true })
            .Select(property => property.Name),
        StringComparer.OrdinalIgnoreCase));

    /// <summary>The problem with an object; null if it can be an order.</summary>
    internal static string? Violation(PSObject row)
    {
        if (Has(row, "InstanceId") || Has(row, "TotalStorageSpaceGB"))
            return Format(Text.OrderIsInstanceRule, row.Properties["Name"]?.Value ?? row.Properties["InstanceId"]?.Value);
        return row.Properties.Any(property => Columns.Value.Contains(property.Name)) ? null : Format(Text.OrderRowRule, row);
    }

    /// <inheritdoc/>
    protected override void Validate(object arguments, EngineIntrinsics engineIntrinsics)
    {
        string? violation = arguments is null ? Format(Text.OrderRowRule, string.Empty) : Violation(PSObject.AsPSObject(arguments));
        if (violation is not null)
            throw new ValidationMetadataException(violation);
    }

    private static bool Has(PSObject row, string property) => !string.IsNullOrEmpty(row.Properties[property]?.Value?.ToString());
}
