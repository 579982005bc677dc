namespace HuaweiDms;

/// <summary>What is wrong with the configuration of an instance in a file.</summary>
internal static partial class DmsErrors
{
    /// <summary>It is no JSON.</summary>
    /// <param name="line">The line; null where nobody sees lines.</param>
    public static DmsException ConfigurationNoJson(long? line)
        => ConfigurationUnreadable(line is null ? Text.ConfigurationNone : Format(Text.ConfigurationNoJson, line));

    /// <summary>A name in it is not known.</summary>
    /// <param name="line">The line; null where nobody sees lines.</param>
    /// <param name="place">The name, and those that it is below.</param>
    /// <param name="near">The name that was meant; null where there is no telling.</param>
    public static DmsException ConfigurationUnknown(long? line, string place, string? near)
        => ConfigurationUnreadable(Format(near is null ? Text.ConfigurationUnknown : Text.ConfigurationMisspelt, At(place, line), near));

    /// <summary>A value in it is of another type than belongs there.</summary>
    /// <param name="line">The line; null where nobody sees lines.</param>
    /// <param name="place">The name of the value, and those that it is below.</param>
    /// <param name="expected">What belongs there.</param>
    /// <param name="found">What stands there.</param>
    public static DmsException ConfigurationMistyped(long? line, string place, string expected, string found)
        => ConfigurationUnreadable(Format(Text.ConfigurationMistyped, At(place, line), expected, found));

    /// <summary>Something in it cannot be read, and it cannot be told what.</summary>
    public static DmsException ConfigurationMistake(long? line, string place) => ConfigurationUnreadable(Format(Text.ConfigurationMistake, At(place, line)));

    /// <summary>There is nothing in it.</summary>
    public static DmsException ConfigurationEmpty() => ConfigurationUnreadable(Text.ConfigurationEmpty);

    /// <summary>It is newer than this library.</summary>
    public static DmsException ConfigurationVersion(int version)
        => ConfigurationUnreadable(Format(Text.ConfigurationVersion, version, InstanceConfiguration.NewestVersion));

    /// <summary>Something has no name.</summary>
    public static DmsException ConfigurationNameless(string list, int index) => ConfigurationUnreadable(Format(Text.ConfigurationNameless, list, index));

    /// <summary>Something is in it twice.</summary>
    public static DmsException ConfigurationTwice(string list, string name) => ConfigurationUnreadable(Format(Text.ConfigurationTwice, list, name));

    /// <summary>An object in it has a field twice.</summary>
    public static DmsException ConfigurationFieldTwice(int? line, string name) => ConfigurationUnreadable(Format(Text.ConfigurationFieldTwice, At(name, line)));

    private static string At(string place, long? line) => line is null ? place : Format("{0} in line {1}", place, line);

    private static DmsException ConfigurationUnreadable(string why) => new(DmsErrorKind.InvalidArgument, "HuaweiDms.ConfigurationUnreadable", why);
}
