<#
.SYNOPSIS
A tour of HuaweiDms against the emulator: nothing leaves this machine, no account is needed.

.DESCRIPTION
The short one, of a few minutes' reading. GrandTour.ps1 calls every command there is.
#>
[CmdletBinding()]
param(
    # The module: its name where it is installed; by default the one of this repository, once it is built.
    [string] $Module = (Join-Path $PSScriptRoot '../HuaweiDms.psd1')
)

$ErrorActionPreference = 'Stop'
Import-Module $Module
. $PSScriptRoot/Show-Step.ps1

. Show-Step 'An emulator on a loopback port: real HTTP, real signatures.' {
    $emulator = Start-DmsEmulator
    $emulator
}
Show-Step 'Connecting prints nothing; -PassThru shows the connection, without a secret.' {
    Connect-Dms -Endpoint $emulator.Endpoint -AccessKey $emulator.AccessKey -SecretKey $emulator.SecretKey -ProjectId $emulator.ProjectId -Name tour -PassThru
}
Show-Step 'The instances.' { Get-DmsInstance }
Show-Step 'Into one of them: its topics.' { Get-DmsInstance kafka-dev | Get-DmsTopic }
Show-Step 'Where the partitions of one stand.' { Get-DmsInstance kafka-dev | Get-DmsTopicPartition orders }
Show-Step 'A message in ...' { Get-DmsInstance kafka-dev | Send-DmsMessage orders -Value '{ "order": 4711 }' -Key tour }
Show-Step '... and out again.' { Get-DmsInstance kafka-dev | Get-DmsMessage orders -Keyword 4711 }
Show-Step 'Which consumer groups are behind, the worst first?' { Get-DmsInstance kafka-dev | Get-DmsConsumerLag -Summary | Sort-Object Lag -Descending }
Show-Step 'Sending one back to the beginning: the plan of each partition, and nothing is sent.' {
    Get-DmsInstance kafka-dev | Reset-DmsConsumerOffset fulfilment -ToEarliest -WhatIf
}
Show-Step 'What would a restart of production do? Nothing is sent.' { Get-DmsInstance *prod* | Restart-DmsInstance -WhatIf }
Show-Step 'Restarting the test instances: one request, one row an instance, as each is RUNNING again.' {
    Get-DmsInstance *test* | Restart-DmsInstance -Force -Wait
}
Show-Step 'A bad id among good ones costs nobody else anything.' {
    'not-an-id', (Get-DmsInstance kafka-dev).InstanceId | Restart-DmsInstance -Force -ErrorAction Continue
}
Show-Step 'Instances whose creation failed, gone with one request.' { Remove-DmsInstance -AllFailed -Confirm:$false }
Show-Step 'Redis: the processes only.' {
    $emulator.DcsInstances | Select-Object -First 2 | Restart-DcsInstance -Soft -Force
}
Show-Step 'Everything that changed something, from the emulator''s log.' {
    $emulator.Requests | Where-Object Changing | Format-Table Method, StatusCode, Path
}
Disconnect-Dms
Stop-DmsEmulator
