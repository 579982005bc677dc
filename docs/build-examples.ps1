<#
.SYNOPSIS
Writes into the examples of docs/cmdlets what they print.

.DESCRIPTION
Runs each example against the emulator, as the tests do, and puts what somebody would see into a block "Output" behind its
code. An example that prints nothing has none. Running it twice changes nothing the second time.

Needs the built module. docs/build-help.ps1 then makes what Get-Help reads from it.

.EXAMPLE
pwsh ./docs/build-examples.ps1 Get-DmsTopic*

Runs the examples of some commands only.
#>
#Requires -Version 5.1
[CmdletBinding()]
param(
    # The commands whose examples are meant, with wildcards.
    [SupportsWildcards()]
    [string] $Name = '*',

    # Runs nothing and writes nothing: emits the examples as they are written, as Name, Title, Code and Output.
    [switch] $List
)

$ErrorActionPreference = 'Stop'
Set-StrictMode -Version 3
$Root = Split-Path $PSScriptRoot

# An example: its heading, its code, and perhaps what that prints.
$Pattern = [regex] '(?ms)(?<head>^### (?<title>Example (?<number>\d+)\b[^\n]*)\n\n)```powershell\n(?<code>.*?)\n```(\n\n```Output\n(?<output>.*?)\n```)?'

$files = @(Get-ChildItem "$PSScriptRoot/cmdlets/$Name.md" | Sort-Object Name)
$examples = @(foreach ($file in $files) {
        foreach ($match in $Pattern.Matches([IO.File]::ReadAllText($file.FullName).Replace("`r`n", "`n"))) {
            [pscustomobject]@{
                Name   = "$($file.BaseName) $($match.Groups['number'])"
                Title  = $match.Groups['title'].Value
                Code   = $match.Groups['code'].Value
                Output = $match.Groups['output'].Value
            }
        }
    })
if ($List) { return $examples }

$work = New-Item (Join-Path ([IO.Path]::GetTempPath()) "examples-$([guid]::NewGuid())/folder") -ItemType Directory
try {
    $given = Join-Path $work.Parent.FullName examples.json
    $found = Join-Path $work.Parent.FullName results.json
    ConvertTo-Json $examples | Set-Content $given
    $arguments = @(
        '-NoProfile', '-NonInteractive', '-File', (Join-Path $Root 'tests/Pester/Invoke-Example.ps1')
        '-Path', $given, '-ResultPath', $found, '-Folder', $work.FullName, '-Manifest', (Join-Path $Root 'HuaweiDms.psd1')
    )
    & (Get-Process -Id $PID).Path @arguments
    if ($LASTEXITCODE -ne 0) { throw 'The examples could not be run.' }
    $results = Get-Content $found -Raw | ConvertFrom-Json
}
finally { Remove-Item $work.Parent.FullName -Recurse -ErrorAction Ignore }

# An error is shown where the title says so, and is a mistake of the example anywhere else.
$broken = foreach ($example in $examples) {
    if ($example.Title -notlike '*(shows an error)') { $results.($example.Name).Errors.ForEach{ "$($example.Name): $_" } }
}
if ($broken) { throw "Nothing was written, because examples do not run:`n$($broken -join "`n")" }

foreach ($file in $files) {
    $old = [IO.File]::ReadAllText($file.FullName).Replace("`r`n", "`n")
    $text = $Pattern.Replace($old, [Text.RegularExpressions.MatchEvaluator] {
            param($Match)
            $output = $results."$($file.BaseName) $($Match.Groups['number'])".Output
            $blocks = "$($Match.Groups['head'])``````powershell`n$($Match.Groups['code'])`n``````"
            if ($output) { $blocks += "`n`n``````Output`n$output`n``````" }
            $blocks
        })
    if ($text -cne $old) {
        [IO.File]::WriteAllText($file.FullName, $text)
        Write-Host "docs/cmdlets/$($file.Name) written"
    }
}
