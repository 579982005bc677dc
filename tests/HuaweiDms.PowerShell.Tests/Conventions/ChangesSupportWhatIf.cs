using System.Management.Automation;

namespace HuaweiDms.PowerShell.Tests.Conventions;

public sealed class ChangesSupportWhatIf
{
    /// <summary>Commands that lose data, disconnect clients or incur costs.</summary>
    private static readonly HashSet<string> High =
    [
        "New-DmsInstance", "Remove-DmsInstance", "Restart-DmsInstance", "Restart-DcsInstance", "Clear-DcsInstance", "Stop-DcsInstance",
        "Resize-DmsInstance", "Update-DmsInstance", "Set-DmsInstanceConfig", "Reset-DmsInstancePassword", "Disable-DmsAccessMode", "Disable-DmsManager",
        "Remove-DmsUser", "Reset-DmsUserPassword",
        "Set-DmsTopic", "Remove-DmsTopic", "Set-DmsTopicAccessPolicy", "Clear-DmsTopicMessage",
        "Enable-DmsSmartConnect", "Disable-DmsSmartConnect", "Remove-DmsSmartConnectTask", "Restart-DmsSmartConnectTask", "Remove-DmsSinkTask",
        "Remove-DmsConsumerGroup", "Reset-DmsConsumerOffset",
        "Import-DmsConfiguration",
    ];

    /// <summary>Commands that change only this session: connections, and emulators that are only added to.</summary>
    private static readonly HashSet<string> Harmless =
    [
        "Connect-Dms", "Disconnect-Dms", "Select-DmsContext", "Start-DmsEmulator", "Add-DmsEmulatorFault", "Start-DmsEmulatorBroker", "Start-DmsEmulatorConsumer", "Wait-DmsInstance", "Wait-DmsTask",
        "Measure-DmsPartitionReassignment", "Test-DmsDiagnosis", "Test-DmsInstance", "Compare-DmsConfiguration", "Show-DmsConsumerLag",
    ];

    [Fact]
    public void Commands_that_change_the_service_have_WhatIf_and_Confirm_and_those_with_losses_prompt_by_default()
        => Assert.All(CmdletClasses.All.Where(Changes), cmdlet =>
        {
            string name = CmdletClasses.NameOf(cmdlet);
            ConfirmImpact impact = CmdletClasses.Impact(cmdlet);
            Assert.True(CmdletClasses.SupportsShouldProcess(cmdlet), $"{name} has no -WhatIf.");
            Assert.True(High.Contains(name) == (impact == ConfirmImpact.High), $"{name} has impact {impact}.");
        });

    [Fact]
    public void Commands_that_prompt_by_default_have_Force()
        => Assert.All(
            CmdletClasses.All.Where(cmdlet => CmdletClasses.Impact(cmdlet) == ConfirmImpact.High),
            cmdlet => Assert.Contains(CmdletParameter.All, parameter => parameter.Cmdlet == cmdlet && parameter.Name == "Force"));

    [Fact]
    public void Commands_that_only_read_have_neither()
        => Assert.All(
            CmdletClasses.All.Where(cmdlet => !Changes(cmdlet)),
            cmdlet => Assert.False(CmdletClasses.SupportsShouldProcess(cmdlet), CmdletClasses.NameOf(cmdlet)));

    private static bool Changes(Type cmdlet)
    {
        string name = CmdletClasses.NameOf(cmdlet);
        return !name.StartsWith("Get-", StringComparison.Ordinal) && !Harmless.Contains(name);
    }
}
