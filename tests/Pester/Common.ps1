# Shared by the suites. Dot-source it in the first BeforeAll of a file.
#
# HUAWEIDMS_MODULE     the module to test; if omitted, the manifest at the root of the repository (build it first)
# HUAWEIDMS_EXCHANGES  the folder for recorded exchanges; if omitted, artifacts/exchanges

$Root = (Resolve-Path (Join-Path $PSScriptRoot '../..')).Path
$ModulePath = (Resolve-Path $(if ($env:HUAWEIDMS_MODULE) { $env:HUAWEIDMS_MODULE } else { Join-Path $Root 'HuaweiDms.psd1' })).Path
$ExchangeFolder = if ($env:HUAWEIDMS_EXCHANGES) { $env:HUAWEIDMS_EXCHANGES } else { Join-Path $Root 'artifacts/exchanges' }
$Area = Get-PSCallStack | Where-Object ScriptName -Like '*.Tests.ps1' | Select-Object -First 1 |
    ForEach-Object { (Split-Path $_.ScriptName -Leaf) -replace '\.Tests\.ps1$' }

# Credentials are not requested from the metadata service of a cloud server.
$env:HUAWEIDMS_METADATA_ENDPOINT = 'off'

# Errors that a test provokes are not errors of the run.
$env:HUAWEIDMS_CI = 'off'

# Assemblies stay loaded in a process, so a different build would otherwise be tested silently.
$loaded = Get-Module HuaweiDms
if ($loaded -and (Split-Path $loaded.Path) -notin (Split-Path $ModulePath), (Join-Path (Split-Path $ModulePath) 'bin')) {
    throw "Another HuaweiDms is imported already, from $($loaded.Path). Start a new PowerShell."
}
Import-Module $ModulePath
if (-not ('HuaweiDms.Pester.RecordingHost' -as [type])) {
    Add-Type -Path (Join-Path $PSScriptRoot 'RecordingHost.cs')
}

# Recordings of an earlier run must not count for this one.
$null = New-Item $ExchangeFolder -ItemType Directory -Force
Remove-Item (Join-Path $ExchangeFolder "$Area-*.jsonl")
$Recordings = @{ Count = 0 }

# An ordinary instance that every region offers; splat it together with -Name.
$Ordinary = @{
    EngineVersion    = '2.7'
    BrokerCount      = 3
    StorageSpaceGB   = 300
    ProductId        = 'c6.2u4g.cluster'
    StorageSpecCode  = 'dms.physical.storage.ultra.v2'
    VpcId            = 'vpc-1'
    SubnetId         = 'subnet-1'
    SecurityGroupId  = 'group-1'
    AvailabilityZone = '63cb182a467c437daa0f001b7fa55fd0'
}

$NoSuchId = '00000000-1111-2222-3333-444444444444'

# A restart takes 0.4 s: long enough to be observed, short enough to wait for.
$Brisk = 450

# Everything is finished before the first status request.
$Instant = 1000000

# A wait that fails to end stops early instead of blocking the run for an hour.
$PSDefaultParameterValues = @{
    'Restart-DmsInstance:Timeout' = '00:00:30'
    'Remove-DmsInstance:Timeout'  = '00:00:30'
    'New-DmsInstance:Timeout'     = '00:00:30'
    'Wait-DmsInstance:Timeout'    = '00:00:30'
}

function New-Secure([string] $Text) {
    ConvertTo-SecureString $Text -AsPlainText -Force
}

function New-Login([string] $User, [string] $Password) {
    [pscredential]::new($User, (New-Secure $Password))
}

# A fresh emulator on loopback whose exchanges are recorded, to be checked against the contract later. -Unrecorded is for
# tests that break the contract on purpose.
function Start-TestEmulator {
    param([double] $Speed = $Brisk, [switch] $Empty, [switch] $Unrecorded, [hashtable] $More = @{})
    $Recordings.Count++
    $path = if (-not $Unrecorded) { Join-Path $ExchangeFolder ('{0}-{1:00}.jsonl' -f $Area, $Recordings.Count) }
    $record = if ($path) { @{ RecordPath = $path } } else { @{} }
    Start-DmsEmulator -Speed $Speed -Empty:$Empty @record @More | Add-Member RecordPath $path -PassThru
}

# A connection to an emulator over a real socket with a real signature.
function Connect-TestEmulator {
    param([Parameter(Mandatory)] $Emulator, [string] $Name = 'test', [hashtable] $More = @{})
    $credential = if ($More.ContainsKey('AccessKey') -or $More.ContainsKey('Token') -or $More.ContainsKey('Credential')) { @{} }
    else { @{ AccessKey = $Emulator.AccessKey; SecretKey = $Emulator.SecretKey } }
    $project = if ($More.ContainsKey('ProjectId')) { @{} } else { @{ ProjectId = $Emulator.ProjectId } }
    Connect-Dms -Endpoint $Emulator.Endpoint -Name $Name @credential @project @More
}

# Leaves the process in its original state.
function Stop-TestEmulator {
    Get-DmsContext | Disconnect-Dms
    Get-DmsEmulator | Stop-DmsEmulator
}

# The log of the emulator, oldest first.
function Get-Request {
    param([Parameter(Mandatory)] $Emulator)
    foreach ($request in $Emulator.Requests) { $request }
}

# The requests in the emulator's log that may have changed something.
function Get-Changing {
    param([Parameter(Mandatory)] $Emulator)
    Get-Request $Emulator | Where-Object Changing
}

# The exchanges: method, path, and the bodies of request and response as objects.
function Get-Exchange {
    param([Parameter(Mandatory)] $Emulator, [switch] $Changing)
    $file = [System.IO.FileStream]::new($Emulator.RecordPath, 'Open', 'Read', 'ReadWrite')
    $reader = [System.IO.StreamReader]::new($file)
    try { $text = $reader.ReadToEnd() } finally { $reader.Dispose() }
    $text -split "`n" | Where-Object { $_ } | ConvertFrom-Json | Where-Object { -not $Changing -or $_.method -notin 'GET', 'HEAD' }
}

# Runs a script block and sorts its output by stream. An error that ends the command is the last of Errors.
function Watch-Command {
    param([Parameter(Mandatory)] [scriptblock] $Script)
    $ErrorActionPreference = 'Continue'
    $seen = [pscustomobject]@{
        Output = [System.Collections.Generic.List[object]]::new()
        Errors = [System.Collections.Generic.List[object]]::new()
        Warnings = [System.Collections.Generic.List[object]]::new()
        Verbose = [System.Collections.Generic.List[object]]::new()
        Ended = $false
    }
    try {
        & $Script *>&1 | ForEach-Object {
            if ($_ -is [System.Management.Automation.ErrorRecord]) { $seen.Errors.Add($_) }
            elseif ($_ -is [System.Management.Automation.WarningRecord]) { $seen.Warnings.Add($_) }
            elseif ($_ -is [System.Management.Automation.VerboseRecord]) { $seen.Verbose.Add($_) }
            else { $seen.Output.Add($_) }
        }
    } catch {
        $seen.Errors.Add($_)
        $seen.Ended = $true
    }
    $seen
}

# One error record with all its details.
function Assert-Failure {
    param($Record, [string] $Id, [string] $From, [string] $Category, [object] $Target, [string[]] $Says = @())
    @($Record).Count | Should -Be 1 -Because "exactly one error is expected, but there are: $($Record -join ' | ')"
    $Record.FullyQualifiedErrorId | Should -BeExactly "$Id,HuaweiDms.PowerShell.$From" -Because "$Record"
    $Record.CategoryInfo.Category | Should -Be $Category -Because "$Record"
    if ($PSBoundParameters.ContainsKey('Target')) { "$($Record.TargetObject)" | Should -BeExactly "$Target" }
    foreach ($part in $Says) { "$Record" | Should -BeLike "*$part*" }
}

# Runs a script like a user at a prompt, without a screen: what the user saw (Lines), the prompts (Questions, answered 0
# yes, 1 yes to all, 2 no, 3 no to all), and the progress shown.
function Invoke-Session {
    param([Parameter(Mandatory)] [scriptblock] $Script, [int[]] $Answer = @(), [hashtable] $Variable = @{})
    $person = [HuaweiDms.Pester.RecordingHost]::new($Answer)
    $state = [initialsessionstate]::CreateDefault2()
    $state.ImportPSModule([string[]] $ModulePath)
    $given = $Variable + @{ PSDefaultParameterValues = [System.Management.Automation.DefaultParameterDictionary]::new($PSDefaultParameterValues) }
    foreach ($name in $given.Keys) { $state.Variables.Add([System.Management.Automation.Runspaces.SessionStateVariableEntry]::new($name, $given[$name], '')) }
    $runspace = [runspacefactory]::CreateRunspace($person, $state)
    $shell = [powershell]::Create()
    try {
        $runspace.Open()
        $shell.Runspace = $runspace
        $output = @()
        $failure = $null
        try { $output = @($shell.AddScript($Script.ToString()).Invoke()) } catch { $failure = $_.Exception.InnerException.ErrorRecord }
        [pscustomobject]@{
            Output = $output
            Errors = @($shell.Streams.Error) + @($failure | Where-Object { $_ })
            Lines = @($person.Lines)
            WhatIf = @($person.Lines | Where-Object { $_ -like 'What if:*' })
            Questions = @($person.Questions)
            Progress = @($shell.Streams.Progress) + @($person.Progress)
        }
    } finally {
        $shell.Dispose()
        $runspace.Dispose()
    }
}

# Runs a script in a separate PowerShell, with the module imported unless -NoImport is given. One that does not end is killed.
function Invoke-Child {
    param(
        [Parameter(Mandatory)] [string] $Script,
        [switch] $Interactive,
        [switch] $NoImport,
        [string] $Typed = '',
        [hashtable] $Environment = @{},
        [int] $PatienceSeconds = 60
    )
    $file = Join-Path ([System.IO.Path]::GetTempPath()) "$([guid]::NewGuid()).ps1"
    $prelude = if (-not $NoImport) { "Import-Module '$($ModulePath -replace "'", "''")'`n" }
    Set-Content $file "`$PSStyle.OutputRendering = 'PlainText'`n$prelude$Script"
    $start = [System.Diagnostics.ProcessStartInfo]::new([System.Environment]::ProcessPath)
    foreach ($argument in @('-NoProfile', '-NoLogo') + @(if (-not $Interactive) { '-NonInteractive' }) + @('-File', $file)) { $start.ArgumentList.Add($argument) }
    foreach ($name in $Environment.Keys) { if ($null -eq $Environment[$name]) { $null = $start.Environment.Remove($name) } else { $start.Environment[$name] = $Environment[$name] } }
    $start.RedirectStandardInput = $start.RedirectStandardOutput = $start.RedirectStandardError = $true
    $process = [System.Diagnostics.Process]::Start($start)
    try {
        $output = $process.StandardOutput.ReadToEndAsync()
        $errors = $process.StandardError.ReadToEndAsync()
        $process.StandardInput.Write($Typed)
        $process.StandardInput.Close()
        $ended = $process.WaitForExit($PatienceSeconds * 1000)
        if (-not $ended) { $process.Kill($true) }
        [pscustomobject]@{ Ended = $ended; ExitCode = $process.ExitCode; Output = $output.Result.Trim(); Errors = $errors.Result.Trim() }
    } finally {
        $process.Dispose()
        Remove-Item $file
    }
}

# What tab completion inserts after the text.
function Complete {
    param([Parameter(Mandatory)] [string] $Text)
    (TabExpansion2 -inputScript $Text -cursorColumn $Text.Length).CompletionMatches
}

# Objects as a terminal of that width shows them, without colors, and independent of the decimal and minus signs of this machine.
function Format-Screen {
    param([object[]] $InputObject, [int] $Width = 80, [switch] $List)
    $before = $PSStyle.OutputRendering, [cultureinfo]::CurrentCulture
    $PSStyle.OutputRendering = 'PlainText'
    [cultureinfo]::CurrentCulture = [cultureinfo]::InvariantCulture
    try { ($(if ($List) { $InputObject | Format-List } else { $InputObject }) | Out-String -Width $Width).TrimEnd() }
    finally { $PSStyle.OutputRendering, [cultureinfo]::CurrentCulture = $before }
}

# The output of a script block, and the requests that an emulator received meanwhile.
function Measure-Request {
    param([Parameter(Mandatory)] $Emulator, [Parameter(Mandatory)] [scriptblock] $Script)
    $before = $Emulator.Requests.Count
    $output = @(& $Script)
    [pscustomobject]@{ Output = $output; Count = $Emulator.Requests.Count - $before; Operation = @(Get-Request $Emulator | Select-Object -Skip $before).Operation }
}

# No request may follow a command that has ended. Requests that were in flight reach a busy emulator a moment later.
function Assert-Silence {
    param([Parameter(Mandatory)] $Emulator)
    $counts = @{ Before = -1; Now = @(Get-Request $Emulator).Count }
    Wait-Until {
        $counts.Before = $counts.Now
        Start-Sleep -Milliseconds 200
        $counts.Now = @(Get-Request $Emulator).Count
        $counts.Now -eq $counts.Before
    }
    Start-Sleep -Milliseconds 700
    @(Get-Request $Emulator) | Should -HaveCount $counts.Now
}

# Waits until a condition is true; fails if that takes too long.
function Wait-Until {
    param([Parameter(Mandatory)] [scriptblock] $Condition, [int] $PatienceSeconds = 20)
    $watch = [System.Diagnostics.Stopwatch]::StartNew()
    while (-not (& $Condition)) {
        if ($watch.Elapsed.TotalSeconds -gt $PatienceSeconds) { throw "The condition was not met within $PatienceSeconds s: $Condition" }
        Start-Sleep -Milliseconds 20
    }
}

# Removes everything that an earlier file left in this process.
Stop-TestEmulator
