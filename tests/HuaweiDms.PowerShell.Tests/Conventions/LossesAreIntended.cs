using System.Reflection;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell.Tests.Conventions;

/// <summary>
/// A command that takes an instance and changes something acts either on the instance, or on something inside that it names. An object
/// that only carries the id of its instance must not cause the loss of that instance. A new command must be listed here.
/// </summary>
public sealed class LossesAreIntended
{
    private static readonly string[] OfTheInstance =
    [
        "Disable-DmsAccessMode", "Disable-DmsAutoTopic", "Disable-DmsManager", "Disable-DmsSmartConnect", "Enable-DmsSmartConnect", "Import-DmsConfiguration",
        "Remove-DmsInstance", "Remove-DmsTag", "Reset-DmsInstancePassword", "Reset-DmsManagerPassword", "Resize-DmsInstance", "Restart-DmsInstance",
        "Restart-DmsManager", "Set-DmsCrossVpcAddress", "Set-DmsInstance", "Set-DmsInstanceConfig", "Update-DmsInstance",
    ];

    /// <summary>Commands that turn something on or read: they lose nothing.</summary>
    private static readonly string[] Harmless =
    [
        "Add-DmsTag", "Enable-DmsAccessMode", "Enable-DmsAutoTopic", "Export-DmsConfiguration", "Export-DmsReport",
    ];

    /// <summary>Commands that name something inside the instance: an object without that name does not reach it.</summary>
    private static readonly string[] OfSomethingInIt =
    [
        "Clear-DmsTopicMessage", "New-DmsClientQuota", "New-DmsConsumerGroup", "New-DmsSmartConnectTask", "New-DmsTopic", "New-DmsUser",
        "Remove-DmsClientQuota", "Remove-DmsConsumerGroup", "Remove-DmsDiagnosis", "Remove-DmsSmartConnectTask", "Remove-DmsTask", "Remove-DmsTopic",
        "Remove-DmsUser", "Reset-DmsConsumerOffset", "Reset-DmsUserPassword", "Restart-DmsSmartConnectTask", "Resume-DmsSmartConnectTask",
        "Send-DmsMessage", "Set-DmsClientQuota", "Set-DmsConsumerGroup", "Set-DmsTopic", "Set-DmsTopicAccessPolicy", "Set-DmsTopicReplica", "Set-DmsUser",
        "Start-DmsDiagnosis", "Start-DmsPartitionReassignment", "Start-DmsSmartConnectTask", "Stop-DmsEmulatorBroker", "Stop-DmsEmulatorConsumer", "Suspend-DmsSmartConnectTask",
    ];

    /// <summary>Commands that take instances of another service and refuse those of Kafka.</summary>
    private static readonly string[] OfAnotherService = ["Clear-DcsInstance", "Restart-DcsInstance", "Start-DcsInstance", "Stop-DcsInstance"];

    [Fact]
    public void Every_command_that_changes_an_instance_is_listed_by_what_it_changes()
        => Assert.Equal(
            OfTheInstance.Concat(Harmless).Concat(OfSomethingInIt).Concat(OfAnotherService).Order(StringComparer.Ordinal),
            CmdletClasses.All
                .Where(cmdlet => CmdletClasses.SupportsShouldProcess(cmdlet) && Element(cmdlet) == typeof(PowerShell.Binding.InstanceReference))
                .Select(CmdletClasses.NameOf).Order(StringComparer.Ordinal));

    [Fact]
    public void Losses_of_an_instance_are_never_caused_by_another_object()
        => Assert.All(
            CmdletClasses.All.Where(cmdlet => typeof(DmsCmdlet).IsAssignableFrom(cmdlet)),
            cmdlet => Assert.Equal(OfTheInstance.Contains(CmdletClasses.NameOf(cmdlet)), Loses(cmdlet)));

    private static Type? Element(Type cmdlet) => cmdlet.GetProperty("InstanceId")?.PropertyType is { } type ? type.GetElementType() ?? type : null;

    private static bool Loses(Type cmdlet)
        => (bool)typeof(DmsCmdlet).GetProperty("LosesOfInstance", BindingFlags.Instance | BindingFlags.NonPublic)!
            .GetValue(System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(cmdlet))!;
}
