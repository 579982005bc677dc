BeforeAll {
    . $PSScriptRoot/Common.ps1
}

Describe 'Background tasks' {
    BeforeAll {
        $service = Start-TestEmulator
        Connect-TestEmulator $service
        $prod = Get-DmsInstance kafka-prod
        $dev = Get-DmsInstance kafka-dev
    }
    AfterAll { Stop-TestEmulator }

    It 'are listed the newest first, with readable parameters' {
        $tasks = $prod | Get-DmsTask
        $tasks.Name | Should -Be 'changeRetentionPolicy', 'bindInstancePublicIp', 'bindInstancePublicIp', 'modifyAutoTopic'
        $tasks[0].Parameters.new_retention_policy | Should -Be produce_reject
        $tasks[0].CreatedAt | Should -BeOfType DateTimeOffset
        $tasks.InstanceId | Should -Be (@($prod.InstanceId) * 4)
        $tasks.Context | Should -Be (@('test') * 4)
    }

    It 'are filtered by type <Name> and state <Status>' -ForEach @(
        @{ Name = 'BIND*'; Status = $null; Count = 2 }
        @{ Name = 'bindInstancePublicIp'; Status = $null; Count = 2 }
        @{ Name = '*'; Status = 'failed'; Count = 1 }
        @{ Name = 'nothing*'; Status = $null; Count = 0 }
        @{ Name = 'change*', 'modifyAutoTopic'; Status = 'SUCCESS'; Count = 2 }
    ) {
        $more = if ($Status) { @{ Status = $Status } } else { @{} }
        $seen = Watch-Command { $prod | Get-DmsTask $Name @more }
        $seen.Output | Should -HaveCount $Count
        $seen.Errors | Should -HaveCount 0
    }

    It 'of an exact type that does not exist are an error, which names the instance, and the others are emitted' {
        $seen = Watch-Command { $prod | Get-DmsTask modifyAutoTopic, no-such-kind }
        $seen.Output.Name | Should -Be modifyAutoTopic
        Assert-Failure $seen.Errors -Id HuaweiDms.NotFound -From GetDmsTask -Category ObjectNotFound -Target no-such-kind -Says "'no-such-kind'", 'kafka-prod', 'Get-DmsTask'
        $seen.Ended | Should -BeFalse
    }

    It 'are counted from 1 by the service, and from 0 here' {
        ($prod | Get-DmsTask -Skip 1 -First 1).Status | Should -Be SUCCESS
        @(Get-Request $service)[-1].Path | Should -Match 'start=2'
        @(Get-Request $service)[-1].Path | Should -Match 'limit=1'
        ($prod | Get-DmsTask -IncludeTotalCount -First 1)[0] | Should -Be 4
        $prod | Get-DmsTask -Skip 50 | Should -BeNullOrEmpty
    }

    It 'are filtered by time at the service' {
        ($prod | Get-DmsTask -Since 2024-04-14T00:00:00Z -Until 2024-05-01T00:00:00Z).Status | Should -Be SUCCESS
        @(Get-Request $service)[-1].Path | Should -Match 'begin_time=20240414000000'
    }

    It 'of a period that ends before it starts are an error' {
        $seen = Watch-Command { $prod | Get-DmsTask -Since 2024-05-01 -Until 2024-04-01 }
        Assert-Failure $seen.Errors -Id HuaweiDms.InvalidArgument -From GetDmsTask -Category InvalidArgument -Says '-Since', 'after the end'
    }

    It 'are read by id' {
        $task = $prod | Get-DmsTask -First 1
        (Get-DmsTask -InstanceId $prod -TaskId $task.TaskId).Name | Should -Be changeRetentionPolicy
        ($task | Get-DmsTask).TaskId | Should -Be $task.TaskId
        $seen = Watch-Command { Get-DmsTask -InstanceId $prod -TaskId ('0' * 32), $task.TaskId }
        $seen.Output.TaskId | Should -Be $task.TaskId
        Assert-Failure $seen.Errors -Id DMS.00404000 -From GetDmsTask -Category ObjectNotFound -Target ('0' * 32)
    }

    It 'fit a window of 80 columns with their ids' {
        $text = $prod | Get-DmsTask | Format-Table | Out-String -Width 80
        $text | Should -Match '[0-9a-f]{32}\s+FAILED\s+2024-04-13 09:15:\d\dZ\s+bindInstancePub'
    }
}

Describe 'The result of background tasks' {
    BeforeEach {
        $service = Start-TestEmulator -Speed 200
        Connect-TestEmulator $service
        $dev = Get-DmsInstance kafka-dev
        $prod = Get-DmsInstance kafka-prod
    }
    AfterEach { Stop-TestEmulator }

    It 'is waited for' {
        $dev | Set-DmsInstance -RetentionPolicy time_base
        $running = $dev | Get-DmsTask
        $running.Status | Should -Be EXECUTING
        $done = $running | Wait-DmsTask -PollInterval 00:00:00.05
        $done.Status | Should -Be SUCCESS
        $done.TaskId | Should -Be $running.TaskId
    }

    It 'is an error if a task failed, and the others are still waited for' {
        $all = $prod | Get-DmsTask
        $seen = Watch-Command { $all | Wait-DmsTask }
        $seen.Output.TaskId | Should -Be $all.Where{ $_.Status -eq 'SUCCESS' }.TaskId
        Assert-Failure $seen.Errors -Id HuaweiDms.WaitFailed -From WaitDmsTask -Category InvalidResult -Target $all[2].TaskId -Says 'of kafka-prod (', FAILED
        ($prod | Wait-DmsTask $all[0].TaskId, $all[0].TaskId).TaskId | Should -Be $all[0].TaskId
    }

    It 'is waited for no longer than -Timeout' {
        Stop-TestEmulator
        Connect-TestEmulator (Start-TestEmulator -Speed 1)
        $dev | Set-DmsInstance -RetentionPolicy time_base
        $seen = Watch-Command { $dev | Get-DmsTask | Wait-DmsTask -Timeout 00:00:00.2 -PollInterval 00:00:00.05 }
        Assert-Failure $seen.Errors -Id HuaweiDms.Timeout -From WaitDmsTask -Category OperationTimeout -Says EXECUTING, 'Keep waiting with Wait-DmsTask ', " -InstanceId $($dev.InstanceId),"
        $running = $dev | Get-DmsTask
        $seen = Watch-Command { $running | Remove-DmsTask }
        Assert-Failure $seen.Errors -Id DMS.00400017 -From RemoveDmsTask -Category ResourceBusy -Target $running.TaskId -Says "Get-DmsTask -Status EXECUTING -InstanceId $($dev.InstanceId) | Wait-DmsTask"
        "$($seen.Errors)" | Should -Not -BeLike '*Wait-DmsInstance*'
    }

    It 'can be deleted, and not with -WhatIf' {
        $seen = Invoke-Session { $prod | Get-DmsTask modifyAutoTopic | ForEach-Object { $_, $_ } | Remove-DmsTask -WhatIf } -Variable @{ prod = $prod }
        $seen.WhatIf | Should -HaveCount 1 -Because 'a repeated task counts once'
        Get-Changing $service | Should -BeNullOrEmpty
        $prod | Get-DmsTask -Status FAILED | Remove-DmsTask
        ($prod | Get-DmsTask).Status | Should -Be 'SUCCESS', 'SUCCESS', 'SUCCESS'
        $seen = Watch-Command { Remove-DmsTask ('0' * 32) $prod.InstanceId }
        Assert-Failure $seen.Errors -Id DMS.00404000 -From RemoveDmsTask -Category ObjectNotFound -Target ('0' * 32) -Says "Delete the record failed for task $('0' * 32) of kafka-prod ("
    }
}
