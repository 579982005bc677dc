using System.Reflection;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell.Tests.Conventions;

/// <summary>
/// A command that takes an instance and changes something either is about what it names inside, or about the instance: then what
/// only brings its instance along must not cost it anything. A new command says here which it is.
/// </summary>
public sealed class LossesAreOfTheRightThing
{
    private static readonly string[] OfTheInstance =
    [
        "Disable-DmsAccessMode", "Disable-DmsAutoTopic", "Disable-DmsManager", "Disable-DmsSmartConnect", "Enable-DmsSmartConnect", "Import-DmsConfiguration",
        "Remove-DmsInstance", "Remove-DmsTag", "Reset-DmsInstancePassword", "Reset-DmsManagerPassword", "Resize-DmsInstance", "Restart-DmsInstance",
        "Restart-DmsManager", "Set-DmsCrossVpcAddress", "Set-DmsInstance", "Set-DmsInstanceConfig", "Update-DmsInstance",
    ];

    /// <summary>What turns something on or reads: nothing is lost by it.</summary>
    private static readonly string[] Harmless =
    [
        "Add-DmsTag", "Enable-DmsAccessMode", "Enable-DmsAutoTopic", "Export-DmsConfiguration", "Export-DmsReport",
    ];

    /// <summary>What names something inside the instance: no object without that name reaches it.</summary>
    private static readonly string[] OfSomethingInIt =
    [
        "Clear-DmsTopicMessage", "New-DmsClientQuota", "New-DmsConsumerGroup", "New-DmsSmartConnectTask", "New-DmsTopic", "New-DmsUser",
        "Remove-DmsClientQuota", "Remove-DmsConsumerGroup", "Remove-DmsDiagnosis", "Remove-DmsSmartConnectTask", "Remove-DmsTask", "Remove-DmsTopic",
        "Remove-DmsUser", "Reset-DmsConsumerOffset", "Reset-DmsUserPassword", "Restart-DmsSmartConnectTask", "Resume-DmsSmartConnectTask",
        "Send-DmsMessage", "Set-DmsClientQuota", "Set-DmsConsumerGroup", "Set-DmsTopic", "Set-DmsTopicAccessPolicy", "Set-DmsTopicReplica", "Set-DmsUser",
        "Start-DmsDiagnosis", "Start-DmsPartitionReassignment", "Start-DmsSmartConnectTask", "Stop-DmsEmulatorBroker", "Stop-DmsEmulatorConsumer", "Suspend-DmsSmartConnectTask",
    ];

    /// <summary>What takes instances of another service, and refuses those of Kafka.</summary>
    private static readonly string[] OfAnotherService = ["Clear-DcsInstance", "Restart-DcsInstance", "Start-DcsInstance", "Stop-DcsInstance"];

    [Fact]
    public void Each_command_that_changes_something_of_an_instance_is_known_for_what_it_changes()
        => Assert.Equal(
            OfTheInstance.Concat(Harmless).Concat(OfSomethingInIt).Concat(OfAnotherService).Order(StringComparer.Ordinal),
            CmdletClasses.All
                .Where(cmdlet => CmdletClasses.SupportsShouldProcess(cmdlet) && Element(cmdlet) == typeof(PowerShell.Binding.InstanceReference))
                .Select(CmdletClasses.NameOf).Order(StringComparer.Ordinal));

    [Fact]
    public void What_an_instance_loses_it_loses_by_no_other_object()
        => Assert.All(
            CmdletClasses.All.Where(cmdlet => typeof(DmsCmdlet).IsAssignableFrom(cmdlet)),
            cmdlet => Assert.Equal(OfTheInstance.Contains(CmdletClasses.NameOf(cmdlet)), Loses(cmdlet)));

    private static Type? Element(Type cmdlet) => cmdlet.GetProperty("InstanceId")?.PropertyType is { } type ? type.GetElementType() ?? type : null;

    private static bool Loses(Type cmdlet)
        => (bool)typeof(DmsCmdlet).GetProperty("IsDestructive", BindingFlags.Instance | BindingFlags.NonPublic)!
            .GetValue(System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(cmdlet))!;
}
