<#
.SYNOPSIS
Carries out a plan of offset resets that somebody has reviewed.

.DESCRIPTION
The plan is what Reset-DmsConsumerOffset -WhatIf emits, kept with Export-Csv: a row for each partition, with where the group
stood and where it is to go. With -WhatIf the plan is made anew from the file and shown, so that a pull request tells what
would happen now. Groups that have members are refused; their consumers have to be stopped first.

.EXAMPLE
Get-DmsInstance kafka-dev | Reset-DmsConsumerOffset billing -ToDateTime '2026-05-01' -WhatIf | Export-Csv plan.csv -Encoding UTF8

Makes a plan.

.EXAMPLE
./Reset-ReviewedOffset.ps1 -Path plan.csv -WhatIf
#>
#Requires -Modules HuaweiDms
[CmdletBinding(SupportsShouldProcess)]
param(
    # The plan.
    [Parameter(Mandatory)]
    [string] $Path,

    # Where to keep what was done, as CSV; nowhere by default.
    [string] $ResultPath
)

$ErrorActionPreference = 'Stop'
# The review was the question; who says -Confirm is asked again.
$results = @(Reset-DmsConsumerOffset -FromFile $Path -Force:(-not $PSBoundParameters['Confirm']) -WhatIf:$WhatIfPreference -ErrorAction Continue -ErrorVariable failed)
$results
if ($ResultPath) { $results | Export-Csv $ResultPath -NoTypeInformation -Encoding UTF8 -WhatIf:$false }
if ($failed) { throw "Not carried out: $($failed.Count) of what $Path plans. $($failed[0])" }
