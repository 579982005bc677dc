namespace HuaweiDms;

/// <summary>What is wrong with the configuration of an instance in a file.</summary>
internal static partial class DmsErrors
{
    /// <summary>It is no JSON.</summary>
    public static DmsException ConfigurationNoJson(long? line) => ConfigurationUnreadable(Format(Text.ConfigurationNoJson, line));

    /// <summary>Something in it is not known, or of another type.</summary>
    public static DmsException ConfigurationMistake(long? line, string place) => ConfigurationUnreadable(Format(Text.ConfigurationMistake, line, place));

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
    public static DmsException ConfigurationFieldTwice(int line, string name) => ConfigurationUnreadable(Format(Text.ConfigurationFieldTwice, line, name));

    private static DmsException ConfigurationUnreadable(string why) => new(DmsErrorKind.InvalidArgument, "HuaweiDms.ConfigurationUnreadable", why);
}
