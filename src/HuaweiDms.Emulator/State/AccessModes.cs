using System.Text.Json.Serialization;

namespace HuaweiDms.Emulator.State;

/// <summary>Which ways to reach the brokers are open. SASL_SSL and SASL_PLAINTEXT exclude each other on one side.</summary>
internal sealed class AccessModes
{
    public bool PrivatePlain { get; set; }

    public bool PrivateSaslSsl { get; set; }

    public bool PrivateSaslPlaintext { get; set; }

    public bool PublicPlain { get; set; }

    public bool PublicSaslSsl { get; set; }

    public bool PublicSaslPlaintext { get; set; }

    [JsonIgnore]
    public bool AnySasl => PrivateSaslSsl || PrivateSaslPlaintext || PublicSaslSsl || PublicSaslPlaintext;

    [JsonIgnore]
    public bool Any => AnySasl || PrivatePlain || PublicPlain;

    public AccessModes Clone() => (AccessModes)MemberwiseClone();
}
