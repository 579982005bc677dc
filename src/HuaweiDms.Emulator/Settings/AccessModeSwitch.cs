using HuaweiDms.Emulator.Hosting;
using HuaweiDms.Emulator.Instances;
using HuaweiDms.Emulator.State;

namespace HuaweiDms.Emulator.Settings;

/// <summary>Enables or disables one access mode (5.2.9).</summary>
internal static class AccessModeSwitch
{
    public static void Apply(KafkaInstance instance, string mode, bool enable, JsonFields body, DateTimeOffset now)
    {
        AccessModes changed = With(instance.AccessModes, mode, enable);
        // The login matters only when SASL is enabled for the first time, because users remain when it is disabled. It must always
        // have the right type.
        (string? User, string? Password, List<string> Mechanisms) login = (body.Text("user_name"), body.Text("pass_word"), InstanceRules.Mechanisms(body));
        if (!changed.AnyPrivate)
            throw ServiceErrors.InvalidField("protocol");
        if (enable)
            CheckEnable(instance, changed, mode, login, now);
        instance.AccessModes = changed;
    }

    private static void CheckEnable(KafkaInstance instance, AccessModes changed, string mode, (string? User, string? Password, List<string> Mechanisms) login, DateTimeOffset now)
    {
        if (changed.HasConflict)
            throw ServiceErrors.InvalidField("protocol");
        if (mode.StartsWith("public_", StringComparison.Ordinal) && instance.PublicAddresses.Count == 0)
            throw ServiceErrors.InvalidPublicAccess();
        if (changed.AnySasl && instance.AccessUser is null)
        {
            string user = InstanceRules.UserName(login.User is { Length: > 0 } name ? name : throw ServiceErrors.InvalidField("user_name"), InstanceDialect.V2);
            InstanceRules.Password(login.Password, user);
            instance.SaslMechanisms = login.Mechanisms;
            instance.Users.Add(KafkaUser.Default(user, now));
        }
    }

    private static AccessModes With(AccessModes modes, string mode, bool enable)
    {
        AccessModes changed = modes.Clone();
        switch (mode)
        {
            case "private_plain_enable":
                changed.PrivatePlain = enable;
                break;
            case "private_sasl_ssl_enable":
                changed.PrivateSaslSsl = enable;
                break;
            case "private_sasl_plaintext_enable":
                changed.PrivateSaslPlaintext = enable;
                break;
            case "public_plain_enable":
                changed.PublicPlain = enable;
                break;
            case "public_sasl_ssl_enable":
                changed.PublicSaslSsl = enable;
                break;
            case "public_sasl_plaintext_enable":
                changed.PublicSaslPlaintext = enable;
                break;
            default:
                throw ServiceErrors.InvalidField("protocol");
        }
        return changed;
    }
}
