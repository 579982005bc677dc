using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell.Tests.Engine;

/// <summary>Which changes of settings lose something; only those are described as a loss and prompted for.</summary>
public sealed class ConfigLossTests
{
    [Theory]
    [InlineData("log.retention.hours", "integer", "1~168", "72", "71", "deletes older messages")]
    [InlineData("log.retention.hours", "integer", "1~168", "72", "73", null)]
    [InlineData("offsets.retention.minutes", "integer", "1440~30240", "20160", "1440", "deletes older offsets")]
    [InlineData("offsets.retention.minutes", "integer", "1440~30240", "20160", "30240", null)]
    [InlineData("allow.everyone.if.no.acl.found", "enum", "true,false", "true", "false", "locks out all users")]
    [InlineData("allow.everyone.if.no.acl.found", "enum", "true,false", "false", "true", null)]
    [InlineData("num.partitions", "integer", "1~200", "3", "1", null)]
    public void A_shorter_retention_and_closed_topics_are_losses(string name, string type, string allowed, string before, string after, string? loss)
    {
        InstanceConfig config = new() { Name = name, ValueType = type, ValidValues = allowed, ValueText = before, ConfigType = "static" };
        ConfigChange change = config.ChangeTo(after);

        Assert.Equal(loss is null, ConfigLoss.Of(change) is null);
        string effects = loss is null ? "(needs a restart)" : $"({ConfigLoss.Of(change)}; needs a restart)";
        Assert.Equal($"Change {name} {before} -> {after} {effects}", ConfigPlan.ActionOf(change));
        Assert.StartsWith(loss ?? string.Empty, ConfigLoss.Of(change) ?? string.Empty, StringComparison.Ordinal);
    }
}
