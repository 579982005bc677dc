using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using HuaweiDms.Emulator.Hosting;
using HuaweiDms.Emulator.State;

namespace HuaweiDms.Emulator.Instances;

/// <summary>The documented rules for single values, and the error responses for violations.</summary>
internal static class InstanceRules
{
    private const int MaxDescriptionLength = 1024;

    private static readonly TimeSpan RegexTimeout = TimeSpan.FromSeconds(1);
    private static readonly Regex NamePattern = new(@"\A[A-Za-z][A-Za-z0-9_-]{3,63}\z", RegexOptions.CultureInvariant, RegexTimeout);
    private static readonly Regex OlderUserPattern = new(@"\A[A-Za-z0-9_-]{4,64}\z", RegexOptions.CultureInvariant, RegexTimeout);

    /// <summary>4 to 64 letters, digits, hyphens and underscores, starting with a letter.</summary>
    public static string Name(string? name) => name is not null && NamePattern.IsMatch(name) ? name : throw ServiceErrors.InvalidName();

    public static string Description(string text) => text.Length <= MaxDescriptionLength ? text : throw ServiceErrors.InvalidDescription();

    /// <summary>v1.0 does not require a letter at the start.</summary>
    public static string UserName(string? name, InstanceDialect dialect)
        => name is not null && (dialect.IsV1 ? OlderUserPattern : NamePattern).IsMatch(name) ? name : throw ServiceErrors.InvalidUserName();

    /// <summary>
    /// 8 to 32 characters of at least three kinds, not starting with a hyphen, and neither the user name nor its reverse.
    /// </summary>
    public static void Password(string? password, string userName)
    {
        NewUserPassword(password, userName);
        if (password == new string([.. userName.Reverse()]))
            throw ServiceErrors.WeakPassword();
    }

    /// <summary>The rule for a new user: unlike the others, 5.7.2 does not exclude the reversed name.</summary>
    public static void NewUserPassword(string? password, string userName)
    {
        bool isGood = password is { Length: >= 8 and <= 32 }
            && password[0] != '-'
            && CountCharacterKinds(password) >= 3
            && password != userName;
        if (!isGood)
            throw ServiceErrors.WeakPassword();
    }

    /// <summary>A value from a fixed list; null if missing.</summary>
    public static string? OneOf(JsonFields body, string field, params string[] values)
    {
        string? value = body.Text(field);
        return value is null || values.Contains(value) ? value : throw ServiceErrors.InvalidField(field);
    }

    public static List<Tag> Tags(JsonFields body, InstanceDialect dialect)
    {
        List<Tag> tags = (body.Objects("tags") ?? []).ConvertAll(tag => ReadTag(tag, dialect));
        return tags.Select(tag => tag.Key).Distinct(StringComparer.Ordinal).Count() == tags.Count
            ? tags
            : throw ServiceErrors.InvalidField("tags");
    }

    /// <summary>The requested SASL mechanisms; the default is PLAIN.</summary>
    public static List<string> Mechanisms(JsonFields body)
    {
        List<string> mechanisms = body.Texts("sasl_enabled_mechanisms") ?? [];
        if (mechanisms.Exists(mechanism => mechanism is not ("PLAIN" or "SCRAM-SHA-512")))
            throw ServiceErrors.InvalidField("sasl_enabled_mechanisms");
        return mechanisms.Count > 0 ? mechanisms : ["PLAIN"];
    }

    /// <summary>Private addresses requested for new brokers: IPv4, distinct, at most one per broker (5.1.1, 5.4.1).</summary>
    public static List<string> TenantIps(List<string>? wanted, int brokers)
    {
        List<string> addresses = wanted ?? [];
        bool isGood = addresses.Count <= brokers
            && addresses.TrueForAll(IsIpv4)
            && addresses.Distinct(StringComparer.Ordinal).Count() == addresses.Count;
        return isGood ? addresses : throw ServiceErrors.InvalidField("tenant_ips");
    }

    /// <summary>Accepts dotted-quad notation only; IPAddress.TryParse also accepts other forms, such as a single number.</summary>
    private static bool IsIpv4(string text)
        => IPAddress.TryParse(text, out IPAddress? address) && address.AddressFamily == AddressFamily.InterNetwork && address.ToString() == text;

    private static Tag ReadTag(JsonFields fields, InstanceDialect dialect)
    {
        Tag tag = new() { Key = fields.RequiredText("key"), Value = fields.Text("value") ?? string.Empty };
        bool isGood = tag.Key.Length <= dialect.TagKeyLength
            && tag.Value.Length <= dialect.TagValueLength
            && tag.Key.All(dialect.IsTagCharacter)
            && tag.Value.All(dialect.IsTagCharacter)
            && (dialect.IsV1 || (!tag.Key.StartsWith("_sys_", StringComparison.Ordinal) && tag.Key.Trim() == tag.Key));
        return isGood ? tag : throw ServiceErrors.InvalidField("tags");
    }

    private static int CountCharacterKinds(string password)
        => (password.Any(c => c is >= 'a' and <= 'z') ? 1 : 0)
        + (password.Any(c => c is >= 'A' and <= 'Z') ? 1 : 0)
        + (password.Any(c => c is >= '0' and <= '9') ? 1 : 0)
        + (password.Any(c => c < 128 && !char.IsLetterOrDigit(c)) ? 1 : 0);
}
