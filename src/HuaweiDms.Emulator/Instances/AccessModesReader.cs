using HuaweiDms.Emulator.Hosting;
using HuaweiDms.Emulator.State;

namespace HuaweiDms.Emulator.Instances;

/// <summary>Reads which access modes a creation asks for: one by one, or as the older fields imply.</summary>
internal static class AccessModesReader
{
    public static AccessModes Read(JsonFields body, KafkaInstance instance, bool isPublic)
        => body.Object("port_protocol") is { } ports ? ReadEach(ports, isPublic) : Implied(body, instance, isPublic);

    private static AccessModes ReadEach(JsonFields ports, bool isPublic)
    {
        AccessModes modes = new()
        {
            PrivatePlain = ports.Flag("private_plain_enable") ?? false,
            PrivateSaslSsl = ports.Flag("private_sasl_ssl_enable") ?? false,
            PrivateSaslPlaintext = ports.Flag("private_sasl_plaintext_enable") ?? false,
            PublicPlain = ports.Flag("public_plain_enable") ?? false,
            PublicSaslSsl = ports.Flag("public_sasl_ssl_enable") ?? false,
            PublicSaslPlaintext = ports.Flag("public_sasl_plaintext_enable") ?? false,
        };
        bool clash = (modes.PrivateSaslSsl && modes.PrivateSaslPlaintext) || (modes.PublicSaslSsl && modes.PublicSaslPlaintext);
        bool needsPublic = modes.PublicPlain || modes.PublicSaslSsl || modes.PublicSaslPlaintext;
        return clash || (needsPublic && !isPublic) ? throw ServiceErrors.InvalidField("port_protocol") : modes;
    }

    private static AccessModes Implied(JsonFields body, KafkaInstance instance, bool isPublic)
    {
        bool plain = !instance.IsSaslEnabled;
        bool ssl = instance.SecurityProtocol == "SASL_SSL";
        bool saslPlaintext = instance.SecurityProtocol == "SASL_PLAINTEXT";
        return new AccessModes
        {
            PrivatePlain = plain || (body.Flag("vpc_client_plain") ?? false),
            PrivateSaslSsl = ssl,
            PrivateSaslPlaintext = saslPlaintext,
            PublicPlain = plain && isPublic,
            PublicSaslSsl = ssl && isPublic,
            PublicSaslPlaintext = saslPlaintext && isPublic,
        };
    }
}
