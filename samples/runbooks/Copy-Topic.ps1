<#
.SYNOPSIS
Creates the topics of one instance on another, with their settings. Does not copy messages.

.DESCRIPTION
Topics that already exist on the other instance are not changed, so you can repeat the script until all topics exist. The
instances can be in different regions or accounts, through two connections. System topics are not copied.

.EXAMPLE
./Copy-Topic.ps1 -From kafka-staging -To kafka-dev -WhatIf

.EXAMPLE
./Copy-Topic.ps1 -From kafka-prod -FromContext old -To kafka-prod -ToContext new -Topic orders*
#>
#Requires -Modules HuaweiDms
[CmdletBinding(SupportsShouldProcess)]
param(
    # The name of the instance to copy from.
    [Parameter(Mandatory)]
    [string] $From,

    # The name of the instance to copy to.
    [Parameter(Mandatory)]
    [string] $To,

    # The names of the topics. Wildcards are permitted.
    [string[]] $Topic = '*',

    # The connection of the source instance. If omitted, the current connection.
    [string] $FromContext = (Get-DmsContext -Current).Name,

    # The connection of the target instance. If omitted, the current connection.
    [string] $ToContext = (Get-DmsContext -Current).Name
)

$ErrorActionPreference = 'Stop'
$source = Get-DmsInstance $From -Context $FromContext
$target = Get-DmsInstance $To -Context $ToContext
if (@($source).Count -ne 1) { throw "$From matches $(@($source).Count) instances; topics are copied from one to one." }
if (@($target).Count -ne 1) { throw "$To matches $(@($target).Count) instances; topics are copied from one to one." }
if ($source.InstanceId -eq $target.InstanceId -and $FromContext -eq $ToContext) { throw 'From and To are the same instance, in the same connection.' }

# Topics remember the connection they come from, so -Context names the other one.
$source | Get-DmsTopic $Topic -ExcludeSystem |
    New-DmsTopic -InstanceId $target -Context $ToContext -IfNotExists -Wait -WhatIf:$WhatIfPreference -ErrorAction Continue -ErrorVariable failed
if ($failed) { throw "$($failed.Count) of the topics could not be created on ${To}: $($failed[0])" }
