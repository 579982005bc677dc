<#
.SYNOPSIS
Runs the Pester suites and writes their counts, or null if Pester is not available.
#>
param(
    [Parameter(Mandatory)]
    [string] $ResultPath,

    # A part of the file name of a suite, to run only that one.
    [string] $Only = '*',

    # Exits with 1 if a test failed or Pester is not available.
    [switch] $ExitCode
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

Import-Module $pester
$configuration = New-PesterConfiguration
$configuration.Run.Path = @((Get-ChildItem $PSScriptRoot -Filter "*$Only*.Tests.ps1").FullName)
$configuration.Run.PassThru = $true
$configuration.Output.Verbosity = 'Normal'
$result = Invoke-Pester -Configuration $configuration
@{
    Passed  = $result.PassedCount
    Failed  = $result.FailedCount + $result.FailedBlocksCount + $result.FailedContainersCount
    Skipped = $result.SkippedCount + $result.NotRunCount
} | ConvertTo-Json | Set-Content $ResultPath
if ($ExitCode -and $result.Result -ne 'Passed') { exit 1 }
