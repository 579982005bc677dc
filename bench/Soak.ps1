<#
.SYNOPSIS
Runs commands for minutes against an emulator that fails now and then. Checks that all counts match and that memory does not grow.

.DESCRIPTION
Workers create topics, send messages, count them, and change, list and delete the topics. Each worker has its own runspace and uses
real sockets, while one request in twenty fails: refused, throttled, truncated, or reset before or after it took effect. At the end:

- The service has received exactly the requests that the commands report.
- Each topic contains exactly the messages that were accepted. Nothing was created twice, and nothing is left over.
- Each call has ended with a result or a known error.
- Memory use is the same as after the first minute.

The exit code is 1 if one of these is not true. This script is not part of the tests because it takes minutes.

.EXAMPLE
pwsh -NoProfile -File bench/Soak.ps1 -Minutes 10
#>
param(
    [ValidateRange(0.2, 1440)]
    [double] $Minutes = 10,

    # The number of parallel workers.
    [ValidateRange(1, 64)]
    [int] $Workers = 8,

    # The percentage of requests that fail.
    [ValidateRange(0, 50)]
    [int] $FaultPercent = 5
)

$ErrorActionPreference = 'Stop'
Set-StrictMode -Version 3
$env:HUAWEIDMS_METADATA_ENDPOINT = 'off'
$manifest = Join-Path $PSScriptRoot '../HuaweiDms.psd1'
Import-Module $manifest

$emulator = Start-DmsEmulator -Speed 1000
Connect-Dms -Endpoint $emulator.Endpoint -AccessKey $emulator.AccessKey -SecretKey $emulator.SecretKey -ProjectId $emulator.ProjectId -Name soak
$instance = Get-DmsInstance kafka-prod
$before = @(Get-DmsTopic -InstanceId $instance.InstanceId).Name

# A fault that only counts requests.
$seen = [HuaweiDms.Emulator.Fault]@{ Name = 'seen'; Action = 'Latency' }
$emulator.Faults.Clear()
$null = $emulator.Faults.Add($seen)

# No resets of reads: .NET repeats such requests on its own, and the script could not count them.
$kinds = @(
    @{ Method = 'GET'; Action = 'Status'; StatusCode = 500 }
    @{ Method = 'GET'; Action = 'Status'; StatusCode = 503 }
    @{ Method = 'GET'; Action = 'Status'; StatusCode = 429 }
    @{ Method = 'GET'; Action = 'Truncate' }
    @{ Method = 'POST'; Action = 'Status'; StatusCode = 503 }
    @{ Method = 'POST'; Action = 'Status'; StatusCode = 429 }
    @{ Method = 'POST'; Action = 'Status'; StatusCode = 404; ErrorCode = 'DMS.10240407' }
    @{ Method = 'POST'; Action = 'Reset' }
    @{ Method = 'POST'; Path = '*/topics'; Action = 'Reset'; AfterProcessing = $true }
    @{ Method = 'PUT'; Action = 'Status'; StatusCode = 502; ContentType = 'text/html'; Body = '<html>Bad Gateway</html>' }
    @{ Method = 'PUT'; Action = 'Reset'; AfterProcessing = $true }
)
$faults = if ($FaultPercent) {
    foreach ($kind in $kinds) {
        $alike = @($kinds | Where-Object { $_.Method -eq $kind.Method }).Count
        $emulator.Faults.Add([HuaweiDms.Emulator.Fault]($kind + @{ Every = [math]::Round(100 * $alike / $FaultPercent) }))
    }
}

$watch = [System.Diagnostics.Stopwatch]::StartNew()
$until = [datetime]::UtcNow.AddMinutes($Minutes)

$work = {
    [Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSReviewUnusedParameter', 'InstanceId', Justification = 'The calls use it.')]
    param($Number, $Manifest, $InstanceId, $Until)
    $ErrorActionPreference = 'Continue'
    $ProgressPreference = 'SilentlyContinue'
    Import-Module $Manifest
    $ledger = @{ Number = $Number; Calls = 0; Succeeded = 0; Attempts = 0; Accepted = 0; Output = @(); Errors = @{}; Wrong = [System.Collections.Generic.List[string]]::new(); Left = [System.Collections.Generic.List[string]]::new() }

    # Makes one call and returns whether it succeeded. Stores its output in $ledger.Output, and counts its requests from the verbose stream.
    function Test-Call([scriptblock] $Call) {
        $ledger.Calls++
        $failed = $null
        $ledger.Output = @(foreach ($record in & $Call 4>&1 2>&1 3>$null) {
            if ($record -is [System.Management.Automation.VerboseRecord]) { if ($record.Message -match ', attempt \d+, request id ') { $ledger.Attempts++ } }
            elseif ($record -is [System.Management.Automation.ErrorRecord]) { $failed = $record }
            else { $record }
        })
        if (-not $failed) {
            $ledger.Succeeded++
            return $true
        }
        $id = $failed.FullyQualifiedErrorId
        $ledger.Errors[$id] = 1 + $ledger.Errors[$id]
        if ($id -notmatch '^(HuaweiDms\.(OutcomeUnknown|ConnectionFailed|Http\d+|UnreadableResponse|TimedOut)|DMS\.\d+|APIGW\.\d+),') { $ledger.Wrong.Add("$id`: $failed") }
        # Up to 256 retained errors with all their data would look like a memory leak.
        $global:Error.Clear()
        $false
    }

    for ($round = 0; [datetime]::UtcNow -lt $Until; $round++) {
        $topic = "soak-$Number-$round"
        if (-not (Test-Call { New-DmsTopic $topic -InstanceId $InstanceId -PartitionCount 3 -Verbose -Confirm:$false })) {
            # The response was lost and the topic was not found afterwards. Then the topic must not exist.
            if ((Test-Call { Get-DmsTopic "$topic*" -InstanceId $InstanceId -Verbose }) -and $ledger.Output) { $ledger.Wrong.Add("$topic was created in spite of the error") }
            continue
        }
        $accepted = @(1..8).Where{ Test-Call { Send-DmsMessage -Topic $topic -Value "message $_" -InstanceId $InstanceId -Verbose -Confirm:$false } }.Count
        if (Test-Call { Get-DmsTopicPartition -Topic $topic -InstanceId $InstanceId -Verbose }) {
            $held = ($ledger.Output | Measure-Object MessageCount -Sum).Sum
            if ($held -ne $accepted) { $ledger.Wrong.Add("$topic contains $held messages, but $accepted were accepted") }
            $ledger.Accepted += $accepted
        }
        $null = Test-Call { Get-DmsInstance -Verbose }
        $null = Test-Call { Get-DmsInstance -InstanceId $InstanceId -Verbose }
        $null = Test-Call { Set-DmsTopic $topic -InstanceId $InstanceId -RetentionHours (1 + $round % 700) -Verbose -Confirm:$false }
        $null = Test-Call { Get-DmsTopic "soak-$Number-*" -InstanceId $InstanceId -Verbose }
        $null = Test-Call { Get-DmsConsumerGroup -InstanceId $InstanceId -Verbose }
        if (-not (Test-Call { Remove-DmsTopic $topic -InstanceId $InstanceId -Force -Verbose })) { $ledger.Left.Add($topic) }
    }
    $ledger
}

$shells = foreach ($number in 1..$Workers) {
    $shell = [powershell]::Create().AddScript($work.ToString()).AddArgument($number).AddArgument($manifest).AddArgument($instance.InstanceId).AddArgument($until)
    @{ Shell = $shell; Running = $shell.BeginInvoke() }
}
$samples = [System.Collections.Generic.List[object]]::new()
while ($shells.Running.Where{ -not $_.IsCompleted }) {
    Start-Sleep -Seconds ([math]::Min(5, $Minutes * 3))
    foreach ($once in 1..2) { [System.GC]::Collect(); [System.GC]::WaitForPendingFinalizers() }
    $sample = [pscustomobject]@{
        Minute   = [math]::Round($watch.Elapsed.TotalMinutes, 1)
        Requests = $seen.Hits
        HeapMB   = [math]::Round([System.GC]::GetTotalMemory($true) / 1MB, 1)
        Threads  = [System.Diagnostics.Process]::GetCurrentProcess().Threads.Count
        Handles  = [System.Diagnostics.Process]::GetCurrentProcess().HandleCount
    }
    $samples.Add($sample)
    Write-Host ('{0,6} min {1,9} requests {2,8} MB {3,5} threads {4,5} handles' -f $sample.Minute, $sample.Requests, $sample.HeapMB, $sample.Threads, $sample.Handles)
}
$seconds = $watch.Elapsed.TotalSeconds
$ledgers = foreach ($one in $shells) {
    $one.Shell.EndInvoke($one.Running)
    $one.Shell.Dispose()
}

$requests = $seen.Hits
$struck = ($faults | Measure-Object Hits -Sum).Sum
$emulator.Faults.Clear()
$attempts = ($ledgers | Measure-Object Attempts -Sum).Sum
$calls = ($ledgers | Measure-Object Calls -Sum).Sum
$succeeded = ($ledgers | Measure-Object Succeeded -Sum).Sum
$errors = @{}
foreach ($ledger in $ledgers) { foreach ($id in $ledger.Errors.Keys) { $errors[$id] += $ledger.Errors[$id] } }
$wrong = [System.Collections.Generic.List[string]]::new()
foreach ($ledger in $ledgers) { $wrong.AddRange($ledger.Wrong) }

$left = @(Get-DmsTopic -InstanceId $instance.InstanceId).Name | Where-Object { $_ -notin $before }
$expected = @($ledgers | ForEach-Object { $_.Left })
foreach ($name in $left) { if ($name -notin $expected) { $wrong.Add("$name is left over") } }
if ($attempts -ne $requests) { $wrong.Add("the commands report $attempts requests, but the service received $requests") }
if ($calls -ne $succeeded + ($errors.Values | Measure-Object -Sum).Sum) { $wrong.Add('a call ended with neither a result nor an error') }

# The first sixth is warm-up. Garbage collection causes differences of a few megabytes; a leak at this rate would cause many more.
$sixth = [math]::Max(1, [math]::Floor($samples.Count / 6))
$start = ($samples | Select-Object -Skip $sixth -First $sixth | Measure-Object HeapMB -Average).Average
$end = ($samples | Select-Object -Last $sixth | Measure-Object HeapMB -Average).Average
if ($samples.Count -ge 12 -and $end - $start -gt 5 + $start / 10) { $wrong.Add("memory grew from $start to $end MB") }

[pscustomobject]@{
    Minutes          = [math]::Round($seconds / 60, 1)
    Calls            = $calls
    Requests         = $requests
    RequestsASecond  = [math]::Round($requests / $seconds)
    FaultsStruck     = $struck
    FaultPercent     = [math]::Round(100 * $struck / $requests, 1)
    MessagesAccepted = ($ledgers | Measure-Object Accepted -Sum).Sum
    Errors           = ($errors.GetEnumerator() | Sort-Object Key | ForEach-Object { "$($_.Key -replace ',HuaweiDms\.PowerShell\.', ' of ') $($_.Value)" }) -join ', '
    HeapStartMB      = [math]::Round($start, 1)
    HeapEndMB        = [math]::Round($end, 1)
    Threads          = "$($samples[[math]::Min($sixth, $samples.Count - 1)].Threads) to $($samples[-1].Threads)"
    Handles          = "$($samples[[math]::Min($sixth, $samples.Count - 1)].Handles) to $($samples[-1].Handles)"
    Wrong            = $wrong.Count
} | Format-List
$wrong | Select-Object -Unique -First 20 | ForEach-Object { Write-Host "WRONG: $_" }
Get-DmsContext | Disconnect-Dms
Stop-DmsEmulator
exit [int] ($wrong.Count -gt 0)
