using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>Sets the rates of a quota; at least one is required.</summary>
public abstract class QuotaRateCmdlet : QuotaCmdlet
{
    /// <summary>The maximum produce rate, in bytes per second.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ByteSize]
    public long? ProducerByteRate { get; set; }

    /// <summary>The maximum consume rate, in bytes per second.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ByteSize]
    public long? ConsumerByteRate { get; set; }

    private protected override ClientQuota Wanted()
    {
        ClientQuota wanted = base.Wanted();
        (wanted.ProducerByteRate, wanted.ConsumerByteRate) = (ProducerByteRate, ConsumerByteRate);
        return wanted;
    }

    private protected override Failure? Objection(ClientQuota wanted)
    {
        if (base.Objection(wanted) is { } objection)
            return objection;
        if (wanted.ProducerByteRate < 1)
            return Failures.InvalidArgument(nameof(ProducerByteRate), wanted.ProducerByteRate, Text.QuotaRateRule);
        if (wanted.ConsumerByteRate < 1)
            return Failures.InvalidArgument(nameof(ConsumerByteRate), wanted.ConsumerByteRate, Text.QuotaRateRule);
        return wanted.ProducerByteRate is null && wanted.ConsumerByteRate is null
            ? Failures.NothingToChange("-ProducerByteRate, -ConsumerByteRate")
            : null;
    }

    /// <summary>The rates, for -WhatIf.</summary>
    private protected static string Rates(ClientQuota quota)
        => Format("produce {0}, consume {1}", Describe(quota.ProducerByteRate), Describe(quota.ConsumerByteRate));

    private static string Describe(long? rate) => rate is null ? "without limit" : Format("{0} B/s", rate);
}
