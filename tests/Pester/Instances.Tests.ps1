BeforeAll {
    . $PSScriptRoot/Common.ps1
}

Describe 'Get-DmsInstance' {
    BeforeAll {
        $service = Start-TestEmulator
        Connect-TestEmulator $service
    }
    AfterAll { Stop-TestEmulator }

    It 'lists every instance of the project except those whose creation failed' {
        $all = Get-DmsInstance
        $all | Should -HaveCount 10
        $all.Name | Should -Contain 'kafka-prod'
        $all.Name | Should -Not -Contain 'kafka-poc-01'
    }

    It 'includes those whose creation failed with -IncludeFailed' {
        (Get-DmsInstance -IncludeFailed | Where-Object Status -EQ CREATEFAILED).Name | Should -Be 'kafka-poc-01', 'kafka-poc-02'
    }

    It 'finds names by wildcard <Pattern>' -ForEach @(
        @{ Pattern = '*prod*'; Names = 'kafka-prod', 'kafka-prod-orders', 'kafka-prod-payments' }
        @{ Pattern = 'KAFKA-PROD'; Names = @(); Missing = $true }
        @{ Pattern = '*TEST-0?'; Names = 'kafka-test-01', 'kafka-test-02' }
        @{ Pattern = 'kafka-test-0[2-9]'; Names = @('kafka-test-02') }
        @{ Pattern = 'nothing-like-this*'; Names = @() }
    ) {
        $seen = Watch-Command { Get-DmsInstance $Pattern }
        @($seen.Output.Name) | Should -Be $Names
        $seen.Errors | Should -HaveCount $(if ($Missing) { 1 } else { 0 })
    }

    It 'accepts several names, and reports each exact one that does not exist together with the others' {
        $seen = Watch-Command { Get-DmsInstance kafka-dev, no-such-one, *staging }
        $seen.Output.Name | Should -Be 'kafka-dev', 'kafka-staging'
        Assert-Failure $seen.Errors -Id HuaweiDms.NotFound -From GetDmsInstance -Category ObjectNotFound -Target no-such-one -Says "'no-such-one'", "'test'", 'Get-DmsInstance'
        $seen.Ended | Should -BeFalse
    }

    It 'escapes special characters of names, and reports that they do not exist: <_>' -ForEach 'a&b=c', '100%', 'x y', '../v2', '#top', 'ü', '`*' {
        $seen = Watch-Command { Get-DmsInstance $_ }
        Assert-Failure $seen.Errors -Id HuaweiDms.NotFound -From GetDmsInstance -Category ObjectNotFound -Target $_.Replace('`', '')
        @(Get-Request $service)[-1].StatusCode | Should -Be 200
        @(Get-Request $service)[-1].Path | Should -BeLike "/v2/$($service.ProjectId)/instances?*"
    }

    It 'lets the service filter by an exact name' {
        $null = Get-DmsInstance kafka-dev
        @(Get-Request $service)[-1].Path | Should -Match 'name=kafka-dev'
        @(Get-Request $service)[-1].Path | Should -Match 'exact_match_name=true'
    }

    It 'lets the service filter by the common part of all matches of a wildcard' {
        $null = Get-DmsInstance '*prod-?rders'
        @(Get-Request $service)[-1].Path | Should -Match 'name=(prod-|rders)'
        @(Get-Request $service)[-1].Path | Should -Not -Match 'exact_match_name=true'
    }

    It 'filters by state' {
        (Get-DmsInstance -Status frozen).Name | Should -Be 'kafka-legacy'
        (Get-DmsInstance kafka-legacy, kafka-l* -Status frozen).Name | Should -Be 'kafka-legacy'
    }

    It 'reports an excluded instance as excluded, not as missing: <Label>' -ForEach @(
        @{ Label = 'few names'; Names = 'kafka-legacy', 'kafka-dev' }
        @{ Label = 'many names'; Names = 'kafka-legacy', 'kafka-dev', 'kafka-prod', 'kafka-test-01', 'kafka-test-02' }
    ) {
        $seen = Watch-Command { Get-DmsInstance $Names -Status RUNNING }
        $seen.Output.Name | Should -Be $Names[1..9]
        Assert-Failure $seen.Errors -Id HuaweiDms.LeftOut -From GetDmsInstance -Category InvalidArgument -Target kafka-legacy -Says '-Status excludes it'
    }

    It 'filters by all given tags: <Label>' -ForEach @(
        @{ Label = 'one'; Tag = @{ env = 'test' }; Names = 'kafka-test-01', 'kafka-test-02', 'kafka-test-perf' }
        @{ Label = 'two'; Tag = @{ env = 'prod'; team = 'orders' }; Names = 'kafka-prod-orders' }
        @{ Label = 'any value'; Tag = @{ team = '*' }; Names = 'kafka-prod', 'kafka-prod-orders', 'kafka-prod-payments' }
        @{ Label = 'no value'; Tag = @{ team = $null }; Names = 'kafka-prod', 'kafka-prod-orders', 'kafka-prod-payments' }
        @{ Label = 'another case'; Tag = @{ env = 'TEST' }; Names = @() }
    ) {
        @((Get-DmsInstance -Tag $Tag).Name) | Should -Be @($Names)
    }

    It 'filters by enterprise project' {
        Get-DmsInstance -EnterpriseProjectId 0 | Should -HaveCount 10
        Get-DmsInstance -EnterpriseProjectId 11111111-2222-3333-4444-555555555555 | Should -BeNullOrEmpty
    }

    It 'emits a part of the list with -Skip and -First' {
        (Get-DmsInstance -Skip 1 -First 2).Name | Should -Be 'kafka-prod-orders', 'kafka-prod-payments'
        @(Get-Request $service)[-1].Path | Should -Match 'limit=2'
        @(Get-Request $service)[-1].Path | Should -Match 'offset=1'
    }

    It 'applies -Skip and -First after the wildcard' {
        (Get-DmsInstance *prod* -Skip 1 -First 1).Name | Should -Be 'kafka-prod-orders'
    }

    It 'emits nothing beyond the end, without an error' {
        $seen = Watch-Command { Get-DmsInstance -Skip 500 }
        $seen.Output | Should -HaveCount 0
        $seen.Errors | Should -HaveCount 0
    }

    It 'emits the total first with -IncludeTotalCount' {
        $first, $rest = Get-DmsInstance -IncludeTotalCount -First 2
        $first | Should -Be 10
        $rest | Should -HaveCount 2
    }

    It 'finds a row without an id by its name, with an error for each that does not exist' {
        $seen = Watch-Command { "Name,Owner`nkafka-dev,a`nkafka-prd,b`nkafka-prod,c" | ConvertFrom-Csv | Get-DmsInstance }
        $seen.Output.Name | Should -Be kafka-dev, kafka-prod
        Assert-Failure $seen.Errors -Id HuaweiDms.NotFound -From GetDmsInstance -Category ObjectNotFound -Target kafka-prd -Says "'kafka-prod'?"
        (Get-DmsInstance kafka-dev | Select-Object Name | Get-DmsInstance).Name | Should -Be kafka-dev
        # A row with a name that is not an instance is not looked up by it.
        foreach ($other in @{ Rows = Get-DmsContext; Id = 'HuaweiDms.InvalidArgument' }, @{ Rows = Get-DmsAvailabilityZone | Select-Object Name; Id = 'InputObjectNotBound' }) {
            $seen = Watch-Command { $other.Rows | Get-DmsInstance }
            $seen.Output | Should -BeNullOrEmpty
            $seen.Errors.FullyQualifiedErrorId | Select-Object -Unique | Should -Be "$($other.Id),HuaweiDms.PowerShell.GetDmsInstance"
        }
    }

    It 'reads instances by id, by object, by GUID, from the pipeline and by property name' {
        $dev = Get-DmsInstance kafka-dev
        (Get-DmsInstance -InstanceId $dev.InstanceId).Name | Should -Be 'kafka-dev'
        (Get-DmsInstance -Id ([guid] $dev.InstanceId)).Name | Should -Be 'kafka-dev'
        ($dev | Get-DmsInstance).Name | Should -Be 'kafka-dev'
        ($dev.InstanceId | Get-DmsInstance).Name | Should -Be 'kafka-dev'
        ([pscustomobject]@{ InstanceId = $dev.InstanceId; Colour = 'red' } | Get-DmsInstance).Name | Should -Be 'kafka-dev'
        ([pscustomobject]@{ Id = $dev.InstanceId } | Get-DmsInstance).Name | Should -Be 'kafka-dev'
    }

    It 'reports an id that does not exist, and emits the others' {
        $dev = Get-DmsInstance kafka-dev
        $seen = Watch-Command { Get-DmsInstance -InstanceId $NoSuchId, $dev.InstanceId }
        $seen.Output.Name | Should -Be 'kafka-dev'
        Assert-Failure $seen.Errors -Id DMS.00404022 -From GetDmsInstance -Category ObjectNotFound -Target $NoSuchId -Says $NoSuchId, 'does not exist', 'HTTP 404', 'request id'
    }

    It 'refuses <Parameter> with objects from the pipeline' -ForEach @(
        @{ Parameter = '-Status'; Arguments = @{ Status = 'RUNNING', 'FROZEN' }; Value = 'RUNNING, FROZEN' }
        @{ Parameter = '-Name'; Arguments = @{ Name = 'kafka-prod' }; Value = 'kafka-prod' }
        @{ Parameter = '-Tag'; Arguments = @{ Tag = @{ env = 'prod' } }; Value = 'env=prod' }
    ) {
        $dev = Get-DmsInstance kafka-dev
        $seen = Watch-Command { $dev | Get-DmsInstance @Arguments }
        Assert-Failure $seen.Errors -Id HuaweiDms.InvalidArgument -From GetDmsInstance -Category InvalidArgument -Says $Parameter, "'$Value'", 'Where-Object'
    }

    It 'refuses an invalid id before anything is sent, and explains how to use a name' {
        $before = $service.Requests.Count
        $seen = Watch-Command { Get-DmsInstance -InstanceId kafka-dev }
        Assert-Failure $seen.Errors -Id HuaweiDms.InvalidArgument -From GetDmsInstance -Category InvalidArgument -Target kafka-dev -Says '-InstanceId', "'kafka-dev'", 'Get-DmsInstance -Name'
        $service.Requests.Count | Should -Be $before
    }

    It 'has typed properties' {
        $prod = Get-DmsInstance kafka-prod
        $prod | Should -BeOfType HuaweiDms.Instance
        $prod.CreatedAt | Should -BeOfType DateTimeOffset
        $prod.CreatedAt.Year | Should -Be 2024
        $prod.BrokerCount | Should -BeOfType int
        $prod.TotalStorageSpaceGB | Should -Be 1500
        $prod.UsedStorageSpaceGB | Should -Be 611
        $prod.PartitionLimit | Should -BeGreaterThan 0
        $prod.MaintenanceBegin | Should -Be ([timespan] '02:00')
        $prod.SaslEnabled | Should -BeTrue
        $prod.Tags['env'] | Should -Be 'prod'
        $prod.AvailabilityZones | Should -HaveCount 3
        $prod.ConnectAddresses | Should -HaveCount 3
        $prod.SupportedFeatures.Count | Should -BeGreaterThan 1
        $prod.CrossVpcAddresses[0].GetType().Name | Should -Be 'CrossVpcAddress'
        "$prod" | Should -Be 'kafka-prod'
    }

    It 'records the connection an instance was read through' {
        (Get-DmsInstance kafka-dev).Context | Should -Be 'test'
    }

    It 'shows the requests with -Verbose' {
        $seen = Watch-Command { Get-DmsInstance kafka-dev -Verbose }
        "$($seen.Verbose)" | Should -Match 'GET /v2/.+/instances\?.+ -> 200 in .+ request id'
    }
}

Describe 'Get-DmsInstance with long lists' {
    BeforeAll {
        $service = Start-TestEmulator -Empty -Speed $Instant
        Connect-TestEmulator $service
        1..120 | ForEach-Object { [pscustomobject]@{ Name = "bulk-$_" } } | New-DmsInstance @Ordinary -Force | Out-Null
    }
    AfterAll { Stop-TestEmulator }

    It 'reads every page' {
        $before = $service.Requests.Count
        $all = Get-DmsInstance
        ($all.InstanceId | Select-Object -Unique) | Should -HaveCount 120
        $service.Requests.Count - $before | Should -Be 3
    }

    It 'requests one page if Select-Object -First 1 is satisfied, and ends' {
        $before = $service.Requests.Count
        Get-DmsInstance | Select-Object -First 1 | Should -HaveCount 1
        $service.Requests.Count - $before | Should -Be 1
    }

    It 'requests no more than -First' {
        $before = $service.Requests.Count
        Get-DmsInstance -First 3 | Should -HaveCount 3
        $service.Requests.Count - $before | Should -Be 1
        @(Get-Request $service)[-1].Path | Should -Match 'limit=3'
    }

    It 'emits a part that spans pages' {
        $all = Get-DmsInstance
        (Get-DmsInstance -Skip 45 -First 60).InstanceId | Should -Be $all[45..104].InstanceId
    }

    It 'emits objects while it reads' {
        $seen = 0
        foreach ($instance in Get-DmsInstance) { $seen++ }
        $seen | Should -Be 120
    }

    It 'supplies all to a removal in three requests of 50, 50 and 20' {
        $before = @(Get-Changing $service).Count
        $results = Get-DmsInstance | Remove-DmsInstance -Force
        $results | Should -HaveCount 120
        $results.Succeeded | Should -Not -Contain $false
        $deletions = Get-Exchange $service -Changing | Select-Object -Skip $before
        $deletions | Should -HaveCount 3
        @($deletions | ForEach-Object { $_.request.instances.Count } | Sort-Object -Descending) | Should -Be 50, 50, 20
        $deletions.request.action | Should -Be 'delete', 'delete', 'delete'
        Get-DmsInstance | Should -BeNullOrEmpty
    }
}

Describe 'Given 120 new instances in a pipeline' {
    BeforeAll {
        $service = Start-TestEmulator -Empty -Speed $Instant
        Connect-TestEmulator $service
    }
    AfterAll { Stop-TestEmulator }

    It 'Remove-DmsInstance deletes them with three requests of 50, 50 and 20' {
        1..120 | ForEach-Object { New-DmsInstance "load-$_" @Ordinary -Confirm:$false } | Remove-DmsInstance -Force | Should -HaveCount 120
        $deletions = Get-Exchange $service -Changing | Where-Object operation -EQ BatchRestartOrDeleteInstances
        @($deletions | ForEach-Object { $_.request.instances.Count } | Sort-Object -Descending) | Should -Be 50, 50, 20
    }
}

Describe 'Restart-DmsInstance' {
    BeforeEach {
        $service = Start-TestEmulator
        Connect-TestEmulator $service
        $one, $two, $three = Get-DmsInstance *test*
    }
    AfterEach { Stop-TestEmulator }

    It 'names each instance with -WhatIf and sends no changes' {
        $seen = Invoke-Session { Get-DmsInstance *prod* | Restart-DmsInstance -WhatIf }
        $seen.WhatIf | Should -HaveCount 3
        foreach ($instance in Get-DmsInstance *prod*) { "$($seen.WhatIf)" | Should -BeLike "*Restart*$($instance.Name) ($($instance.InstanceId))*" }
        $seen.Output | Should -HaveCount 0
        $seen.Questions | Should -HaveCount 0
        Get-Changing $service | Should -BeNullOrEmpty
    }

    It 'sends no changes with -Force and -WhatIf' {
        $seen = Invoke-Session { Get-DmsInstance | Restart-DmsInstance -Force -WhatIf }
        $seen.WhatIf | Should -HaveCount 10
        $seen.Output | Should -HaveCount 0
        Get-Changing $service | Should -BeNullOrEmpty
    }

    It 'follows $WhatIfPreference, even with -Force' {
        $seen = Invoke-Session { $WhatIfPreference = $true; Get-DmsInstance *test* | Restart-DmsInstance -Force }
        $seen.WhatIf | Should -HaveCount 3
        Get-Changing $service | Should -BeNullOrEmpty
    }

    It 'lets -WhatIf:$false override $WhatIfPreference' {
        $seen = Invoke-Session { $WhatIfPreference = $true; Restart-DmsInstance $id -Force -WhatIf:$false } -Variable @{ id = $one.InstanceId }
        $seen.Output.Succeeded | Should -BeTrue
        Get-Changing $service | Should -HaveCount 1
    }

    It 'prompts for each instance, and restarts those that were confirmed' {
        $seen = Invoke-Session { Get-DmsInstance *test* | Restart-DmsInstance } -Answer 0, 2, 0
        $seen.Questions | Should -HaveCount 3
        $seen.Questions[1] | Should -BeLike "*kafka-test-02*$($two.InstanceId)*"
        $seen.Output.InstanceId | Should -Be $one.InstanceId, $three.InstanceId
        (Get-Exchange $service -Changing).request.instances | Should -Be $one.InstanceId, $three.InstanceId
    }

    It 'prompts once if the answer is yes to all, and restarts none if it is no to all' {
        (Invoke-Session { Get-DmsInstance *test* | Restart-DmsInstance } -Answer 3).Output | Should -HaveCount 0
        Get-Changing $service | Should -BeNullOrEmpty
        $seen = Invoke-Session { Get-DmsInstance *test* | Restart-DmsInstance } -Answer 1
        $seen.Questions | Should -HaveCount 1
        $seen.Output | Should -HaveCount 3
    }

    It 'does not prompt with <Label>' -ForEach @(
        @{ Label = '-Force'; Script = { Restart-DmsInstance $id -Force } }
        @{ Label = '-Confirm:$false'; Script = { Restart-DmsInstance $id -Confirm:$false } }
        @{ Label = '$ConfirmPreference = None'; Script = { $ConfirmPreference = 'None'; Restart-DmsInstance $id } }
    ) {
        $seen = Invoke-Session $Script -Variable @{ id = $one.InstanceId }
        $seen.Questions | Should -HaveCount 0
        $seen.Errors | Should -HaveCount 0
        $seen.Output.Succeeded | Should -BeTrue
    }

    It 'prompts with -Force and -Confirm' {
        (Invoke-Session { Restart-DmsInstance $id -Force -Confirm } -Variable @{ id = $one.InstanceId } -Answer 2).Questions | Should -HaveCount 1
        Get-Changing $service | Should -BeNullOrEmpty
    }

    It 'reports that no prompt is possible, and sends nothing' {
        $seen = Invoke-Session { Get-DmsInstance *test* | Restart-DmsInstance }
        Assert-Failure $seen.Errors -Id HuaweiDms.ConfirmationImpossible -From RestartDmsInstance -Category InvalidArgument -Target "kafka-test-01 ($($one.InstanceId))" -Says 'Restart', 'kafka-test-01', '-Force', '-Confirm:$false', '-WhatIf'
        Get-Changing $service | Should -BeNullOrEmpty
    }

    It 'restarts all with one request and emits one result each, in order' {
        $results = Get-DmsInstance *test* | Restart-DmsInstance -Force
        $results | Should -BeOfType HuaweiDms.InstanceActionResult
        $results.Name | Should -Be 'kafka-test-01', 'kafka-test-02', 'kafka-test-perf'
        $results.Action | Should -Be 'restart', 'restart', 'restart'
        $results.Succeeded | Should -Not -Contain $false
        $request = Get-Exchange $service -Changing
        $request | Should -HaveCount 1
        $request.method | Should -Be 'POST'
        $request.path | Should -Be "/v2/$($service.ProjectId)/instances/action"
        $request.request.action | Should -Be 'restart'
        $request.request.instances | Should -Be $results.InstanceId
        (Get-DmsInstance *test*).Status | Should -Contain 'RESTARTING'
    }

    It 'accepts <Label>' -ForEach @(
        @{ Label = 'ids as arguments'; Give = { Restart-DmsInstance $one.InstanceId, $two.InstanceId -Force } }
        @{ Label = 'objects as arguments'; Give = { Restart-DmsInstance $one, $two -Force } }
        @{ Label = 'GUIDs'; Give = { Restart-DmsInstance ([guid] $one.InstanceId), ([guid] $two.InstanceId) -Force } }
        @{ Label = 'ids from the pipeline'; Give = { $one.InstanceId, $two.InstanceId | Restart-DmsInstance -Force } }
        @{ Label = 'objects by -Id'; Give = { Restart-DmsInstance -Id $one, $two -Force } }
        @{ Label = 'rows of a CSV'; Give = { "InstanceId,Owner`n$($one.InstanceId),me`n$($two.InstanceId),you" | ConvertFrom-Csv | Restart-DmsInstance -Force } }
        @{ Label = 'rows of a CSV with Id'; Give = { "Id`n$($one.InstanceId)`n$($two.InstanceId)" | ConvertFrom-Csv | Restart-DmsInstance -Force } }
        @{ Label = 'rows of a CSV with an empty context'; Give = { "InstanceId,Context`n$($one.InstanceId),`n$($two.InstanceId)," | ConvertFrom-Csv | Restart-DmsInstance -Force } }
        @{ Label = 'an exported and imported CSV'; Give = { $one, $two | ConvertTo-Csv | ConvertFrom-Csv | Restart-DmsInstance -Force } }
        @{ Label = 'an array in one object'; Give = { [pscustomobject]@{ InstanceId = @($one.InstanceId, $two.InstanceId) } | Restart-DmsInstance -Force } }
        @{ Label = 'the same twice'; Give = { $one, $one.InstanceId, $two, $one | Restart-DmsInstance -Force } }
    ) {
        (& $Give).InstanceId | Should -Be $one.InstanceId, $two.InstanceId
        (Get-Exchange $service -Changing).request.instances | Should -Be $one.InstanceId, $two.InstanceId
    }

    It 'reports a bad id, and restarts the others' {
        $seen = Watch-Command { 'not-an-id', $one | Restart-DmsInstance -Force }
        $seen.Output.Succeeded | Should -BeTrue
        $seen.Output.InstanceId | Should -Be $one.InstanceId
        Assert-Failure $seen.Errors -Id HuaweiDms.InvalidArgument -From RestartDmsInstance -Category InvalidArgument -Target not-an-id -Says '-InstanceId', "'not-an-id'"
        $seen.Ended | Should -BeFalse
        (Get-Exchange $service -Changing).request.instances | Should -Be $one.InstanceId
    }

    It 'emits a result and an error for an id that does not exist, and restarts the others' {
        $seen = Watch-Command { $NoSuchId, $one | Restart-DmsInstance -Force }
        $seen.Output.Succeeded | Should -Be $false, $true
        $seen.Output[0].ErrorCode | Should -Be 'DMS.00404022'
        Assert-Failure $seen.Errors -Id DMS.00404022 -From RestartDmsInstance -Category ObjectNotFound -Says $NoSuchId, 'does not exist'
        $seen.Errors[0].TargetObject.InstanceId | Should -Be $NoSuchId
    }

    It 'reports the state of an instance in the wrong state' {
        $seen = Watch-Command { Get-DmsInstance kafka-legacy | Restart-DmsInstance -Force }
        $seen.Output.Succeeded | Should -BeFalse
        $seen.Output.Status | Should -Be 'FROZEN'
        Assert-Failure $seen.Errors -Id DMS.00400026 -From RestartDmsInstance -Category ResourceBusy -Says 'Restart', 'kafka-legacy', 'FROZEN', 'renewed'
        "$($seen.Errors)" | Should -Not -BeLike '*Wait until*' -Because 'waiting would not help'
        $seen.Errors[0].TargetObject | Should -BeOfType HuaweiDms.InstanceActionResult
        $seen.Errors[0].TargetObject.InstanceId | Should -Be (Get-DmsInstance kafka-legacy).InstanceId
    }

    It 'refuses <Label>, with one error, and sends nothing' -ForEach @(
        @{ Label = 'an empty id'; Give = { [pscustomobject]@{ InstanceId = '' } | Restart-DmsInstance -Force } }
        @{ Label = 'a blank'; Give = { '  ' | Restart-DmsInstance -Force } }
        @{ Label = '$null'; Give = { Restart-DmsInstance $null -Force } }
        @{ Label = '$null from the pipeline'; Give = { $null | Restart-DmsInstance -Force } }
        @{ Label = '$null among others'; Give = { Restart-DmsInstance $one, $null -Force } }
        @{ Label = 'an empty list'; Give = { Restart-DmsInstance @() -Force } }
        @{ Label = 'a number'; Give = { Restart-DmsInstance 5 -Force } }
        @{ Label = 'an object without an id'; Give = { [pscustomobject]@{ Colour = 'red' } | Restart-DmsInstance -Force } }
        @{ Label = 'a file'; Give = { Get-Item / | Restart-DmsInstance -Force } }
    ) {
        $seen = Watch-Command $Give
        @($seen.Errors) | Should -HaveCount 1
        $seen.Errors[0].FullyQualifiedErrorId | Should -BeLike '*,HuaweiDms.PowerShell.RestartDmsInstance'
        $seen.Errors[0].CategoryInfo.Category | Should -BeIn 'InvalidArgument', 'InvalidData'
        $seen.Output | Should -HaveCount 0
        Get-Changing $service | Should -BeNullOrEmpty
    }

    It 'waits until each is RUNNING again, and shows progress meanwhile' {
        $seen = Invoke-Session { Get-DmsInstance *test* | Restart-DmsInstance -Force -Wait }
        $seen.Errors | Should -HaveCount 0
        $seen.Output | Should -HaveCount 3
        $seen.Output.Status | Should -Be 'RUNNING', 'RUNNING', 'RUNNING'
        (Get-DmsInstance *test*).Status | Should -Be 'RUNNING', 'RUNNING', 'RUNNING'
        $seen.Progress[0].Activity | Should -Be 'Restart 3 instances'
        $seen.Progress[0].StatusDescription | Should -Match '^0 of \d done.+kafka-test-.+RESTARTING'
        (@($seen.Progress.StatusDescription) -match '^3 of 3 done') | Should -Not -BeNullOrEmpty
        @($seen.Progress | Where-Object PercentComplete -EQ 100).Count | Should -BeGreaterThan 0
        $seen.Progress[-1].RecordType | Should -Be 'Completed'
    }

    It 'reports a failed instance while it waits for the others' {
        $seen = Watch-Command { Get-DmsInstance kafka-legacy, kafka-dev | Restart-DmsInstance -Force -Wait }
        ($seen.Output | Where-Object Succeeded).Name | Should -Be 'kafka-dev'
        ($seen.Output | Where-Object Succeeded).Status | Should -Be 'RUNNING'
        Assert-Failure $seen.Errors -Id DMS.00400026 -From RestartDmsInstance -Category ResourceBusy -Says 'kafka-legacy'
    }

    It 'refuses an invalid -Timeout: <_>' -ForEach '00:00:00', '-00:00:01', '8.00:00:00' {
        $seen = Watch-Command { Restart-DmsInstance $one -Force -Wait -Timeout $_ }
        $seen.Errors[0].FullyQualifiedErrorId | Should -Be 'ParameterArgumentValidationError,HuaweiDms.PowerShell.RestartDmsInstance'
        "$($seen.Errors[0])" | Should -BeLike "*Timeout*at most 7 days*"
        Get-Changing $service | Should -BeNullOrEmpty
    }
}

Describe 'Restart-DmsInstance with busy instances' {
    It 'restarts the others if one can no longer be read' {
        $service = Start-TestEmulator -Speed 90
        try {
            Connect-TestEmulator $service
            $busy = Get-DmsInstance kafka-dev, kafka-staging
            $null = $busy | Restart-DmsInstance -Force
            # The first reading shows that it is busy, the second one is part of the wait.
            $null = Add-DmsEmulatorFault $service -Method GET -Path "*/instances/$($busy[0].InstanceId)" -Action Status -StatusCode 403 -ErrorCode DMS.10240004 -Every 2
            $seen = Watch-Command { $busy | Restart-DmsInstance -Force -Wait }
            ($seen.Output | Where-Object Succeeded).Name | Should -Be $busy[1].Name
            ($seen.Output | Where-Object Succeeded -EQ $false).Name | Should -Be $busy[0].Name
            Assert-Failure $seen.Errors -Id DMS.10240004 -From RestartDmsInstance -Category PermissionDenied -Says $busy[0].Name
        } finally { Stop-TestEmulator }
    }
}

Describe 'A wait that sees a state unknown to the emulator' {
    BeforeEach {
        # The state is inserted into the responses, which then no longer match the reference.
        $service = Start-TestEmulator -Unrecorded
        Connect-TestEmulator $service
        $dev = Get-DmsInstance kafka-dev
        function Set-State([string] $State, [hashtable] $More = @{}) {
            $null = Add-DmsEmulatorFault $service -Method GET -Path "*/instances/$($dev.InstanceId)" -Action Status -StatusCode 200 -Body "{`"instance_id`":`"$($dev.InstanceId)`",`"name`":`"kafka-dev`",`"status`":`"$State`"}" @More
        }
    }
    AfterEach { Stop-TestEmulator }

    It 'ends immediately if a restart leads to <_>' -ForEach 'ERROR', 'FROZEN', 'EXTENDEDFAILED', 'error' {
        Set-State $_
        $seen = Watch-Command { $dev | Restart-DmsInstance -Force -Wait }
        Assert-Failure $seen.Errors -Id HuaweiDms.WaitFailed -From RestartDmsInstance -Category InvalidResult -Says 'kafka-dev', $_, 'RUNNING'
        $seen.Errors[0].TargetObject.InstanceId | Should -Be $dev.InstanceId
        $seen.Output.Succeeded | Should -BeFalse
        $seen.Output.ErrorCode | Should -Be 'HuaweiDms.WaitFailed'
    }

    It 'continues in an unknown state' {
        Set-State SOMETHING_NEW @{ First = 3 }
        ($dev | Wait-DmsInstance -PollInterval 00:00:00.05).Status | Should -Be 'RUNNING'
        @(Get-Request $service | Where-Object Operation -EQ ShowInstance).Count | Should -BeGreaterOrEqual 4
    }

    It 'shows an unknown state unchanged' {
        Set-State SOMETHING_NEW
        ($dev | Get-DmsInstance).Status | Should -Be 'SOMETHING_NEW'
    }
}

Describe 'Restart-DmsInstance when the wait ends early' {
    It 'reports a timeout for each unfinished instance, and says what to do' {
        $service = Start-TestEmulator -Speed 1
        try {
            Connect-TestEmulator $service
            $seen = Watch-Command { Get-DmsInstance kafka-dev | Restart-DmsInstance -Force -Wait -Timeout 00:00:00.2 }
            Assert-Failure $seen.Errors -Id HuaweiDms.Timeout -From RestartDmsInstance -Category OperationTimeout -Says 'kafka-dev', 'RUNNING', 'RESTARTING', 'Wait-DmsInstance'
            $seen.Output.Succeeded | Should -BeFalse
            $seen.Output.ErrorCode | Should -Be 'HuaweiDms.Timeout'
            $seen.Output.Status | Should -Be RESTARTING
        } finally { Stop-TestEmulator }
    }

    It 'does not report that the restart failed if only the wait for it fails, because the keys have expired' {
        $service = Start-TestEmulator -Speed 1 -Unrecorded
        try {
            Connect-TestEmulator $service
            $dev = Get-DmsInstance kafka-dev
            $null = Add-DmsEmulatorFault $service -Action Status -StatusCode 401 -Method GET
            $seen = Watch-Command { $dev | Restart-DmsInstance -Force -Wait }
            Assert-Failure $seen.Errors -Id APIGW.0106 -From RestartDmsInstance -Category AuthenticationError -Says 'It is unknown whether kafka-dev', 'became RUNNING', 'temporary keys expire', 'continues the operation'
            "$($seen.Errors)" | Should -Not -BeLike '*Restart failed*'
            Reset-DmsEmulator $service -FaultsOnly
            (Get-DmsInstance kafka-dev).Status | Should -Be RESTARTING
        } finally { Stop-TestEmulator }
    }
}

Describe 'New-DmsInstance when the timeout expires' {
    BeforeAll { Connect-TestEmulator (Start-TestEmulator -Speed 1) }
    AfterAll { Stop-TestEmulator }

    It 'has the instance as the target of the error, and emits no unfinished one' {
        $seen = Watch-Command { New-DmsInstance kafka-slow @Ordinary -Force -Wait -Timeout 00:00:00.1 }
        $seen.Output | Should -HaveCount 0
        $new = $seen.Errors[0].TargetObject
        Assert-Failure $seen.Errors -Id HuaweiDms.Timeout -From NewDmsInstance -Category OperationTimeout -Target kafka-slow -Says "Wait-DmsInstance $($new.InstanceId)"
        $new.Status, $new.Context | Should -Be CREATING, test
    }
}

Describe 'Remove-DmsInstance' {
    BeforeEach {
        $service = Start-TestEmulator
        Connect-TestEmulator $service
        $one, $two, $three = Get-DmsInstance *test*
    }
    AfterEach { Stop-TestEmulator }

    It 'names each instance with -WhatIf and sends no changes' {
        $seen = Invoke-Session { Get-DmsInstance *test* | Remove-DmsInstance -Force -WhatIf }
        $seen.WhatIf | Should -HaveCount 3
        $seen.WhatIf[0] | Should -BeLike "*Delete*kafka-test-01 ($($one.InstanceId))*"
        Get-Changing $service | Should -BeNullOrEmpty
    }

    It 'prompts before it deletes' {
        (Invoke-Session { Remove-DmsInstance $id } -Variable @{ id = $one.InstanceId } -Answer 2).Questions | Should -HaveCount 1
        Get-Changing $service | Should -BeNullOrEmpty
    }

    It 'deletes one with DELETE' {
        $result = $one | Remove-DmsInstance -Force
        $result.Succeeded | Should -BeTrue
        $result.Action | Should -Be 'delete'
        $result.Name | Should -Be 'kafka-test-01'
        $request = Get-Exchange $service -Changing
        $request.method | Should -Be 'DELETE'
        $request.path | Should -Be "/v2/$($service.ProjectId)/instances/$($one.InstanceId)"
    }

    It 'deletes several with one POST' {
        $results = $one, $two, $three | Remove-DmsInstance -Confirm:$false
        $results.Succeeded | Should -Be $true, $true, $true
        $request = Get-Exchange $service -Changing
        $request.method | Should -Be 'POST'
        $request.request.action | Should -Be 'delete'
        $request.request.instances | Should -Be $one.InstanceId, $two.InstanceId, $three.InstanceId
        Get-DmsInstance *test* | Should -BeNullOrEmpty
    }

    It 'waits with -Wait until the instance no longer exists' {
        $result = $one | Remove-DmsInstance -Force -Wait
        $result.Succeeded | Should -BeTrue
        $result.Status | Should -Be 'DELETED'
        (Watch-Command { Get-DmsInstance -Id $one }).Errors[0].FullyQualifiedErrorId | Should -BeLike 'DMS.00404022,*'
    }

    It 'reports an id that does not exist: <Label>' -ForEach @(
        @{ Label = 'alone'; More = $false }
        @{ Label = 'with a valid one'; More = $true }
    ) {
        $seen = Watch-Command { @($NoSuchId) + @(if ($More) { $one.InstanceId }) | Remove-DmsInstance -Force }
        Assert-Failure $seen.Errors -Id DMS.00404022 -From RemoveDmsInstance -Category ObjectNotFound -Says $NoSuchId, 'does not exist'
        $seen.Errors[0].TargetObject.InstanceId | Should -Be $NoSuchId
        @($seen.Output | Where-Object Succeeded) | Should -HaveCount ([int] $More)
    }

    It 'explains why a restarting instance cannot be deleted: <Label>' -ForEach @(
        @{ Label = 'alone'; More = $false; Id = 'DMS.00400099'; State = 'Restarting' }
        @{ Label = 'with a valid one'; More = $true; Id = 'DMS.00400026'; State = 'RESTARTING' }
    ) {
        $null = $one | Restart-DmsInstance -Force
        $seen = Watch-Command { @($one) + @(if ($More) { $two }) | Remove-DmsInstance -Force }
        Assert-Failure $seen.Errors -Id $Id -From RemoveDmsInstance -Category ResourceBusy -Says 'Delete', 'kafka-test-01', $State
        @($seen.Output | Where-Object Succeeded) | Should -HaveCount ([int] $More)
    }

    It 'deletes all whose creation failed with one request, and names them' {
        $results = Remove-DmsInstance -AllFailed -Confirm:$false
        $results.Name | Should -Be 'kafka-poc-01', 'kafka-poc-02'
        $results.Succeeded | Should -Be $true, $true
        $request = Get-Exchange $service -Changing
        $request | Should -HaveCount 1
        $request.path | Should -Be "/v2/$($service.ProjectId)/instances/action"
        $request.request.action | Should -Be 'delete'
        $request.request.all_failure | Should -Be 'kafka'
        $request.request.PSObject.Properties.Name | Should -Not -Contain 'instances'
        $request.status | Should -Be 204
        Get-DmsInstance -IncludeFailed | Should -HaveCount 10
    }

    It 'names all whose creation failed with -AllFailed -WhatIf, and sends no changes' {
        $seen = Invoke-Session { Remove-DmsInstance -AllFailed -Force -WhatIf }
        "$($seen.WhatIf)" | Should -BeLike '*Delete*kafka-poc-01*kafka-poc-02*'
        Get-Changing $service | Should -BeNullOrEmpty
    }

    It 'prompts before it deletes all whose creation failed' {
        $seen = Invoke-Session { Remove-DmsInstance -AllFailed } -Answer 2
        $seen.Questions | Should -HaveCount 1
        $seen.Questions[0] | Should -BeLike '*kafka-poc-01*kafka-poc-02*'
        Get-Changing $service | Should -BeNullOrEmpty
    }

    It 'does nothing if no creation failed, and says so with -Verbose' {
        $null = Remove-DmsInstance -AllFailed -Force
        $before = @(Get-Changing $service).Count
        $seen = Watch-Command { Remove-DmsInstance -AllFailed -Force -Verbose }
        $seen.Output | Should -HaveCount 0
        $seen.Errors | Should -HaveCount 0
        "$($seen.Verbose)" | Should -BeLike '*no instance whose creation failed*'
        @(Get-Changing $service) | Should -HaveCount $before
    }

    It 'accepts ids or -AllFailed, not both' {
        $seen = Watch-Command { Remove-DmsInstance $one -AllFailed -Force }
        $seen.Errors[0].FullyQualifiedErrorId | Should -Be 'PositionalParameterNotFound,HuaweiDms.PowerShell.RemoveDmsInstance'
        Get-Changing $service | Should -BeNullOrEmpty
    }
}

Describe 'New-DmsInstance' {
    BeforeAll {
        $service = Start-TestEmulator
        Connect-TestEmulator $service
    }
    BeforeEach { Reset-DmsEmulator $service }
    AfterAll { Stop-TestEmulator }

    It 'shows with -WhatIf what would be created, and sends nothing' {
        $seen = Invoke-Session { New-DmsInstance what-if @ordinary -Force -WhatIf } -Variable @{ ordinary = $Ordinary }
        $seen.WhatIf | Should -HaveCount 1
        $seen.WhatIf[0] | Should -BeLike '*Create instance*what-if (2.7, 3 x c6.2u4g.cluster, 300 GB)*'
        $service.Requests | Should -HaveCount 0
    }

    It 'prompts, because it costs money' {
        $seen = Invoke-Session { New-DmsInstance ask-first @ordinary } -Variable @{ ordinary = $Ordinary } -Answer 2
        $seen.Questions | Should -HaveCount 1
        Get-Changing $service | Should -BeNullOrEmpty
    }

    It 'sends what the reference requires, and emits the new instance' {
        $new = New-DmsInstance kafka-new @Ordinary -Description 'For orders' -Tag @{ env = 'test'; team = 'orders' } -MaintenanceBegin 22:00 -MaintenanceEnd 02:00 -RetentionPolicy time_base -EnableAutoTopic -Force
        $new | Should -BeOfType HuaweiDms.Instance
        $new.Name | Should -Be 'kafka-new'
        $new.Status | Should -BeIn 'CREATING', 'RUNNING'
        $new.Description | Should -Be 'For orders'
        $new.Tags['team'] | Should -Be 'orders'
        $new.Context | Should -Be 'test'
        $request = Get-Exchange $service -Changing | Select-Object -Last 1
        $request.path | Should -Be "/v2/kafka/$($service.ProjectId)/instances"
        $request.request.engine | Should -Be 'kafka'
        $request.request.broker_num | Should -Be 3
        $request.request.storage_space | Should -Be 300
        $request.request.maintain_begin | Should -BeLike '22:00*'
        @($request.request.available_zones) | Should -Be '63cb182a467c437daa0f001b7fa55fd0'
    }

    It 'waits with -Wait until it is RUNNING' {
        Reset-DmsEmulator $service
        $new = New-DmsInstance kafka-wait @Ordinary -Force -Wait
        $new.Status | Should -Be 'RUNNING'
    }

    It 'reports the id of an ordered instance that cannot be read' {
        $null = Add-DmsEmulatorFault $service -Method GET -Path '*/instances/*' -Action Status -StatusCode 404 -ErrorCode APIGW.0101
        $seen = Watch-Command { New-DmsInstance kafka-unseen @Ordinary -Force }
        $seen.Errors | Should -HaveCount 0
        $seen.Output.InstanceId | Should -Match '^[0-9a-f-]{36}$'
        $seen.Warnings | Should -BeLike "*kafka-unseen ($($seen.Output.InstanceId)) is ordered*APIGW.0101*"
        $seen = Watch-Command { New-DmsInstance kafka-waiting @Ordinary -Force -Wait -Timeout 00:00:20 }
        $seen.Output | Should -HaveCount 0
        Assert-Failure $seen.Errors -Id APIGW.0101 -From NewDmsInstance -Category ObjectNotFound -Says "kafka-waiting ($($seen.Errors[0].TargetObject.InstanceId))"
        $seen.Warnings | Should -BeNullOrEmpty
    }

    It 'reports a creation that fails during the wait' {
        $seen = Watch-Command { New-DmsInstance fail-soon @Ordinary -Force -Wait }
        $seen.Output | Should -HaveCount 0
        Assert-Failure $seen.Errors -Id HuaweiDms.WaitFailed -From NewDmsInstance -Category InvalidResult -Says 'fail-soon', 'CREATEFAILED', 'RUNNING'
    }

    It 'accepts rows of a CSV file' {
        $rows = @'
Name,EngineVersion,BrokerCount,StorageSpaceGB,ProductId,StorageSpecCode,VpcId,SubnetId,SecurityGroupId,AvailabilityZone,Description
csv-one,2.7,3,300,c6.2u4g.cluster,dms.physical.storage.ultra.v2,vpc-1,subnet-1,group-1,63cb182a467c437daa0f001b7fa55fd0,first
csv-two,3.x,5,900,c6.4u8g.cluster,dms.physical.storage.high.v2,vpc-1,subnet-1,group-1,63cb182a467c437daa0f001b7fa55fd0,second
'@ | ConvertFrom-Csv
        $new = $rows | New-DmsInstance -Force
        $new.Name | Should -Be 'csv-one', 'csv-two'
        $new.BrokerCount | Should -Be 3, 5
        $new.Description | Should -Be 'first', 'second'
    }

    It 'accepts every column, and treats an empty cell as omitted' {
        $rows = @'
Name,ChargingMode,PeriodType,PeriodCount,AutoPay,Tag,DiskEncryptionKeyId,AccessMode,PublicIpId,EnableAutoTopic,MaintenanceBegin,EnterpriseProjectId
csv-prepaid,prepaid,YEAR,2,true,env=prod;team=core,key-1,privateplain;PublicPlain,eip-1;eip-2;eip-3,yes,,
csv-ordinary,,,,,,,,,,,
'@ | ConvertFrom-Csv
        $said = Invoke-Session { $rows | New-DmsInstance @ordinary -WhatIf } -Variable @{ ordinary = $Ordinary; rows = $rows }
        $said.WhatIf[0] | Should -BeLike '*(2.7, 3 x c6.2u4g.cluster, 300 GB, for 2 years, paid automatically, with public access)*'
        $said.WhatIf[1] | Should -BeLike '*(2.7, 3 x c6.2u4g.cluster, 300 GB)*'
        $new = $rows | New-DmsInstance @Ordinary -Force -Wait
        "$($new.ChargingMode)", "$($new.DiskEncrypted)", "$($new.PublicIpEnabled)", "$($new.AutoTopicEnabled)" | Should -Be 'PrePaid PostPaid', 'True False', 'True False', 'True False'
        $new[0].Tags['team'] | Should -Be 'core'
        $new[1].Tags.Count | Should -Be 0
        $null = [pscustomobject]@{ Name = 'json-one'; ChargingMode = $null; AccessMode = $null; PeriodCount = $null; Description = $null; Tag = [pscustomobject]@{ env = 'dev' } } | New-DmsInstance @Ordinary -Force
        (Get-DmsInstance json-one).Tags['env'] | Should -Be 'dev'
    }

    It 'refuses an empty variable: -<Parameter>' -ForEach @(
        @{ Parameter = 'DiskEncryptionKeyId'; Value = '' }
        @{ Parameter = 'ChargingMode'; Value = '' }
        @{ Parameter = 'AccessMode'; Value = @() }
    ) {
        $given = $Ordinary + @{ $Parameter = $Value }
        $seen = Watch-Command { New-DmsInstance some-name @given -Force }
        Assert-Failure $seen.Errors -Id HuaweiDms.InvalidArgument -From NewDmsInstance -Category InvalidArgument -Target some-name -Says "-$Parameter", 'omit the parameter'
        $service.Requests | Should -HaveCount 0
    }

    It 'does not accept an instance, or any other object, as an order' {
        $prod = Get-DmsInstance kafka-prod
        $seen = Watch-Command { $prod, ($prod | ConvertTo-Json -Depth 5 | ConvertFrom-Json) | New-DmsInstance clone @Ordinary -Force }
        $seen.Errors | Should -HaveCount 2
        $seen.Errors | ForEach-Object { "$_" | Should -BeLike "*'kafka-prod' is an instance*TotalStorageSpaceGB*" }
        (Watch-Command { 1, $null | New-DmsInstance clone @Ordinary -Force }).Errors | Should -HaveCount 2
        Get-Changing $service | Should -BeNullOrEmpty
        $given = $Ordinary.Clone()
        $given.Remove('StorageSpaceGB')
        (Watch-Command { $prod | Select-Object StorageSpaceGB | New-DmsInstance clone @given -WhatIf }).Warnings | Should -BeLike '*TotalStorageSpaceGB*'
    }

    It 'reports one that the service refuses, and creates the others' {
        $seen = Watch-Command { 'kafka-prod', 'kafka-fresh' | ForEach-Object { [pscustomobject]@{ Name = $_ } } | New-DmsInstance @Ordinary -Force }
        $seen.Output.Name | Should -Be 'kafka-fresh'
        Assert-Failure $seen.Errors -Id DMS.00400060 -From NewDmsInstance -Category ResourceExists -Target kafka-prod -Says 'Create instance', 'kafka-prod', 'already exists', 'HTTP 400', 'request id', '-IfNotExists'
        $seen = Watch-Command { New-DmsInstance kafka-poc-01 @Ordinary -IfNotExists -Force }
        Assert-Failure $seen.Errors -Id DMS.00400060 -From NewDmsInstance -Category ResourceExists -Says 'creation of that instance has failed', '-IncludeFailed', 'Remove-DmsInstance'
    }

    It 'orders nothing for an existing name with -IfNotExists, and warns if the instance differs' {
        (Invoke-Session { New-DmsInstance kafka-once @ordinary -IfNotExists -WhatIf } -Variable @{ ordinary = $Ordinary }).WhatIf | Should -BeLike '*Create instance unless it exists*kafka-once*'
        $new = New-DmsInstance kafka-once @Ordinary -IfNotExists -Force
        $seen = Watch-Command { New-DmsInstance kafka-once @Ordinary -IfNotExists -Force -Wait }
        $seen.Output.InstanceId, $seen.Output.Status | Should -Be $new.InstanceId, RUNNING
        $seen.Warnings | Should -BeNullOrEmpty
        Get-Changing $service | Should -HaveCount 1
        $seen = Watch-Command { New-DmsInstance kafka-prod @Ordinary -IfNotExists -Force }
        $seen.Output.Name | Should -Be kafka-prod
        "$($seen.Warnings)" | Should -BeLike '*kafka-prod already exists*ProductId is c6.8u16g.cluster, not c6.2u4g.cluster*Resize-DmsInstance*'
        Get-Changing $service | Should -HaveCount 1
    }

    It 'prompts with -IfNotExists only for instances that do not exist, and shows only those with -WhatIf' {
        $given = @{ rows = 'kafka-prod', 'kafka-fresh' | ForEach-Object { [pscustomobject]@{ Name = $_ } }; ordinary = $Ordinary }
        $seen = Invoke-Session { $rows | New-DmsInstance @ordinary -IfNotExists -WhatIf } -Variable $given
        $seen.WhatIf | Should -BeLike '*kafka-fresh*'
        $seen.Output.Name | Should -Be kafka-prod
        Get-Changing $service | Should -BeNullOrEmpty
        $seen = Invoke-Session { $rows | New-DmsInstance @ordinary -IfNotExists } -Variable $given -Answer 0
        $seen.Questions | Should -HaveCount 1
        $seen.Output.Name | Should -Be kafka-prod, kafka-fresh
    }

    It 'orders one instance for two rows with the same name with -IfNotExists' {
        $seen = Watch-Command { 1..2 | ForEach-Object { [pscustomobject]@{ Name = 'kafka-twice' } } | New-DmsInstance @Ordinary -IfNotExists -Force }
        $seen.Errors | Should -BeNullOrEmpty
        $seen.Output.InstanceId | Select-Object -Unique | Should -Be (Get-DmsInstance kafka-twice).InstanceId
    }

    It 'sends the user and password for SASL, and turns SASL on' {
        $new = New-DmsInstance kafka-sasl @Ordinary -AccessCredential (New-Login app-user 'Corr3ct-Horse') -SecurityProtocol SASL_SSL -SaslMechanism PLAIN, SCRAM-SHA-512 -Force
        $new.SaslEnabled | Should -BeTrue
        $new.AccessUserName | Should -Be 'app-user'
        $request = (Get-Exchange $service -Changing | Select-Object -Last 1).request
        $request.ssl_enable | Should -BeTrue
        $request.access_user | Should -Be 'app-user'
        $request.sasl_enabled_mechanisms | Should -Be 'PLAIN', 'SCRAM-SHA-512'
    }

    It 'sends all other fields of the reference' {
        $login = New-Login app-user 'Corr3ct-Horse'
        $new = New-DmsInstance kafka-rest @Ordinary -AccessCredential $login -EnableVpcPlaintext -EnableSmartConnect -Architecture X86 -Force
        $new.SmartConnectEnabled, $new.VpcPlaintextEnabled | Should -Be $true, $true
        $request = (Get-Exchange $service -Changing | Select-Object -Last 1).request
        $request.vpc_client_plain, $request.connector_enable, $request.arch_type | Should -Be $true, $true, 'X86'
    }

    It 'emits the id of a yearly/monthly instance although its order is not processed yet' {
        $new = New-DmsInstance kafka-prepaid @Ordinary -ChargingMode PrePaid -PeriodType month -PeriodCount 1 -AutoRenew -AutoPay -Force
        $new.InstanceId | Should -Match '^[0-9a-f-]{36}$'
        $new.Name | Should -Be 'kafka-prepaid'
        ($new | Format-Table | Out-String) | Should -Not -BeLike '*/*'
        ($new | Wait-DmsInstance).Status | Should -Be RUNNING
    }

    It 'refuses, before anything is sent, -<Parameter> <Value>: <Says>' -ForEach @(
        @{ Parameter = 'Name'; Value = 'abc'; Says = "'abc'", '4 to 64' }
        @{ Parameter = 'Name'; Value = '1abc'; Says = "'1abc'", 'begins with a letter' }
        @{ Parameter = 'Name'; Value = 'with space'; Says = "'with space'", 'hyphens and underscores' }
        @{ Parameter = 'Name'; Value = "name`n"; Says = @('4 to 64') }
        @{ Parameter = 'Name'; Value = ('a' * 65); Says = @('4 to 64') }
        @{ Parameter = 'Name'; Value = 'käfka'; Says = @('4 to 64') }
        @{ Parameter = 'AvailabilityZone'; Value = @('63cb182a467c437daa0f001b7fa55fd0', '22d4520bb0ca439fa44add8a00e22fd7'); Says = '2 availability zones', 'one zone, or three or more' }
        @{ Parameter = 'AvailabilityZone'; Value = @(); Says = @('AvailabilityZone') }
        @{ Parameter = 'StorageSpaceGB'; Value = 299; Says = '299 GB', 'the minimum for an instance is 300 GB' }
        @{ Parameter = 'StorageSpaceGB'; Value = -1; Says = '-1 GB', 'the minimum for an instance is 300 GB' }
        @{ Parameter = 'BrokerCount'; Value = 0; Says = @('0') }
        @{ Parameter = 'Description'; Value = ('x' * 1025); Says = @('The text has 1025 characters', '1024') }
        @{ Parameter = 'SecurityProtocol'; Value = 'SASL'; Says = 'SASL_SSL', 'SASL_PLAINTEXT' }
        @{ Parameter = 'MaintenanceBegin'; Value = '25:00:00'; Says = @('MaintenanceBegin') }
        @{ Parameter = 'RetentionPolicy'; Value = 'keep'; Says = 'produce_reject', 'time_base' }
        @{ Parameter = 'PeriodCount'; Value = 10; Says = @('10') }
    ) {
        $given = $Ordinary.Clone()
        $given['Name'] = 'fine-name'
        $given[$Parameter] = $Value
        $seen = Watch-Command { New-DmsInstance @given -Force }
        @($seen.Errors) | Should -HaveCount 1
        $seen.Errors[0].FullyQualifiedErrorId | Should -Match '^Parameter.+,HuaweiDms\.PowerShell\.NewDmsInstance$'
        $seen.Errors[0].CategoryInfo.Category | Should -Be 'InvalidData'
        "$($seen.Errors[0])" | Should -BeLike "*'$Parameter'*"
        foreach ($part in $Says) { "$($seen.Errors[0])" | Should -BeLike "*$part*" }
        $service.Requests | Should -HaveCount 0
    }

    It 'refuses, before anything is sent, <Label>' -ForEach @(
        @{ Label = 'half a maintenance window'; More = @{ MaintenanceBegin = '02:00' }; Says = '-MaintenanceEnd', 'start and an end' }
        @{ Label = 'prepaid without a period'; More = @{ ChargingMode = 'PrePaid' }; Says = '-PeriodType', 'PeriodCount' }
        @{ Label = 'a period without a subscription'; More = @{ PeriodType = 'month'; PeriodCount = 1 }; Says = '-PeriodType', "'month'", '-ChargingMode PrePaid' }
        @{ Label = 'terms of yearly/monthly for pay-per-use'; More = @{ ChargingMode = 'PostPaid'; AutoPay = $true }; Says = '-AutoPay', '-ChargingMode PrePaid' }
        @{ Label = 'a protocol without a user'; More = @{ SecurityProtocol = 'SASL_SSL' }; Says = '-SecurityProtocol', '-AccessCredential' }
        @{ Label = 'public access alone'; More = @{ AccessMode = 'PublicPlain'; PublicIpId = 'eip-1' }; Says = '-AccessMode', 'PublicPlain', 'inside the VPC' }
        @{ Label = 'more storage than the product has'; More = @{ StorageSpaceGB = 30001 }; Says = '-StorageSpaceGB', '3 brokers of c6.2u4g.cluster', '300 to 30000 GB' }
        @{ Label = 'an invalid tag'; More = @{ Tag = 'a/b=c' }; Says = '-Tag', "'a/b'", 'letters and digits' }
        @{ Label = 'the name of a zone for its id'; More = @{ AvailabilityZone = 'az2' }; Says = '-AvailabilityZone', "'az2'", '(Get-DmsAvailabilityZone AZ2).ZoneId' }
        @{ Label = 'an invalid address'; More = @{ TenantIp = 'ten' }; Says = '-TenantIp', "'ten'", 'IPv4' }
        @{ Label = 'a parameter of v1.0'; More = @{ PublicBandwidthMbps = 300 }; Says = '-PublicBandwidthMbps', '-ApiVersion V1' }
        @{ Label = 'too many years'; More = @{ ChargingMode = 'PrePaid'; PeriodType = 'year'; PeriodCount = 4 }; Says = '-PeriodCount', "'4'", '1 to 3 years' }
        @{ Label = 'more addresses than brokers'; More = @{ TenantIp = '10.0.0.1', '10.0.0.2', '10.0.0.3', '10.0.0.4' }; Says = '-TenantIp', "'4 addresses'", 'one address per broker' }
        @{ Label = 'a password that is too short'; Password = 'Sh0rt-x'; Says = '-AccessCredential', '8 to 32' }
        @{ Label = 'a password of one kind'; Password = 'alllowercase'; Says = '-AccessCredential', 'at least three' }
        @{ Label = 'a password that begins with a hyphen'; Password = '-Hyphen-1st'; Says = '-AccessCredential', 'hyphen' }
        @{ Label = 'a password that is the user name'; Password = 'App-User-1'; Says = '-AccessCredential', 'user name' }
        @{ Label = 'a password that is the user name reversed'; Password = '1-resU-ppA'; Says = '-AccessCredential', 'reversed' }
    ) {
        $more = if ($Password) { @{ AccessCredential = New-Login 'App-User-1' $Password } } else { $More }
        $given = $Ordinary.Clone()
        foreach ($name in $more.Keys) { $given[$name] = $more[$name] }
        $seen = Watch-Command { New-DmsInstance fine-name @given -Force }
        Assert-Failure $seen.Errors -Id HuaweiDms.InvalidArgument -From NewDmsInstance -Category InvalidArgument -Target fine-name -Says $Says
        if ($Password) { "$($seen.Errors)".Replace('App-User-1', '') | Should -Not -BeLike "*$Password*" }
        $service.Requests | Should -HaveCount 0
    }

    It 'accepts three or more zones' {
        $given = $Ordinary.Clone()
        $given['AvailabilityZone'] = '63cb182a467c437daa0f001b7fa55fd0', '22d4520bb0ca439fa44add8a00e22fd7', '427d6116eef74710a36457e9c91bc38d'
        (New-DmsInstance kafka-three-zones @given -Force).AvailabilityZones | Should -HaveCount 3
    }
}

Describe 'Open lists of values of New-DmsInstance' {
    BeforeAll {
        $service = Start-TestEmulator -Unrecorded
        Connect-TestEmulator $service
    }
    BeforeEach { Reset-DmsEmulator $service }
    AfterAll { Stop-TestEmulator }

    It 'are not enforced: the service knows newer values of -<Parameter> than the reference, and the emulator those that it lists' -ForEach @(
        @{ Parameter = 'EngineVersion'; Value = '9.9'; Code = 'DMS.00400008' }
        @{ Parameter = 'ProductId'; Value = 'c9.64u128g.cluster'; Code = 'DMS.00400009' }
        @{ Parameter = 'StorageSpecCode'; Value = 'dms.physical.storage.future'; Code = 'DMS.00400125' }
        @{ Parameter = 'AvailabilityZone'; Value = 'emulatora'; Code = 'DMS.00400042' }
    ) {
        $given = $Ordinary.Clone()
        $given[$Parameter] = $Value
        $seen = Watch-Command { New-DmsInstance fine-name @given -Force }
        Get-Changing $service | Should -HaveCount 1
        $seen.Errors[0].FullyQualifiedErrorId | Should -Be "$Code,HuaweiDms.PowerShell.NewDmsInstance"
    }
}

Describe 'Set-DmsInstance' {
    BeforeEach {
        $service = Start-TestEmulator
        Connect-TestEmulator $service
        $dev = Get-DmsInstance kafka-dev
    }
    AfterEach { Stop-TestEmulator }

    It 'shows with -WhatIf what would change, and sends no changes' {
        $seen = Invoke-Session { Get-DmsInstance kafka-dev, kafka-staging | Set-DmsInstance -Description new -RetentionPolicy time_base -WhatIf }
        $seen.WhatIf | Should -HaveCount 2
        $seen.WhatIf[0] | Should -BeLike "*description to 'new'*retention policy to 'time_base' (the oldest messages are deleted whenever the disk is full)*kafka-dev*"
        Get-Changing $service | Should -BeNullOrEmpty
    }

    It 'changes only what was given, and emits nothing' {
        $dev | Set-DmsInstance -Description 'new text' | Should -BeNullOrEmpty
        $request = Get-Exchange $service -Changing
        $request.method | Should -Be 'PUT'
        $request.path | Should -Be "/v2/$($service.ProjectId)/instances/$($dev.InstanceId)"
        $request.request.PSObject.Properties.Name | Should -Be 'description'
        ($dev | Get-DmsInstance).Description | Should -Be 'new text'
    }

    It 'emits the changed instances with -PassThru' {
        $changed = Get-DmsInstance *test* | Set-DmsInstance -Description same -MaintenanceBegin 22:00 -MaintenanceEnd 02:00 -PassThru
        $changed.Name | Should -Be 'kafka-test-01', 'kafka-test-02', 'kafka-test-perf'
        $changed.Description | Should -Be 'same', 'same', 'same'
        $changed[0].MaintenanceBegin | Should -Be ([timespan] '22:00')
    }

    It 'clears the description with an empty one' {
        $dev | Set-DmsInstance -Description x
        ($dev | Set-DmsInstance -Description '' -PassThru).Description | Should -BeNullOrEmpty
    }

    It 'accepts only a maintenance window of four hours' {
        $seen = Watch-Command { $dev | Set-DmsInstance -MaintenanceBegin 22:00 -MaintenanceEnd 23:00 }
        Assert-Failure $seen.Errors -Id HuaweiDms.InvalidArgument -From SetDmsInstance -Category InvalidArgument -Says '-MaintenanceEnd', 'four hours'
        Get-Changing $service | Should -BeNullOrEmpty
    }

    It 'prompts with -Confirm' {
        (Invoke-Session { Get-DmsInstance kafka-dev | Set-DmsInstance -Description x -Confirm } -Answer 2).Questions | Should -HaveCount 1
        Get-Changing $service | Should -BeNullOrEmpty
    }

    It 'does not prompt by default' {
        (Invoke-Session { Get-DmsInstance kafka-dev | Set-DmsInstance -Description x }).Questions | Should -HaveCount 0
        Get-Changing $service | Should -HaveCount 1
    }

    It 'prompts with $ConfirmPreference = Medium' {
        (Invoke-Session { $ConfirmPreference = 'Medium'; Get-DmsInstance kafka-dev | Set-DmsInstance -Description x } -Answer 2).Questions | Should -HaveCount 1
        Get-Changing $service | Should -BeNullOrEmpty
    }

    It 'refuses a call without changes' {
        $seen = Watch-Command { $dev | Set-DmsInstance }
        Assert-Failure $seen.Errors -Id HuaweiDms.NothingToChange -From SetDmsInstance -Category InvalidArgument -Says '-NewName', '-Description'
        $seen.Ended | Should -BeTrue
    }

    It 'refuses half a maintenance window' {
        $seen = Watch-Command { $dev | Set-DmsInstance -MaintenanceBegin 02:00 }
        Assert-Failure $seen.Errors -Id HuaweiDms.InvalidArgument -From SetDmsInstance -Category InvalidArgument -Says '-MaintenanceEnd'
        Get-Changing $service | Should -BeNullOrEmpty
    }

    It 'refuses an invalid name' {
        $seen = Watch-Command { $dev | Set-DmsInstance -NewName 'no good' }
        $seen.Errors[0].FullyQualifiedErrorId | Should -Be 'ParameterArgumentValidationError,HuaweiDms.PowerShell.SetDmsInstance'
        "$($seen.Errors[0])" | Should -BeLike "*'NewName'*'no good'*"
    }

    It 'reports a name that is already in use' {
        $seen = Watch-Command { $dev | Set-DmsInstance -NewName kafka-prod }
        Assert-Failure $seen.Errors -Id DMS.00400060 -From SetDmsInstance -Category ResourceExists -Target $dev.InstanceId -Says 'kafka-dev', 'already exists'
    }

    It 'reports one in the wrong state and changes the others' {
        $seen = Watch-Command { Get-DmsInstance kafka-legacy, kafka-dev | Set-DmsInstance -Description changed -PassThru }
        $seen.Output.Name | Should -Be 'kafka-dev'
        Assert-Failure $seen.Errors -Id DMS.00400026 -From SetDmsInstance -Category ResourceBusy -Target (Get-DmsInstance kafka-legacy).InstanceId -Says 'kafka-legacy', 'Wait-DmsInstance', 'FROZEN', 'renewed'
    }
}

Describe 'Wait-DmsInstance' {
    BeforeEach {
        $service = Start-TestEmulator
        Connect-TestEmulator $service
        $dev = Get-DmsInstance kafka-dev
    }
    AfterEach { Stop-TestEmulator }

    It 'emits an instance that is already RUNNING immediately' {
        (Get-DmsInstance *prod* | Wait-DmsInstance).Name | Should -Be 'kafka-prod', 'kafka-prod-orders', 'kafka-prod-payments'
    }

    It 'waits for results of Restart-DmsInstance' {
        $done = Get-DmsInstance *test* | Restart-DmsInstance -Force | Wait-DmsInstance -PollInterval 00:00:00.1
        $done.Status | Should -Be 'RUNNING', 'RUNNING', 'RUNNING'
        $done | Should -BeOfType HuaweiDms.Instance
    }

    It 'waits for an intermediate state' {
        $null = $dev | Restart-DmsInstance -Force
        ($dev, $dev.InstanceId.ToUpperInvariant() | Wait-DmsInstance -Status restarting -PollInterval 00:00:00.05).Status | Should -Be 'RESTARTING'
    }

    It 'waits for any of several states' {
        (Get-DmsInstance kafka-legacy, kafka-dev | Wait-DmsInstance -Status RUNNING, FROZEN).Status | Should -Be 'FROZEN', 'RUNNING'
    }

    It 'does not treat another 404 response as the end of an instance: <_>' -ForEach 'APIGW.0101', 'DMS.00404001' {
        $null = Add-DmsEmulatorFault $service -Method GET -Path '*/instances/*' -Action Status -StatusCode 404 -ErrorCode $_
        $seen = Watch-Command { Wait-DmsInstance -InstanceId $dev.InstanceId -Status DELETED -PollInterval 00:00:00.1 -Timeout 00:00:20 }
        Assert-Failure $seen.Errors -Id $_ -From WaitDmsInstance -Category ObjectNotFound -Says 'endpoint', 'region'
    }

    It 'waits with DELETED until an instance no longer exists, and emits nothing' {
        $seen = Watch-Command { $dev | Remove-DmsInstance -Force | Wait-DmsInstance -Status DELETED -PollInterval 00:00:00.1 }
        $seen.Output | Should -HaveCount 0
        $seen.Errors | Should -HaveCount 0
        (Watch-Command { $dev | Get-DmsInstance }).Errors[0].FullyQualifiedErrorId | Should -BeLike 'DMS.00404022,*'
    }

    It 'ends immediately in a state that cannot lead to the goal: <Status>' -ForEach @(
        @{ Status = 'FROZEN'; Name = 'kafka-legacy' }
        @{ Status = 'CREATEFAILED'; Name = 'kafka-poc-01' }
    ) {
        $target = Get-DmsInstance $Name -IncludeFailed
        $seen = Watch-Command { $target | Wait-DmsInstance }
        Assert-Failure $seen.Errors -Id HuaweiDms.WaitFailed -From WaitDmsInstance -Category InvalidResult -Target $target.InstanceId -Says $Name, $Status, 'RUNNING'
    }

    It 'ends immediately if the instance does not exist' {
        $seen = Watch-Command { Wait-DmsInstance $NoSuchId }
        Assert-Failure $seen.Errors -Id DMS.00404022 -From WaitDmsInstance -Category ObjectNotFound -Target $NoSuchId -Says $NoSuchId, 'does not exist'
    }

    It 'reports the one that cannot reach the goal and emits the others' {
        $seen = Watch-Command { Get-DmsInstance kafka-dev, kafka-legacy, kafka-staging | Wait-DmsInstance }
        $seen.Output.Name | Should -Be 'kafka-dev', 'kafka-staging'
        @($seen.Errors) | Should -HaveCount 1
    }

    It 'gives up after -Timeout, and reports the state of the instance' {
        $seen = Watch-Command { $dev | Wait-DmsInstance -Status EXTENDING -Timeout 00:00:00.2 -PollInterval 00:00:00.05 }
        Assert-Failure $seen.Errors -Id HuaweiDms.Timeout -From WaitDmsInstance -Category OperationTimeout -Target $dev.InstanceId -Says 'kafka-dev', 'EXTENDING', '0:00:00.2', 'RUNNING', '-Timeout'
    }

    It 'continues after a failed status request' {
        $null = Add-DmsEmulatorFault $service -Method GET -Path '*/instances/*' -Action Status -StatusCode 500 -First 6
        ($dev | Wait-DmsInstance -PollInterval 00:00:00.05).Name | Should -Be 'kafka-dev'
    }
}

Describe 'Test-DmsInstance' {
    BeforeAll {
        $service = Start-TestEmulator
        Connect-TestEmulator $service
        $prod = Get-DmsInstance kafka-prod
    }
    BeforeEach { Reset-DmsEmulator $service }
    AfterAll { Stop-TestEmulator }

    It 'emits a row for each check, in the order of the instances' {
        $checks = @(Get-DmsInstance kafka-prod, kafka-dev | Test-DmsInstance)
        $checks | Should -HaveCount 12
        $checks[0..5].Check | Should -Be Status, Cluster, Disk, Task, SmartConnect, Lag
        $checks.Instance | Select-Object -Unique | Should -Be kafka-prod, kafka-dev
        $checks.Where{ -not $_.Passed }.Check | Should -Be SmartConnect
        $checks[2].Value, $checks[2].Limit, $checks[0].Value, $checks[0].Limit | Should -Be 41, 80, RUNNING, RUNNING
        $checks[0].InstanceId, $checks[0].Context | Should -Be $prod.InstanceId, test
    }

    It 'reads only what the requested checks need: <Check>' -ForEach @(
        @{ Check = 'Status'; Operation = 'ShowInstance' }, @{ Check = 'Cluster'; Operation = 'ShowCluster' }
        @{ Check = 'Disk'; Operation = 'ShowKafkaTopicPartitionDiskusage' }, @{ Check = 'Task'; Operation = 'ListBackgroundTasks' }
        @{ Check = 'SmartConnect'; Operation = 'ListConnectorTasks' }, @{ Check = 'Lag'; Operation = 'ListInstanceConsumerGroups' }
    ) {
        ($prod | Test-DmsInstance -Check $Check).Check | Should -Be $Check
        (Get-Request $service).Operation | Select-Object -Unique | Should -Be $Operation
    }

    It 'compares figures with the given limits' {
        $checks = $prod | Test-DmsInstance -Check Disk, Lag -MaximumDiskPercent 40 -MaximumLag 215
        $checks.Passed | Should -Be $false, $false
        ($prod | Test-DmsInstance -Check Disk, Lag -MaximumDiskPercent 41 -MaximumLag 216).Passed | Should -Be $true, $true
    }

    It 'does not pass a check that could not be read, and reports each cause once' {
        $null = Add-DmsEmulatorFault $service -Path "*$($prod.InstanceId)*" -Action Status -StatusCode 403 -ErrorCode DMS.00403007
        $seen = Watch-Command { Get-DmsInstance kafka-prod, kafka-dev | Test-DmsInstance -Check Status, Lag, Disk }
        $seen.Output.Passed | Should -Be $null, $null, $null, $true, $true, $true
        $seen.Output[0].Message | Should -BeLike '*DMS.00403007*'
        Assert-Failure $seen.Errors -Id DMS.00403007 -From TestDmsInstance -Category PermissionDenied -Says 'Status, Lag, Disk', kafka-prod
    }

    It 'emits every row before an error ends it' {
        $null = $prod | Stop-DmsEmulatorBroker 1
        $seen = Watch-Command { Get-DmsInstance kafka-prod, kafka-dev | Test-DmsInstance -Check Disk -ErrorAction Stop }
        $seen.Ended | Should -BeTrue
        $seen.Output.Instance | Should -Be kafka-prod, kafka-dev
        Assert-Failure $seen.Errors -Id HuaweiDms.UnreadableResponse -From TestDmsInstance -Category InvalidResult -Says broker-1
    }

    It 'reports only the state of an instance that is not RUNNING, and does not stop a script that stops at errors' {
        $checks = & { $ErrorActionPreference = 'Stop'; Get-DmsInstance kafka-prod, kafka-legacy | Test-DmsInstance }
        $checks | Should -HaveCount 12
        $legacy = $checks.Where{ $_.Instance -eq 'kafka-legacy' }
        $legacy[0].Passed, $legacy[1].Passed | Should -Be $false, $null
        $legacy[1].Message | Should -BeLike '*DMS.00400026*'
        $seen = Watch-Command { Get-DmsInstance kafka-legacy | Test-DmsInstance -Check Cluster }
        Assert-Failure $seen.Errors -Id DMS.00400026 -From TestDmsInstance -Category ResourceBusy -Says Cluster, kafka-legacy
    }

    It 'ignores a limit of an omitted check, so that limits can be defaults' {
        $limits = @{ MaximumDiskPercent = 40; MaximumLag = 215 }
        ($prod | Test-DmsInstance -Check Disk @limits).Passed | Should -BeFalse
        $rows = $prod | Test-DmsInstance -Check Status @limits -Verbose 4>&1
        $rows[-1].Passed | Should -BeTrue
        "$($rows[0..1])" | Should -BeLike '*-MaximumDiskPercent *Disk*-MaximumLag *Lag*'
    }

    It 'compares the waiting time of messages with -MaximumAge, and excludes groups and tasks on request' {
        $checks = $prod | Test-DmsInstance -Check SmartConnect, Lag -MaximumAge 01:00:00
        $checks.Passed | Should -Be $false, $false
        $checks[1].Value, $checks[1].Limit | Should -Be ([timespan] '02:00:00'), ([timespan] '01:00:00')
        $checks = $prod | Test-DmsInstance -Check SmartConnect, Lag -MaximumAge 01:00:00 -ExcludeConsumerGroup report* -ExcludeSmartConnectTask audit-archive, clicks*
        $checks.Passed | Should -Be $true, $true
        $checks.Message | Should -BeLike '*Excluded: *'
        ($prod | Test-DmsInstance -Check Lag -MaximumLag 100 -ExcludeConsumerGroup reporting).Passed | Should -BeTrue
        $null = Add-DmsEmulatorFault $service -Path '*/messages' -Action Status -StatusCode 403 -ErrorCode DMS.00403007
        $seen = Watch-Command { $prod | Test-DmsInstance -Check Lag -MaximumAge 01:00:00 }
        $seen.Output.Passed | Should -Be $null
        Assert-Failure $seen.Errors -Id DMS.00403007 -From TestDmsInstance -Category PermissionDenied -Says Lag, kafka-prod
        ($prod | Test-DmsInstance -Check Lag -MaximumAge 01:00:00 -MaximumLag 100 -ErrorAction Stop).Passed | Should -BeFalse
    }

    It 'sets the exit code of a job' {
        (Invoke-Child "Connect-Dms -Emulator; if (Get-DmsInstance kafka-dev | Test-DmsInstance | Where-Object Passed -NE `$true) { exit 2 }").ExitCode | Should -Be 0
        (Invoke-Child "Connect-Dms -Emulator; if (Get-DmsInstance kafka-analytics | Test-DmsInstance | Where-Object Passed -NE `$true) { exit 2 }").ExitCode | Should -Be 2
    }
}

Describe 'The instance cmdlets with -ApiVersion V1' {
    BeforeAll {
        $older = $Ordinary.Clone()
        $older.Remove('BrokerCount')
        $older['ProductId'] = '00300-30308-0--0'
        $older['StorageSpaceGB'] = 600
        $older['StorageSpecCode'] = 'dms.physical.storage.ultra'
    }
    BeforeEach {
        $service = Start-TestEmulator
        Connect-TestEmulator $service -More @{ ApiVersion = 'V1' }
    }
    AfterEach { Stop-TestEmulator }

    It 'list and read' {
        Get-DmsInstance | Should -HaveCount 10
        (Get-DmsInstance kafka-dev | Get-DmsInstance).Name | Should -Be 'kafka-dev'
        Get-DmsInstance -IncludeFailed | Should -HaveCount 12
        (Get-DmsInstance -Skip 2 -First 3).Name | Should -Be (Get-DmsInstance)[2..4].Name
        (Get-Request $service).Path | ForEach-Object { $_ | Should -BeLike "/v1.0/$($service.ProjectId)/instances*" }
    }

    It 'read each instance of a long list once' {
        $null = 1..60 | ForEach-Object { [pscustomobject]@{ Name = "bulk-$_" } } |
            New-DmsInstance @older -Specification 100MB -ManagerCredential (New-Login manager 'Corr3ct-Horse') -Force
        $all = Get-DmsInstance
        $all | Should -HaveCount 70
        ($all.InstanceId | Select-Object -Unique) | Should -HaveCount 70
        (Get-DmsInstance -Skip 45 -First 10).InstanceId | Should -Be $all[45..54].InstanceId
    }

    It 'restart' {
        $results = Get-DmsInstance *test* | Restart-DmsInstance -Force -Wait
        $results.Status | Should -Be 'RUNNING', 'RUNNING', 'RUNNING'
        $request = Get-Exchange $service -Changing
        $request.path | Should -Be "/v1.0/$($service.ProjectId)/instances/action"
        $request.request.action | Should -Be 'restart'
        $request.request.instances | Should -HaveCount 3
    }

    It 'delete one, several, and all whose creation failed (allFailure there, 204 without a body)' {
        $one, $two, $three = Get-DmsInstance *test*
        ($one | Remove-DmsInstance -Force).Succeeded | Should -BeTrue
        ($two, $three | Remove-DmsInstance -Force).Succeeded | Should -Be $true, $true
        (Remove-DmsInstance -AllFailed -Force).Name | Should -Be 'kafka-poc-01', 'kafka-poc-02'
        $single, $batch, $failed = Get-Exchange $service -Changing
        $single.method, $single.path | Should -Be 'DELETE', "/v1.0/$($service.ProjectId)/instances/$($one.InstanceId)"
        $batch.request.instances | Should -Be $two.InstanceId, $three.InstanceId
        $failed.request.allFailure | Should -Be 'kafka'
        $failed.request.PSObject.Properties.Name | Should -Not -Contain 'all_failure'
        $failed.status | Should -Be 204
        $failed.PSObject.Properties.Name | Should -Not -Contain 'response'
    }

    It 'change' {
        $seen = Watch-Command { Get-DmsInstance kafka-dev | Set-DmsInstance -MaintenanceBegin 03:00 -MaintenanceEnd 07:00 }
        Assert-Failure $seen.Errors -Id HuaweiDms.InvalidArgument -From SetDmsInstance -Category InvalidArgument -Says '-MaintenanceBegin', 'six windows'
        (Get-DmsInstance kafka-dev | Set-DmsInstance -NewName kafka-older -PassThru).Name | Should -Be 'kafka-older'
        (Get-Exchange $service -Changing).path | Should -BeLike '/v1.0/*'
    }

    It 'create with -Specification and -ManagerCredential' {
        $new = New-DmsInstance kafka-older @older -Specification 100MB -ManagerCredential (New-Login manager 'Corr3ct-Horse') -PublicIpId a, b, c -PublicBandwidthMbps 300 -Force
        $new.Name | Should -Be 'kafka-older'
        $new.PublicBandwidthMbps | Should -Be 300
        $request = Get-Exchange $service -Changing
        $request.path | Should -Be "/v1.0/$($service.ProjectId)/instances"
        $request.request.specification | Should -Be '100MB'
        $request.request.public_bandwidth | Should -BeExactly '300'
        $request.request.PSObject.Properties.Name | Should -Not -Contain 'broker_num'
    }

    It 'show the bandwidth in the preview, and not a number of brokers that only v2 uses' {
        $given = $older + @{ Name = 'kafka-older'; BrokerCount = 3; Specification = '100MB'; ManagerCredential = New-Login manager 'Corr3ct-Horse' }
        $seen = Invoke-Session { New-DmsInstance @given -WhatIf } -Variable @{ given = $given }
        $seen.WhatIf | Should -BeLike "*kafka-older (*, 100MB x $($older.ProductId), 600 GB)*"
    }

    It 'refuse <Parameter>, which v1.0 has no field for' -ForEach @(
        @{ Parameter = 'SecurityProtocol'; Value = 'SASL_SSL' }
        @{ Parameter = 'SaslMechanism'; Value = 'PLAIN', 'SCRAM-SHA-512' }
        @{ Parameter = 'AccessMode'; Value = 'PrivateSaslSsl' }
        @{ Parameter = 'EnableVpcPlaintext'; Value = $true }
        @{ Parameter = 'EnableSmartConnect'; Value = $true }
        @{ Parameter = 'Architecture'; Value = 'X86' }
        @{ Parameter = 'TenantIp'; Value = '192.168.0.9' }
        @{ Parameter = 'EnableIpv6'; Value = $true }
        @{ Parameter = 'DiskEncryptionKeyId'; Value = 'key-1' }
        @{ Parameter = 'ChargingMode'; Value = 'PrePaid'; More = @{ PeriodType = 'month'; PeriodCount = 1 } }
    ) {
        $given = @{ $Parameter = $Value }
        if ($More) { $given += $More }
        $seen = Watch-Command { New-DmsInstance kafka-older @older @given -Specification 100MB -ManagerCredential (New-Login manager 'Corr3ct-Horse') -Force }
        Assert-Failure $seen.Errors -Id HuaweiDms.InvalidArgument -From NewDmsInstance -Category InvalidArgument -Target kafka-older -Says "-$Parameter", ($Value -join ', '), 'v1.0', '-ApiVersion V2'
        Get-Changing $service | Should -BeNullOrEmpty
    }

    It 'report what else v1.0 requires: <Says>' -ForEach @(
        @{ More = @{}; Says = '-Specification', '100MB' }
        @{ More = @{ Specification = '100MB' }; Says = '-ManagerCredential', 'Kafka Manager' }
    ) {
        $seen = Watch-Command { New-DmsInstance kafka-older @Ordinary @More -Force }
        Assert-Failure $seen.Errors -Id HuaweiDms.InvalidArgument -From NewDmsInstance -Category InvalidArgument -Target kafka-older -Says $Says
        Get-Changing $service | Should -BeNullOrEmpty
    }
}

Describe 'Failures of the service or the network' {
    BeforeEach {
        $service = Start-TestEmulator
        Connect-TestEmulator $service
        $dev = Get-DmsInstance kafka-dev
        $before = $service.Requests.Count
    }
    AfterEach { Stop-TestEmulator }

    It 'do not end reading if they are errors of the service' {
        $null = Add-DmsEmulatorFault $service -Method GET -Action Status -StatusCode 500 -First 2
        Get-DmsInstance | Should -HaveCount 10
        $service.Requests.Count - $before | Should -Be 3
        $service.Requests.StatusCode[-3..-1] | Should -Be 500, 500, 200
    }

    It 'do not end reading if a connection breaks: <_>' -ForEach 'Reset', 'Truncate' {
        $null = Add-DmsEmulatorFault $service -Method GET -Action $_ -First 1
        Get-DmsInstance | Should -HaveCount 10
        $service.Requests.Count - $before | Should -Be 2
    }

    It 'lead to a wait of Retry-After on throttling, also for a change' {
        $null = Add-DmsEmulatorFault $service -Method POST -Action Status -StatusCode 429 -RetryAfter 00:00:01 -First 1
        ($dev | Restart-DmsInstance -Force).Succeeded | Should -BeTrue
        $log = Get-Changing $service
        $log.StatusCode | Should -Be 429, 200
        ($log[1].Time - $log[0].Time).TotalSeconds | Should -BeGreaterOrEqual 0.95
    }

    It 'are retried on flow control with 404 DMS.10240407' {
        $null = Add-DmsEmulatorFault $service -Method GET -Action Status -StatusCode 404 -ErrorCode DMS.10240407 -First 1
        Get-DmsInstance | Should -HaveCount 10
    }

    It 'are reported if the service never stops throttling' {
        Connect-TestEmulator $service -Name impatient -More @{ RetryCount = 1 }
        $null = Add-DmsEmulatorFault $service -Action Status -StatusCode 429
        $seen = Watch-Command { Get-DmsInstance }
        Assert-Failure $seen.Errors -Id APIGW.0308 -From GetDmsInstance -Category LimitsExceeded -Says 'HTTP 429', '-RetryCount'
        $service.Requests.Count - $before | Should -Be 2
    }

    It 'do not repeat a restart if the response is lost: the outcome is unknown, and the error says how to check' {
        $null = Add-DmsEmulatorFault $service -Method POST -Action Reset
        $seen = Watch-Command { $dev | Restart-DmsInstance -Force }
        Assert-Failure $seen.Errors -Id HuaweiDms.OutcomeUnknown -From RestartDmsInstance -Category ConnectionError -Says 'kafka-dev', 'The outcome is unknown', 'Get-DmsInstance'
        $seen.Output.Succeeded | Should -BeFalse
        $seen.Output.ErrorCode | Should -Be 'HuaweiDms.OutcomeUnknown'
        Get-Changing $service | Should -HaveCount 1
    }

    It 'do not repeat a creation if the response is lost: the new item is found, with a warning' {
        $null = Add-DmsEmulatorFault $service -Method POST -Action Reset -AfterProcessing
        $seen = Watch-Command { New-DmsInstance only-once @Ordinary -Force }
        $seen.Errors | Should -HaveCount 0
        $seen.Output.Name | Should -Be 'only-once'
        "$($seen.Warnings)" | Should -BeLike "*only-once*$($seen.Output.InstanceId)*"
        Get-Changing $service | Should -HaveCount 1
        @(Get-DmsInstance only-once) | Should -HaveCount 1
    }

    It 'make the outcome unknown if the response is lost and nothing is found' {
        $null = Add-DmsEmulatorFault $service -Method POST -Action Reset
        $seen = Watch-Command { New-DmsInstance never-there @Ordinary -Force }
        Assert-Failure $seen.Errors -Id HuaweiDms.OutcomeUnknown -From NewDmsInstance -Category ConnectionError -Target never-there -Says 'never-there', 'The outcome is unknown', 'Get-DmsInstance'
        Get-Changing $service | Should -HaveCount 1
    }

    It 'lead to a repeated deletion, which is harmless' {
        $null = Add-DmsEmulatorFault $service -Method DELETE -Action Reset -AfterProcessing -First 1
        ($dev | Remove-DmsInstance -Force).Succeeded | Should -BeTrue
        Get-Changing $service | Should -HaveCount 2
    }

    It 'are reported with code, status and request id: <Code>' -ForEach @(
        @{ Code = 'DMS.00403002'; Status = 403; Category = 'PermissionDenied' }
        @{ Code = 'DMS.00400039'; Status = 400; Category = 'QuotaExceeded' }
        @{ Code = 'DMS.00500000'; Status = 500; Category = 'ConnectionError' }
    ) {
        Connect-TestEmulator $service -Name once -More @{ RetryCount = 0 }
        $null = Add-DmsEmulatorFault $service -Action Status -StatusCode $Status -ErrorCode $Code -ErrorMessage 'It says so.'
        $seen = Watch-Command { Get-DmsInstance }
        Assert-Failure $seen.Errors -Id $Code -From GetDmsInstance -Category $Category -Says 'It says so', $Code, "HTTP $Status", 'request id'
        $seen.Errors[0].Exception | Should -BeOfType HuaweiDms.DmsException
        $seen.Errors[0].Exception.RequestId | Should -Not -BeNullOrEmpty
    }
}

Describe 'Responses that do not match the reference' {
    BeforeEach {
        $service = Start-TestEmulator -Unrecorded
        Connect-TestEmulator $service
        $dev = Get-DmsInstance kafka-dev
    }
    AfterEach { Stop-TestEmulator }

    It 'do not repeat a restart without a result, which -Wait then waits for: <Body>' -ForEach @(
        @{ Body = '{}' }
        @{ Body = '{"results":[]}' }
        @{ Body = '' }
    ) {
        $null = Add-DmsEmulatorFault $service -Method POST -Action Status -StatusCode 200 -ContentType application/json -Body $Body -AfterProcessing
        $seen = Watch-Command { $dev | Restart-DmsInstance -Force -Wait }
        Assert-Failure $seen.Errors -Id HuaweiDms.OutcomeUnknown -From RestartDmsInstance -Category ConnectionError -Says 'kafka-dev', 'The outcome is unknown', 'Get-DmsInstance'
        $seen.Output.Succeeded, $seen.Output.Status | Should -Be $false, 'RUNNING'
        Get-Changing $service | Should -HaveCount 1
    }

    It 'do not hide that instances were deleted' {
        $null = Add-DmsEmulatorFault $service -Method POST -Action Status -StatusCode 200 -ContentType application/json -Body '{}' -AfterProcessing
        $seen = Watch-Command { Get-DmsInstance kafka-dev, kafka-analytics | Remove-DmsInstance -Force -Wait }
        $seen.Errors | Should -HaveCount 0
        $seen.Output.Succeeded | Should -Be $true, $true
        Get-Changing $service | Should -HaveCount 1
    }

    It 'do not prevent finding a new item if the response to its creation is empty' {
        $null = Add-DmsEmulatorFault $service -Method POST -Action Status -StatusCode 200 -ContentType application/json -Body '' -AfterProcessing
        $seen = Watch-Command { New-DmsInstance only-once @Ordinary -Force }
        $seen.Errors | Should -HaveCount 0
        $seen.Output.InstanceId | Should -Be (Get-DmsInstance only-once).InstanceId
        "$($seen.Warnings)" | Should -BeLike '*only-once*'
        Get-Changing $service | Should -HaveCount 1
    }

    It 'are reported as the error they contain, although their status is a success' {
        $null = Add-DmsEmulatorFault $service -Method PUT -Action Status -StatusCode 200 -ErrorCode DMS.00400026 -ErrorMessage 'It says so.'
        $seen = Watch-Command { $dev | Set-DmsInstance -Description x -PassThru }
        Assert-Failure $seen.Errors -Id DMS.00400026 -From SetDmsInstance -Category ResourceBusy -Says 'It says so', 'HTTP 200'
        $seen.Output | Should -BeNullOrEmpty
    }

    It 'from a proxy do not mean that an instance was deleted' {
        $null = Add-DmsEmulatorFault $service -Method GET -Path "*/instances/$($dev.InstanceId)" -Action Status -StatusCode 404 -Body '<html>not found</html>' -ContentType text/html
        $seen = Watch-Command { Remove-DmsInstance $dev.InstanceId -Force -Wait }
        $seen.Output.Succeeded | Should -BeFalse
        $seen.Output.Status | Should -Not -Be DELETED
        Assert-Failure $seen.Errors -Id HuaweiDms.Http404 -From RemoveDmsInstance -Category ObjectNotFound -Says $dev.InstanceId, 'proxy'
    }
}

Describe 'Responses that do not come from the service' {
    BeforeEach {
        $service = Start-TestEmulator -Unrecorded
        Connect-TestEmulator $service -More @{ RetryCount = 1 }
    }
    AfterEach { Stop-TestEmulator }

    It 'are reported as unreadable: <Label>' -ForEach @(
        @{ Label = 'a sign-in page'; Status = 200; Body = '<html>Sign in</html>'; Type = 'text/html' }
        @{ Label = 'half of a document'; Status = 200; Body = '{"instances":[{"name":'; Type = 'application/json' }
        @{ Label = 'nothing'; Status = 200; Body = ''; Type = 'application/json' }
    ) {
        $null = Add-DmsEmulatorFault $service -Action Status -StatusCode $Status -Body $Body -ContentType $Type
        $seen = Watch-Command { Get-DmsInstance }
        Assert-Failure $seen.Errors -Id HuaweiDms.UnreadableResponse -From GetDmsInstance -Category InvalidResult
        "$($seen.Errors)" | Should -Not -BeLike '*Exception*'
    }

    It 'are reported with their status: <Status>' -ForEach @(
        @{ Status = 502; Category = 'ConnectionError' }
        @{ Status = 403; Category = 'PermissionDenied' }
    ) {
        $null = Add-DmsEmulatorFault $service -Action Status -StatusCode $Status -Body '<html><body>Bad day</body></html>' -ContentType 'text/html'
        $seen = Watch-Command { Get-DmsInstance }
        Assert-Failure $seen.Errors -Id "HuaweiDms.Http$Status" -From GetDmsInstance -Category $Category -Says "HTTP $Status"
    }
}
