<#
.SYNOPSIS
Uses every command of HuaweiDms in one story against the emulator. It needs no account, and nothing leaves this machine.

.DESCRIPTION
A shop sets up its messaging: it orders an instance, configures and uses it, breaks and repairs it, scales it, and deletes it.
The chapters are the scripts in the folder GrandTour. Each paragraph of a chapter is a step: the comment says why, and the lines
below it are what you would type. The tour never prompts, and it leaves nothing behind.

.EXAMPLE
./GrandTour.ps1
#>
[CmdletBinding()]
param(
    # The module: a path, or its name if it is installed. The default is the build of this repository.
    [string] $Module = (Join-Path $PSScriptRoot '../HuaweiDms.psd1')
)

$ErrorActionPreference = 'Stop'
Import-Module $Module
. $PSScriptRoot/Show-Step.ps1

# Creates a login. In real use it comes from Get-Credential or from a vault; here the password is random.
function New-Login([string] $UserName, [string] $Secret = "Aa1-$([guid]::NewGuid().ToString().Substring(0, 18))") {
    $hidden = [securestring]::new()
    foreach ($character in $Secret.ToCharArray()) { $hidden.AppendChar($character) }
    [pscredential]::new($UserName, $hidden)
}

# The chapters write to a temporary folder, which is deleted at the end.
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
