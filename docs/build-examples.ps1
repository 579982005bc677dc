<#
.SYNOPSIS
Records the output of the examples in docs/cmdlets.

.DESCRIPTION
Runs each example against the emulator, as the tests do, and writes its output to an "Output" block after the code. An example
that prints nothing has no such block. A second run changes nothing.

Needs the built module. Afterwards, docs/build-help.ps1 builds the files that Get-Help reads.

.EXAMPLE
pwsh ./docs/build-examples.ps1 Get-DmsTopic*

Runs only the examples of the matching commands.
#>
#Requires -Version 5.1
[CmdletBinding()]
param(
    # The commands whose examples to run. Wildcards are permitted.
    [SupportsWildcards()]
    [string] $Name = '*',

    # Runs nothing and writes nothing. Emits the examples as they are in the files: Name, Title, Code and Output.
    [switch] $List
)

$ErrorActionPreference = 'Stop'
Set-StrictMode -Version 3
$Root = Split-Path $PSScriptRoot

# An example: its heading, its code, and optionally its output.
$Pattern = [regex] '(?ms)(?<head>^### (?<title>Example (?<number>\d+)\b[^\n]*)\n\n)```powershell\n(?<code>.*?)\n```(\n\n```Output\n(?<output>.*?)\n```)?'

# Reads a file, with line feeds on every system.
function Read-Text([string] $Path) { [IO.File]::ReadAllText($Path).Replace("`r`n", "`n") }

$files = @(Get-ChildItem "$PSScriptRoot/cmdlets/$Name.md" | Sort-Object Name)
$examples = @(foreach ($file in $files) {
        foreach ($match in $Pattern.Matches((Read-Text $file.FullName))) {
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

# An error is expected only if the title says so.
$broken = foreach ($example in $examples) {
    if ($example.Title -notlike '*(shows an error)') { $results.($example.Name).Errors.ForEach{ "$($example.Name): $_" } }
}
if ($broken) { throw "Nothing was written, because some examples failed:`n$($broken -join "`n")" }

foreach ($file in $files) {
    $old = Read-Text $file.FullName
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
