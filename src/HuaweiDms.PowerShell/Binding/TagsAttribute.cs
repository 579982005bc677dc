using System.Collections.Specialized;
using System.Management.Automation;

namespace HuaweiDms.PowerShell.Binding;

/// <summary>
/// Takes tags as text too, as consoles write them: env=test, or several of that kind, and as a CSV file has those of an instance:
/// env=test;team=core. A key alone has no value.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class TagsAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        object?[] given = Bare.Of(inputData) is object?[] several ? [.. several.Select(Bare.Of)] : [Bare.Of(inputData)];
        if (given.Length == 0 || !given.All(item => item is string { Length: > 0 }))
            return inputData;
        OrderedDictionary tags = new(StringComparer.Ordinal);
        foreach (string text in given.Cast<string>().SelectMany(Parts))
        {
            int sign = text.IndexOf('=');
            tags[sign < 0 ? text : text.Substring(0, sign)] = sign < 0 ? null : text.Substring(sign + 1);
        }
        return tags;
    }

    /// <summary>One text or several in it. Values of older instances may have a semicolon (7.1.1.1).</summary>
    private static string[] Parts(string text)
    {
        string[] parts = text.Split(';');
        return Array.TrueForAll(parts, part => part.IndexOf('=') > 0) ? parts : [text];
    }
}
