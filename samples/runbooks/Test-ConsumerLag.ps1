<#
.SYNOPSIS
Fails if the lag of consumer groups is too large. For a check that runs on a schedule.

.DESCRIPTION
Uses the current connection and lists every group whose lag is too large. Also fails if it could not check: if no instance has such a
name, or if one is not RUNNING. If one row for each instance is enough, use Test-DmsInstance -Check Lag; without -Check, it also
checks brokers, disks and tasks.

.EXAMPLE
./Test-ConsumerLag.ps1 -InstanceName kafka-prod -MaximumLag 10000
#>
#Requires -Modules HuaweiDms
[CmdletBinding()]
param(
    # The names of the instances. Wildcards are permitted.
    [Parameter(Mandatory)]
    [string[]] $InstanceName,

    # The maximum lag of a group, in messages.
    [long] $MaximumLag = 10000
)

$ErrorActionPreference = 'Stop'
$instances = @(Get-DmsInstance $InstanceName)
if (-not $instances) { throw "There is no instance named $($InstanceName -join ', '), so nothing was checked." }

# Check all running instances before judging.
$running, $others = $instances.Where({ $_.Status -eq 'RUNNING' }, 'Split')
foreach ($instance in $others) { Write-Warning "$($instance.Name) is $($instance.Status), so its consumer groups could not be checked." }
$late = @($running | Get-DmsConsumerLag -Summary -MinimumLag ($MaximumLag + 1))
$late | Sort-Object Lag -Descending
$unseen = if ($others) { "Could not be checked: $($others.Name -join ', ')." }
if ($late) { throw "$($late.Count) consumer groups are more than $MaximumLag messages behind. $unseen".TrimEnd() }
if ($unseen) { throw $unseen }
