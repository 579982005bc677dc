<#
.SYNOPSIS
An emulator with many instances in a process of its own; tells where it is in a file and stays until it is stopped.
#>
param(
    [Parameter(Mandatory)] [string] $ReadyPath,
    [int] $Instances = 500
)

$ErrorActionPreference = 'Stop'
Import-Module (Join-Path $PSScriptRoot '../HuaweiDms.psd1')
$emulator = Start-DmsEmulator -Empty -Speed 1000000
Connect-Dms -Endpoint $emulator.Endpoint -AccessKey $emulator.AccessKey -SecretKey $emulator.SecretKey -ProjectId $emulator.ProjectId
1..$Instances | ForEach-Object { [pscustomobject]@{ Name = "bench-$_" } } | New-DmsInstance -Force -EngineVersion 2.7 -BrokerCount 3 -StorageSpaceGB 300 -ProductId c6.2u4g.cluster `
    -StorageSpecCode dms.physical.storage.ultra.v2 -VpcId vpc -SubnetId subnet -SecurityGroupId group -AvailabilityZone zone | Out-Null
$body = @{ auth = @{ identity = @{ methods = @('password'); password = @{ user = @{ name = $emulator.UserName; password = $emulator.Password; domain = @{ name = $emulator.DomainName } } } }
        scope = @{ project = @{ name = $emulator.Region } } } } | ConvertTo-Json -Depth 9
$answer = Invoke-WebRequest "$($emulator.Endpoint)v3/auth/tokens" -Method Post -Body $body -ContentType 'application/json'
@{
    Endpoint  = "$($emulator.Endpoint)"
    AccessKey = $emulator.AccessKey
    SecretKey = $emulator.SecretKey
    ProjectId = $emulator.ProjectId
    Token     = "$($answer.Headers['X-Subject-Token'])"
} | ConvertTo-Json | Set-Content $ReadyPath
Start-Sleep -Seconds 3600
