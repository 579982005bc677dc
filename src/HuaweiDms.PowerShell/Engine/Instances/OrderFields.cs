namespace HuaweiDms.PowerShell.Engine;

/// <summary>
/// The required and unsupported fields of a creation for each API version (5.1.1; v1.0: 7.1.1.1), and the values that require a
/// subscription. <see cref="OrderRules"/> checks the values themselves.
/// </summary>
internal sealed class OrderFields(InstanceSpecification order, bool isV1)
{
    private const string PrePaid = "prePaid";

    /// <summary>The first value that is missing or would be silently ignored; null if there is none.</summary>
    public Failure? Check() => CheckSubscription() ?? (isV1 ? CheckV1() : CheckV2());

    /// <summary>Removes values that only the other API version needs, so that a script can specify them for both.</summary>
    public void LeaveOutUnknown()
    {
        if (isV1)
        {
            order.PartitionLimit = OrderRules.PartitionLimitOf(order.Specification);
            order.BrokerCount = null;
            order.Subscription = null;
        }
        else
        {
            order.Specification = null;
            order.ManagerUserName = null;
        }
    }

    /// <summary>Without a subscription, its terms would be silently ignored and the instance would be pay-per-use.</summary>
    private Failure? CheckSubscription()
    {
        if (order.Subscription is not { } terms)
            return null;
        if (terms.ChargingMode != PrePaid)
        {
            return RefuseSpecified(
                Text.NeedsPrePaidRule,
                ("PeriodType", terms.PeriodType),
                ("PeriodCount", terms.PeriodCount),
                ("AutoRenew", terms.AutoRenew),
                ("AutoPay", terms.AutoPay));
        }
        if (terms.PeriodType is null || terms.PeriodCount is null)
            return Refuse(terms.PeriodType is null ? "PeriodType" : "PeriodCount", null, Text.PrePaidRule);
        return terms.PeriodType == "year" && terms.PeriodCount > 3 ? Refuse("PeriodCount", terms.PeriodCount, Text.PeriodRule) : null;
    }

    private Failure? CheckV2()
        => order.BrokerCount is null
            ? Refuse("BrokerCount", null, Text.BrokerCountRule)
            : RefuseSpecified(Text.V2HasNoField, ("PublicBandwidthMbps", order.PublicBandwidthMbps));

    /// <summary>
    /// Checks the values that v1.0 requires and those it does not support: if they were silently ignored, an instance would be less
    /// secure than requested.
    /// </summary>
    private Failure? CheckV1()
    {
        if (order.Specification is null)
            return Refuse("Specification", null, Text.V1NeedsSpecification);
        if (order.ManagerUserName is null)
            return Refuse("ManagerCredential", null, Text.V1NeedsManager);
        return RefuseSpecified(
            Text.V1HasNoField,
            ("SecurityProtocol", order.SecurityProtocol),
            ("SaslMechanism", Several(order.SaslMechanisms)),
            ("AccessMode", Several(order.AccessModes)),
            ("EnableVpcPlaintext", order.VpcPlaintextEnabled),
            ("TenantIp", Several(order.TenantIps)),
            ("EnableIpv6", order.Ipv6Enabled),
            ("DiskEncryptionKeyId", order.DiskEncryptionKeyId),
            ("EnableSmartConnect", order.SmartConnectEnabled),
            ("Architecture", order.Architecture),
            ("ChargingMode", order.Subscription?.ChargingMode == PrePaid ? "PrePaid" : null));
    }

    /// <summary>Refuses the first parameter that was given.</summary>
    private Failure? RefuseSpecified(string rule, params (string Parameter, object? Value)[] all)
    {
        foreach ((string parameter, object? value) in all)
        {
            if (value is not null)
                return Refuse(parameter, value, rule);
        }
        return null;
    }

    private Failure Refuse(string parameter, object? value, string rule) => Failures.InvalidArgument(parameter, value, rule, order.Name);

    private static string? Several(string[]? values) => values is null ? null : string.Join(", ", values);
}
