using System.Text.Json.Serialization;

namespace HuaweiDms.Emulator.State;

/// <summary>
/// The access modes that are enabled. SASL_SSL and SASL_PLAINTEXT are mutually exclusive on the same side (private or public),
/// and at least one private mode is always enabled (5.1.1).
/// </summary>
internal sealed class AccessModes
{
    private const int PlainPort = 9092;
    private const int SaslPort = 9093;
    private const int PublicPlainPort = 9094;
    private const int PublicSaslPort = 9095;

    public bool PrivatePlain { get; set; }

    public bool PrivateSaslSsl { get; set; }

    public bool PrivateSaslPlaintext { get; set; }

    public bool PublicPlain { get; set; }

    public bool PublicSaslSsl { get; set; }

    public bool PublicSaslPlaintext { get; set; }

    [JsonIgnore]
    public bool AnySasl => PrivateSasl || PublicSasl;

    [JsonIgnore]
    public bool AnyPrivate => PrivateSasl || PrivatePlain;

    [JsonIgnore]
    public bool AnyPublic => PublicSasl || PublicPlain;

    /// <summary>Whether both kinds of SASL are enabled on one side.</summary>
    [JsonIgnore]
    public bool HasConflict => (PrivateSaslSsl && PrivateSaslPlaintext) || (PublicSaslSsl && PublicSaslPlaintext);

    /// <summary>The protocol for access from other VPCs: the same as inside the VPC, SASL before plaintext (5.1.1).</summary>
    [JsonIgnore]
    public string CrossVpcProtocol => PrivateSaslSsl ? "SASL_SSL" : PrivateSaslPlaintext ? "SASL_PLAINTEXT" : "PLAINTEXT";

    /// <summary>The port of the preferred private access mode.</summary>
    [JsonIgnore]
    public int PrivatePort => PrivateSasl ? SaslPort : PlainPort;

    /// <summary>The port of the preferred public access mode.</summary>
    [JsonIgnore]
    public int PublicPort => PublicSasl ? PublicSaslPort : PublicPlainPort;

    private bool PrivateSasl => PrivateSaslSsl || PrivateSaslPlaintext;

    private bool PublicSasl => PublicSaslSsl || PublicSaslPlaintext;

    /// <summary>All access modes, with their names on the wire.</summary>
    public IEnumerable<(string Name, bool IsOpen, bool IsPublic, int Port)> All()
    {
        yield return ("private_plain", PrivatePlain, false, PlainPort);
        yield return ("private_sasl_ssl", PrivateSaslSsl, false, SaslPort);
        yield return ("private_sasl_plaintext", PrivateSaslPlaintext, false, SaslPort);
        yield return ("public_plain", PublicPlain, true, PublicPlainPort);
        yield return ("public_sasl_ssl", PublicSaslSsl, true, PublicSaslPort);
        yield return ("public_sasl_plaintext", PublicSaslPlaintext, true, PublicSaslPort);
    }

    public AccessModes Clone() => (AccessModes)MemberwiseClone();
}
