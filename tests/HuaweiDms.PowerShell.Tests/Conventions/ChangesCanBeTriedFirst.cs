using System.Management.Automation;

namespace HuaweiDms.PowerShell.Tests.Conventions;

public sealed class ChangesCanBeTriedFirst
{
    /// <summary>Where data is lost, clients are cut off or money starts to be spent.</summary>
    private static readonly HashSet<string> High =
    [
        "New-DmsInstance", "Remove-DmsInstance", "Restart-DmsInstance", "Restart-DcsInstance", "Clear-DcsInstance", "Stop-DcsInstance",
        "Resize-DmsInstance", "Update-DmsInstance", "Reset-DmsInstancePassword", "Disable-DmsAccessMode", "Disable-DmsManager",
        "Remove-DmsUser", "Reset-DmsUserPassword",
        "Set-DmsTopic", "Remove-DmsTopic", "Set-DmsTopicAccessPolicy", "Clear-DmsTopicMessage",
        "Enable-DmsSmartConnect", "Disable-DmsSmartConnect", "Remove-DmsSmartConnectTask", "Restart-DmsSmartConnectTask", "Remove-DmsSinkTask",
        "Remove-DmsConsumerGroup", "Reset-DmsConsumerOffset",
        "Import-DmsConfiguration",
    ];

    /// <summary>What changes nothing but this session: connections, and emulators that are only added to.</summary>
    private static readonly HashSet<string> Harmless =
    [
        "Connect-Dms", "Disconnect-Dms", "Select-DmsContext", "Start-DmsEmulator", "Add-DmsEmulatorFault", "Start-DmsEmulatorBroker", "Start-DmsEmulatorConsumer", "Wait-DmsInstance", "Wait-DmsTask",
        "Measure-DmsPartitionReassignment", "Test-DmsDiagnosis", "Test-DmsInstance", "Compare-DmsConfiguration", "Show-DmsConsumerLag",
    ];

    [Fact]
    public void Whatever_changes_the_service_has_WhatIf_and_Confirm_and_what_loses_something_asks()
        => Assert.All(CmdletClasses.All.Where(Changes), cmdlet =>
        {
            string name = CmdletClasses.NameOf(cmdlet);
            ConfirmImpact impact = CmdletClasses.Impact(cmdlet);
            Assert.True(CmdletClasses.SupportsShouldProcess(cmdlet), $"{name} has no -WhatIf.");
            Assert.True(High.Contains(name) == (impact == ConfirmImpact.High), $"{name} has impact {impact}.");
        });

    [Fact]
    public void Whatever_asks_by_default_can_be_told_not_to_with_Force()
        => Assert.All(
            CmdletClasses.All.Where(cmdlet => CmdletClasses.Impact(cmdlet) == ConfirmImpact.High),
            cmdlet => Assert.Contains(CmdletClasses.Parameters(cmdlet), parameter => parameter.Name == "Force"));

    [Fact]
    public void Whatever_only_reads_has_neither()
        => Assert.All(
            CmdletClasses.All.Where(cmdlet => !Changes(cmdlet)),
            cmdlet => Assert.False(CmdletClasses.SupportsShouldProcess(cmdlet), CmdletClasses.NameOf(cmdlet)));

    private static bool Changes(Type cmdlet)
    {
        string name = CmdletClasses.NameOf(cmdlet);
        return !name.StartsWith("Get-", StringComparison.Ordinal) && !Harmless.Contains(name);
    }
}
