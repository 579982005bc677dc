using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>Gives a quota its rates; at least one is needed.</summary>
public abstract class QuotaRateCmdlet : QuotaCmdlet
{
    /// <summary>The most that may be produced, in bytes a second.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ByteSize]
    public long? ProducerByteRate { get; set; }

    /// <summary>The most that may be consumed, in bytes a second.</summary>
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

    /// <summary>The rates, as -WhatIf says them.</summary>
    private protected static string Rates(ClientQuota quota)
        => Format("produce {0}, consume {1}", Describe(quota.ProducerByteRate), Describe(quota.ConsumerByteRate));

    private static string Describe(long? rate) => rate is null ? "without limit" : Format("{0} B/s", rate);
}
