<#
.SYNOPSIS
Runs examples of the help, each in its own runspace with a new emulator, and records the errors of each and what a user at
a prompt would see.

.DESCRIPTION
The statements of an example are run one after the other, as they are typed. Their output is the same each time: the
emulator creates the same ids in the same order, its clock starts at the same moment and advances with requests and waits
(HUAWEIDMS_EMULATOR_TIME), and Get-Date returns its time. The culture is the invariant one, independent of this machine.
Requests over a socket use the clock of the computer.
#>
param(
    # JSON: a list of { Name, Code }.
    [Parameter(Mandatory)]
    [string] $Path,

    # JSON: { name: { Errors: [text], Output: text } }.
    [Parameter(Mandatory)]
    [string] $ResultPath,

    # An empty folder for the examples to write into.
    [Parameter(Mandatory)]
    [string] $Folder,

    [Parameter(Mandatory)]
    [string] $Manifest,

    # Examples mostly wait, so several are run in parallel, each share of them in a process and a folder of its own.
    [int] $Degree = 3
)

$ErrorActionPreference = 'Stop'

if ($Degree -gt 1) {
    $all = Get-Content $Path -Raw | ConvertFrom-Json
    $shares = foreach ($number in 0..($Degree - 1)) {
        $at = (New-Item (Join-Path $Folder $number) -ItemType Directory).FullName
        ConvertTo-Json @(for ($index = $number; $index -lt $all.Count; $index += $Degree) { $all[$index] }) | Set-Content "$Path.$number"
        $arguments = "-NoProfile -NonInteractive -File `"$PSCommandPath`" -Path `"$Path.$number`" -ResultPath `"$ResultPath.$number`" -Folder `"$at`" -Manifest `"$Manifest`" -Degree 1"
        Start-Process (Get-Process -Id $PID).Path $arguments -NoNewWindow -PassThru
    }
    $shares.WaitForExit()
    $results = @{}
    foreach ($number in 0..($Degree - 1)) {
        foreach ($result in (Get-Content "$ResultPath.$number" -Raw | ConvertFrom-Json).PSObject.Properties) { $results[$result.Name] = $result.Value }
    }
    $results | ConvertTo-Json -Depth 3 | Set-Content $ResultPath
    return
}

# Get-Help indents each line by four spaces, and a window has about 120 columns: 100 fit. Tables stay one column away from
# the edge.
$Columns = 101

# Longer output adds nothing to its first lines.
$MostLines = 16
$KeptLines = 12

# The output of these depends on the machine, so their help does not show it.
$Unsteady = @{
    'Add-DmsEmulatorFault 2' = 'It names the cause in the words of the system.'
}

$env:HUAWEIDMS_EMULATOR_TIME = '2026-01-12T09:00:00Z'
$env:TZ = 'UTC'
[cultureinfo]::DefaultThreadCurrentCulture = [cultureinfo]::DefaultThreadCurrentUICulture = [cultureinfo]::InvariantCulture
[cultureinfo]::CurrentCulture = [cultureinfo]::CurrentUICulture = [cultureinfo]::InvariantCulture
[TimeZoneInfo]::ClearCachedData()

Import-Module $Manifest
Add-Type -Path (Join-Path $PSScriptRoot 'RecordingHost.cs')
$variables = Get-ChildItem Env:
$results = [ordered]@{}

# An example as a user would type it, statement by statement.
function Get-Statement([string] $Code) {
    $ast = [Management.Automation.Language.Parser]::ParseInput($Code, [ref] $null, [ref] $null)
    if ($ast.ParamBlock -or -not $ast.EndBlock.Unnamed) { return $Code }
    $ast.EndBlock.Statements.ForEach{ $_.Extent.Text }
}

# Runs one statement like a prompt, and emits the errors it wrote.
function Invoke-Statement($Runspace, [string] $Statement) {
    $errors = [Collections.Generic.List[object]]::new()
    $shell = [powershell]::Create()
    $shell.Runspace = $Runspace
    try {
        [void] $shell.AddScript($Statement)
        $shell.Commands.Commands[0].MergeMyResults('Error', 'Output')
        [void] $shell.AddScript('param($Errors) process { if ($_ -is [Management.Automation.ErrorRecord]) { $Errors.Add($_) }; , $_ }', $true)
        [void] $shell.AddArgument($errors).AddCommand('Out-Default').Invoke()
    }
    catch [Management.Automation.RuntimeException] {
        $ended = $_.Exception.InnerException.ErrorRecord
        $errors.Add($ended)
        $shell.Commands.Clear()
        [void] $shell.AddCommand('Out-Default').Invoke(@($ended))
    }
    finally { $shell.Dispose() }
    foreach ($record in $errors) { "$($record.FullyQualifiedErrorId): $record" }
}

# The screen content, without colors.
function Get-Screen($Lines) {
    $text = @($Lines).ForEach{ ($_ -replace '\x1B\[[0-9;]*m').TrimEnd() } -join "`n"
    $text = $text.Trim("`n") -replace '\n{3,}', "`n`n"
    $kept = $text -split "`n"
    if ($kept.Count -gt $MostLines) { $text = (@($kept[0..($KeptLines - 1)]) -join "`n").TrimEnd() + "`n..." }
    $text
}

# What precedes an example: Connect-Dms -Emulator, and commands that use the emulator's time.
$first = "Import-Module '$($Manifest -replace "'", "''")'; Set-Location '$($Folder -replace "'", "''")'; Connect-Dms -Emulator" + @'

function Get-Date { Microsoft.PowerShell.Utility\Get-Date -Date (Get-DmsEmulator)[0].Clock.UtcNow.UtcDateTime @args }
function Start-Sleep([int] $Milliseconds) { (Get-DmsEmulator)[0].Clock.Advance([timespan]::FromMilliseconds($Milliseconds)) }
'@

foreach ($example in Get-Content $Path -Raw | ConvertFrom-Json) {
    $person = [HuaweiDms.Pester.RecordingHost]::new(@(), $Columns)
    $runspace = [runspacefactory]::CreateRunspace($person, [initialsessionstate]::CreateDefault2())
    try {
        $runspace.Open()
        $errors = @(Invoke-Statement $runspace $first)
        $errors += @(Get-Statement $example.Code | ForEach-Object { Invoke-Statement $runspace $_ })
        $results[$example.Name] = @{ Errors = $errors; Output = if (-not $Unsteady.Contains($example.Name)) { Get-Screen $person.Lines } }
    }
    finally { $runspace.Dispose() }

    # Removes what one example leaves before the next.
    Get-DmsContext | Disconnect-Dms
    Get-DmsEmulator | Stop-DmsEmulator
    Get-ChildItem $Folder | Remove-Item -Recurse
    Get-ChildItem Env: | Where-Object Name -NotIn $variables.Name | Remove-Item
}
$results | ConvertTo-Json -Depth 3 | Set-Content $ResultPath
