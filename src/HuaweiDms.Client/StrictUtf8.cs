using System.Text;

namespace HuaweiDms;

/// <summary>UTF-8 that refuses what it cannot hold, instead of putting something else in its place.</summary>
internal static class StrictUtf8
{
    public static UTF8Encoding Encoding { get; } = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
}
