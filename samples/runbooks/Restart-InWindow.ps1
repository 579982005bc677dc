<#
.SYNOPSIS
Restarts instances, each only within its maintenance window.

.DESCRIPTION
Uses the current connection. Skips instances that are outside their window now, or not RUNNING, with a warning. Restarts the others
with one request and waits for them. Ends with an error if one of them does not come back.

The script treats the times of the windows as UTC. The Kafka reference does not name a time zone; the reference of the cache service
(DCS), which has the same windows, says UTC. Compare with the console before you rely on it in a schedule.

.EXAMPLE
./Restart-InWindow.ps1 -Name *test* -WhatIf

Shows what would be restarted now.

.EXAMPLE
./Restart-InWindow.ps1 -Name kafka-prod-orders -Timeout 00:30:00
#>
#Requires -Modules HuaweiDms
[CmdletBinding(SupportsShouldProcess)]
param(
    # The names of the instances. Wildcards are permitted. An exact name that does not exist is an error.
    [Parameter(Mandatory)]
    [string[]] $Name,

    # The maximum time to wait until all instances are RUNNING again.
    [timespan] $Timeout = '01:00:00',

    # Ignores the maintenance windows.
    [switch] $IgnoreWindow,

    # The time to use as now. Use it to see what the script would do at another time.
    [datetimeoffset] $At = [datetimeoffset]::UtcNow
)

$ErrorActionPreference = 'Stop'

# A window may span midnight.
function Test-Window([timespan] $Now, [timespan] $Begin, [timespan] $End) {
    if ($Begin -le $End) { $Now -ge $Begin -and $Now -lt $End }
    else { $Now -ge $Begin -or $Now -lt $End }
}
$timeOfDay = $At.UtcDateTime.TimeOfDay

$instances = @(Get-DmsInstance $Name)
if (-not $instances) { Write-Warning "There is no instance named $($Name -join ', ')." }
$due = foreach ($instance in $instances) {
    if ($instance.Status -ne 'RUNNING') {
        Write-Warning "$($instance.Name) is $($instance.Status), so it is not restarted."
    }
    elseif (-not $IgnoreWindow -and -not (Test-Window $timeOfDay $instance.MaintenanceBegin $instance.MaintenanceEnd)) {
        Write-Warning "$($instance.Name) has its maintenance window from $($instance.MaintenanceBegin) to $($instance.MaintenanceEnd) UTC, so it is not restarted now."
    }
    else { $instance }
}
if (-not $due) { return }

# An instance that fails does not affect the others: process all of them before judging. With -Confirm, prompt.
$results = $due | Restart-DmsInstance -Force:(-not $PSBoundParameters['Confirm']) -Wait -Timeout $Timeout -WhatIf:$WhatIfPreference -ErrorAction Continue -ErrorVariable failed
$results
if ($failed) { throw "$($failed.Count) of $(@($due).Count) instances were not restarted: $($failed[0])" }
