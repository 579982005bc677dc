# The ways to run all tests: what they count, and that no failure is reported as a success. The programs they run are
# simulated.
BeforeAll {
    $Root = (Resolve-Path "$PSScriptRoot/../..").Path
    $Shell = (Get-Process -Id $PID).Path
    $Copy = Join-Path $TestDrive 'a copy'
    $null = New-Item "$Copy/tests/Pester" -ItemType Directory -Force
    Copy-Item "$Root/build.ps1", "$Root/build.sh" $Copy

    # The summary that dotnet prints, in the language of the machine unless it is set.
    $English = "  total: 4`n  failed: 0`n  succeeded: 3`n  skipped: 1"
    $German = "  gesamt: 4`n  fehlgeschlagen: 0`n  erfolgreich: 3`n  ausgelassen: 1"

    # Runs the task in the copy, with a suite that behaves as given; returns its output and its exit code.
    function Invoke-TestTask([string] $Suite, [int] $TestExitCode = 0) {
        Set-Content "$Copy/tests/Pester/Invoke-Suite.ps1" "param(`$ResultPath)`n$Suite"
        $script = @"
function dotnet {
    `$global:LASTEXITCODE = if (`$args[0] -eq 'test') { $TestExitCode } else { 0 }
    if (`$args[0] -eq 'test') { (`$env:DOTNET_CLI_UI_LANGUAGE -eq 'en' ? '$English' : '$German') -split "``n" }
}
& '$Copy/build.ps1' -Task Test
"language after: `$env:DOTNET_CLI_UI_LANGUAGE"
exit `$LASTEXITCODE
"@
        $said = & $Shell -NoProfile -NonInteractive -Command $script 2>&1 | Out-String
        [pscustomobject]@{ ExitCode = $LASTEXITCODE; Said = $said }
    }
    $Write = 'New-Item (Split-Path $ResultPath) -ItemType Directory -Force | Out-Null; Set-Content $ResultPath'
}

Describe 'build.ps1 -Task Test' {
    It 'adds up the counts in any language of the machine' {
        $env:DOTNET_CLI_UI_LANGUAGE = 'de'
        try { $run = Invoke-TestTask "$Write '{`"Passed`":5,`"Failed`":0,`"Skipped`":2}'" }
        finally { Remove-Item Env:DOTNET_CLI_UI_LANGUAGE }
        $run.Said | Should -BeLike '*8 passed, 0 failed, 3 skipped*language after: de*'
        $run.ExitCode | Should -Be 0
    }

    It 'fails if the suites break off: <Because>' -ForEach @(
        @{ Because = 'without a result'; End = 'exit 134' }
        @{ Because = 'without a result, with exit code 0'; End = '[Environment]::Exit(0)' }
        @{ Because = 'with an error'; End = 'throw "broken"' }
    ) {
        $run = Invoke-TestTask $End
        $run.Said | Should -BeLike '*broke off*3 passed, 1 failed, 1 skipped*'
        $run.Said | Should -Not -BeLike '*NOT RUN*'
        $run.ExitCode | Should -Be 1
    }

    It 'fails if the suites break off after their count' {
        $run = Invoke-TestTask "$Write '{`"Passed`":5,`"Failed`":0,`"Skipped`":0}'; exit 3"
        $run.Said | Should -BeLike '*broke off with exit code 3*8 passed, 1 failed, 1 skipped*'
        $run.ExitCode | Should -Be 1
    }

    It 'reports that the suites were skipped without Pester, and continues' {
        $run = Invoke-TestTask "$Write 'null'"
        $run.Said | Should -BeLike '*NOT RUN*3 passed, 0 failed, 1 skipped*'
        $run.ExitCode | Should -Be 0
    }

    It 'fails if the tests fail without a count' {
        $run = Invoke-TestTask "$Write 'null'" -TestExitCode 9
        $run.Said | Should -BeLike '*3 passed, 1 failed, 1 skipped*'
        $run.ExitCode | Should -Be 1
    }
}

Describe 'build.sh test' -Skip:($IsWindows -or -not (Get-Command bash -ErrorAction Ignore)) {
    It 'counts without PowerShell, in any language of the machine and in any spelling of the task' {
        $bin = Join-Path $TestDrive 'bin'
        $null = New-Item $bin -ItemType Directory
        foreach ($tool in 'bash', 'dirname', 'mktemp', 'sed', 'tail', 'tee', 'tr') {
            $null = New-Item (Join-Path $bin $tool) -ItemType SymbolicLink -Value (Get-Command $tool -CommandType Application | Select-Object -First 1).Source
        }
        Set-Content "$bin/dotnet" "#!$bin/bash`ncase `$1 in tool) exit 1;; test) [ `"`$DOTNET_CLI_UI_LANGUAGE`" = en ] && echo '$English' || echo '$German'; exit 2;; esac"
        & chmod +x "$bin/dotnet"
        $path = $env:PATH
        $env:PATH = $bin
        try { $said = & "$bin/bash" "$Copy/build.sh" TEST 2>&1 | Out-String } finally { $env:PATH = $path }
        $LASTEXITCODE | Should -Be 2
        $said | Should -BeLike '*NOT RUN*3 passed, 0 failed, 1 skipped*'
    }
}
