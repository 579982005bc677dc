<#
.SYNOPSIS
Runs the tasks of this repository. Needs PowerShell and the .NET SDK, but no modules.

.EXAMPLE
./build.ps1 -Task Test

Builds, then runs all tests.
#>
#Requires -Version 7.4
[CmdletBinding()]
param(
    # Build creates bin/; Test runs all tests; Docs runs the help examples and builds en-US; Bench measures; Package creates out/; Demo runs the tour.
    [ValidateSet('Build', 'Test', 'Docs', 'Bench', 'Package', 'Demo')]
    [string] $Task = 'Build',

    [ValidateSet('Release', 'Debug')]
    [string] $Configuration = 'Release',

    # With Package: builds a second time in another folder, and fails if a file differs.
    [switch] $Verify
)

$ErrorActionPreference = 'Stop'
Set-StrictMode -Version 3
$Root = $PSScriptRoot

# Runs a program, and throws if it fails.
function Invoke-Program([string] $Name, [string[]] $Arguments) {
    & $Name @Arguments
    if ($LASTEXITCODE -ne 0) { throw "$Name $($Arguments -join ' ') ended with exit code $LASTEXITCODE." }
}

# Starts another process of the PowerShell that runs this script.
function Invoke-PowerShell([string[]] $Arguments) {
    $shell = (Get-Process -Id $PID).Path
    # PowerShell as a .NET tool runs inside dotnet, which cannot start it again. Use the pwsh program in the same folder instead.
    if ((Split-Path $shell -LeafBase) -eq 'dotnet') {
        $env:DOTNET_ROOT ??= Split-Path $shell
        $shell = Join-Path $PSHOME ($IsWindows ? 'pwsh.exe' : 'pwsh')
        if (-not $IsWindows) { chmod +x $shell }
    }
    & $shell -NoProfile -NonInteractive @Arguments
}

# Compiles the assemblies for PowerShell 7 ahead of time for this platform. The module works without these images, but its first
# call is slower. Therefore it is not an error if the packages of the compiler are not available.
function Invoke-Precompilation {
    $system = if ($IsWindows) { 'win' } elseif ($IsMacOS) { 'osx' } else { 'linux' }
    $platform = "$system-$([Runtime.InteropServices.RuntimeInformation]::ProcessArchitecture)".ToLowerInvariant()
    $log = & dotnet publish (Join-Path $Root 'src/Precompiled') --configuration $Configuration --runtime $platform 2>&1
    if ($LASTEXITCODE -eq 0) { return }
    Remove-Item (Join-Path $Root "bin/core/$platform") -Recurse -Force -ErrorAction Ignore
    Write-Host "Not compiled ahead of time for ${platform}; the first call takes longer: $($log -match '\berror\b' | Select-Object -First 1)"
}

function Invoke-BuildTask {
    Invoke-Program dotnet @('build', (Join-Path $Root 'HuaweiDms.slnx'), '--configuration', $Configuration)
    Invoke-Precompilation
}

# Runs all xunit projects and returns the counts. Sets the language to English so that the counts can be parsed on any machine.
function Invoke-Xunit {
    $language = $env:DOTNET_CLI_UI_LANGUAGE
    $env:DOTNET_CLI_UI_LANGUAGE = 'en'
    $lines = & dotnet test --solution (Join-Path $Root 'HuaweiDms.slnx') --configuration $Configuration --no-build 2>&1 | ForEach-Object {
        Write-Host $_
        "$_"
    }
    $count = @{ ExitCode = $LASTEXITCODE; Passed = 0; Failed = 0; Skipped = 0 }
    $env:DOTNET_CLI_UI_LANGUAGE = $language
    foreach ($line in $lines) {
        if ($line -match '^\s*(succeeded|failed|skipped): (\d+)') {
            $key = @{ succeeded = 'Passed'; failed = 'Failed'; skipped = 'Skipped' }[$Matches[1]]
            $count[$key] = [int] $Matches[2]
        }
    }
    if ($count.ExitCode -ne 0 -and $count.Failed -eq 0) { $count.Failed = 1 }
    $count
}

# Runs Pester in a separate process, so that the files of the module are not locked. Then checks every recorded exchange against
# the contract. Returns the counts, or null if Pester is not available.
function Invoke-PesterSuite {
    $results = Join-Path $Root 'artifacts/pester.json'
    $exchanges = Join-Path $Root 'artifacts/exchanges'
    Remove-Item $results, $exchanges -Recurse -Force -ErrorAction Ignore
    Invoke-PowerShell @('-File', (Join-Path $Root 'tests/Pester/Invoke-Suite.ps1'), '-ResultPath', $results) | Out-Host
    $exitCode = $LASTEXITCODE
    $hasResult = Test-Path $results
    $count = if ($hasResult) { Get-Content $results -Raw | ConvertFrom-Json -AsHashtable } else { @{ Passed = 0; Failed = 0; Skipped = 0 } }
    if ($null -eq $count) { return $null }
    if ($exitCode -ne 0 -or -not $hasResult) {
        Write-Host "!!! The run of the Pester suites broke off with exit code $exitCode. !!!"
        $count.Failed++
    }
    if (Test-Path $exchanges) {
        $env:HUAWEIDMS_EXCHANGES = $exchanges
        $project = Join-Path $Root 'tests/HuaweiDms.Emulator.Tests'
        & dotnet test --project $project --configuration $Configuration --no-build --filter-class '*RecordedExchangesTests' | Out-Host
        if ($LASTEXITCODE -eq 0) { $count.Passed++ } else { $count.Failed++ }
        Remove-Item Env:HUAWEIDMS_EXCHANGES
    }
    $count
}

function Invoke-TestTask {
    Invoke-BuildTask
    $xunit = Invoke-Xunit
    $pester = Invoke-PesterSuite
    if ($null -eq $pester) {
        Write-Host '!!! NOT RUN: the Pester suites, because Pester 5 is not available. This run does not test the cmdlets on a real PowerShell. !!!'
        $pester = @{ Passed = 0; Failed = 0; Skipped = 0 }
    }
    Write-Host "$($xunit.Passed + $pester.Passed) passed, $($xunit.Failed + $pester.Failed) failed, $($xunit.Skipped + $pester.Skipped) skipped"
    if ($xunit.Failed + $pester.Failed -gt 0) { exit 1 }
}

function Invoke-DocsTask {
    Invoke-BuildTask
    foreach ($step in 'docs/build-examples.ps1', 'docs/build-help.ps1') {
        Invoke-PowerShell @('-File', (Join-Path $Root $step))
        if ($LASTEXITCODE -ne 0) { throw 'The help could not be built.' }
    }
}

function Invoke-BenchTask {
    Invoke-BuildTask
    $compare = Join-Path $Root 'bench/Compare.ps1'
    Invoke-PowerShell @('-Command', "& '$compare' | Format-Table -AutoSize | Out-String -Width 120")
}

# Creates the module folder, the nupkg and the checksums in out/. With -Verify, builds twice and compares.
function Invoke-PackageTask {
    & (Join-Path $Root 'package/build-package.ps1') -Path (Join-Path $Root 'out') -Verify:$Verify
}

function Invoke-DemoTask {
    if (-not (Test-Path (Join-Path $Root 'bin/HuaweiDms.PowerShell.dll'))) {
        Write-Host 'Building first. The first build takes a minute or more.'
        Invoke-BuildTask | Out-Null
    }
    Invoke-PowerShell @('-File', (Join-Path $Root 'samples/Tour.ps1'))
    if ($LASTEXITCODE -ne 0) { throw 'The tour failed.' }
}

& "Invoke-${Task}Task"
