<#
.SYNOPSIS
Compares the performance of HuaweiDms with Invoke-RestMethod, optionally with the vendor's SDK, and with a floor: a compiled cmdlet
that does the minimum.

.DESCRIPTION
Each contender runs in a separate process, in turn, for several rounds, so that other load on the machine affects all of them equally.
The result is the ratio of the medians within one run. All contenders use the same server, which returns canned responses. The server
does not check signatures: HuaweiDms signs each request, the others send a token.

.EXAMPLE
bench/Compare.ps1 -Scenario 'First object', 'Import*'
#>
param(
    [ValidateRange(1, 99)]
    [int] $Rounds = 7,

    # The names of the scenarios. Wildcards are permitted.
    [string[]] $Scenario = '*',

    # The module to measure.
    [string] $Module = (Join-Path $PSScriptRoot '../HuaweiDms.psd1'),

    # A folder with the vendor's SDK for .NET (HuaweiCloud.SDK.Kafka) and its dependencies, to include it in the comparison.
    [string] $SdkPath
)

$ErrorActionPreference = 'Stop'
Set-StrictMode -Version 3
$env:HUAWEIDMS_METADATA_ENDPOINT = 'off'
$shell = (Get-Process -Id $PID).Path
$build = Join-Path $PSScriptRoot '../artifacts/bin'
$floor = (Resolve-Path (Join-Path $build 'Floor/release/Floor.psd1')).Path
$manifest = (Resolve-Path $Module).Path
if ($SdkPath) { $SdkPath = (Resolve-Path $SdkPath).Path }
$ready = Join-Path ([IO.Path]::GetTempPath()) "huaweidms-bench-$PID.json"

$project = '0123456789abcdef0123456789abcdef'
# The last part of an instance id is the number of topics that the server returns.
function Get-InstanceId([int] $Topics) { "00000000-0000-0000-0000-{0:000000000000}" -f $Topics }
function Get-Ours([string] $Endpoint) { "Import-Module '$manifest'; Connect-Dms -Endpoint $Endpoint -AccessKey a -SecretKey b -ProjectId $project; " }
function Get-Floor([string] $Endpoint) { "Import-Module '$floor'; Invoke-Floor -Endpoint $Endpoint " }
function Get-Rest([string] $Endpoint) { "`$base = '${Endpoint}v2/$project/instances/'; `$token = @{ 'X-Auth-Token' = 'token' }; " }

function Get-Sdk([string] $Endpoint) {
    "Add-Type -Path '$SdkPath/HuaweiCloud.SDK.Core.dll', '$SdkPath/HuaweiCloud.SDK.Kafka.dll'; " +
    "`$key = [HuaweiCloud.SDK.Core.Auth.BasicCredentials]::new('a', 'b', '$project'); " +
    "`$sdk = [HuaweiCloud.SDK.Kafka.V2.KafkaClient]::NewBuilder().WithCredential(`$key).WithEndPoint('$($Endpoint.TrimEnd('/'))')." +
    'WithHttpConfig([HuaweiCloud.SDK.Core.HttpConfig]::GetDefaultConfig()).Build(); '
}

# Code in this template is timed on its own. For all other code, the duration of the whole process counts.
$timed = "`$watch = [Diagnostics.Stopwatch]::StartNew(); {0}; `$global:timed = `$watch.Elapsed.TotalMilliseconds"

# Runs code in a separate process. Returns the elapsed time and the processor time in milliseconds, and the peak memory.
$epilogue = "; `$self = [Diagnostics.Process]::GetCurrentProcess(); 'measured ' + `$self.TotalProcessorTime.TotalMilliseconds + ' ' + `$self.PeakWorkingSet64 + ' ' + `$global:timed"
function Measure-Process([string] $Code) {
    $watch = [Diagnostics.Stopwatch]::StartNew()
    $output = @(& $shell -NoProfile -NonInteractive -Command "`$ErrorActionPreference = 'Stop'; & { $Code } | Out-Null$epilogue" 2>&1)
    $wall = $watch.Elapsed.TotalMilliseconds
    if ("$($output[-1])" -notmatch '^measured (\S+) (\d+) (\S*)$') { throw "'$Code' failed: $output" }
    [pscustomobject]@{
        Wall  = $wall
        Cpu   = [double] $Matches[1]
        Peak  = [double] $Matches[2] / 1MB
        Timed = if ($Matches[3]) { [double] $Matches[3] }
    }
}

function Get-Median([double[]] $Values) { ($Values | Sort-Object)[[Math]::Floor($Values.Count / 2)] }

$start = [Diagnostics.ProcessStartInfo]::new('dotnet', [string[]] ((Join-Path $build 'Server/release/Server.dll'), $ready, '0', '20'))
$start.RedirectStandardInput = $true
$server = [Diagnostics.Process]::Start($start)
try {
    while (-not (Test-Path $ready)) { Start-Sleep -Milliseconds 50 }
    $ports = Get-Content $ready -Raw | ConvertFrom-Json
    $fast = "http://127.0.0.1:$($ports.'0')/"
    $slow = "http://127.0.0.1:$($ports.'20')/"
    $ten = Get-InstanceId 10000
    $groups = "1..1000 | ForEach-Object { [pscustomobject]@{ InstanceId = '$ten'; ConsumerGroup = `"group-`$_`" } }"
    $reset = "$groups | Reset-DmsConsumerOffset -Topic topic -Partition 0 -ToOffset 0 -Force"
    $topicsByRest = "for (`$at = 0; `$at -lt 10000; `$at += 50) { (Invoke-RestMethod `"`${base}$ten/topics?limit=50&offset=`$at`" -Headers `$token).topics }"
    $topicsBySdk = "for (`$at = 0; `$at -lt 10000; `$at += 50) { `$sdk.ListInstanceTopics([HuaweiCloud.SDK.Kafka.V2.Model.ListInstanceTopicsRequest]@{ InstanceId = '$ten'; Limit = 50; Offset = `$at }).Topics }"
    $resetsBySdk = "1..1000 | ForEach-Object { " +
        "`$null = `$sdk.ShowGroups([HuaweiCloud.SDK.Kafka.V2.Model.ShowGroupsRequest]@{ InstanceId = '$ten'; Group = `"group-`$_`" }); " +
        "`$sdk.ResetMessageOffsetWithEngine([HuaweiCloud.SDK.Kafka.V2.Model.ResetMessageOffsetWithEngineRequest]@{ InstanceId = '$ten'; Group = `"group-`$_`"; " +
        "Body = [HuaweiCloud.SDK.Kafka.V2.Model.ResetMessageOffsetReq]@{ Topic = 'topic'; Partition = 0; MessageOffset = 0 } }) }"
    $plainView = Join-Path $PSScriptRoot 'Floor/PlainTopic.Format.ps1xml'
    $warmEngine = 'Import-Module Microsoft.PowerShell.Security, Microsoft.PowerShell.Diagnostics, Microsoft.WSMan.Management -ErrorAction Ignore; '

    $scenarios = [ordered]@{
        'Import, process'             = [ordered]@{
            Floor     = "Import-Module '$floor'"
            HuaweiDms = "Import-Module '$manifest'"
        }
        'Import, warm engine'         = [ordered]@{
            Floor     = $warmEngine + ($timed -f "Import-Module '$floor'")
            OneView   = $warmEngine + ($timed -f "Import-Module '$($floor -replace '\.psd1$', 'WithView.psd1')'")
            HuaweiDms = $warmEngine + ($timed -f "Import-Module '$manifest'")
        }
        'First object'                = [ordered]@{
            Floor     = (Get-Floor $fast) + 'Instance'
            HuaweiDms = (Get-Ours $fast) + "Get-DmsInstance -InstanceId $ten"
            Rest      = (Get-Rest $fast) + "Invoke-RestMethod `"`${base}$ten`" -Headers `$token"
        }
        '10,000 topics'               = [ordered]@{
            Floor     = (Get-Floor $fast) + "Topics -InstanceId $ten"
            HuaweiDms = (Get-Ours $fast) + "Get-DmsTopic -InstanceId $ten"
            Rest      = (Get-Rest $fast) + $topicsByRest
        }
        '10,000 topics at 20 ms'      = [ordered]@{
            Floor     = (Get-Floor $slow) + "Topics -InstanceId $ten"
            HuaweiDms = (Get-Ours $slow) + "Get-DmsTopic -InstanceId $ten"
            Rest      = (Get-Rest $slow) + $topicsByRest
        }
        '1,000 topics'                = [ordered]@{
            Floor     = (Get-Floor $fast) + "Topics -InstanceId $(Get-InstanceId 1000)"
            HuaweiDms = (Get-Ours $fast) + "Get-DmsTopic -InstanceId $(Get-InstanceId 1000)"
        }
        '100,000 topics'              = [ordered]@{
            Floor     = (Get-Floor $fast) + "Topics -InstanceId $(Get-InstanceId 100000)"
            HuaweiDms = (Get-Ours $fast) + "Get-DmsTopic -InstanceId $(Get-InstanceId 100000)"
        }
        '1,000 resets at 20 ms'       = [ordered]@{
            Floor     = (Get-Floor $slow) + 'Resets'
            HuaweiDms = (Get-Ours $slow) + $reset
        }
        '1,000 resets at 20 ms by 64' = [ordered]@{
            Floor     = (Get-Floor $slow) + 'Resets -ThrottleLimit 64'
            HuaweiDms = (Get-Ours $slow) + "$reset -ThrottleLimit 64"
        }
        '10,000 topics to the screen' = [ordered]@{
            Floor     = (Get-Ours $fast) + "Update-FormatData -PrependPath '$plainView'; `$all = Get-DmsTopic -InstanceId $ten; " + ($timed -f '$null = $all | Out-String -Stream -Width 160')
            HuaweiDms = (Get-Ours $fast) + "`$all = Get-DmsTopic -InstanceId $ten; " + ($timed -f '$null = $all | Out-String -Stream -Width 160')
        }
        'Completion of an instance'   = [ordered]@{
            HuaweiDms = (Get-Ours $slow) + ($timed -f "`$null = TabExpansion2 'Get-DmsTopic -InstanceId ' 25")
        }
    }

    if ($SdkPath) {
        $scenarios['First object'].Sdk = (Get-Sdk $fast) + "`$sdk.ShowInstance([HuaweiCloud.SDK.Kafka.V2.Model.ShowInstanceRequest]@{ InstanceId = '$ten' })"
        $scenarios['10,000 topics'].Sdk = (Get-Sdk $fast) + $topicsBySdk
        $scenarios['10,000 topics at 20 ms'].Sdk = (Get-Sdk $slow) + $topicsBySdk
        $scenarios['1,000 resets at 20 ms'].Sdk = (Get-Sdk $slow) + $resetsBySdk
    }

    $chosen = @($scenarios.Keys | Where-Object { $name = $_; @($Scenario | Where-Object { $name -like $_ }).Count })
    $runs = @{}
    foreach ($round in 0..$Rounds) {
        foreach ($name in @('Empty') + $chosen) {
            $contenders = if ($name -eq 'Empty') { @{ Empty = '' } } else { $scenarios[$name] }
            foreach ($who in $contenders.Keys) {
                Write-Progress "Round $round of $Rounds" "$name, $who"
                $run = Measure-Process $contenders[$who]
                # The first round warms up the file cache and the server, and does not count.
                if ($round) { $runs["$name/$who"] = @($runs["$name/$who"] | Where-Object { $_ }) + $run }
            }
        }
    }
    Write-Progress 'Done' -Completed
    $empty = $runs['Empty/Empty']
    foreach ($name in $chosen) {
        $base = $null
        foreach ($who in $scenarios[$name].Keys) {
            $mine = $runs["$name/$who"]
            $isTimed = $null -ne $mine[0].Timed
            $time = if ($isTimed) { Get-Median $mine.Timed } else { (Get-Median $mine.Wall) - (Get-Median $empty.Wall) }
            $cpu = (Get-Median $mine.Cpu) - (Get-Median $empty.Cpu)
            if ($who -eq 'Floor') { $base = @{ Time = $time; Cpu = $cpu } }
            [pscustomobject]@{
                Scenario  = $name
                Who       = $who
                Ratio     = if ($base) { [Math]::Round($time / $base.Time, 2) }
                Ms        = [Math]::Round($time)
                CpuRatio  = if ($base -and -not $isTimed) { [Math]::Round($cpu / $base.Cpu, 2) }
                CpuMs     = if (-not $isTimed) { [Math]::Round($cpu) }
                PeakMB    = [Math]::Round((Get-Median $mine.Peak))
            }
        }
    }

    if ($Scenario -eq '*' -or 'WhatIf' -in $Scenario) {
        $null = Invoke-RestMethod "${fast}requests"
        $null = Measure-Process ((Get-Ours $fast) + "$reset -WhatIf")
        [pscustomobject]@{ Scenario = '-WhatIf of 1,000 resets, requests sent'; Who = 'HuaweiDms'; Ratio = $null; Ms = $null; CpuRatio = $null; CpuMs = $null; PeakMB = Invoke-RestMethod "${fast}requests" }
    }
}
finally {
    $server.StandardInput.Close()
    if (-not $server.WaitForExit(2000)) { $server.Kill() }
    Remove-Item $ready -ErrorAction Ignore
}
