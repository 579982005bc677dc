BeforeDiscovery {
    # A terminal for the test: the one of util-linux, which runs a command; and an env that lets Ctrl+C through where a
    # shell blocks it for background commands.
    $hasTerminal = $IsLinux -and (Get-Command script -CommandType Application -ErrorAction Ignore) -and $(env --default-signal=INT true 2> $null; $LASTEXITCODE -eq 0)
}

BeforeAll {
    . $PSScriptRoot/Common.ps1

    # Runs a script in a separate PowerShell that has a terminal; keys are pressed once a text has appeared.
    function Invoke-Terminal {
        param([Parameter(Mandatory)] [string] $Script, [string] $Until, [string] $Press, [string] $Size = 'cols 100 rows 14', [hashtable] $Environment = @{}, [int] $PatienceSeconds = 60)
        $file = Join-Path $TestDrive "$([guid]::NewGuid()).ps1"
        Set-Content $file "Import-Module '$($ModulePath -replace "'", "''")'`nConnect-Dms -Emulator`n`$prod = Get-DmsInstance kafka-prod`n$Script"
        $start = [System.Diagnostics.ProcessStartInfo]::new('script')
        foreach ($argument in '-qec', "stty $Size; env --default-signal=INT '$([System.Environment]::ProcessPath)' -NoProfile -NoLogo -File '$file'", '/dev/null') { $start.ArgumentList.Add($argument) }
        foreach ($name in 'CI', 'GITHUB_ACTIONS', 'TF_BUILD', 'NO_COLOR') { $null = $start.Environment.Remove($name) }
        foreach ($name in @{ TERM = 'xterm-256color'; LC_ALL = 'C.UTF-8' }, $Environment) { foreach ($key in $name.Keys) { $start.Environment[$key] = $name[$key] } }
        $start.RedirectStandardInput = $start.RedirectStandardOutput = $true
        $process = [System.Diagnostics.Process]::Start($start)
        try {
            $said = [System.Text.StringBuilder]::new()
            $letters = [char[]]::new(4096)
            $watch = [System.Diagnostics.Stopwatch]::StartNew()
            $isPressed = -not $Press
            $reading = $process.StandardOutput.ReadAsync($letters, 0, $letters.Length)
            while ($watch.Elapsed.TotalSeconds -lt $PatienceSeconds) {
                if (-not $reading.Wait(100)) { continue }
                if ($reading.Result -eq 0) { break }
                $null = $said.Append($letters, 0, $reading.Result)
                if (-not $isPressed -and $said.ToString().Contains($Until)) {
                    $process.StandardInput.Write($Press)
                    $process.StandardInput.Flush()
                    $isPressed = $true
                }
                $reading = $process.StandardOutput.ReadAsync($letters, 0, $letters.Length)
            }
            $ended = $process.WaitForExit(5000)
            [pscustomobject]@{ Ended = $ended; Text = $said.ToString(); Pages = $said.ToString() -split [regex]::Escape("$([char] 27)[?1049") }
        } finally {
            if (-not $process.HasExited) { $process.Kill($true) }
            $process.Dispose()
        }
    }
}

Describe 'Show-DmsConsumerLag without a window' {
    BeforeAll {
        $service = Start-TestEmulator
        Connect-TestEmulator $service -More @{ RetryCount = 0 }
        $prod = Get-DmsInstance kafka-prod
    }
    AfterAll { Stop-TestEmulator }
    AfterEach { $service.Faults.Clear() }

    It 'prints a table of plain lines, the largest lag first' {
        $lines = @($prod | Show-DmsConsumerLag -Count 1)
        $lines | Should -BeOfType string
        $lines[0] | Should -Match '^\d\d:\d\d:\d\d UTC  Consumer lag of kafka-prod: 288 in 3 groups$'
        $lines[1] | Should -Match '^Group +Lag +Change/s +Verdict +Caught up in +State +Worst partition$'
        $lines[2..4].ForEach{ ($_ -split ' +')[0, 1] -join ' ' } | Should -Be 'reporting 216', 'fulfilment 54', 'billing 18'
        $lines | Should -HaveCount 5
        $lines -join '' | Should -Not -MatchExactly '[\x00-\x1F\x7F-\uFFFF]'
    }

    It 'prints the requested number of tables, with a verdict from the second one onwards' {
        $lines = @($prod | Show-DmsConsumerLag -Count 3 -Interval 00:00:00.2)
        ($lines -match '^\d\d:').Count | Should -Be 3
        $lines -join '' | Should -Not -MatchExactly '[\x00-\x1F\x7F-\uFFFF]'
        $lines[4] | Should -Not -BeLike '*Stuck*'
        $lines[-1] | Should -BeLike '*Stuck*'
    }

    It 'filters by partition, topic and minimum lag' {
        $lines = @($prod | Show-DmsConsumerLag b* -Topic orders -ByPartition -MinimumLag 2 -Count 1)
        $lines[1] | Should -Match '^Group +Partition +Lag .* Reader$'
        $lines[2..($lines.Count - 1)] | Should -Match '^billing +orders/\d +2 .* billing-\d$'
        $lines | Should -HaveCount 8
        @($prod | Show-DmsConsumerLag -MinimumLag 50 -Count 1) | Should -HaveCount 4
        $lines = @($prod | Show-DmsConsumerLag -MinimumLag 5000 -Count 1)
        $lines | Should -HaveCount 2
        $lines[0] | Should -BeLike '* of kafka-prod: 0 in 0 groups'
        $lines[1] | Should -Be 'No requested consumer group has a lag of 5,000 messages or more.'
    }

    It 'accepts several instances' {
        $lines = @(Get-DmsInstance kafka-prod, kafka-dev | Show-DmsConsumerLag billing -Count 1)
        $lines[0] | Should -BeLike '*of 2 instances: 36 in 2 groups'
        $lines[2, 3].ForEach{ ($_ -split ' +')[0] } | Should -Be kafka-dev, kafka-prod
    }

    It 'reports a group or an instance that does not exist, and ends' {
        $seen = Watch-Command { $prod | Show-DmsConsumerLag nope -Count 5 }
        Assert-Failure $seen.Errors -Id HuaweiDms.NotFound -From ShowDmsConsumerLag -Category ObjectNotFound -Target nope -Says 'kafka-prod', 'Get-DmsConsumerGroup'
        $seen.Output | Should -HaveCount 0
        $seen = Watch-Command { Show-DmsConsumerLag -InstanceId $NoSuchId -Count 5 }
        Assert-Failure $seen.Errors -Id DMS.00404022 -From ShowDmsConsumerLag -Category ObjectNotFound -Target $NoSuchId
        $seen.Output | Should -HaveCount 0
        $seen = Watch-Command { $prod | Show-DmsConsumerLag nope, billing -Count 1 }
        $seen.Errors | Should -HaveCount 1
        $seen.Output[2] | Should -BeLike 'billing*'
    }

    It 'continues after a failed reading' {
        $null = Add-DmsEmulatorFault $service -Path '*groups/billing*' -Action Status -StatusCode 429 -Every 2 -Limit 1
        $seen = Watch-Command { $prod | Show-DmsConsumerLag -Count 3 -Interval 00:00:00.1 }
        Assert-Failure $seen.Errors -Id APIGW.0308 -From ShowDmsConsumerLag -Category LimitsExceeded -Target billing
        ($seen.Output -match '^billing .* not read ').Count | Should -Be 1
        ($seen.Output -match '^billing ').Count | Should -Be 3
    }

    It 'keeps known rows if the list of groups cannot be read' {
        $null = Add-DmsEmulatorFault $service -Path '*/groups' -Action Status -StatusCode 429 -Every 2 -Limit 1
        $seen = Watch-Command { $prod | Show-DmsConsumerLag -Count 2 -Interval 00:00:00.1 }
        Assert-Failure $seen.Errors -Id APIGW.0308 -From ShowDmsConsumerLag -Category LimitsExceeded -Target $prod.InstanceId
        ($seen.Output -match ' not read ').Count | Should -Be 3
    }

    It 'adds new groups and removes deleted ones' {
        $null = $prod | New-DmsConsumerGroup newcomer
        $lines = @($prod | Show-DmsConsumerLag -Count 2 -Interval 00:00:00.5 | ForEach-Object { if ($_ -like 'newcomer*') { $prod | Remove-DmsConsumerGroup newcomer -Force | Out-Null }; $_ })
        ($lines -match '^newcomer ').Count | Should -Be 1
    }

    It 'refuses a view, and says what to do: <Label>' -ForEach @(
        @{ Label = 'output redirected'; Script = 'Connect-Dms -Emulator; Get-DmsInstance kafka-prod | Show-DmsConsumerLag' }
        @{ Label = 'handed on'; Script = 'Connect-Dms -Emulator; Get-DmsInstance kafka-prod | Show-DmsConsumerLag | Out-String' }
    ) {
        $child = Invoke-Child "try { $Script } catch { `$_.FullyQualifiedErrorId; `"`$_`" }"
        $child.Ended | Should -BeTrue
        $child.Errors | Should -BeNullOrEmpty
        $child.Output | Should -BeLike 'HuaweiDms.NoTerminal,HuaweiDms.PowerShell.ShowDmsConsumerLag*-Count*Get-DmsConsumerLag*-Sample*'
    }

    It 'refuses a view in a host without a window' {
        $session = Invoke-Session { $instance | Show-DmsConsumerLag } -Variable @{ instance = $prod }
        Assert-Failure $session.Errors -Id HuaweiDms.NoTerminal -From ShowDmsConsumerLag -Category InvalidArgument
        $session.Lines | Should -HaveCount 0
    }

    It 'refuses <Parameter> <Value>' -ForEach @(
        @{ Parameter = 'Count'; Value = 0 }
        @{ Parameter = 'Interval'; Value = '00:00:00' }
        @{ Parameter = 'MinimumLag'; Value = -1 }
    ) {
        $given = @{ Count = 1 } + @{} ; $given[$Parameter] = $Value
        $seen = Watch-Command { $prod | Show-DmsConsumerLag @given }
        $seen.Errors[0].FullyQualifiedErrorId | Should -BeLike 'ParameterArgument*,HuaweiDms.PowerShell.ShowDmsConsumerLag'
    }
}

Describe 'Show-DmsConsumerLag in a terminal' -Skip:(-not $hasTerminal) {
    It 'uses a separate screen page, and restores the previous one together with the last frame' {
        $seen = Invoke-Terminal '$prod | Show-DmsConsumerLag -Count 2 -Interval 00:00:00.3; "after"'
        $seen.Ended | Should -BeTrue
        $seen.Pages | Should -HaveCount 3
        $seen.Pages[1] | Should -BeLike "h$([char] 27)``[?25l*reporting*q quits*reporting*Stuck*$([char] 27)``[?25h*"
        $seen.Pages[2] | Should -BeLike 'l*Consumer lag of kafka-prod*reporting*after*'
        $seen.Pages[2] | Should -Not -BeLike '*q quits*'
    }

    It 'ends with q, and the script continues' {
        $seen = Invoke-Terminal '$prod | Show-DmsConsumerLag -Interval 01:00:00; "after"' -Until 'q quits' -Press q
        $seen.Ended | Should -BeTrue
        $seen.Pages[2] | Should -BeLike '*after*'
    }

    It 'ends with Ctrl+C, and restores the terminal' {
        $seen = Invoke-Terminal '$prod | Show-DmsConsumerLag -Interval 01:00:00' -Until 'q quits' -Press ([char] 3)
        $seen.Ended | Should -BeTrue -Because ($seen.Text -replace '\x1B', '\e')
        $seen.Pages[1] | Should -BeLike "*$([char] 27)``[?25h*"
        $seen.Pages[2] | Should -BeLike 'l*Consumer lag*'
    }

    It 'fits a small window' {
        $seen = Invoke-Terminal '$prod | Show-DmsConsumerLag -Count 2 -Interval 00:00:00.3' -Size 'cols 40 rows 5'
        $lines = [regex]::Matches($seen.Pages[1], '\x1B\[(\d+);1H(.*?)\x1B\[K')
        ($lines.ForEach{ [int] $_.Groups[1].Value } | Measure-Object -Maximum).Maximum | Should -BeLessOrEqual 5
        ($lines.ForEach{ ($_.Groups[2].Value -replace '\x1B\[[0-9;]*m').Length } | Measure-Object -Maximum).Maximum | Should -BeLessThan 40
        $seen.Text | Should -BeLike '*1 row more.*'
    }

    It 'uses no colors with NO_COLOR' {
        $seen = Invoke-Terminal '$PSStyle.OutputRendering = "Host"; $prod | Show-DmsConsumerLag -Count 2 -Interval 00:00:00.3' -Environment @{ NO_COLOR = '1' }
        $seen.Pages[1] | Should -BeLike '*Stuck*'
        $seen.Pages[1] | Should -Not -Match '\x1B\[[0-9;]*m'
    }

    It 'writes no escape sequences if colors or pages are disabled' {
        $seen = Invoke-Terminal '$PSStyle.OutputRendering = "PlainText"; $prod | Show-DmsConsumerLag -Count 2 -Interval 00:00:00.3; "after"'
        $seen.Pages | Should -HaveCount 1
        $seen.Text | Should -BeLike '*Stuck*after*'
    }

    It 'shows no view for pwsh on a build server, even with a terminal' {
        $seen = Invoke-Terminal '$prod | Show-DmsConsumerLag' -Environment @{ CI = 'true' }
        $seen.Ended | Should -BeTrue
        $seen.Pages | Should -HaveCount 1
        $seen.Text | Should -BeLike '*-Count*'
    }

    It 'reports a group that does not exist, without a view' {
        $seen = Invoke-Terminal '$prod | Show-DmsConsumerLag nope'
        $seen.Ended | Should -BeTrue
        $seen.Pages | Should -HaveCount 1
        $seen.Text | Should -BeLike '*nope*'
    }

    It 'continues after a failed reading, and shows why' {
        $seen = Invoke-Terminal @'
$null = Add-DmsEmulatorFault (Get-DmsEmulator) -Path '*groups/billing*' -Action Status -StatusCode 500 -Every 2
Connect-Dms -Emulator -RetryCount 0
Get-DmsInstance kafka-prod | Show-DmsConsumerLag -Count 3 -Interval 00:00:00.3
'@
        $seen.Pages | Should -HaveCount 3
        $seen.Pages[1] | Should -BeLike '*billing*not read*ShowGroups*'
    }
}
