<#
.SYNOPSIS
Runs the Pester suites, shared by two processes, and writes their counts, or null if Pester is not available.
#>
param(
    [Parameter(Mandatory)]
    [string] $ResultPath,

    # A part of the file name of a suite, to run only that one.
    [string] $Only = '*',

    # Exits with 1 if a test failed or Pester is not available.
    [switch] $ExitCode,

    # For the second process: the folder in which a process claims a suite.
    [string] $ClaimPath
)

$ErrorActionPreference = 'Stop'

# The version that the tests' own build downloads; otherwise any other of that line.
$packages = if ($env:NUGET_PACKAGES) { $env:NUGET_PACKAGES } else { Join-Path $HOME '.nuget/packages' }
[xml] $versions = Get-Content (Join-Path $PSScriptRoot '../../Directory.Packages.props') -Raw
$pester = Join-Path $packages "pester/$($versions.SelectSingleNode('//PesterVersion').InnerText)/tools/Pester.psd1"
if (-not (Test-Path $pester)) {
    $pester = (Get-Module Pester -ListAvailable).Where({ $_.Version -ge '5.5.0' -and $_.Version -lt '6.0' }, 'First').Path
}
New-Item (Split-Path $ResultPath) -ItemType Directory -Force | Out-Null
if (-not $pester) {
    Set-Content $ResultPath 'null'
    if ($ExitCode) { exit 1 }
    return
}

# The processes begin at different ends of the list.
$suites = @((Get-ChildItem $PSScriptRoot -Filter "*$Only*.Tests.ps1").FullName)
$shell = (Get-Process -Id $PID).Path
$second = $null
if ($ClaimPath) {
    [array]::Reverse($suites)
} elseif ($suites.Count -gt 1) {
    $ClaimPath = Join-Path ([IO.Path]::GetTempPath()) ([guid]::NewGuid())
    New-Item $ClaimPath -ItemType Directory | Out-Null
    # PowerShell as a .NET tool cannot start itself again; then one process runs all suites.
    if ((Split-Path $shell -Leaf) -notlike 'dotnet*') {
        $log = Join-Path $ClaimPath 'log.txt'
        $secondResult = Join-Path $ClaimPath 'result.json'
        $arguments = @('-NoProfile', '-NonInteractive', '-File', $PSCommandPath, '-ResultPath', $secondResult, '-Only', $Only, '-ClaimPath', $ClaimPath)
        $second = Start-Process $shell ($arguments -replace '^.* .*$', '"$0"') -RedirectStandardOutput $log -RedirectStandardError "$log.errors" -PassThru
        # Without the handle, the exit code is not available later.
        $null = $second.Handle
    }
}

# Whether no other process runs a suite; from now on, this one does.
function Lock-Suite([string] $Path) {
    if (-not $ClaimPath) { return $true }
    try {
        [IO.File]::Open((Join-Path $ClaimPath (Split-Path $Path -Leaf)), [IO.FileMode]::CreateNew).Dispose()
        $true
    } catch [IO.IOException] {
        $false
    }
}

Import-Module $pester
$count = @{ Passed = 0; Failed = 0; Skipped = 0 }
foreach ($suite in $suites) {
    if (-not (Lock-Suite $suite)) { continue }
    $configuration = New-PesterConfiguration
    $configuration.Run.Path = $suite
    $configuration.Run.PassThru = $true
    $configuration.Output.Verbosity = 'Normal'
    $result = Invoke-Pester -Configuration $configuration
    $count.Passed += $result.PassedCount
    $count.Failed += $result.FailedCount + $result.FailedBlocksCount + $result.FailedContainersCount
    $count.Skipped += $result.SkippedCount + $result.NotRunCount
}
if ($second) {
    $second.WaitForExit()
    Get-Content $log, "$log.errors" | Out-Host
    if ($second.ExitCode -eq 0 -and (Test-Path $secondResult)) {
        $other = Get-Content $secondResult -Raw | ConvertFrom-Json
        foreach ($name in @($count.Keys)) { $count[$name] += $other.$name }
    } else {
        Write-Host "!!! The second process of the Pester suites broke off with exit code $($second.ExitCode). !!!"
        $count.Failed++
    }
    Remove-Item $ClaimPath -Recurse -Force
}
$count | ConvertTo-Json | Set-Content $ResultPath
if ($ExitCode -and $count.Failed -gt 0) { exit 1 }
