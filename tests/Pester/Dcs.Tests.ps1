BeforeAll {
    . $PSScriptRoot/Common.ps1
}

Describe 'The DCS cmdlets' {
    BeforeEach {
        $service = Start-TestEmulator
        Connect-TestEmulator $service
        $legacy, $prod, $test = 'redis-legacy', 'redis-prod', 'redis-test' | ForEach-Object { $name = $_; $service.DcsInstances | Where-Object Name -EQ $name }
    }
    AfterEach { Stop-TestEmulator }

    It '<Command> sends the action <Action>' -ForEach @(
        @{ Command = 'Restart-DcsInstance'; More = @{}; Action = 'restart'; State = 'RESTARTING' }
        @{ Command = 'Restart-DcsInstance'; More = @{ Soft = $true }; Action = 'soft_restart'; State = 'RESTARTING' }
        @{ Command = 'Clear-DcsInstance'; More = @{}; Action = 'flush'; State = 'FLUSHING' }
        @{ Command = 'Stop-DcsInstance'; More = @{}; Action = 'stop'; State = 'STOPPING' }
    ) {
        $results = & $Command $prod.InstanceId, $test.InstanceId @More -Force
        $results | Should -BeOfType HuaweiDms.InstanceActionResult
        $results.InstanceId | Should -Be $prod.InstanceId, $test.InstanceId
        $results.Action | Should -Be $Action, $Action
        $results.Succeeded | Should -Be $true, $true
        $request = Get-Exchange $service -Changing
        $request | Should -HaveCount 1
        $request.method | Should -Be 'PUT'
        $request.path | Should -Be "/v2/$($service.ProjectId)/instances/status"
        $request.request.action | Should -Be $Action
        $request.request.instances | Should -Be $prod.InstanceId, $test.InstanceId
        ($service.DcsInstances | Where-Object Name -EQ redis-prod).Status | Should -BeIn $State, 'RUNNING', 'STOPPED'
    }

    It 'start a stopped instance' {
        $null = Stop-DcsInstance $prod.InstanceId -Force
        Wait-Until { ($service.DcsInstances | Where-Object Name -EQ redis-prod).Status -eq 'STOPPED' }
        (Start-DcsInstance $prod.InstanceId -Force).Succeeded | Should -BeTrue
        Wait-Until { ($service.DcsInstances | Where-Object Name -EQ redis-prod).Status -eq 'RUNNING' }
    }

    It 'accept an id surrounded by spaces' {
        (Restart-DcsInstance " $($prod.InstanceId) " -Force).Succeeded | Should -BeTrue
        (Get-Exchange $service -Changing).request.instances | Should -Be $prod.InstanceId
    }

    It '<Command> -WhatIf names each instance, says <Says>, and sends nothing' -ForEach @(
        @{ Command = 'Restart-DcsInstance'; More = @{}; Says = 'Restart' }
        @{ Command = 'Restart-DcsInstance'; More = @{ Soft = $true }; Says = 'Restart the process' }
        @{ Command = 'Clear-DcsInstance'; More = @{}; Says = 'Erase all data' }
        @{ Command = 'Stop-DcsInstance'; More = @{}; Says = 'Stop' }
        @{ Command = 'Start-DcsInstance'; More = @{}; Says = 'Start' }
    ) {
        $seen = Invoke-Session { & $command $ids @more -Force -WhatIf } -Variable @{ command = $Command; more = $More; ids = $prod.InstanceId, $test.InstanceId }
        $seen.WhatIf | Should -HaveCount 2
        $seen.WhatIf[0] | Should -BeLike "*`"$Says`"*$($prod.InstanceId)*"
        $seen.WhatIf[1] | Should -BeLike "*`"$Says`"*$($test.InstanceId)*"
        $seen.Output | Should -HaveCount 0
        Get-Request $service | Should -BeNullOrEmpty
    }

    It '<Command> prompts for confirmation' -ForEach @(
        @{ Command = 'Restart-DcsInstance' }
        @{ Command = 'Clear-DcsInstance' }
        @{ Command = 'Stop-DcsInstance' }
    ) {
        $seen = Invoke-Session { & $command $ids } -Variable @{ command = $Command; ids = $prod.InstanceId, $test.InstanceId } -Answer 2, 0
        $seen.Questions | Should -HaveCount 2
        (Get-Exchange $service -Changing).request.instances | Should -Be $test.InstanceId
    }

    It '<Command> reports an error if nobody can be prompted' -ForEach @(
        @{ Command = 'Restart-DcsInstance'; From = 'RestartDcsInstance' }
        @{ Command = 'Clear-DcsInstance'; From = 'ClearDcsInstance' }
        @{ Command = 'Stop-DcsInstance'; From = 'StopDcsInstance' }
    ) {
        $seen = Invoke-Session { & $command $id } -Variable @{ command = $Command; id = $prod.InstanceId }
        Assert-Failure $seen.Errors -Id HuaweiDms.ConfirmationImpossible -From $From -Category InvalidArgument -Target $prod.InstanceId -Says '-Force'
        Get-Request $service | Should -BeNullOrEmpty
    }

    It 'Start-DcsInstance does not prompt, because nothing is lost' {
        (Invoke-Session { Start-DcsInstance $id } -Variable @{ id = $prod.InstanceId }).Questions | Should -HaveCount 0
        Get-Changing $service | Should -HaveCount 1
    }

    It 'accept <Label>' -ForEach @(
        @{ Label = 'ids from the pipeline'; Give = { $prod.InstanceId, $test.InstanceId | Restart-DcsInstance -Force } }
        @{ Label = 'objects with InstanceId'; Give = { $prod, $test | Restart-DcsInstance -Force } }
        @{ Label = 'rows of a CSV'; Give = { "InstanceId,Name`n$($prod.InstanceId),a`n$($test.InstanceId),b" | ConvertFrom-Csv | Restart-DcsInstance -Force } }
        @{ Label = '-Id'; Give = { Restart-DcsInstance -Id $prod.InstanceId, $test.InstanceId -Force } }
        @{ Label = 'the same twice'; Give = { $prod, $test, $prod | Restart-DcsInstance -Force } }
    ) {
        (& $Give).InstanceId | Should -Be $prod.InstanceId, $test.InstanceId
        (Get-Exchange $service -Changing).request.instances | Should -Be $prod.InstanceId, $test.InstanceId
    }

    It 'refuse <Label>' -ForEach @(
        @{ Label = 'a Kafka instance'; Says = 'Kafka'; Give = { Get-DmsInstance kafka-dev | Clear-DcsInstance -Force } }
        @{ Label = 'what is in one'; Says = 'Kafka'; Give = { Get-DmsInstance kafka-dev | Get-DmsTopic orders | Clear-DcsInstance -Force } }
        @{ Label = 'a row about a topic'; Says = 'Kafka'; Give = { "InstanceId,Topic`n$($prod.InstanceId),orders" | ConvertFrom-Csv | Clear-DcsInstance -Force } }
        @{ Label = 'the id of a Kafka instance'; Says = 'kafka-dev'; Give = { Clear-DcsInstance (Get-DmsInstance kafka-dev).InstanceId -Force } }
    ) {
        Assert-Failure (Watch-Command $Give).Errors -Id HuaweiDms.InvalidArgument -From ClearDcsInstance -Category InvalidArgument -Says '-InstanceId', $Says, 'DCS instances are meant'
        Get-Changing $service | Should -BeNullOrEmpty
    }

    It 'show the name from a row' {
        $seen = Invoke-Session { $prod | Clear-DcsInstance -WhatIf } -Variable @{ prod = $prod }
        $seen.WhatIf | Should -BeLike "*redis-prod ($($prod.InstanceId))*"
        ($prod | Restart-DcsInstance -Force).Name | Should -Be 'redis-prod'
    }

    It 'accept the results of each other, and use their connection' {
        $other = Start-TestEmulator
        Connect-TestEmulator $other -Name other
        $results = Restart-DcsInstance $prod.InstanceId -Force -Context test | Restart-DcsInstance -Soft -Force -ErrorAction SilentlyContinue
        $results.Context | Should -Be 'test'
        Get-Request $other | Should -BeNullOrEmpty
    }

    It 'send 120 instances in requests of 50, 50 and 20' {
        $ids = 1..120 | ForEach-Object { '00000000-1111-2222-3333-{0:d12}' -f $_ }
        $seen = Watch-Command { $ids | Restart-DcsInstance -Force }
        $seen.Output | Should -HaveCount 120
        $seen.Errors | Should -HaveCount 120
        @(Get-Exchange $service -Changing | ForEach-Object { $_.request.instances.Count } | Sort-Object -Descending) | Should -Be 50, 50, 20
    }

    It 'report a bad id, and process a good one' {
        $seen = Watch-Command { 'not-an-id', $prod.InstanceId | Restart-DcsInstance -Force }
        $seen.Output.Succeeded | Should -BeTrue
        Assert-Failure $seen.Errors -Id HuaweiDms.InvalidArgument -From RestartDcsInstance -Category InvalidArgument -Target not-an-id -Says '-InstanceId', "'not-an-id'"
        (Get-Exchange $service -Changing).request.instances | Should -Be $prod.InstanceId
    }

    It 'report a result and an error for an instance that does not exist, and process the others' {
        $seen = Watch-Command { $NoSuchId, $prod.InstanceId | Restart-DcsInstance -Force }
        $seen.Output.Succeeded | Should -Be $false, $true
        @($seen.Errors) | Should -HaveCount 1
        $seen.Errors[0].FullyQualifiedErrorId | Should -Be 'HuaweiDms.ItemFailed,HuaweiDms.PowerShell.RestartDcsInstance'
        $seen.Errors[0].TargetObject.InstanceId | Should -Be $NoSuchId
        "$($seen.Errors[0])" | Should -BeLike "*Restart*$NoSuchId*"
    }

    It 'report an instance in the wrong state' {
        $null = Restart-DcsInstance $prod.InstanceId -Force
        $seen = Watch-Command { Restart-DcsInstance $prod.InstanceId -Force }
        $seen.Output.Succeeded | Should -BeFalse
        $seen.Errors[0].FullyQualifiedErrorId | Should -Be 'HuaweiDms.ItemFailed,HuaweiDms.PowerShell.RestartDcsInstance'
    }

    It 'name the state that <Command> needs, if the service gives no reason' -ForEach @(
        @{ Command = 'Restart-DcsInstance'; State = 'RUNNING' }
        @{ Command = 'Clear-DcsInstance'; State = 'RUNNING' }
        @{ Command = 'Stop-DcsInstance'; State = 'RUNNING' }
        @{ Command = 'Start-DcsInstance'; State = 'STOPPED' }
    ) {
        $seen = Watch-Command { & $Command $NoSuchId -Force }
        $seen.Output.Message | Should -BeLike "*gives no reason*no such instance*not $State."
        "$($seen.Errors)" | Should -BeLike "*$NoSuchId*not $State."
    }

    It 'report the refusal of an action that requires Redis 4.0, and process the others although the service refuses the whole request' {
        $seen = Watch-Command { $legacy.InstanceId, $prod.InstanceId, $test.InstanceId | Clear-DcsInstance -Force }
        $seen.Output.Succeeded | Should -Be $false, $true, $true
        Assert-Failure $seen.Errors -Id DCS.4064 -From ClearDcsInstance -Category InvalidArgument -Says $legacy.InstanceId, 'Redis 3.0', '4.0 or later', 'HTTP 400', 'request id'
        $seen.Errors[0].TargetObject.InstanceId | Should -Be $legacy.InstanceId
    }

    It 'do not erase again if the response is lost' {
        $null = Add-DmsEmulatorFault $service -Method PUT -Action Reset
        $seen = Watch-Command { Clear-DcsInstance $prod.InstanceId -Force }
        Assert-Failure $seen.Errors -Id HuaweiDms.OutcomeUnknown -From ClearDcsInstance -Category ConnectionError -Says $prod.InstanceId, 'not known whether it happened'
        Get-Changing $service | Should -HaveCount 1
    }
}
