<#
.SYNOPSIS
A short tour of HuaweiDms against the emulator. It needs no account, and nothing leaves this machine.

.DESCRIPTION
Takes a few minutes to read. GrandTour.ps1 uses every command.
#>
[CmdletBinding()]
param(
    # The module: a path, or its name if it is installed. The default is the build of this repository.
    [string] $Module = (Join-Path $PSScriptRoot '../HuaweiDms.psd1')
)

$ErrorActionPreference = 'Stop'
Import-Module $Module
. $PSScriptRoot/Show-Step.ps1

. Show-Step 'Start an emulator on a loopback port: real HTTP, real signatures.' {
    $emulator = Start-DmsEmulator
    $emulator
}
Show-Step 'Connect. This prints nothing by default; -PassThru shows the connection, without secrets.' {
    Connect-Dms -Endpoint $emulator.Endpoint -AccessKey $emulator.AccessKey -SecretKey $emulator.SecretKey -ProjectId $emulator.ProjectId -Name tour -PassThru
}
Show-Step 'List the instances.' { Get-DmsInstance }
Show-Step 'List the topics of one instance.' { Get-DmsInstance kafka-dev | Get-DmsTopic }
Show-Step 'Show the partitions of a topic with their offsets.' { Get-DmsInstance kafka-dev | Get-DmsTopicPartition orders }
Show-Step 'Send a message ...' { Get-DmsInstance kafka-dev | Send-DmsMessage orders -Value '{ "order": 4711 }' -Key tour }
Show-Step '... and read it.' { Get-DmsInstance kafka-dev | Get-DmsMessage orders -Keyword 4711 }
Show-Step 'Which consumer groups have the largest lag?' {
    Get-DmsInstance kafka-dev | Get-DmsConsumerLag -Summary | Sort-Object Lag -Descending
}
Show-Step 'Plan to reset a consumer group to the beginning. -WhatIf shows the plan for each partition and changes nothing.' {
    Get-DmsInstance kafka-dev | Reset-DmsConsumerOffset fulfilment -ToEarliest -WhatIf
}
Show-Step 'Which instances would a restart of production affect? -WhatIf restarts nothing.' {
    Get-DmsInstance *prod* | Restart-DmsInstance -WhatIf
}
Show-Step 'Restart the test instances with one request. Each instance gets a row when it is RUNNING again.' {
    Get-DmsInstance *test* | Restart-DmsInstance -Force -Wait
}
Show-Step 'An invalid id does not affect the other instances. (This error is shown on purpose.)' {
    'not-an-id', (Get-DmsInstance kafka-dev).InstanceId | Restart-DmsInstance -Force -ErrorAction Continue
}
Show-Step 'Delete all instances whose creation failed, with one request.' { Remove-DmsInstance -AllFailed -Confirm:$false }
Show-Step 'Restart the processes of two Redis instances.' {
    $emulator.DcsInstances | Select-Object -First 2 | Restart-DcsInstance -Soft -Force
}
Show-Step 'List the requests that changed something, from the log of the emulator.' {
    $emulator.Requests | Where-Object Changing | Format-Table Method, StatusCode, Path
}
Disconnect-Dms
Stop-DmsEmulator
