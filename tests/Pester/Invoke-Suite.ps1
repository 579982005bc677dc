<#
.SYNOPSIS
Runs the Pester suites and writes what they counted; writes nothing where Pester cannot be had.
#>
param(
    [Parameter(Mandatory)]
    [string] $ResultPath,

    # A part of a suite's file name, to run that one only.
    [string] $Only = '*'
)

$ErrorActionPreference = 'Stop'
$modules = Join-Path $PSScriptRoot '../../artifacts/modules'
$env:PSModulePath = $modules + [IO.Path]::PathSeparator + $env:PSModulePath
$wanted = { (Get-Module Pester -ListAvailable).Where{ $_.Version -ge '5.5.0' -and $_.Version -lt '6.0' } }
if (-not (& $wanted) -and (Get-Command Save-PSResource -ErrorAction Ignore)) {
    New-Item $modules -ItemType Directory -Force | Out-Null
    try { Save-PSResource Pester -Version '[5.5.0,6.0)' -Path $modules -TrustRepository } catch { Write-Warning "Pester could not be fetched: $_" }
}
if (-not (& $wanted)) { return }

Import-Module Pester -MinimumVersion 5.5.0 -MaximumVersion 5.99
$configuration = New-PesterConfiguration
$configuration.Run.Path = @((Get-ChildItem $PSScriptRoot -Filter "*$Only*.Tests.ps1").FullName)
$configuration.Run.PassThru = $true
$configuration.Output.Verbosity = 'Normal'
$result = Invoke-Pester -Configuration $configuration
New-Item (Split-Path $ResultPath) -ItemType Directory -Force | Out-Null
@{
    Passed  = $result.PassedCount
    Failed  = $result.FailedCount + $result.FailedBlocksCount + $result.FailedContainersCount
    Skipped = $result.SkippedCount + $result.NotRunCount
} | ConvertTo-Json | Set-Content $ResultPath
