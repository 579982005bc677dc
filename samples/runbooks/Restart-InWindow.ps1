<#
.SYNOPSIS
Restarts instances, each in its maintenance window only.

.DESCRIPTION
Takes the current connection. Instances that are outside of their window now, or not RUNNING, are left alone, with a warning. What
is left is restarted with one request and waited for; the script ends with an error when one of them does not come back.

The times of the windows count as UTC. The reference of Kafka names no time zone; that of the cache service (DCS), which has the same
windows, says UTC. Compare with the console before a schedule relies on it.

.EXAMPLE
./Restart-InWindow.ps1 -Name *test* -WhatIf

What would be restarted now.

.EXAMPLE
./Restart-InWindow.ps1 -Name kafka-prod-orders -Timeout 00:30:00
#>
#Requires -Modules HuaweiDms
[CmdletBinding(SupportsShouldProcess)]
param(
    # Names of instances, with wildcards. A name without wildcards has to exist.
    [Parameter(Mandatory)]
    [string[]] $Name,

    # How long to wait at most until all are RUNNING again.
    [timespan] $Timeout = '01:00:00',

    # Does not look at the windows.
    [switch] $IgnoreWindow,

    # What counts as now; to see what the script would do at another time.
    [datetimeoffset] $At = [datetimeoffset]::UtcNow
)

$ErrorActionPreference = 'Stop'

# A window may pass midnight.
function Test-Window([timespan] $Now, [timespan] $Begin, [timespan] $End) {
    if ($Begin -le $End) { $Now -ge $Begin -and $Now -lt $End }
    else { $Now -ge $Begin -or $Now -lt $End }
}
$timeOfDay = $At.UtcDateTime.TimeOfDay

$instances = @(Get-DmsInstance $Name)
if (-not $instances) { Write-Warning "There is no instance named $($Name -join ', ')." }
$due = foreach ($instance in $instances) {
    if ($instance.Status -ne 'RUNNING') {
        Write-Warning "$($instance.Name) is $($instance.Status); it is not restarted."
    }
    elseif (-not $IgnoreWindow -and -not (Test-Window $timeOfDay $instance.MaintenanceBegin $instance.MaintenanceEnd)) {
        Write-Warning "$($instance.Name) has its window from $($instance.MaintenanceBegin) to $($instance.MaintenanceEnd) UTC; it is not restarted now."
    }
    else { $instance }
}
if (-not $due) { return }

# One bad instance is no reason to leave the others; all are seen through before the script judges. Who says -Confirm is asked.
$results = $due | Restart-DmsInstance -Force:(-not $PSBoundParameters['Confirm']) -Wait -Timeout $Timeout -WhatIf:$WhatIfPreference -ErrorAction Continue -ErrorVariable failed
$results
if ($failed) { throw "$($failed.Count) of $(@($due).Count) instances were not restarted: $($failed[0])" }
