using System.Management.Automation;

namespace HuaweiDms.PowerShell.Binding;

/// <summary>
/// Accepts the delimiters of dumped messages (5.3.3). A newline may also be given as the character itself; the request contains two
/// characters.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class RecordDelimiterAttribute : ArgumentTransformationAttribute
{
    private static readonly string[] Known = [",", ";", "|", @"\n", "NULL"];

    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        string text = PSValue.Unwrap(inputData)?.ToString() ?? string.Empty;
        string sent = text;
        if (text == "\n")
            sent = @"\n";
        else if (string.Equals(text, "NULL", StringComparison.OrdinalIgnoreCase))
            sent = "NULL";
        return Known.Contains(sent)
            ? sent
            : throw new ArgumentTransformationMetadataException(Format(Text.RecordDelimiterRule, text));
    }
}
