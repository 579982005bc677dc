<#
.SYNOPSIS
Makes the topics of an instance what a CSV file says. Creates and changes; removes nothing.

.DESCRIPTION
The file has the columns Name, PartitionCount, ReplicationFactor, RetentionHours and Description, and is kept where changes
to it are reviewed. Running it twice changes nothing the second time. With -WhatIf it says what it would do, which is what a
pull request should show: a shorter retention, which deletes what is older, is not asked about again, but with -Confirm.
Partitions are only ever added; a different number of replicas is a warning and left alone. An empty cell leaves to the service
what a new topic gets, and a topic that is there as it is.

.EXAMPLE
./Sync-Topic.ps1 -Path topics.csv -InstanceName kafka-dev -WhatIf
#>
#Requires -Modules HuaweiDms
[CmdletBinding(SupportsShouldProcess)]
param(
    # The file.
    [Parameter(Mandatory)]
    [string] $Path,

    # The instance, by its name. A pattern has to match one only.
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
if ($twice) { throw "$Path names twice: $($twice.Name -join ', ')." }

$instance = Get-DmsInstance $InstanceName
if (@($instance).Count -ne 1) { throw "$InstanceName is $(@($instance).Count) instances; the file is about one." }

# The service tells Orders from orders; a table of PowerShell's own would not.
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
    elseif ($row.PartitionCount -and [int] $row.PartitionCount -lt $topic.PartitionCount) { Write-Warning "$($row.Name) has $($topic.PartitionCount) partitions, which cannot become $($row.PartitionCount)." }
    if ($row.ReplicationFactor -and [int] $row.ReplicationFactor -ne $topic.ReplicationFactor) { Write-Warning "$($row.Name) has $($topic.ReplicationFactor) replicas, not $($row.ReplicationFactor); Start-DmsPartitionReassignment changes that." }
    if ($row.RetentionHours -and [int] $row.RetentionHours -ne $topic.RetentionHours) { $change.RetentionHours = $row.RetentionHours }
    if ($row.Description -and $row.Description -cne $topic.Description) { $change.Description = $row.Description }
    if ($change.Count -gt 0) {
        $topic | Set-DmsTopic @change -PassThru -Force:(-not $PSBoundParameters['Confirm']) -WhatIf:$WhatIfPreference -ErrorAction Continue -ErrorVariable +failed
    }
}
if ($failed) { throw "Not as $Path says: $($failed.Count) of its topics. $($failed[0])" }
