using HuaweiDms.Emulator.Hosting;
using HuaweiDms.Emulator.State;

namespace HuaweiDms.Emulator.Instances;

/// <summary>Reads the access modes of a creation request: listed one by one, or implied by the older fields.</summary>
internal static class AccessModesReader
{
    /// <param name="body">The creation request.</param>
    /// <param name="isSasl">Whether it enables SASL, with user and password.</param>
    /// <param name="isPublic">Whether it enables public access.</param>
    public static AccessModes Read(JsonFields body, bool isSasl, bool isPublic)
    {
        string? protocol = InstanceRules.OneOf(body, "kafka_security_protocol", "SASL_SSL", "SASL_PLAINTEXT", string.Empty);
        return body.Object("port_protocol") is { } ports
            ? ReadEach(ports, isSasl, isPublic)
            : Implied(isSasl, isSsl: protocol != "SASL_PLAINTEXT", isPublic, keepsPlain: body.Flag("vpc_client_plain") ?? false);
    }

    /// <summary>Reads the modes one by one. Access inside the VPC cannot be disabled. Rejecting SASL without a user is a guess.</summary>
    private static AccessModes ReadEach(JsonFields ports, bool isSasl, bool isPublic)
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
        bool isGood = modes.AnyPrivate && !modes.HasConflict && (isPublic || !modes.AnyPublic) && (isSasl || !modes.AnySasl);
        return isGood ? modes : throw ServiceErrors.InvalidField("port_protocol");
    }

    private static AccessModes Implied(bool isSasl, bool isSsl, bool isPublic, bool keepsPlain) => new()
    {
        PrivatePlain = !isSasl || keepsPlain,
        PrivateSaslSsl = isSasl && isSsl,
        PrivateSaslPlaintext = isSasl && !isSsl,
        PublicPlain = !isSasl && isPublic,
        PublicSaslSsl = isSasl && isSsl && isPublic,
        PublicSaslPlaintext = isSasl && !isSsl && isPublic,
    };
}
