<#
.SYNOPSIS
Every command of HuaweiDms, in one story, against the emulator: nothing leaves this machine, no account is needed.

.DESCRIPTION
A shop gets its messaging: it is ordered, set up, used, it breaks and is repaired, it grows, and is taken down again. The
chapters are the scripts of the folder GrandTour. Each paragraph of one is a step: the comment says why, the lines below it are
what one would type. Nothing is asked, nothing is left behind.

.EXAMPLE
./GrandTour.ps1
#>
[CmdletBinding()]
param(
    # The module: its name where it is installed; by default the one of this repository, once it is built.
    [string] $Module = (Join-Path $PSScriptRoot '../HuaweiDms.psd1')
)

$ErrorActionPreference = 'Stop'
Import-Module $Module
. $PSScriptRoot/Show-Step.ps1

# Somebody's login. In real use it comes from Get-Credential or from a vault; here the password is one that nobody will know.
function New-Login([string] $UserName, [string] $Secret = "Aa1-$([guid]::NewGuid().ToString().Substring(0, 18))") {
    $hidden = [securestring]::new()
    foreach ($character in $Secret.ToCharArray()) { $hidden.AppendChar($character) }
    [pscredential]::new($UserName, $hidden)
}

# What the chapters write goes to a folder of its own, which is gone afterwards.
$folder = New-Item (Join-Path ([System.IO.Path]::GetTempPath()) "GrandTour-$PID") -ItemType Directory
Push-Location $folder
try {
    foreach ($file in Get-ChildItem $PSScriptRoot/GrandTour -Filter *.ps1 | Sort-Object Name) {
        $title, $steps = [System.IO.File]::ReadAllText($file.FullName).Trim() -split '(?:\r?\n){2,}'
        Write-Host "`n`n=== $($title.TrimStart('# ')) ===" -ForegroundColor Green
        foreach ($step in $steps) {
            $said, $typed = ($step -split '\r?\n').Where({ $_ -like '#*' }, 'Split')
            . Show-Step ($said.TrimStart('# ') -join "`n") ([scriptblock]::Create($typed -join "`n"))
        }
    }
}
finally {
    Pop-Location
    Remove-Item $folder -Recurse
}
