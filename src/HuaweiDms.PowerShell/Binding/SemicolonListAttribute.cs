using System.Management.Automation;

namespace HuaweiDms.PowerShell.Binding;

/// <summary>Accepts several values from a CSV cell, separated by semicolons. An empty cell, and a null in a JSON file, mean none.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class SemicolonListAttribute : ArgumentTransformationAttribute
{
    private static readonly char[] Separators = [';'];

    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
        => PSValue.Unwrap(inputData) switch
        {
            null => Array.Empty<string>(),
            string cell => Of(cell),
            _ => inputData,
        };

    /// <summary>The values of a cell.</summary>
    internal static string[] Of(string cell)
        => [.. cell.Split(Separators, StringSplitOptions.RemoveEmptyEntries).Select(part => part.Trim()).Where(part => part.Length > 0)];
}
