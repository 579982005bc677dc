<#
.SYNOPSIS
Fails when consumer groups are behind by more than they may be. For a check that runs on a schedule.

.DESCRIPTION
Lists every group that is too late; where one sentence for an instance is enough, Test-DmsInstance -Check Lag does, and it looks at
brokers, disks and tasks as well. Takes the current connection. It fails as well where it could not look: when no instance has such a name, or one is not RUNNING.

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
$instances = @(Get-DmsInstance $InstanceName)
if (-not $instances) { throw "There is no instance named $($InstanceName -join ', '), so nothing was checked." }

# The others are seen through before the script judges.
$running, $others = $instances.Where({ $_.Status -eq 'RUNNING' }, 'Split')
foreach ($instance in $others) { Write-Warning "$($instance.Name) is $($instance.Status), so nobody knows who is behind there." }
$late = @($running | Get-DmsConsumerLag -Summary -MinimumLag ($MaximumLag + 1))
$late | Sort-Object Lag -Descending
$unseen = if ($others) { "Could not be checked: $($others.Name -join ', ')." }
if ($late) { throw "$($late.Count) consumer groups are more than $MaximumLag messages behind. $unseen".TrimEnd() }
if ($unseen) { throw $unseen }
