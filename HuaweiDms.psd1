@{
    RootModule             = 'bin/HuaweiDms.PowerShell.dll'
    ModuleVersion          = '0.1.0'
    GUID                   = '6f0d7e8a-3f0c-4b8e-9c5c-2a4d1f7be913'
    Author                 = 'HuaweiDms contributors'
    CompanyName            = 'HuaweiDms contributors'
    Copyright              = 'Copyright (c) HuaweiDms contributors'
    Description            = 'Distributed Message Service (DMS) for Kafka on Huawei Cloud, from PowerShell: instances, batches, waits, and an emulator of the service to learn and test against.'
    PowerShellVersion      = '5.1'
    DotNetFrameworkVersion = '4.7.2'
    CompatiblePSEditions   = @('Core', 'Desktop')
    FormatsToProcess       = @('bin/HuaweiDms.Format.ps1xml')
    CmdletsToExport        = @(
        'Add-DmsEmulatorFault'
        'Add-DmsTag'
        'Clear-DcsInstance'
        'Connect-Dms'
        'Disable-DmsAccessMode'
        'Disable-DmsAutoTopic'
        'Disable-DmsManager'
        'Disconnect-Dms'
        'Enable-DmsAccessMode'
        'Enable-DmsAutoTopic'
        'Get-DmsAvailabilityZone'
        'Get-DmsCluster'
        'Get-DmsContext'
        'Get-DmsCoordinator'
        'Get-DmsDiskUsage'
        'Get-DmsEmulator'
        'Get-DmsInstance'
        'Get-DmsInstanceConfig'
        'Get-DmsMaintenanceWindow'
        'Get-DmsMetricHierarchy'
        'Get-DmsProduct'
        'Get-DmsProductCore'
        'Get-DmsProject'
        'Get-DmsResizeOption'
        'Get-DmsTag'
        'Get-DmsTask'
        'Invoke-DmsApi'
        'New-DmsInstance'
        'Remove-DmsInstance'
        'Remove-DmsTag'
        'Remove-DmsTask'
        'Reset-DmsEmulator'
        'Reset-DmsInstancePassword'
        'Reset-DmsManagerPassword'
        'Resize-DmsInstance'
        'Restart-DcsInstance'
        'Restart-DmsInstance'
        'Restart-DmsManager'
        'Select-DmsContext'
        'Set-DmsCrossVpcAddress'
        'Set-DmsInstance'
        'Set-DmsInstanceConfig'
        'Start-DcsInstance'
        'Start-DmsEmulator'
        'Stop-DcsInstance'
        'Stop-DmsEmulator'
        'Update-DmsInstance'
        'Wait-DmsInstance'
        'Wait-DmsTask'
    )
    FunctionsToExport      = @()
    VariablesToExport      = @()
    AliasesToExport        = @()
    PrivateData            = @{
        PSData = @{
            Tags = @('Huawei', 'HuaweiCloud', 'DMS', 'Kafka', 'DCS', 'PSEdition_Core', 'PSEdition_Desktop', 'Windows', 'Linux', 'MacOS')
        }
    }
}
