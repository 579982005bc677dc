<#
.SYNOPSIS
Fails when consumer groups are behind by more than they may be. For a check that runs on a schedule.

.EXAMPLE
./Test-ConsumerLag.ps1 -InstanceName kafka-prod -MaximumLag 10000
#>
#Requires -Modules HuaweiDms
[CmdletBinding()]
param(
    # Names of instances, with wildcards.
    [Parameter(Mandatory)]
    [string[]] $InstanceName,

    # How many messages a group may be behind.
    [long] $MaximumLag = 10000
)

$ErrorActionPreference = 'Stop'
$running, $others = (Get-DmsInstance $InstanceName).Where({ $_.Status -eq 'RUNNING' }, 'Split')
foreach ($instance in $others) { Write-Warning "$($instance.Name) is $($instance.Status), so nobody knows who is behind there." }
$late = @($running | Get-DmsConsumerLag -Summary -MinimumLag ($MaximumLag + 1))
$late | Sort-Object Lag -Descending
if ($late) { throw "$($late.Count) consumer groups are more than $MaximumLag messages behind." }
