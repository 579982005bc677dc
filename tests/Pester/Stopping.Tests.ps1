BeforeAll {
    . $PSScriptRoot/Common.ps1

    # Starts a script in a runspace, and presses Ctrl+C once a condition is true. A user may wait a second; a busy machine gets thirty,
    # because a script that does not stop would take a minute or more.
    function Stop-WhenReady([scriptblock] $Script, [scriptblock] $Ready, [hashtable] $Variable = @{}) {
        $state = [initialsessionstate]::CreateDefault2()
        $state.ImportPSModule([string[]] $ModulePath)
        $shell = [powershell]::Create($state)
        try {
            foreach ($name in $Variable.Keys) { $shell.Runspace.SessionStateProxy.SetVariable($name, $Variable[$name]) }
            $running = $shell.AddScript($Script.ToString()).BeginInvoke()
            Wait-Until $Ready
            if ($running.IsCompleted) { throw "It ended before it could be stopped: $($shell.Streams.Error)" }
            $stopping = $shell.BeginStop($null, $null)
            if (-not $stopping.AsyncWaitHandle.WaitOne(30000)) {
                # Disposing would also wait for it.
                $shell = $null
                throw 'It did not stop in 30 s.'
            }
            [pscustomobject]@{ State = $shell.InvocationStateInfo.State; Errors = @($shell.Streams.Error); Progress = @($shell.Streams.Progress) }
        } finally { if ($shell) { $shell.Dispose() } }
    }
}

Describe 'Ctrl+C' {
    BeforeEach {
        $service = Start-TestEmulator -Speed 1
        Connect-TestEmulator $service
        $ids = (Get-DmsInstance *test*).InstanceId
        $before = @(Get-Request $service).Count
    }
    AfterEach { Stop-TestEmulator }

    It 'ends <Label> immediately' -ForEach @(
        @{ Label = 'Restart-DmsInstance -Wait'; Script = { Restart-DmsInstance $ids -Force -Wait } }
        @{ Label = 'Remove-DmsInstance -Wait'; Script = { Remove-DmsInstance $ids -Force -Wait } }
        @{ Label = 'Wait-DmsInstance'; Script = { Wait-DmsInstance $ids -Status EXTENDING } }
        @{ Label = 'New-DmsInstance -Wait'; Script = { New-DmsInstance kafka-stopped @ordinary -Force -Wait } }
        @{ Label = 'Start-DmsDiagnosis -Wait'; Script = { 'orders', 'payments' | ForEach-Object { [pscustomobject]@{ ConsumerGroup = 'billing'; Topic = $_ } } | Start-DmsDiagnosis -InstanceId $ids -Wait } }
    ) {
        $stopped = Stop-WhenReady $Script { @(Get-Request $service).Count -gt $before + 3 } @{ ids = $ids; ordinary = $Ordinary }
        $stopped.State | Should -Be 'Stopped'
        $stopped.Errors | Should -HaveCount 0
        Assert-Silence $service
    }

    It 'ends a command immediately while a response stalls' {
        $fault = Add-DmsEmulatorFault $service -Method GET -Action Stall
        $stopped = Stop-WhenReady { Get-DmsInstance } { $fault.Hits -gt 0 }
        $stopped.State | Should -Be 'Stopped'
        Assert-Silence $service
    }

    It 'ends a command immediately while it waits for a response' {
        $fault = Add-DmsEmulatorFault $service -Action Latency -Latency 00:01:00
        $stopped = Stop-WhenReady { Get-DmsInstance } { $fault.Hits -gt 0 }
        $stopped.State | Should -Be 'Stopped'
        Assert-Silence $service
    }

    It 'ends a command immediately in the pause before a retry' {
        $null = Add-DmsEmulatorFault $service -Action Status -StatusCode 429 -RetryAfter 00:01:00
        $stopped = Stop-WhenReady { Get-DmsInstance } { @(Get-Request $service).Count -gt $before }
        $stopped.State | Should -Be 'Stopped'
        Assert-Silence $service
    }

    It 'ends Connect-Dms immediately' {
        $fault = Add-DmsEmulatorFault $service -Action Latency -Latency 00:01:00
        $stopped = Stop-WhenReady { Connect-Dms $e.Region -Endpoint $e.Endpoint -IamEndpoint $e.Endpoint -AccessKey $e.AccessKey -SecretKey $e.SecretKey -Name stopped } { $fault.Hits -gt 0 } @{ e = $service }
        $stopped.State | Should -Be 'Stopped'
        (Get-DmsContext).Name | Should -Not -Contain 'stopped'
    }

    It 'ends a batch without a response, and sends nothing afterwards' {
        $fault = Add-DmsEmulatorFault $service -Method POST -Action Latency -Latency 00:01:00
        $stopped = Stop-WhenReady { Restart-DmsInstance $ids -Force } { $fault.Hits -gt 0 } @{ ids = $ids }
        $stopped.State | Should -Be 'Stopped'
        Assert-Silence $service
        (Get-DmsInstance *test*).Status | Should -Be 'RUNNING', 'RUNNING', 'RUNNING'
    }

    It 'ends a prompt, and nothing that was confirmed before is sent' {
        $session = Invoke-Session { Get-DmsInstance *test* | Restart-DmsInstance } -Answer 0, -1
        $session.Questions | Should -HaveCount 2
        $session.Output | Should -HaveCount 0
        Get-Changing $service | Should -HaveCount 0
        Assert-Silence $service
    }

    It 'ends a prompt of a command that reads first: <Command>' -ForEach @{ Command = 'Resize-DmsInstance' }, @{ Command = 'Update-DmsInstance' } {
        $session = Invoke-Session ([scriptblock]::Create("Get-DmsInstance *test* | $Command $(if ($Command -like 'Resize*') { '-StorageSpaceGB 900' })")) -Answer -1
        $session.Questions | Should -HaveCount 1
        Get-Changing $service | Should -HaveCount 0
    }

    It 'leaves the connection usable' {
        $fault = Add-DmsEmulatorFault $service -Method GET -Action Stall -Limit 1
        $null = Stop-WhenReady { Get-DmsInstance } { $fault.Hits -gt 0 }
        Get-DmsInstance | Should -HaveCount 10
    }
}

Describe 'An expired -Timeout' {
    BeforeEach { $service = Start-TestEmulator -Speed 1 -Unrecorded }
    AfterEach { Stop-TestEmulator }

    It 'ends a command that <Does>, at any point: <Where>' -ForEach @(
        foreach ($does in @{ Does = 'reads'; Call = { Get-DmsInstance }; ErrorId = 'TimedOut'; From = 'GetDmsInstance' }, @{ Does = 'changes'; Call = { Restart-DmsInstance $id -Force }; ErrorId = 'OutcomeUnknown'; From = 'RestartDmsInstance' }) {
            $does + @{ Where = 'before the head'; Fault = @{ Action = 'Latency'; Latency = '01:00:00' } }
            $does + @{ Where = 'in the body'; Fault = @{ Action = 'Stall' } }
            # Refused repeatedly: no request is open, and the refusal is the reason.
            $does + @{ Where = 'between attempts'; Fault = @{ Action = 'Status'; StatusCode = 503; ErrorCode = 'DMS.00503000' }; Pauses = $true }
        }
    ) {
        Connect-TestEmulator $service -More @{ Timeout = '00:00:01'; RetryCount = 20 }
        $id = (Get-DmsInstance kafka-dev).InstanceId
        $null = Add-DmsEmulatorFault $service @Fault
        $before = @(Get-Request $service).Count
        $seen = Watch-Command $Call
        $seen.Errors | Should -HaveCount 1
        "$($seen.Errors)" | Should -BeLike $(if ($Pauses) { '*HTTP 503*' } else { '*1 s*' })
        $seen.Errors[0].FullyQualifiedErrorId | Should -Be "$(if ($Pauses) { 'DMS.00503000' } else { "HuaweiDms.$ErrorId" }),HuaweiDms.PowerShell.$From"
        Assert-Silence $service
        # The first pauses between attempts take a second together; twenty repetitions would take minutes.
        @(Get-Request $service).Count - $before | Should -BeLessThan 10
    }
}

Describe 'A consumer that needs no more' {
    BeforeAll {
        $service = Start-TestEmulator -Empty -Speed $Instant
        Connect-TestEmulator $service
        $null = 1..130 | ForEach-Object { [pscustomobject]@{ Name = "bulk-$_" } } | New-DmsInstance @Ordinary -Force
    }
    AfterAll { Stop-TestEmulator }

    It 'costs one request with Select-Object -First 1' {
        $before = @(Get-Request $service).Count
        Get-DmsInstance | Select-Object -First 1 | Should -HaveCount 1
        Assert-Silence $service
        @(Get-Request $service) | Should -HaveCount ($before + 1)
    }

    It 'ends reading ahead with Ctrl+C' {
        $fault = Add-DmsEmulatorFault $service -Method GET -Action Stall -Every 2
        $stopped = Stop-WhenReady { Get-DmsInstance } { $fault.Hits -gt 0 }
        $service.Faults.Clear()
        $stopped.State | Should -Be 'Stopped'
        Assert-Silence $service
    }

    It 'costs one request with a loop that ends early' {
        $before = @(Get-Request $service).Count
        foreach ($once in 1) { Get-DmsInstance | ForEach-Object { break } }
        Assert-Silence $service
        @(Get-Request $service) | Should -HaveCount ($before + 1)
    }

    It 'costs one request if a later command fails' {
        $before = @(Get-Request $service).Count
        { Get-DmsInstance | ForEach-Object { throw 'enough' } } | Should -Throw enough
        Assert-Silence $service
        @(Get-Request $service) | Should -HaveCount ($before + 1)
    }

    It 'ends the command at the first error with -ErrorAction Stop' {
        $seen = Watch-Command { $NoSuchId, 'not-an-id' | Get-DmsInstance -ErrorAction Stop }
        @($seen.Errors) | Should -HaveCount 1
        $seen.Ended | Should -BeTrue
    }
}

Describe 'Progress' {
    BeforeAll {
        # Each way of ending is tried while progress is shown.
        function Assert-TakenAway($Progress) {
            @($Progress).Count | Should -BeGreaterThan 1
            $Progress[-1].RecordType | Should -Be 'Completed'
            @($Progress.ActivityId | Select-Object -Unique) | Should -HaveCount 1
        }
    }
    BeforeEach {
        $service = Start-TestEmulator
        Connect-TestEmulator $service
    }
    AfterEach { Stop-TestEmulator }

    It 'is removed when <Command> <Ends>' -ForEach @(
        foreach ($command in 'Get-DmsInstance | Get-DmsCluster -Detailed', 'Get-DmsInstance *test* | Restart-DmsInstance -Force -Wait') {
            @{ Command = $command; Ends = 'is ended by Select-Object -First'; Script = "$command | Select-Object -First 1" }
            @{ Command = $command; Ends = 'stands in a loop that is left'; Script = "foreach (`$once in 1) { $command | ForEach-Object { break } }" }
            @{ Command = $command; Ends = 'is ended by a command further down'; Script = "try { $command | ForEach-Object { throw 'enough' } } catch { }" }
        }
        @{ Command = 'a wait'; Ends = 'takes too long'; Script = 'Get-DmsInstance kafka-dev | Restart-DmsInstance -Force -Wait -Timeout 00:00:00.1' }
        @{ Command = 'a wait'; Ends = 'takes too long, which ends the script'; Script = 'Get-DmsInstance kafka-dev | Restart-DmsInstance -Force -Wait -Timeout 00:00:00.1 -ErrorAction Stop' }
    ) {
        Assert-TakenAway (Invoke-Session ([scriptblock]::Create($Script))).Progress
    }

    It 'is removed when permissions cannot be read: <_>' -ForEach 'Compare-DmsConfiguration', 'Import-DmsConfiguration' {
        $null = Add-DmsEmulatorFault $service -Action Status -StatusCode 403 -Path '*/topics/clicks/accesspolicy'
        $session = Invoke-Session ([scriptblock]::Create("$_ (Get-DmsInstance kafka-prod) (Get-DmsInstance kafka-staging)"))
        $session.Errors | Should -HaveCount 1
        Assert-TakenAway $session.Progress
    }

    It 'does not matter at Ctrl+C, after which PowerShell shows nothing' {
        $id = (Get-DmsInstance kafka-dev).InstanceId
        $before = @(Get-Request $service).Count
        $stopped = Stop-WhenReady { Wait-DmsInstance $id -Status EXTENDING } { @(Get-Request $service).Count -gt $before + 2 } @{ id = $id }
        $stopped.State | Should -Be 'Stopped'
        $stopped.Errors | Should -HaveCount 0
        @($stopped.Progress).Count | Should -BeGreaterThan 0
    }
}
