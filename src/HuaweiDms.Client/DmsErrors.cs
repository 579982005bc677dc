using System.Globalization;

namespace HuaweiDms;

/// <summary>The only place that makes a <see cref="DmsException"/>. Texts live in Text.resx under the error's name.</summary>
internal static partial class DmsErrors
{
    /// <summary>A value refused before anything was sent.</summary>
    public static DmsException InvalidArgument(string parameterName, object? value, string rule)
        => new(DmsErrorKind.InvalidArgument, "HuaweiDms.InvalidArgument", Format(Text.InvalidArgument, parameterName, value, rule))
        {
            ParameterName = parameterName,
        };

    private static string Format(string text, params object?[] values) => string.Format(CultureInfo.InvariantCulture, text, values);
}
