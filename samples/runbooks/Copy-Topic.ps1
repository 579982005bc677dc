<#
.SYNOPSIS
Creates the topics of one instance on another, with their settings; messages stay where they are.

.DESCRIPTION
What is on the other instance already is left as it is, so the script can be run until all is there. The instances may be in
two connections, of two regions or accounts. System topics are left out.

.EXAMPLE
./Copy-Topic.ps1 -From kafka-staging -To kafka-dev -WhatIf

.EXAMPLE
./Copy-Topic.ps1 -From kafka-prod -FromContext old -To kafka-prod -ToContext new -Topic orders*
#>
#Requires -Modules HuaweiDms
[CmdletBinding(SupportsShouldProcess)]
param(
    # The instance to copy from, by its name.
    [Parameter(Mandatory)]
    [string] $From,

    # The instance to copy to, by its name.
    [Parameter(Mandatory)]
    [string] $To,

    # Which topics, with wildcards.
    [string[]] $Topic = '*',

    # The connection of the first; the current one by default.
    [string] $FromContext = (Get-DmsContext -Current).Name,

    # The connection of the other; the current one by default.
    [string] $ToContext = (Get-DmsContext -Current).Name
)

$ErrorActionPreference = 'Stop'
$source = Get-DmsInstance $From -Context $FromContext
$target = Get-DmsInstance $To -Context $ToContext
if (@($source).Count -ne 1) { throw "$From is $(@($source).Count) instances; topics are copied from one to one." }
if (@($target).Count -ne 1) { throw "$To is $(@($target).Count) instances; topics are copied from one to one." }
if ($source.InstanceId -eq $target.InstanceId -and $FromContext -eq $ToContext) { throw 'From and To are the same instance, in the same connection.' }

# Topics remember the connection they come from, so the other one is named.
$source | Get-DmsTopic $Topic -ExcludeSystem |
    New-DmsTopic -InstanceId $target -Context $ToContext -IfNotExists -Wait -WhatIf:$WhatIfPreference -ErrorAction Continue -ErrorVariable failed
if ($failed) { throw "Not made on ${To}: $($failed.Count) of the topics. $($failed[0])" }
