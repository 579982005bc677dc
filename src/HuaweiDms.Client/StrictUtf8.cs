using System.Text;

namespace HuaweiDms;

/// <summary>UTF-8 encoding that throws on invalid data instead of replacing it.</summary>
internal static class StrictUtf8
{
    public static UTF8Encoding Encoding { get; } = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
}
