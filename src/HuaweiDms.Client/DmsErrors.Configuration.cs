namespace HuaweiDms;

/// <summary>Errors in a configuration file.</summary>
internal static partial class DmsErrors
{
    /// <summary>The text is not JSON.</summary>
    /// <param name="line">The line number; null if the caller cannot see lines.</param>
    public static DmsException ConfigurationNoJson(long? line)
        => ConfigurationUnreadable(line is null ? Text.ConfigurationNone : Format(Text.ConfigurationNoJson, line));

    /// <summary>A name is unknown.</summary>
    /// <param name="line">The line number; null if the caller cannot see lines.</param>
    /// <param name="place">The path of the name.</param>
    /// <param name="near">The closest known name; null if there is none.</param>
    public static DmsException ConfigurationUnknown(long? line, string place, string? near)
        => ConfigurationUnreadable(Format(near is null ? Text.ConfigurationUnknown : Text.ConfigurationMisspelt, At(place, line), near));

    /// <summary>A value has the wrong type.</summary>
    /// <param name="line">The line number; null if the caller cannot see lines.</param>
    /// <param name="place">The path of the value.</param>
    /// <param name="expected">The expected type.</param>
    /// <param name="found">The actual value.</param>
    public static DmsException ConfigurationMistyped(long? line, string place, string expected, string found)
        => ConfigurationUnreadable(Format(Text.ConfigurationMistyped, At(place, line), expected, found));

    /// <summary>Something cannot be read, for an unknown reason.</summary>
    public static DmsException ConfigurationMistake(long? line, string place) => ConfigurationUnreadable(Format(Text.ConfigurationMistake, At(place, line)));

    /// <summary>The configuration is empty.</summary>
    public static DmsException ConfigurationEmpty() => ConfigurationUnreadable(Text.ConfigurationEmpty);

    /// <summary>The file format is newer than this library.</summary>
    public static DmsException ConfigurationVersion(int version)
        => ConfigurationUnreadable(Format(Text.ConfigurationVersion, version, InstanceConfiguration.NewestVersion));

    /// <summary>An item has no name.</summary>
    public static DmsException ConfigurationNameless(string list, int index) => ConfigurationUnreadable(Format(Text.ConfigurationNameless, list, index));

    /// <summary>A name appears twice.</summary>
    public static DmsException ConfigurationTwice(string list, string name) => ConfigurationUnreadable(Format(Text.ConfigurationTwice, list, name));

    /// <summary>An object contains a field twice.</summary>
    public static DmsException ConfigurationFieldTwice(int? line, string name) => ConfigurationUnreadable(Format(Text.ConfigurationFieldTwice, At(name, line)));

    private static string At(string place, long? line) => line is null ? place : Format("{0} in line {1}", place, line);

    private static DmsException ConfigurationUnreadable(string why) => new(DmsErrorKind.InvalidArgument, "HuaweiDms.ConfigurationUnreadable", why);
}
