<#
.SYNOPSIS
Carries out a reviewed offset plan.

.DESCRIPTION
The plan is the output of Reset-DmsConsumerOffset -WhatIf, saved with Export-Csv: one row for each partition, with the committed
and the target offset. With -WhatIf, the script shows the plan of the file as it would be carried out now, for example in a
pull request. Groups that have members are refused; stop their consumers first.

.EXAMPLE
Get-DmsInstance kafka-dev | Reset-DmsConsumerOffset billing -ToDateTime '2026-05-01' -WhatIf | Export-Csv plan.csv -Encoding UTF8

Creates a plan.

.EXAMPLE
./Reset-ReviewedOffset.ps1 -Path plan.csv -WhatIf
#>
#Requires -Modules HuaweiDms
[CmdletBinding(SupportsShouldProcess)]
param(
    # The file with the plan.
    [Parameter(Mandatory)]
    [string] $Path,

    # The CSV file to save the result in. If omitted, the result is not saved.
    [string] $ResultPath
)

$ErrorActionPreference = 'Stop'
# The review replaces the confirmation prompt, unless the caller uses -Confirm.
$results = @(Reset-DmsConsumerOffset -FromFile $Path -Force:(-not $PSBoundParameters['Confirm']) -WhatIf:$WhatIfPreference -ErrorAction Continue -ErrorVariable failed)
$results
if ($ResultPath) { $results | Export-Csv $ResultPath -NoTypeInformation -Encoding UTF8 -WhatIf:$false }
if ($failed) { throw "Not carried out: $($failed.Count) errors in the plan $Path. $($failed[0])" }
