<#
.SYNOPSIS
Runs examples of the help, each in a runspace of its own with a new emulator, and writes down what went wrong in each and
what somebody at a prompt would have seen.

.DESCRIPTION
The statements of an example are run one after the other, as they are typed. What they print is the same each time: the
emulator makes up the same ids in the same order, its clock begins at the same moment and moves on with requests and waits
(HUAWEIDMS_EMULATOR_TIME), and Get-Date tells its time. The culture is the invariant one, whatever that of this machine is, and
what is sent over a socket goes by the computer's clock.
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

    # Examples wait most of the time, so several are run at once, each share of them in a process and a folder of its own.
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

# Get-Help puts four blanks before each line, and a window has 120 columns or is little narrower: 100 fit. Tables stay one
# column away from the edge.
$Columns = 101

# Longer output says no more than its beginning does.
$MostLines = 16
$KeptLines = 12

# What these print is not the same everywhere, so their help does not show it.
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

# What somebody would type: an example statement by statement.
function Get-Statement([string] $Code) {
    $ast = [Management.Automation.Language.Parser]::ParseInput($Code, [ref] $null, [ref] $null)
    if ($ast.ParamBlock -or -not $ast.EndBlock.Unnamed) { return $Code }
    $ast.EndBlock.Statements.ForEach{ $_.Extent.Text }
}

# Runs one statement as a prompt does, and emits the errors it wrote.
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

# What is on the screen, without colors.
function Get-Screen($Lines) {
    $text = @($Lines).ForEach{ ($_ -replace '\x1B\[[0-9;]*m').TrimEnd() } -join "`n"
    $text = $text.Trim("`n") -replace '\n{3,}', "`n`n"
    $kept = $text -split "`n"
    if ($kept.Count -gt $MostLines) { $text = (@($kept[0..($KeptLines - 1)]) -join "`n").TrimEnd() + "`n..." }
    $text
}

# What comes before an example: Connect-Dms -Emulator, and commands that go by the emulator's time.
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

    # What one example leaves behind is not there for the next.
    Get-DmsContext | Disconnect-Dms
    Get-DmsEmulator | Stop-DmsEmulator
    Get-ChildItem $Folder | Remove-Item -Recurse
    Get-ChildItem Env: | Where-Object Name -NotIn $variables.Name | Remove-Item
}
$results | ConvertTo-Json -Depth 3 | Set-Content $ResultPath
