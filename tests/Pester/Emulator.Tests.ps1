BeforeAll {
    . $PSScriptRoot/Common.ps1
}

Describe 'Start-DmsEmulator' {
    AfterEach { Stop-TestEmulator }

    It 'emits what is needed to connect over a real socket' {
        $e = Start-TestEmulator
        $e.Endpoint | Should -BeOfType uri
        $e.Endpoint.Host | Should -Be '127.0.0.1'
        $e.AccessKey, $e.SecretKey, $e.ProjectId | Should -Not -BeNullOrEmpty
        Connect-Dms -Endpoint $e.Endpoint -AccessKey $e.AccessKey -SecretKey $e.SecretKey -ProjectId $e.ProjectId
        Get-DmsInstance | Should -HaveCount 10
    }

    It 'answers a health check' {
        $e = Start-TestEmulator
        (Invoke-RestMethod "$($e.Endpoint)_emulator/health").project_id | Should -Be $e.ProjectId
        (Invoke-RestMethod "$($e.Endpoint)/_emulator/health").project_id | Should -Be $e.ProjectId
    }

    It 'accepts other keys' {
        $e = Start-TestEmulator -More @{ AccessKey = 'MYOWNACCESSKEY000001'; SecretKey = 'my-own-secret' }
        Connect-Dms -Endpoint $e.Endpoint -AccessKey MYOWNACCESSKEY000001 -SecretKey my-own-secret -ProjectId $e.ProjectId
        Get-DmsInstance -First 1 | Should -HaveCount 1
    }

    It 'starts empty with -Empty' {
        $e = Start-TestEmulator -Empty
        Connect-TestEmulator $e
        Get-DmsInstance -IncludeFailed | Should -BeNullOrEmpty
        $e.DcsInstances | Should -BeNullOrEmpty
    }

    It 'listens on -Port, and reports an error if the port is in use' {
        $e = Start-TestEmulator
        $port = $e.Endpoint.Port
        $seen = Watch-Command { Start-DmsEmulator -Port $port }
        Assert-Failure $seen.Errors -Id HuaweiDms.EmulatorPortInUse -From StartDmsEmulator -Category ResourceUnavailable -Target $port -Says "$port", '-Port'
        Get-DmsEmulator | Should -HaveCount 1
        Stop-DmsEmulator $e
        (Start-DmsEmulator $port).Endpoint.Port | Should -Be $port
    }

    It 'keeps its state in a file with -Path' {
        $file = Join-Path $TestDrive 'state.json'
        $e = Start-TestEmulator -More @{ Path = $file }
        Connect-TestEmulator $e
        Get-DmsInstance kafka-dev | Set-DmsInstance -Description 'to be remembered'
        Stop-TestEmulator
        $e = Start-TestEmulator -More @{ Path = $file }
        Connect-TestEmulator $e
        (Get-DmsInstance kafka-dev | Get-DmsInstance).Description | Should -Be 'to be remembered'
        Get-Content $file -Raw | Should -Not -BeLike "*$($e.SecretKey)*"
    }

    It 'does not use the file of another emulator, in this process or another' {
        $file = Join-Path $TestDrive 'one.json'
        $e = Start-TestEmulator -More @{ Path = $file }
        Assert-Failure (Watch-Command { Start-DmsEmulator -Path $file }).Errors -Id HuaweiDms.EmulatorFileUnusable -From StartDmsEmulator -Category OpenError -Target $file -Says "'$file'", 'another emulator', 'Stop-DmsEmulator'
        Get-DmsEmulator | Should -HaveCount 1
        (Invoke-Child "try { Start-DmsEmulator -Path '$file' } catch { `$_.FullyQualifiedErrorId }").Output | Should -BeLike 'HuaweiDms.EmulatorFileUnusable*'
        Stop-DmsEmulator $e
        Start-DmsEmulator -Path $file | Should -HaveCount 1
        Get-ChildItem "$TestDrive/one.json*" | Should -HaveCount 2
        Get-DmsEmulator | Stop-DmsEmulator
        Get-ChildItem "$TestDrive/one.json*" | Should -HaveCount 1
    }

    It 'accepts a PowerShell path' {
        $null = New-PSDrive -Name state -PSProvider FileSystem -Root $TestDrive -Scope Global
        try {
            $null = Start-DmsEmulator -Path state:/mine.json -RecordPath state:/mine.jsonl
            Connect-Dms -Emulator
            $null = Get-DmsInstance
            Stop-TestEmulator
            Test-Path "$TestDrive/mine.json" | Should -BeTrue
            Get-Content "$TestDrive/mine.jsonl" | Should -HaveCount 1
        } finally { Remove-PSDrive state -Scope Global }
    }

    It 'refuses -<Parameter> <Value>' -ForEach @(
        @{ Parameter = 'Port'; Value = 65536 }
        @{ Parameter = 'Port'; Value = -1 }
        @{ Parameter = 'Speed'; Value = 0 }
        @{ Parameter = 'AccessKey'; Value = '' }
        @{ Parameter = 'Path'; Value = '' }
    ) {
        $more = @{ $Parameter = $Value }
        $seen = Watch-Command { Start-DmsEmulator @more }
        $seen.Errors[0].FullyQualifiedErrorId | Should -Be 'ParameterArgumentValidationError,HuaweiDms.PowerShell.StartDmsEmulator'
        Get-DmsEmulator | Should -BeNullOrEmpty
    }

    It 'reports what is wrong with a file that contains no state' {
        Set-Content (Join-Path $TestDrive 'broken.json') 'no state at all'
        $seen = Watch-Command { Start-DmsEmulator -Path (Join-Path $TestDrive 'broken.json') }
        @($seen.Errors) | Should -HaveCount 1
        "$($seen.Errors[0])" | Should -BeLike "The emulator cannot use the file '*broken.json': it is not a state file of the emulator (see line 1)."
        Get-DmsEmulator | Should -BeNullOrEmpty
    }

    It 'reports that a folder is not a file, and leaves no file in it' {
        $folder = (New-Item "$TestDrive/folder" -ItemType Directory).FullName
        $seen = Watch-Command { Start-DmsEmulator -Path $folder }
        Assert-Failure $seen.Errors -Id HuaweiDms.EmulatorFileUnusable -From StartDmsEmulator -Category OpenError -Target $folder -Says 'it is a folder'
        "$folder.new" | Should -Not -Exist
    }

    It 'names the file that cannot be used: -<Parameter>' -ForEach @{ Parameter = 'Path' }, @{ Parameter = 'RecordPath' } {
        $files = @{ Path = "$TestDrive/state.json"; RecordPath = "$TestDrive/record.jsonl" }
        $files[$Parameter] = "$TestDrive/none/file"
        $seen = Watch-Command { Start-DmsEmulator @files }
        Assert-Failure $seen.Errors -Id HuaweiDms.EmulatorFileUnusable -From StartDmsEmulator -Category OpenError -Target "$TestDrive/none/file" -Says "the folder '$TestDrive/none' does not exist"
        Get-DmsEmulator | Should -BeNullOrEmpty
    }

    It 'runs as fast as -Speed says' {
        $e = Start-TestEmulator -Speed 1
        Connect-TestEmulator $e
        $null = Get-DmsInstance kafka-dev | Restart-DmsInstance -Force
        (Get-DmsInstance kafka-dev).Status | Should -Be 'RESTARTING'
    }
}

Describe 'Get-DmsEmulator' {
    AfterEach { Stop-TestEmulator }

    It 'lists the emulators of this process, and their requests' {
        Get-DmsEmulator | Should -BeNullOrEmpty
        $one, $two = (Start-TestEmulator), (Start-TestEmulator)
        Get-DmsEmulator | Should -HaveCount 2
        Connect-TestEmulator $one
        $null = Get-DmsInstance
        $request = (Get-DmsEmulator)[0].Requests | Select-Object -First 1
        $request.Operation | Should -Be 'ListInstances'
        $request.Method | Should -Be 'GET'
        $request.StatusCode | Should -Be 200
        $request.Changing | Should -BeFalse
        $two.Requests | Should -HaveCount 0
    }

    It 'lists requests and Redis instances that can be indexed' {
        $e = Start-TestEmulator
        Connect-TestEmulator $e
        $null = Get-DmsInstance
        $null = Get-DmsInstance kafka-dev
        $e.Requests[-1].Path | Should -BeLike '*name=kafka-dev*'
        @($e.Requests[0]) | Should -HaveCount 1
        @($e.DcsInstances[0]) | Should -HaveCount 1
    }
}

Describe 'Stop-DmsEmulator and Reset-DmsEmulator' {
    AfterEach { Stop-TestEmulator }

    It 'stop one emulator, and later requests get an error that says so' {
        $e = Start-TestEmulator
        Connect-TestEmulator $e -More @{ RetryCount = 0 }
        $e | Stop-DmsEmulator | Should -BeNullOrEmpty
        Get-DmsEmulator | Should -BeNullOrEmpty
        (Watch-Command { Get-DmsInstance }).Errors[0].FullyQualifiedErrorId | Should -Be 'HuaweiDms.ConnectionFailed,HuaweiDms.PowerShell.GetDmsInstance'
    }

    It 'stop one in this process, and later requests immediately get an error that explains how to start another' {
        Connect-Dms -Emulator
        Stop-DmsEmulator
        $before = @(Get-DmsContext).Count
        $seen = Watch-Command { Get-DmsInstance -Verbose }
        Assert-Failure $seen.Errors -Id HuaweiDms.EmulatorStopped -From GetDmsInstance -Category ConnectionError -Says 'has been stopped', 'Connect-Dms -Emulator'
        "$($seen.Errors) $($seen.Verbose)" | Should -Not -BeLike '*network*'
        $seen = Watch-Command { Wait-DmsInstance 7a258b24-3eaf-44fd-a968-3435cb527d4f -Timeout 01:00:00 }
        $seen.Errors[0].FullyQualifiedErrorId | Should -Be 'HuaweiDms.EmulatorStopped,HuaweiDms.PowerShell.WaitDmsInstance' -Because 'waiting does not help'
        Connect-Dms -Emulator
        Get-DmsInstance kafka-dev | Should -HaveCount 1
        Get-DmsContext | Should -HaveCount $before
    }

    It 'stop all' {
        $null = (Start-TestEmulator), (Start-TestEmulator)
        Stop-DmsEmulator
        Get-DmsEmulator | Should -BeNullOrEmpty
    }

    It 'show with -WhatIf what would be stopped, and stop nothing' {
        $e = Start-TestEmulator
        (Invoke-Session { Stop-DmsEmulator -WhatIf }).WhatIf | Should -BeLike "*Stop emulator*$($e.Endpoint)*"
        Get-DmsEmulator | Should -HaveCount 1
    }

    It 'show with -WhatIf what would be reset, and reset nothing' {
        $e = Start-TestEmulator
        Connect-TestEmulator $e
        $null = Get-DmsInstance
        (Invoke-Session { Reset-DmsEmulator -WhatIf }).WhatIf | Should -BeLike '*Reset emulator*'
        Get-Request $e | Should -HaveCount 1
    }

    It 'remove only the faults with -FaultsOnly, from all emulators' {
        $two = (Start-TestEmulator), (Start-TestEmulator)
        foreach ($e in $two) { $null = Add-DmsEmulatorFault $e -Action Status }
        Connect-TestEmulator $two[0]
        Get-DmsProject -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        (Invoke-Session { Reset-DmsEmulator -FaultsOnly -WhatIf }).WhatIf[0] | Should -BeLike '*Remove faults*'
        Reset-DmsEmulator -FaultsOnly
        foreach ($e in $two) { $e.Faults.Count | Should -Be 0 }
        $two[0].Requests.Count | Should -BeGreaterThan 0
    }

    It 'reset state, log and faults' {
        $e = Start-TestEmulator
        Connect-TestEmulator $e
        $null = Get-DmsInstance kafka-dev | Remove-DmsInstance -Force
        $null = Add-DmsEmulatorFault -Action Status
        Reset-DmsEmulator | Should -BeNullOrEmpty
        $e.Requests | Should -HaveCount 0
        $e.Faults.Count | Should -Be 0
        Get-DmsInstance | Should -HaveCount 10
    }

    It 'report that none is running: <From>' -ForEach @(
        @{ From = 'StopDmsEmulator'; Script = { Stop-DmsEmulator } }
        @{ From = 'ResetDmsEmulator'; Script = { Reset-DmsEmulator } }
        @{ From = 'AddDmsEmulatorFault'; Script = { Add-DmsEmulatorFault -Action Reset } }
    ) {
        $seen = Watch-Command $Script
        Assert-Failure $seen.Errors -Id HuaweiDms.EmulatorNotRunning -From $From -Category ObjectNotFound -Says 'Start-DmsEmulator', 'Connect-Dms -Emulator'
    }
}

Describe 'Add-DmsEmulatorFault' {
    BeforeAll {
        $service = Start-TestEmulator
    }
    BeforeEach {
        Reset-DmsEmulator $service
        Connect-TestEmulator $service -More @{ RetryCount = 0 }
    }
    AfterAll { Stop-TestEmulator }

    It 'emits the fault, which counts its uses' {
        $fault = Add-DmsEmulatorFault $service -Method GET -Action Status -StatusCode 503 -Limit 2
        $fault | Should -BeOfType HuaweiDms.Emulator.Fault
        $null = Watch-Command { Get-DmsInstance; Get-DmsInstance; Get-DmsInstance }
        $fault.Hits | Should -Be 2
        (Get-Request $service).StatusCode | Should -Be 503, 503, 200
        (Get-Request $service)[0].Fault | Should -Be 'Status'
    }

    It 'applies only to -Method and -Path' {
        $null = Add-DmsEmulatorFault $service -Method POST -Path '*/instances/action' -Action Status -StatusCode 500
        Get-DmsInstance | Should -HaveCount 10
        (Watch-Command { Get-DmsInstance kafka-dev | Restart-DmsInstance -Force }).Errors | Should -HaveCount 1
    }

    It 'applies to every n-th request and among the first n' {
        $null = Add-DmsEmulatorFault $service -Action Status -StatusCode 500 -Every 2 -First 4
        $null = Watch-Command { 1..6 | ForEach-Object { Get-DmsInstance } }
        (Get-Request $service).StatusCode | Should -Be 200, 500, 200, 500, 200, 200
    }

    It 'responds with the given code and message' {
        $null = Add-DmsEmulatorFault $service -Action Status -StatusCode 400 -ErrorCode DMS.00400026 -ErrorMessage 'Not now.'
        $seen = Watch-Command { Get-DmsInstance }
        Assert-Failure $seen.Errors -Id DMS.00400026 -From GetDmsInstance -Category ResourceBusy -Says 'Not now', 'HTTP 400'
    }

    It 'delays the response with Latency' {
        $null = Add-DmsEmulatorFault $service -Action Latency -Latency 00:00:00.2
        Get-DmsInstance | Should -HaveCount 10
        (Get-Request $service).DurationMs | Should -BeGreaterOrEqual 150
    }

    It 'applies to all emulators if none is named' {
        $other = Start-TestEmulator
        $null = Add-DmsEmulatorFault -Action Reset
        $service.Faults.Count, $other.Faults.Count | Should -Be 1, 1
        Stop-DmsEmulator $other
    }

    It 'refuses -<Parameter> <Value>' -ForEach @(
        @{ Parameter = 'Action'; Value = 'Explode' }
        @{ Parameter = 'StatusCode'; Value = 99 }
        @{ Parameter = 'Method'; Value = 'BREW' }
        @{ Parameter = 'Every'; Value = 0 }
        @{ Parameter = 'Limit'; Value = 0 }
        @{ Parameter = 'Latency'; Value = '-00:00:01' }
    ) {
        $more = @{ Action = 'Reset' }
        $more[$Parameter] = $Value
        $seen = Watch-Command { Add-DmsEmulatorFault $service @more }
        $seen.Errors[0].FullyQualifiedErrorId | Should -Be 'ParameterArgumentValidationError,HuaweiDms.PowerShell.AddDmsEmulatorFault'
        $service.Faults.Count | Should -Be 0
    }

    It 'refuses an option that the action ignores, and a delay without a time: <Action> <Parameter>' -ForEach @(
        @{ Action = 'Latency'; Parameter = 'Latency'; More = @{} }
        @{ Action = 'Latency'; Parameter = 'Body'; More = @{ Latency = '00:00:01'; Body = 'x' } }
        @{ Action = 'Reset'; Parameter = 'StatusCode'; More = @{ StatusCode = 500 } }
        @{ Action = 'Stall'; Parameter = 'RetryAfter'; More = @{ RetryAfter = '00:00:01' } }
    ) {
        $seen = Watch-Command { Add-DmsEmulatorFault $service -Action $Action @More }
        Assert-Failure $seen.Errors -Id HuaweiDms.InvalidArgument -From AddDmsEmulatorFault -Category InvalidArgument -Says "-$Parameter ", "-Action $Action"
        $service.Faults.Count | Should -Be 0
        (Add-DmsEmulatorFault $service -Action Reset -Latency 00:00:01).Latency.TotalSeconds | Should -Be 1
    }
}

Describe 'HUAWEIDMS_EMULATOR_TIME' {
    AfterEach {
        $env:HUAWEIDMS_EMULATOR_TIME = $null
        Stop-TestEmulator
    }

    It 'makes every run in this process identical' {
        $env:HUAWEIDMS_EMULATOR_TIME = '2026-01-12T09:00:00Z'
        $seen = 1..2 | ForEach-Object {
            Connect-Dms -Emulator
            $dev = Get-DmsInstance kafka-dev
            $null = $dev | Set-DmsInstance -RetentionPolicy time_base
            $dev | Get-DmsTask | Wait-DmsTask | Select-Object TaskId, Name, CreatedAt, UpdatedAt | ConvertTo-Json
            $dev | Get-DmsMessage orders -First 3 | Select-Object Timestamp, Offset, Value | ConvertTo-Json
            (Get-DmsContext).ConnectedAt.UtcDateTime.ToString('s')
            Stop-TestEmulator
        }
        $seen | Should -HaveCount 6
        $seen[0..2] | Should -Be $seen[3..5]
        $seen[0] | Should -Match '2026-01-12T09:00:0'
        $seen[2] | Should -Be '2026-01-12T09:00:00'
    }

    It 'determines the speed of consumers' {
        $env:HUAWEIDMS_EMULATOR_TIME = '2026-01-12T09:00:00Z'
        $seen = 1..2 | ForEach-Object {
            Connect-Dms -Emulator
            $prod = Get-DmsInstance kafka-prod
            $null = $prod | Start-DmsEmulatorConsumer fulfilment -Topic orders
            ($prod | Get-DmsConsumerLag fulfilment -Summary -Sample 00:00:00.2).ConsumedPerSecond
            Stop-TestEmulator
        }
        # All 54 messages in the time between two readings, which is that of the wait and of a request or two.
        $seen[0] | Should -BeGreaterThan 200
        $seen[0] | Should -BeLessThan 270
        $seen[1] | Should -Be $seen[0]
    }

    It 'does not affect a clock over HTTP, which stays that of the computer' {
        $env:HUAWEIDMS_EMULATOR_TIME = '2026-01-12T09:00:00Z'
        $e = Start-TestEmulator
        Connect-TestEmulator $e
        Get-DmsInstance kafka-dev | Should -HaveCount 1
        $e.Clock.UtcNow | Should -BeGreaterThan ([datetimeoffset]::UtcNow.AddMinutes(-1))
    }

    It 'is refused if it is not a time' {
        $env:HUAWEIDMS_EMULATOR_TIME = 'noon'
        $seen = Watch-Command { Connect-Dms -Emulator }
        Assert-Failure $seen.Errors -Id HuaweiDms.InvalidArgument -From ConnectDms -Category InvalidArgument -Says 'HUAWEIDMS_EMULATOR_TIME', 'noon', '2026-01-12T09:00:00Z'
    }
}
