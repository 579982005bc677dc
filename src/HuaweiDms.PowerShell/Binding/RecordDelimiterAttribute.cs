using System.Management.Automation;

namespace HuaweiDms.PowerShell.Binding;

/// <summary>Takes the delimiters of dumped messages (5.3.3): a newline also as the character itself, which the wire writes as two.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class RecordDelimiterAttribute : ArgumentTransformationAttribute
{
    private static readonly string[] Known = [",", ";", "|", @"\n", "NULL"];

    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        string text = PSValue.Unwrap(inputData)?.ToString() ?? string.Empty;
        string plain = text == "\n" ? @"\n" : string.Equals(text, "NULL", StringComparison.OrdinalIgnoreCase) ? "NULL" : text;
        return Known.Contains(plain)
            ? plain
            : throw new ArgumentTransformationMetadataException(Format(Text.RecordDelimiterRule, text));
    }
}
