namespace HuaweiDms.Emulator;

/// <summary>Rejects invalid options early, before they fail far from where they were set.</summary>
internal static class OptionRules
{
    /// <exception cref="ArgumentException">An option is not valid.</exception>
    public static void Check(DmsEmulatorOptions options)
    {
        if (FindViolation(options) is { } rule)
            throw new ArgumentException(rule, nameof(options));
    }

    /// <summary>The first violated rule; null if none is.</summary>
    private static string? FindViolation(DmsEmulatorOptions options)
        => options.AccessKey.Length == 0 ? $"{nameof(options.AccessKey)} must not be empty."
            : options.SecretKey.Length == 0 ? $"{nameof(options.SecretKey)} must not be empty."
            : !Guid.TryParseExact(options.ProjectId, "N", out _) ? $"{nameof(options.ProjectId)} must be 32 hexadecimal digits."
            : options.Region.Length == 0 ? $"{nameof(options.Region)} must not be empty."
            : options.Speed is not (> 0 and <= 1e9) ? $"{nameof(options.Speed)} must be above 0 and at most 1e9."
            : null;
}
