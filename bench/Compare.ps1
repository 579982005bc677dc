<#
.SYNOPSIS
Measures whole processes side by side: HuaweiDms, the same work with Invoke-RestMethod, and a bare HttpClient as the floor.

.DESCRIPTION
Every contender runs in a process of its own, one after the other, round after round, so that what else the machine does
strikes all alike. What counts is the ratio of the medians within one run; milliseconds are there to judge the noise by.
The server is an emulator in another process. Invoke-RestMethod and the floor authenticate with a token, which is cheaper
than the signatures HuaweiDms makes.
#>
param(
    [ValidateRange(3, 99)]
    [int] $Rounds = 7,

    # Instances the server has: 50 to a page.
    [int] $Instances = 500
)

$ErrorActionPreference = 'Stop'
$shell = (Get-Process -Id $PID).Path
$manifest = Join-Path $PSScriptRoot '../HuaweiDms.psd1'
$ready = Join-Path ([IO.Path]::GetTempPath()) "huaweidms-bench-$PID.json"

$server = Start-Process $shell -PassThru -ArgumentList '-NoProfile', '-NonInteractive', '-File', (Join-Path $PSScriptRoot 'Server.ps1'), '-ReadyPath', $ready, '-Instances', $Instances
try {
    while (-not (Test-Path $ready)) { Start-Sleep -Milliseconds 100 }
    Start-Sleep -Milliseconds 200
    $info = Get-Content $ready -Raw | ConvertFrom-Json
    $connect = "Import-Module '$manifest'; Connect-Dms -Endpoint '$($info.Endpoint)' -AccessKey '$($info.AccessKey)' -SecretKey '$($info.SecretKey)' -ProjectId '$($info.ProjectId)'; "
    $list = "$($info.Endpoint)v2/$($info.ProjectId)/instances?engine=kafka&limit=50"
    $token = "-Headers @{ 'X-Auth-Token' = '$($info.Token)' }"
    $client = "`$http = [Net.Http.HttpClient]::new(); `$http.DefaultRequestHeaders.Add('X-Auth-Token', '$($info.Token)'); "
    $get = "[Text.Json.JsonDocument]::Parse(`$http.GetStringAsync('{0}').Result).RootElement"

    $contenders = [ordered]@{
        'empty process'                    = 'exit'
        'import'                           = "Import-Module '$manifest'"
        'first object, HuaweiDms'          = $connect + 'Get-DmsInstance -First 1'
        'first object, Invoke-RestMethod'  = "Invoke-RestMethod '$list&offset=0' $token | ForEach-Object instances | Select-Object -First 1"
        'first object, bare HttpClient'    = $client + ($get -f "$list&offset=0")
        'whole list, HuaweiDms'            = $connect + '(Get-DmsInstance).Count'
        'whole list, Invoke-RestMethod'    = "`$all = for (`$at = 0; `$at -lt $Instances; `$at += 50) { (Invoke-RestMethod `"$list&offset=`$at`" $token).instances }; `$all.Count"
        'whole list, bare HttpClient'      = $client + "for (`$at = 0; `$at -lt $Instances; `$at += 50) { $($get -f "$list&offset=`$at") } "
    }
    $times = @{}
    foreach ($name in $contenders.Keys) { $times[$name] = [Collections.Generic.List[double]]::new() }
    foreach ($round in 1..$Rounds) {
        foreach ($name in $contenders.Keys) {
            $code = $contenders[$name].Replace("'$list&offset=`$at'", "`"$list&offset=`$at`"")
            $watch = [Diagnostics.Stopwatch]::StartNew()
            & $shell -NoProfile -NonInteractive -Command $code | Out-Null
            $times[$name].Add($watch.Elapsed.TotalMilliseconds)
        }
    }

    $median = @{}
    foreach ($name in $contenders.Keys) { $median[$name] = ($times[$name] | Sort-Object)[[Math]::Floor($Rounds / 2)] }
    $over = { param($name) $median[$name] - $median['empty process'] }
    foreach ($name in $contenders.Keys) {
        $floor = if ($name -like '*,*') { ($name -split ',')[0] + ', bare HttpClient' }
        [pscustomobject]@{
            What           = $name
            MedianMs       = [Math]::Round($median[$name])
            OverEmptyMs    = [Math]::Round((& $over $name))
            RatioToFloor   = if ($floor) { [Math]::Round((& $over $name) / (& $over $floor), 2) }
        }
    }
}
finally {
    Stop-Process $server -ErrorAction Ignore
    Remove-Item $ready -ErrorAction Ignore
}
