namespace HuaweiDms.Emulator;

/// <summary>Refuses options that could not work, before they fail far from where they were set.</summary>
internal static class OptionRules
{
    public static void Check(DmsEmulatorOptions options)
    {
        Require(options.AccessKey.Length > 0, nameof(options.AccessKey), "must not be empty");
        Require(options.SecretKey.Length > 0, nameof(options.SecretKey), "must not be empty");
        Require(Guid.TryParseExact(options.ProjectId, "N", out _), nameof(options.ProjectId), "must be 32 hexadecimal digits");
        Require(options.Region.Length > 0, nameof(options.Region), "must not be empty");
        Require(options.Speed is > 0 and <= 1e9, nameof(options.Speed), "must be above 0 and at most 1e9");
    }

    private static void Require(bool isGood, string option, string rule)
    {
        if (!isGood)
            throw new ArgumentException($"{option} {rule}.", nameof(option));
    }
}
