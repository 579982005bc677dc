BeforeDiscovery {
    $module = if ($env:HUAWEIDMS_MODULE) { $env:HUAWEIDMS_MODULE } else { "$PSScriptRoot/../../HuaweiDms.psd1" }
    Import-Module $module
    . $PSScriptRoot/Calls.ps1
    # Every command that calls the service, in each of its parameter sets, including future ones.
    $talkers = foreach ($command in Get-Command -Module HuaweiDms | Where-Object Name -NotIn $SendNothing) {
        foreach ($set in $command.ParameterSets.Name) { @{ Command = $command.Name; Set = $set } }
    }
}

BeforeAll {
    . $PSScriptRoot/Common.ps1
    . $PSScriptRoot/Calls.ps1
    $secret = 'Any-Pass-1'

    # A call that sends nothing would test nothing.
    function Assert-Reached([bool] $HasSent, $Errors) {
        $HasSent | Should -BeTrue -Because "this call must reach the service; tests/Pester/Calls.ps1 defines what a call needs: $($Errors -join ' | ')"
    }
}

Describe 'The commands that send nothing' {
    It 'exist, and use no connection: only those of connections have -Context' {
        $listed = $SendNothing | Get-Command -Module HuaweiDms -ErrorAction Stop
        $listed | Should -HaveCount $SendNothing.Count
        $listed.Where{ $_.Parameters.ContainsKey('Context') }.Name | Should -Be 'Disconnect-Dms', 'Select-DmsContext'
    }
}

Describe 'If a request fails, a clear error is reported by' {
    BeforeAll {
        $service = Start-TestEmulator -Speed $Instant -Unrecorded
        Connect-TestEmulator $service -More @{ RetryCount = 0; Timeout = '00:00:20' }
        $instance = Get-DmsInstance kafka-prod
        $Faults = [ordered]@{
            'reset before it was read'  = @{ Action = 'Reset' }
            'lost after it took effect' = @{ Action = 'Reset'; AfterProcessing = $true }
            'truncated body'            = @{ Action = 'Truncate' }
            'a page from a gateway'     = @{ Action = 'Status'; StatusCode = 502; Body = '<html><body>Bad Gateway</body></html>'; ContentType = 'text/html' }
            'a sign-in page'            = @{ Action = 'Status'; StatusCode = 200; Body = '<html><body>Sign in</body></html>'; ContentType = 'text/html' }
            'throttled'                 = @{ Action = 'Status'; StatusCode = 429 }
            'failed in the service'     = @{ Action = 'Status'; StatusCode = 500 }
            'empty body'                = @{ Action = 'Status'; StatusCode = 200; Body = '' }
        }
    }
    AfterAll { Stop-TestEmulator }

    It '<Command> (<Set>)' -ForEach $talkers {
        $given = New-Call $Command -Set $Set
        $before = @(Get-Request $service).Count
        foreach ($name in $Faults.Keys) {
            $fault = $Faults[$name]
            $null = Add-DmsEmulatorFault $service @fault
            $seen = Watch-Command { & $Command @given }
            $service.Faults.Clear()
            foreach ($record in $seen.Errors) {
                $record | Should -BeOfType System.Management.Automation.ErrorRecord
                $record.FullyQualifiedErrorId | Should -Match '^(HuaweiDms\.(?!Unexpected)\w+|[A-Z]+\.\d+),HuaweiDms\.PowerShell\.' -Because "error with ${name}: $record"
                "$record" | Should -Not -Match 'Exception|   at |System\.' -Because $name
                $record.CategoryInfo.Category | Should -Not -Be 'NotSpecified' -Because $name
            }
            # A failure in every request is an error; only a response that needs no body is unaffected by an empty one.
            if ($name -notin 'truncated body', 'empty body') { $seen.Errors.Count | Should -BeGreaterThan 0 -Because "no error was reported for: $name" }
        }
        Assert-Reached (@(Get-Request $service).Count -gt $before) $seen.Errors
    }
}

Describe 'With several connections, the failed one is named by' {
    BeforeAll {
        $service = Start-TestEmulator -Speed $Instant -Unrecorded
        foreach ($name in 'test', 'other') { Connect-TestEmulator $service -Name $name -More @{ RetryCount = 0; Timeout = '00:00:20' } }
        $instance = Get-DmsInstance kafka-prod
        $Asked = @{ Count = 0; Of = 0 }
    }
    AfterAll { Stop-TestEmulator }

    It '<Command> (<Set>)' -ForEach $talkers {
        $given = New-Call $Command -Set $Set
        $before = @(Get-Request $service).Count
        $null = Add-DmsEmulatorFault $service -Action Status -StatusCode 403
        $seen = Watch-Command { & $Command @given -Context test, other }
        $service.Faults.Clear()
        Assert-Reached (@(Get-Request $service).Count -gt $before) $seen.Errors
        foreach ($name in 'test', 'other') { @($seen.Errors -like "*'$name'*").Count | Should -BeGreaterThan 0 -Because "no error names '$name': $($seen.Errors -join ' | ')" }
        foreach ($record in $seen.Errors) { "$record" | Should -Match " '(test|other)'" }
    }

    It '<Command> (<Set>), also in its prompts' -ForEach $talkers.Where{ (Get-Command $_.Command).Parameters.ContainsKey('WhatIf') } {
        $given = New-Call $Command -Set $Set
        foreach ($existing in @{ ConsumerGroup = 'fulfilment'; UserName = 'billing' }.GetEnumerator()) {
            if ($given.ContainsKey($existing.Key)) { $given[$existing.Key] = $existing.Value }
        }
        $seen = Invoke-Session { & $command @given -Context test, other -WhatIf } -Variable @{ command = $Command; given = $given }
        # Some commands have nothing to confirm: the given item does not exist, or already exists.
        $Asked.Of++
        if ($seen.WhatIf) { $Asked.Count++ }
        foreach ($line in $seen.WhatIf) { $line | Should -Match " in '(test|other)'" }
    }

    It 'most commands above in a prompt, because their calls change something' {
        $Asked.Count | Should -BeGreaterThan ($Asked.Of * 0.55)
    }
}

Describe 'Ctrl+C ends' {
    BeforeAll {
        $service = Start-TestEmulator -Speed 1 -Unrecorded
        Connect-TestEmulator $service
        $instance = Get-DmsInstance kafka-prod
        $state = [initialsessionstate]::CreateDefault2()
        $state.ImportPSModule([string[]] $ModulePath)
        $space = [runspacefactory]::CreateRunspace($state)
        $space.Open()
    }
    AfterAll {
        $space.Dispose()
        Stop-TestEmulator
    }

    # No response arrives for an hour. A user may wait a second; a busy machine gets thirty.
    It '<Command> (<Set>)' -ForEach $talkers {
        $given = New-Call $Command -Set $Set
        $fault = Add-DmsEmulatorFault $service -Action Latency -Latency 01:00:00
        $shell = [powershell]::Create($space)
        $running = $shell.AddCommand($Command).AddParameters($given).BeginInvoke()
        Wait-Until { $fault.Hits -gt 0 -or $running.IsCompleted }
        if ($fault.Hits -eq 0) {
            $service.Faults.Clear()
            Assert-Reached $false $shell.Streams.Error.ReadAll()
        }
        $stopping = $shell.BeginStop($null, $null)
        $ended = $stopping.AsyncWaitHandle.WaitOne(30000)
        $ended | Should -BeTrue -Because 'it did not stop in 30 s'
        $shell.InvocationStateInfo.State | Should -Be 'Stopped'
        $shell.Streams.Error | Should -HaveCount 0
        $shell.Dispose()
        $service.Faults.Clear()
    }

    It 'without a request afterwards' {
        Assert-Silence $service
    }
}
