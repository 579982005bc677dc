<#
.SYNOPSIS
Creates and changes the topics of an instance as a CSV file describes. Deletes nothing.

.DESCRIPTION
The file has the columns Name, PartitionCount, ReplicationFactor, RetentionHours and Description. Keep it where changes to it are
reviewed. A second run changes nothing.

With -WhatIf, the script shows what it would do, for example in a pull request. Review it: the script prompts for confirmation only
with -Confirm, even if a shorter retention deletes older messages.

Partitions are only added. For a different number of replicas, the script only writes a warning. With an empty cell, a new topic gets
the default of the service, and an existing topic stays unchanged.

.EXAMPLE
./Sync-Topic.ps1 -Path topics.csv -InstanceName kafka-dev -WhatIf
#>
#Requires -Modules HuaweiDms
[CmdletBinding(SupportsShouldProcess)]
param(
    # The CSV file.
    [Parameter(Mandatory)]
    [string] $Path,

    # The name of the instance. A wildcard pattern must match exactly one instance.
    [Parameter(Mandatory)]
    [string] $InstanceName
)

$ErrorActionPreference = 'Stop'
$columns = 'Name', 'PartitionCount', 'ReplicationFactor', 'RetentionHours', 'Description'

$wanted = @(Import-Csv $Path)
if (-not $wanted) { throw "$Path has no rows." }
$missing = $columns | Where-Object { $_ -notin $wanted[0].PSObject.Properties.Name }
if ($missing) { throw "$Path has no column $($missing -join ', ')." }
$twice = $wanted | Group-Object Name -CaseSensitive | Where-Object Count -GT 1
if ($twice) { throw "$Path contains a name twice: $($twice.Name -join ', ')." }

$instance = Get-DmsInstance $InstanceName
if (@($instance).Count -ne 1) { throw "$InstanceName matches $(@($instance).Count) instances; the file describes the topics of one." }

# Topic names are case-sensitive; a PowerShell hashtable is not.
$present = [System.Collections.Generic.Dictionary[string, object]]::new()
$instance | Get-DmsTopic | ForEach-Object { $present[$_.Name] = $_ }
$failed = @()

$new = $wanted | Where-Object { -not $present.ContainsKey($_.Name) }
if ($new) {
    $new | New-DmsTopic -InstanceId $instance -Wait -WhatIf:$WhatIfPreference -ErrorAction Continue -ErrorVariable +failed
}

foreach ($row in $wanted | Where-Object { $present.ContainsKey($_.Name) }) {
    $topic = $present[$row.Name]
    $change = @{}
    if ($row.PartitionCount -and [int] $row.PartitionCount -gt $topic.PartitionCount) { $change.PartitionCount = $row.PartitionCount }
    elseif ($row.PartitionCount -and [int] $row.PartitionCount -lt $topic.PartitionCount) { Write-Warning "$($row.Name) has $($topic.PartitionCount) partitions, which cannot be reduced to $($row.PartitionCount)." }
    if ($row.ReplicationFactor -and [int] $row.ReplicationFactor -ne $topic.ReplicationFactor) { Write-Warning "$($row.Name) has $($topic.ReplicationFactor) replicas, not $($row.ReplicationFactor). To change this, use Start-DmsPartitionReassignment." }
    if ($row.RetentionHours -and [int] $row.RetentionHours -ne $topic.RetentionHours) { $change.RetentionHours = $row.RetentionHours }
    if ($row.Description -and $row.Description -cne $topic.Description) { $change.Description = $row.Description }
    if ($change.Count -gt 0) {
        $topic | Set-DmsTopic @change -PassThru -Force:(-not $PSBoundParameters['Confirm']) -WhatIf:$WhatIfPreference -ErrorAction Continue -ErrorVariable +failed
    }
}
if ($failed) { throw "$($failed.Count) of the topics in $Path could not be created or changed: $($failed[0])" }
