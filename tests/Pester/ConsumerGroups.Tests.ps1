BeforeAll {
    . $PSScriptRoot/Common.ps1

    # The maximum number of requests that were in flight, according to the log.
    function Measure-Overlap([object[]] $Requests) {
        $moments = foreach ($request in $Requests) {
            [pscustomobject]@{ At = $request.Time.UtcTicks; Step = 1 }
            [pscustomobject]@{ At = $request.Time.UtcTicks + [long] ($request.DurationMs * 10000); Step = -1 }
        }
        $now = $most = 0
        foreach ($moment in $moments | Sort-Object At, Step) { $now += $moment.Step; $most = [math]::Max($most, $now) }
        $most
    }

    function New-ManyGroup([int] $Count) { 1..$Count | ForEach-Object { [pscustomobject]@{ Name = "many-$_"; InstanceId = $prod.InstanceId } } | New-DmsConsumerGroup -ThrottleLimit 64 }
}

Describe 'Consumer groups' {
    BeforeEach {
        $service = Start-TestEmulator
        Connect-TestEmulator $service
        $prod = Get-DmsInstance kafka-prod
        $dev = Get-DmsInstance kafka-dev
    }
    AfterEach { Stop-TestEmulator }

    It 'are listed with lag and state, their instance and their connection' {
        $groups = @($prod | Get-DmsConsumerGroup)
        $groups.Name | Should -Be billing, fulfilment, reporting
        $groups.ConsumerGroup | Should -Be billing, fulfilment, reporting
        $groups.State | Should -Be Stable, Empty, Empty
        $groups.Lag | Should -Be 18, 54, 216
        $groups.InstanceId | Select-Object -Unique | Should -Be $prod.InstanceId
        $groups.Context | Select-Object -Unique | Should -Be test
    }

    It 'are filtered by name, topic and state: <Given>' -ForEach @(
        @{ Given = @{ Name = '*IL*' }; Names = 'billing', 'fulfilment' }
        @{ Given = @{ Name = 'billing' }; Names = 'billing' }
        @{ Given = @{ Name = 'billing', 'rep*' }; Names = 'billing', 'reporting' }
        @{ Given = @{ Topic = 'payments' }; Names = 'billing' }
        @{ Given = @{ Topic = 'pay*', 'clicks' }; Names = 'billing', 'reporting' }
        @{ Given = @{ Topic = 'orders', 'clicks'; Name = '*ing'; State = 'Stable' }; Names = 'billing' }
        @{ Given = @{ Topic = 'nothing*' }; Names = $null }
        @{ Given = @{ State = 'empty' }; Names = 'fulfilment', 'reporting' }
        @{ Given = @{ First = 1; Skip = 1 }; Names = 'fulfilment' }
        @{ Given = @{ Name = 'none*' }; Names = $null }
    ) {
        ($prod | Get-DmsConsumerGroup @Given).Name | Should -Be $Names
    }

    It 'are filtered by the service if possible, which is case-sensitive' {
        $null = $prod | Get-DmsConsumerGroup reporting -Topic clicks
        (Get-Request $service)[-1].Path | Should -BeLike '*/v2/kafka/*/groups[?]group=reporting*topic=clicks*'
        $null = $prod | Get-DmsConsumerGroup *PORT*
        (Get-Request $service)[-1].Path | Should -Not -BeLike '*group=*'
        $null = $prod | Get-DmsConsumerGroup *-2024*
        (Get-Request $service)[-1].Path | Should -BeLike '*group=-2024*'
        ($prod | Get-DmsConsumerGroup billing, *-2024*).Name | Should -Be billing
        (Get-Request $service)[-1].Path | Should -Not -BeLike '*group=*'
    }

    It 'that do not exist are an error for an exact name, and none for a pattern' {
        $seen = Watch-Command { $prod | Get-DmsConsumerGroup nobody }
        Assert-Failure $seen.Errors -Id HuaweiDms.NotFound -From GetDmsConsumerGroup -Category ObjectNotFound -Target nobody -Says kafka-prod
    }

    It 'of a topic that does not exist are an error: <_>' -ForEach 'Get-DmsConsumerGroup', 'Get-DmsConsumerLag', 'Get-DmsConsumerGroupTopic', 'Get-DmsConsumerOffset' {
        $seen = Watch-Command { $prod | & $_ -Topic ordres }
        Assert-Failure $seen.Errors -Id HuaweiDms.NotFound -From ($_ -replace '-') -Category ObjectNotFound -Target ordres -Says kafka-prod, "'orders'?"
        @(Get-Request $service | Where-Object Operation -EQ ListInstanceTopics) | Should -HaveCount 1
        # A topic without readers exists; a pattern may match nothing; and topics that were found need no second request.
        (Watch-Command { $prod | & $_ -Topic __trace; $prod | & $_ -Topic ordr* }).Errors | Should -BeNullOrEmpty
        $before = @(Get-Request $service | Where-Object Operation -EQ ListInstanceTopics).Count
        (Watch-Command { $prod | & $_ -Topic orders }).Output.Count | Should -BeGreaterThan 1
        @(Get-Request $service | Where-Object Operation -EQ ListInstanceTopics).Count | Should -Be $before
        $seen = Watch-Command { $prod | & $_ -Topic orders, ordres, pay* }
        Assert-Failure $seen.Errors -Id HuaweiDms.NotFound -From ($_ -replace '-') -Category ObjectNotFound -Target ordres
        $seen.Output.Count | Should -BeGreaterThan 1
    }

    It 'are those that read a topic from the pipeline, whatever their names' {
        $null = $prod | New-DmsConsumerGroup orders
        ($prod | Get-DmsTopic orders, payments | Get-DmsConsumerGroup).Name | Should -Be billing, fulfilment
        ($prod | Get-DmsTopic clicks | Get-DmsConsumerGroup -Detailed).Offsets.Topic | Select-Object -Unique | Should -Be audit-log, clicks
        ($prod | Get-DmsTopic clicks, orders | Get-DmsConsumerGroup b*).Name | Should -Be billing
        ($prod | Get-DmsConsumerLag billing | Get-DmsConsumerGroup).Name | Should -Be billing
        ($prod | Get-DmsTopic payments | Get-DmsConsumerGroupMember).ClientId | Should -Be billing-1, billing-2
        $prod | Get-DmsTopic clicks | Get-DmsConsumerGroupMember | Should -BeNullOrEmpty
        $seen = Watch-Command { $prod | Get-DmsConsumerGroup reporting -Topic orders }
        Assert-Failure $seen.Errors -Id HuaweiDms.LeftOut -From GetDmsConsumerGroup -Category InvalidArgument -Target reporting -Says "in 'kafka-prod ", '-Topic excludes it'
        $seen = Watch-Command { $prod | Get-DmsConsumerGroup reporting -Topic orders, payments }
        Assert-Failure $seen.Errors -Id HuaweiDms.LeftOut -From GetDmsConsumerGroup -Category InvalidArgument -Target reporting -Says "in 'kafka-prod ", '-Topic excludes it'
        $seen = Watch-Command { $prod | Get-DmsConsumerGroup reporting -State empty -Topic orders, payments }
        Assert-Failure $seen.Errors -Id HuaweiDms.LeftOut -From GetDmsConsumerGroup -Category InvalidArgument -Target reporting -Says '-State or -Topic'
        foreach ($given in @{}, @{ Topic = 'orders' }, @{ Topic = 'orders', 'payments' }) {
            $seen = Watch-Command { $prod | Get-DmsConsumerGroup reportin @given }
            Assert-Failure $seen.Errors -Id HuaweiDms.NotFound -From GetDmsConsumerGroup -Category ObjectNotFound -Target reportin -Says "'reporting'"
            [regex]::Matches("$($seen.Errors)", 'Did you mean').Count | Should -Be 1
        }
    }

    It 'from the pipeline are read again, and no others; the name of an instance is not used' {
        ($prod | Get-DmsConsumerGroup billing | Get-DmsConsumerGroup).Name | Should -Be billing
        (Get-DmsInstance kafka-prod | Get-DmsConsumerGroup).Name | Should -HaveCount 3
    }

    It 'show members and offsets with -Detailed, for many groups in parallel' {
        Add-DmsEmulatorFault $service -Path '*/management/groups/*' -Action Latency -Latency 00:00:00.05 | Out-Null
        $groups = @($prod | Get-DmsConsumerGroup -Detailed)
        $groups[0].Members.ClientId | Should -Be billing-1, billing-2
        $groups[0].Members[0].Assignments[0].Partitions | Should -Be 0, 2, 4
        $groups[1].Offsets.CurrentOffset | Should -Be 1015, 2015, 3015, 4015, 5015, 6015
        $groups[2].Description | Should -Be Nightly
        Measure-Overlap (Get-Request $service | Where-Object Operation -EQ ShowGroups) | Should -Be 3
    }

    It 'are created, described and removed' {
        $made = $dev | New-DmsConsumerGroup loader -Description 'Loads'
        $made.Name, $made.State, $made.Description, $made.InstanceId | Should -Be loader, Empty, Loads, $dev.InstanceId
        $changed = $made | Set-DmsConsumerGroup -Description 'Loads at night' -PassThru
        $changed.Description | Should -Be 'Loads at night'
        $dev | Set-DmsConsumerGroup loader -Description ''
        ($dev | Get-DmsConsumerGroup loader).Description | Should -BeNullOrEmpty
        $removed = $made | Remove-DmsConsumerGroup -Force
        $removed.ConsumerGroup, $removed.Succeeded, $removed.Action | Should -Be loader, $true, delete
        $dev | Get-DmsConsumerGroup load* | Should -BeNullOrEmpty
    }

    It 'are copied to another instance through the pipeline' {
        $null = $prod | Get-DmsConsumerGroup | Select-Object Name, Description | New-DmsConsumerGroup -InstanceId $dev.InstanceId -ErrorAction SilentlyContinue
        ($dev | Get-DmsConsumerGroup).Name | Should -Contain reporting
    }

    It 'that exist are an error, or are emitted with -IfNotExists' {
        $seen = Watch-Command { $prod | New-DmsConsumerGroup billing, extra }
        Assert-Failure $seen.Errors -Id DMS.10240018 -From NewDmsConsumerGroup -Category ResourceExists -Says billing, '-IfNotExists accepts it'
        $seen.Output.Name | Should -Be extra
        $before = @(Get-Changing $service).Count
        $seen = Watch-Command { $prod | New-DmsConsumerGroup billing -IfNotExists; $prod | New-DmsConsumerGroup billing -Description 'Writes invoices' -IfNotExists }
        $seen.Output.Description | Should -Be 'Writes invoices', 'Writes invoices'
        $seen.Warnings | Should -BeNullOrEmpty
        $seen = Watch-Command { $prod | New-DmsConsumerGroup billing -Description 'Sends invoices' -IfNotExists }
        $seen.Output.Description | Should -Be 'Writes invoices'
        "$($seen.Warnings)" | Should -BeLike "billing of kafka-prod*not changed*'Writes invoices', not 'Sends invoices'*Set-DmsConsumerGroup*"
        @(Get-Changing $service).Count | Should -Be $before
    }

    It 'are looked up, and not created twice, if the response to their creation is lost' {
        Add-DmsEmulatorFault $service -Method POST -Path '*/group' -Action Reset -AfterProcessing -Limit 1 | Out-Null
        $seen = Watch-Command { $dev | New-DmsConsumerGroup once }
        $seen.Output.Name | Should -Be once
        $seen.Errors | Should -HaveCount 0
        @(Get-Changing $service) | Should -HaveCount 1
    }

    It 'given twice are created once; with two descriptions the second is an error' {
        $rows = 'a', 'b', 'a' | ForEach-Object { [pscustomobject]@{ Name = 'twice'; Description = $_; InstanceId = $dev.InstanceId } }
        foreach ($command in { $rows | New-DmsConsumerGroup }, { $rows | Set-DmsConsumerGroup -PassThru }) {
            $seen = Watch-Command $command
            $seen.Output.Description | Should -Be a
            $seen.Errors | Should -HaveCount 1
            "$($seen.Errors)" | Should -BeLike '-Description cannot be *consumer group twice of kafka-dev*once.'
        }
    }

    It 'cannot have the name <_>' -ForEach 'two words', 'a/b', ('x' * 256) {
        $seen = Watch-Command { $dev | New-DmsConsumerGroup $_, good }
        Assert-Failure $seen.Errors -Id HuaweiDms.InvalidArgument -From NewDmsConsumerGroup -Category InvalidArgument -Says '-Name', '255'
        $seen.Output.Name | Should -Be good
    }

    It '<Command> does not use the name or description of an instance for a group' -ForEach @(
        @{ Command = 'New-DmsConsumerGroup'; From = 'NewDmsConsumerGroup'; More = @{} }
        @{ Command = 'Set-DmsConsumerGroup'; From = 'SetDmsConsumerGroup'; More = @{ Description = 'x' } }
        @{ Command = 'Remove-DmsConsumerGroup'; From = 'RemoveDmsConsumerGroup'; More = @{ Force = $true } }
    ) {
        $seen = Watch-Command { $dev | & $Command @More }
        Assert-Failure $seen.Errors -Id HuaweiDms.InvalidArgument -From $From -Category InvalidArgument -Says kafka-dev, '-Name'
        Get-Changing $service | Should -BeNullOrEmpty
    }

    It 'do not get the description of their instance' {
        $null = Set-DmsInstance $dev -Description 'An instance'
        ((Get-DmsInstance kafka-dev | New-DmsConsumerGroup plain).Description) | Should -BeNullOrEmpty
        $seen = Watch-Command { Get-DmsInstance kafka-dev | Set-DmsConsumerGroup plain }
        Assert-Failure $seen.Errors -Id HuaweiDms.NothingToChange -From SetDmsConsumerGroup -Category InvalidArgument -Says '-Description'
    }

    It 'are described by exact name only' {
        $seen = Watch-Command { Set-DmsConsumerGroup 'bill*', billing $prod -Description new }
        Assert-Failure $seen.Errors -Id HuaweiDms.InvalidArgument -From SetDmsConsumerGroup -Category InvalidArgument -Target 'bill*' -Says '-Name', 'Get-DmsConsumerGroup'
        (Get-Exchange $service -Changing).path | Should -HaveCount 1
    }

    It 'are removed with one request for many and one result each: a group with members stays, and the error names the members' {
        $seen = Watch-Command { $prod | Remove-DmsConsumerGroup reporting, billing, nobody -Force }
        @(Get-Changing $service) | Should -HaveCount 1
        $seen.Output.ConsumerGroup | Should -Be reporting, billing, nobody
        $seen.Output.Succeeded | Should -Be $true, $false, $false
        Assert-Failure $seen.Errors[0] -Id HuaweiDms.ConsumerGroupActive -From RemoveDmsConsumerGroup -Category ResourceBusy -Says billing-1, '192.168.8.11', 'session timeout'
        Assert-Failure $seen.Errors[1] -Id DMS.111400864 -From RemoveDmsConsumerGroup -Category ObjectNotFound -Says nobody
        $seen.Errors[0].TargetObject.ConsumerGroup | Should -Be billing
    }

    It 'are checked if the service reports others than requested: deleted ones are reported as deleted, and no others' {
        $null = Add-DmsEmulatorFault $service -Method POST -Path '*/groups/batch-delete' -AfterProcessing -Action Status -StatusCode 200 -Body '{"failed_groups":[{"group_id":"test-1","error_message":"UNKNOW"}],"total":1}'
        $seen = Watch-Command { $prod | Remove-DmsConsumerGroup reporting, billing -Force }
        $seen.Output.Succeeded | Should -Be $true, $false
        Assert-Failure $seen.Errors -Id HuaweiDms.ConsumerGroupActive -From RemoveDmsConsumerGroup -Category ResourceBusy -Says billing-1
    }

    It 'removed one by one have the same results' -ForEach @(
        @{ Name = 'billing'; Id = 'HuaweiDms.ConsumerGroupActive'; Category = 'ResourceBusy'; Says = 'billing-1' }
        @{ Name = 'nobody'; Id = 'DMS.111400864'; Category = 'ObjectNotFound'; Says = 'nobody' }
    ) {
        $seen = Watch-Command { $prod | Remove-DmsConsumerGroup $Name -Force }
        Assert-Failure $seen.Errors -Id $Id -From RemoveDmsConsumerGroup -Category $Category -Says $Says
    }

    It 'are removed by exact name only' {
        $seen = Watch-Command { $prod | Remove-DmsConsumerGroup rep* -Force }
        Assert-Failure $seen.Errors -Id HuaweiDms.InvalidArgument -From RemoveDmsConsumerGroup -Category InvalidArgument -Says 'Get-DmsConsumerGroup'
    }

    It 'need no prompt to remove if they do not exist: they are only reported, also with -WhatIf' {
        $seen = Invoke-Session { Get-DmsInstance kafka-prod | Remove-DmsConsumerGroup reporting, fullfilment } -Answer 0
        $seen.Questions | Should -HaveCount 1
        $seen.Output.Succeeded | Should -Be $true, $false
        Assert-Failure $seen.Errors -Id DMS.111400864 -From RemoveDmsConsumerGroup -Category ObjectNotFound -Says fullfilment, "Did you mean 'fulfilment'?"
        $before = @(Get-Changing $service).Count
        $seen = Invoke-Session { Get-DmsInstance kafka-prod | Remove-DmsConsumerGroup fullfilment -WhatIf }
        $seen.WhatIf | Should -BeNullOrEmpty
        Assert-Failure $seen.Errors -Id DMS.111400864 -From RemoveDmsConsumerGroup -Category ObjectNotFound -Says fullfilment, "Did you mean 'fulfilment'?"
        Get-Changing $service | Should -HaveCount $before
    }

    It 'are prompted for if they cannot be listed' {
        $null = Add-DmsEmulatorFault $service -Method GET -Path '*/groups' -Action Status -StatusCode 403
        $seen = Invoke-Session { Get-DmsInstance kafka-prod | Remove-DmsConsumerGroup reporting } -Answer 0
        $seen.Questions | Should -HaveCount 1
        $seen.Output.Succeeded | Should -BeTrue
    }

    It 'are not changed with -WhatIf' {
        $seen = Invoke-Session -Variable @{ id = $prod.InstanceId } {
            New-DmsConsumerGroup a $id -WhatIf
            Set-DmsConsumerGroup billing $id -Description new -WhatIf
            Remove-DmsConsumerGroup reporting, fulfilment $id -WhatIf
        }
        $seen.WhatIf | Should -HaveCount 4
        $seen.WhatIf[1] | Should -BeLike "*'new'*billing*"
        Get-Changing $service | Should -BeNullOrEmpty
    }

    It 'are offered by tab completion' {
        Wait-Until { (Complete "Get-DmsConsumerLag -InstanceId $($prod.InstanceId) -ConsumerGroup bil").CompletionText -eq 'billing' }
        (Complete "Get-DmsConsumerGroup -InstanceId $($prod.InstanceId) -State Pre").CompletionText | Should -Be PreparingRebalance
    }
}

Describe 'The topics, members and offsets of groups' {
    BeforeAll {
        $service = Start-TestEmulator
        Connect-TestEmulator $service
        $prod = Get-DmsInstance kafka-prod
    }
    AfterAll { Stop-TestEmulator }

    It 'list members, with addresses without a slash' {
        $members = @($prod | Get-DmsConsumerGroup billing | Get-DmsConsumerGroupMember)
        $members.ClientId | Should -Be billing-1, billing-2
        $members.Host | Should -Be 192.168.8.10, 192.168.8.11
        "$($members[1].Assignments)" | Should -Be 'orders[1,3,5] payments[1]'
        $members.ConsumerGroup | Select-Object -Unique | Should -Be billing
        ($prod | Get-DmsConsumerGroupMember billing -HostAddress 192.168.8.11).ClientId | Should -Be billing-2
        ($prod | Get-DmsConsumerGroupMember -HostAddress /192.168.8.11 -First 1).ClientId | Should -Be billing-2
        $prod | Get-DmsConsumerGroupMember billing -HostAddress 192.168.8.1 | Should -BeNullOrEmpty
        ($prod | Get-DmsConsumerGroupMember billing -MemberId $members[0].MemberId).ClientId | Should -Be billing-1
        ($prod | Get-DmsConsumerGroupMember -First 1).ClientId | Should -Be billing-1
        $prod | Get-DmsConsumerGroupMember fulfilment | Should -BeNullOrEmpty
    }

    It 'list topics, the largest lag first or as requested' {
        "$($prod | Get-DmsConsumerGroupTopic reporting)" | Should -Be 'clicks: 144 audit-log: 72'
        ($prod | Get-DmsConsumerGroupTopic reporting -SortBy Topic -Ascending).Topic | Should -Be audit-log, clicks
        ($prod | Get-DmsConsumerGroupTopic -Topic or*).ConsumerGroup | Should -Be billing, fulfilment
        ($prod | Get-DmsConsumerGroupTopic reporting -Topic *-*).Topic | Should -Be audit-log
        (Get-Exchange $service)[-1].path | Should -Not -BeLike '*topic=*'
        ($prod | Get-DmsConsumerGroupTopic reporting -Topic audit-log).Topic | Should -Be audit-log
        (Get-Exchange $service)[-1].path | Should -BeLike '*topic=audit-log*'
        ($prod | Get-DmsConsumerGroupTopic billing)[0].PartitionCount | Should -Be 6
    }

    It 'list offsets, for each object of the pipeline those of its own topic' {
        $offsets = @($prod | Get-DmsConsumerOffset billing -Topic payments)
        $offsets.CurrentOffset | Should -Be 1022, 2022, 3022
        $offsets.StartOffset | Should -Be 1000, 2000, 3000
        $offsets.EndOffset | Should -Be 1024, 2024, 3024
        $offsets.ClientId | Should -Be billing-1, billing-2, billing-1
        ($prod | Get-DmsConsumerOffset billing -Topic orders -Partition 4).CurrentOffset | Should -Be 5022
        $prod | Get-DmsConsumerGroupTopic | Where-Object { "$($_.ConsumerGroup)/$($_.Topic)" -in 'billing/payments', 'fulfilment/orders' } | Get-DmsConsumerOffset |
            Group-Object ConsumerGroup, Topic -NoElement | ForEach-Object { "$($_.Name) $($_.Count)" } | Should -Be 'billing, payments 3', 'fulfilment, orders 6'
    }

    It 'are an error for a group that does not exist: <_>' -ForEach 'Get-DmsConsumerGroupMember', 'Get-DmsConsumerGroupTopic', 'Get-DmsConsumerOffset', 'Get-DmsConsumerLag' {
        $seen = Watch-Command { $prod | & $_ nobody, fulfilment }
        Assert-Failure $seen.Errors -Id HuaweiDms.NotFound -From ($_ -replace '-') -Category ObjectNotFound -Target nobody -Says kafka-prod, 'Get-DmsConsumerGroup'
    }

    It 'are read for all groups that match a pattern: <_>' -ForEach 'Get-DmsConsumerGroupTopic', 'Get-DmsConsumerOffset', 'Get-DmsConsumerLag' {
        ($prod | & $_ *il*).ConsumerGroup | Select-Object -Unique | Should -Be billing, fulfilment
        $prod | & $_ none* | Should -BeNullOrEmpty
    }
}

Describe 'Lag' {
    BeforeEach {
        $service = Start-TestEmulator
        Connect-TestEmulator $service
        $prod = Get-DmsInstance kafka-prod
    }
    AfterEach { Stop-TestEmulator }

    It 'is emitted per partition, with the consumer that reads it' {
        $lag = @($prod | Get-DmsConsumerLag billing -Topic payments)
        $lag.Lag | Should -Be 2, 2, 2
        $lag[1].ClientId, $lag[1].Host, $lag[1].CurrentOffset, $lag[1].EndOffset | Should -Be billing-2, 192.168.8.11, 2022, 2024
        $lag[0].Verdict | Should -BeNullOrEmpty
    }

    It 'is summed up per group, and small lags are filtered by the list alone' {
        $lag = @($prod | Get-DmsConsumerLag -Summary)
        $lag.Lag | Should -Be 18, 54, 216
        $lag[2].LargestLag, $lag[2].TopicCount, $lag[2].PartitionCount, $lag[0].MemberCount | Should -Be 24, 2, 9, 2
        $service.Requests.Count | Should -BeGreaterThan 0
        ($prod | Get-DmsConsumerLag -Summary -MinimumLag 50).ConsumerGroup | Should -Be fulfilment, reporting
        @(Get-Request $service | Where-Object { $_.Operation -EQ 'ShowGroups' -and $_.Path -like '*billing' }) | Should -HaveCount 1
        ($prod | Get-DmsConsumerLag -MinimumLag 10).ConsumerGroup | Select-Object -Unique | Should -Be reporting
    }

    It 'is emitted with the age of the next message' {
        $lag = @($prod | Get-DmsConsumerLag billing -Topic payments -Age)
        $lag[1].OldestUnreadAt | Should -Be ($lag[1] | Get-DmsMessage -Offset 2022).Timestamp
        $lag[1].Age | Should -BeOfType TimeSpan
        @(Get-Request $service | Where-Object Operation -EQ ShowInstanceMessages) | Should -HaveCount 4
        ($prod | Get-DmsConsumerLag billing)[0].Age | Should -BeNullOrEmpty
        $old = @($prod | Get-DmsConsumerLag -Summary -MinimumAge 00:30:00)
        $old.ConsumerGroup | Should -Be fulfilment, reporting
        $old[1].Age | Should -BeGreaterThan $old[0].Age
        $prod | Get-DmsConsumerLag billing -MinimumAge 00:30:00 | Should -BeNullOrEmpty
    }

    It 'has no age if the message is no longer retained, and is still emitted' {
        $null = $prod | Clear-DmsTopicMessage clicks -Partition 0 -BeforeOffset 1010 -Force
        $lag = @($prod | Get-DmsConsumerLag reporting -Topic clicks -MinimumAge 1.00:00:00)
        $lag.Partition | Should -Be 0
        $lag.Age | Should -BeNullOrEmpty
    }

    It 'has no age, and one error, if messages cannot be queried' {
        Add-DmsEmulatorFault $service -Path '*/messages' -Action Status -StatusCode 403 -ErrorCode DMS.00403007 | Out-Null
        $seen = Watch-Command { $prod | Get-DmsConsumerLag -Age }
        Assert-Failure $seen.Errors -Id DMS.00403007 -From GetDmsConsumerLag -Category PermissionDenied -Target $prod.InstanceId -Says 'the message audit-log-0@1000', 'and 21 more', 'kafka-prod'
        $seen.Output | Should -HaveCount 24
        $seen.Output.Where{ $null -ne $_.Age } | Should -BeNullOrEmpty
    }

    It 'refuses a negative age' {
        $seen = Watch-Command { $prod | Get-DmsConsumerLag -MinimumAge '-00:30:00' }
        Assert-Failure $seen.Errors -Id HuaweiDms.InvalidArgument -From GetDmsConsumerLag -Category InvalidArgument -Says '-MinimumAge', '00:30:00'
    }

    It 'is read only for the groups of one topic' {
        ($prod | Get-DmsConsumerLag -Topic payments -Summary).ConsumerGroup | Should -Be billing
        @(Get-Request $service | Where-Object Operation -EQ ShowGroups) | Should -HaveCount 1
    }

    It 'has a verdict after two readings: <Verdict>' -ForEach @(
        @{ Verdict = 'Stuck'; Group = 'billing'; Rate = $null }
        @{ Verdict = 'CatchingUp'; Group = 'fulfilment'; Rate = 0.05 }
        @{ Verdict = 'Idle'; Group = 'fulfilment'; Rate = 1000000 }
    ) {
        if ($null -ne $Rate) {
            $null = $prod | Start-DmsEmulatorConsumer $Group -Topic orders -MessagesPerSecond $Rate
            Wait-Until { ($prod | Get-DmsConsumerGroup $Group).State -eq 'Stable' }
            if ($Verdict -eq 'Idle') { Wait-Until { ($prod | Get-DmsConsumerGroup $Group).Lag -eq 0 } }
        }
        $lag = $prod | Get-DmsConsumerLag $Group -Summary -Sample 00:00:00.5
        $lag.Verdict | Should -Be $Verdict
        $lag.ConsumedPerSecond -gt 0 | Should -Be ($Verdict -eq 'CatchingUp')
    }

    It 'of hundreds of groups is read in parallel, and the first is emitted before the last is read' {
        $null = New-ManyGroup 200
        $service.Requests.Count | Should -BeGreaterThan 200
        Add-DmsEmulatorFault $service -Path '*/management/groups/*' -Action Latency -Latency 00:00:00.02 | Out-Null
        $all = @($prod | Get-DmsConsumerLag -Summary)
        $all.Count | Should -Be 203
        $all[0].ConsumerGroup | Should -Be billing
        Measure-Overlap (Get-Request $service | Where-Object Operation -EQ ShowGroups) | Should -BeIn (4..16)
        $before = @(Get-Request $service | Where-Object Operation -EQ ShowGroups).Count
        ($prod | Get-DmsConsumerLag -Summary | Select-Object -First 1).ConsumerGroup | Should -Be billing
        @(Get-Request $service | Where-Object Operation -EQ ShowGroups).Count - $before | Should -BeLessThan 80
    }

    It 'of a failing group is an error, and the others are emitted' {
        Add-DmsEmulatorFault $service -Path '*/management/groups/fulfilment' -Action Status -StatusCode 403 -ErrorCode DMS.00403007 | Out-Null
        $seen = Watch-Command { $prod | Get-DmsConsumerLag -Summary }
        Assert-Failure $seen.Errors -Id DMS.00403007 -From GetDmsConsumerLag -Category PermissionDenied -Target fulfilment
        $seen.Output.ConsumerGroup | Should -Be billing, reporting
    }
}

Describe 'Reset-DmsConsumerOffset' {
    BeforeEach {
        $service = Start-TestEmulator
        Connect-TestEmulator $service
        $prod = Get-DmsInstance kafka-prod
        function Get-Offset([string] $Group, [string] $Topic = 'orders') { ($prod | Get-DmsConsumerOffset $Group -Topic $Topic).CurrentOffset }
    }
    AfterEach { Stop-TestEmulator }

    It 'plans with -WhatIf, shows the plan, and sends nothing' {
        $seen = Invoke-Session -Variable @{ id = $prod.InstanceId } { Reset-DmsConsumerOffset fulfilment $id -ToEarliest -WhatIf }
        $seen.WhatIf | Should -BeLike '*to the earliest message (partitions: 6 of orders): skip 0, replay 90 messages*fulfilment of*'
        $plan = $seen.Output
        $plan | Should -HaveCount 6
        $plan[2].PSObject.Properties['ConsumerGroup', 'Topic', 'Partition', 'CurrentOffset', 'StartOffset', 'EndOffset', 'TargetOffset', 'Change', 'Clamped', 'Status', 'Message', 'InstanceId', 'Context'].Value |
            Should -Be fulfilment, orders, 2, 3015, 3000, 3024, 3000, -15, $false, Planned, $null, $prod.InstanceId, test
        Get-Changing $service | Should -BeNullOrEmpty
        Get-Offset fulfilment | Should -Be 1015, 2015, 3015, 4015, 5015, 6015
    }

    It 'accepts a plan or a target, not both, however the instance is given' {
        $plan = @($prod | Reset-DmsConsumerOffset fulfilment -ToEarliest -WhatIf 6> $null)
        $seen = Watch-Command { Reset-DmsConsumerOffset -Plan $plan[0] -ToLatest -Force }
        Assert-Failure $seen.Errors -Id HuaweiDms.InvalidArgument -From ResetDmsConsumerOffset -Category InvalidArgument -Says '-Plan', "'1 row'"
        foreach ($source in $prod, $prod.InstanceId, ($prod | Get-DmsConsumerGroup fulfilment)) {
            @($source | Reset-DmsConsumerOffset fulfilment -ToEarliest -WhatIf).TargetOffset | Should -Be $plan.TargetOffset
        }
        @($plan | Reset-DmsConsumerOffset -WhatIf).TargetOffset | Should -Be $plan.TargetOffset
    }

    It 'resets with the fewest requests: <Given>' -ForEach @(
        @{ Given = @{ ToEarliest = $true }; Offsets = 1000, 2000, 3000, 4000, 5000, 6000; Requests = 1 }
        @{ Given = @{ ToLatest = $true }; Offsets = 1024, 2024, 3024, 4024, 5024, 6024; Requests = 1 }
        @{ Given = @{ ToOffset = 3010 }; Offsets = 1024, 2024, 3010, 4000, 5000, 6000; Requests = 1 }
        @{ Given = @{ ShiftBy = -5 }; Offsets = 1010, 2010, 3010, 4010, 5010, 6010; Requests = 6 }
        @{ Given = @{ ShiftBy = 50 }; Offsets = 1024, 2024, 3024, 4024, 5024, 6024; Requests = 6 }
        @{ Given = @{ ToCurrent = $true }; Offsets = 1015, 2015, 3015, 4015, 5015, 6015; Requests = 0 }
        @{ Given = @{ ByDuration = '00:32:00' }; Offsets = 1018, 2018, 3018, 4018, 5018, 6018; Requests = 1 }
        @{ Given = @{ ToDateTime = [DateTimeOffset]::UtcNow }; Offsets = 1024, 2024, 3024, 4024, 5024, 6024; Requests = 1 }
        @{ Given = @{ ToDateTime = [DateTimeOffset]'2001-01-01' }; Offsets = 1000, 2000, 3000, 4000, 5000, 6000; Requests = 1 }
        @{ Given = @{ ToEarliest = $true; Topic = 'orders'; Partition = 1, 3 }; Offsets = 1015, 2000, 3015, 4000, 5015, 6015; Requests = 2 }
    ) {
        $done = @($prod | Reset-DmsConsumerOffset fulfilment -Force @Given)
        Get-Offset fulfilment | Should -Be $Offsets
        @(Get-Changing $service) | Should -HaveCount $Requests
        foreach ($row in $done) {
            $row.Status | Should -Be ($(if ($row.Change) { 'Done' } else { 'Unchanged' }))
            $row.CurrentOffset + $row.Change | Should -Be $row.TargetOffset
            (Get-Offset fulfilment)[$row.Partition] | Should -Be $row.TargetOffset
        }
    }

    It 'refuses a group with members, names them, and continues with the others' {
        $seen = Watch-Command { $prod | Get-DmsConsumerGroup | Reset-DmsConsumerOffset -ToLatest -Force }
        Assert-Failure $seen.Errors -Id HuaweiDms.ConsumerGroupActive -From ResetDmsConsumerOffset -Category ResourceBusy -Target billing -Says 'billing-1 at 192.168.8.10', 'billing-2', 'session timeout'
        @($seen.Output | Where-Object ConsumerGroup -EQ billing).Status | Select-Object -Unique | Should -Be Refused
        @($seen.Output | Where-Object ConsumerGroup -NE billing).Status | Select-Object -Unique | Should -Be Done
        @(Get-Changing $service | Where-Object Path -Like '*billing*') | Should -HaveCount 0
        $seen.Output | Should -HaveCount 24
    }

    It 'refuses impossible rows one by one, and resets the others' {
        $seen = Watch-Command { $prod | Reset-DmsConsumerOffset fulfilment -Topic orders, nothing -Partition 1, 99 -ToOffset 2003 -Force }
        $seen.Errors | Should -HaveCount 2
        Assert-Failure ($seen.Errors | Where-Object { "$_" -like '*99*' }) -Id HuaweiDms.OffsetRefused -From ResetDmsConsumerOffset -Category InvalidArgument -Says 'no partition 99'
        Assert-Failure ($seen.Errors | Where-Object { "$_" -notlike '*99*' }) -Id DMS.00400876 -From ResetDmsConsumerOffset -Category ObjectNotFound -Says nothing
        $seen.Errors.TargetObject.ForEach{ "$_" } | Sort-Object | Should -Be 'fulfilment nothing', 'fulfilment orders/99'
        ($seen.Output | ForEach-Object { "$($_.Topic)/$($_.Partition) $($_.Status)" }) | Should -Be 'orders/1 Done', 'orders/99 Refused', 'nothing/ Refused'
        (Get-Offset fulfilment)[1] | Should -Be 2003
    }

    It 'refuses a group that does not exist, which the service would accept' {
        $seen = Watch-Command { $prod | Reset-DmsConsumerOffset nobody, fulfilment -ToLatest -Force }
        Assert-Failure $seen.Errors -Id HuaweiDms.NotFound -From ResetDmsConsumerOffset -Category ObjectNotFound -Target nobody
        $seen.Output | Should -HaveCount 6
    }

    It 'gives a group offsets in an exactly named topic, and matches patterns with its own topics' {
        $seen = Watch-Command { $prod | Reset-DmsConsumerOffset fulfilment -Topic pay* -ToEarliest -Force }
        $seen.Output.Count + $seen.Errors.Count | Should -Be 0
        "$($seen.Warnings)" | Should -BeLike 'fulfilment of kafka-prod (*) reads no topic that matches pay`*, so*'
        $made = @($prod | Reset-DmsConsumerOffset fulfilment -Topic payments -ToLatest -Force)
        $made | Where-Object { $null -ne $_.CurrentOffset -or $null -ne $_.Change } | Should -BeNullOrEmpty
        $made.TargetOffset | Should -Be 1024, 2024, 3024
        Get-Offset fulfilment payments | Should -Be 1024, 2024, 3024
        ($prod | Reset-DmsConsumerOffset fulfilment -Topic o* -ToEarliest -Force).Topic | Select-Object -Unique | Should -Be orders
    }

    It 'reports a group without offsets, and does not shift missing ones' {
        $null = $prod | New-DmsConsumerGroup fresh
        $seen = Watch-Command { $prod | Reset-DmsConsumerOffset fresh -ToLatest -Force }
        "$($seen.Warnings)" | Should -BeLike '*fresh of*-Topic*'
        $seen = Watch-Command { $prod | Reset-DmsConsumerOffset fresh -Topic payments -ShiftBy 1 -Force }
        $seen.Errors | Should -HaveCount 3
        $seen.Output.Status | Select-Object -Unique | Should -Be Refused
    }

    It 'uses the topic and partition of lag and offset objects' {
        $null = $prod | Get-DmsConsumerLag reporting -Topic clicks | Where-Object Partition -In 1, 2 | Reset-DmsConsumerOffset -ToLatest -Force
        Get-Offset reporting clicks | Should -Be 1000, 2024, 3024, 4000, 5000, 6000
        Get-Offset reporting audit-log | Should -Be 1000, 2000, 3000
    }

    It 'reports what is missing: <Says>' -ForEach @(
        @{ Given = @{ ConsumerGroup = 'fulfilment' }; Id = 'NothingToChange'; Says = '-ToDateTime' }
        @{ Given = @{ ToLatest = $true }; Id = 'InvalidArgument'; Says = '-ConsumerGroup' }
        @{ Given = @{ ConsumerGroup = 'ful*'; ToLatest = $true }; Id = 'InvalidArgument'; Says = 'Get-DmsConsumerGroup' }
        @{ Given = @{ ConsumerGroup = 'fulfilment'; Partition = 1; ToLatest = $true }; Id = 'InvalidArgument'; Says = '-Topic' }
        @{ Given = @{ ConsumerGroup = 'fulfilment'; ToDateTime = [DateTimeOffset]::UtcNow.AddHours(2) }; Id = 'InvalidArgument'; Says = '-ToLatest' }
        @{ Given = @{ ConsumerGroup = 'fulfilment'; ByDuration = '-01:00:00' }; Id = 'InvalidArgument'; Says = '-ByDuration' }
    ) {
        $seen = Watch-Command { $prod | Reset-DmsConsumerOffset @Given }
        Assert-Failure $seen.Errors -Id "HuaweiDms.$Id" -From ResetDmsConsumerOffset -Category InvalidArgument -Says $Says
        Get-Changing $service | Should -BeNullOrEmpty
    }

    It 'prompts once per group, and resets those that were confirmed' {
        $seen = Invoke-Session -Answer 0, 2 -Variable @{ id = $prod.InstanceId } { Reset-DmsConsumerOffset fulfilment, reporting $id -ToLatest }
        $seen.Questions | Should -HaveCount 2
        ($seen.Output | Where-Object ConsumerGroup -EQ fulfilment).Status | Select-Object -Unique | Should -Be Done
        ($seen.Output | Where-Object ConsumerGroup -EQ reporting).Status | Select-Object -Unique | Should -Be Planned
    }

    It 'saves a plan in a file that another user carries out' {
        $file = "$TestDrive/plan.csv"
        $prod | Reset-DmsConsumerOffset fulfilment, reporting -ShiftBy -5 -WhatIf | Export-Csv $file
        Get-Changing $service | Should -BeNullOrEmpty
        $seen = Watch-Command { Reset-DmsConsumerOffset -FromFile $file -Force }
        $seen.Errors | Should -HaveCount 0
        $seen.Warnings | Should -HaveCount 0
        ($seen.Output | Where-Object ConsumerGroup -EQ fulfilment).Status | Select-Object -Unique | Should -Be Done
        Get-Offset fulfilment | Should -Be 1010, 2010, 3010, 4010, 5010, 6010
        # The second time there is nothing to shift.
        (Reset-DmsConsumerOffset -FromFile $file -Force -WarningAction Stop).Status | Select-Object -Unique | Should -Be Unchanged
        ConvertTo-Json @(Import-Csv $file) | Set-Content "$TestDrive/plan.json"
        (Reset-DmsConsumerOffset -FromFile "$TestDrive/plan.json" -Force -WarningAction Stop).Status | Select-Object -Unique | Should -Be Unchanged
        Get-Offset fulfilment | Should -Be 1010, 2010, 3010, 4010, 5010, 6010
    }

    It 'undoes a reset from objects and from a file: each Done row returns to its previous offset' {
        $before = Get-Offset fulfilment
        $done = @($prod | Reset-DmsConsumerOffset fulfilment -ToEarliest -Force)
        $done | Export-Csv "$TestDrive/done.csv"
        $back = @($done | Reset-DmsConsumerOffset -Undo -WhatIf)
        $back.TargetOffset | Should -Be $before
        $back.Status | Select-Object -Unique | Should -Be Planned
        Get-Offset fulfilment | Should -Be 1000, 2000, 3000, 4000, 5000, 6000
        $seen = Watch-Command { $done | Reset-DmsConsumerOffset -Undo -Force }
        $seen.Errors.Count, $seen.Warnings.Count | Should -Be 0, 0
        Get-Offset fulfilment | Should -Be $before
        # The second time there is nothing to do, and no warning.
        $again = Watch-Command { $done | Reset-DmsConsumerOffset -Undo -Force }
        $again.Warnings | Should -HaveCount 0
        $again.Output.Status | Select-Object -Unique | Should -Be Unchanged
        # An undone reset can itself be undone, and the file also contains the way back.
        $null = $seen.Output | Reset-DmsConsumerOffset -Undo -Force
        Get-Offset fulfilment | Should -Be 1000, 2000, 3000, 4000, 5000, 6000
        $null = $prod | Reset-DmsConsumerOffset fulfilment -Topic orders -Partition 0 -ToOffset 1001 -Force
        $seen = Watch-Command { Reset-DmsConsumerOffset -FromFile "$TestDrive/done.csv" -Undo -Force }
        "$($seen.Warnings)" | Should -BeLike 'orders/0 of fulfilment*1000*now 1001.'
        Get-Offset fulfilment | Should -Be $before
    }

    It 'skips rows that no reset has done, with a warning, and requires rows to undo' {
        $seen = Watch-Command { $prod | Reset-DmsConsumerOffset fulfilment -ToEarliest -WhatIf | Reset-DmsConsumerOffset -Undo -Force }
        "$($seen.Warnings)" | Should -BeLike 'Nothing is undone for 6 partitions whose Status is Planned*orders/0 of fulfilment*'
        $seen.Output | Should -BeNullOrEmpty
        $row = [ordered]@{ ConsumerGroup = 'fulfilment'; InstanceId = $prod.InstanceId; Topic = 'orders'; Partition = 0; CurrentOffset = 1001; Status = 'Done' }
        function Edit-Row([hashtable] $With) { $copy = [ordered]@{}; $row.Keys | ForEach-Object { $copy[$_] = if ($With.ContainsKey($_)) { $With[$_] } else { $row[$_] } }; [pscustomobject] $copy }
        $rows = @{ CurrentOffset = -1 }, @{ CurrentOffset = '' }, @{ Status = 'Failed'; Partition = '' }, @{ Status = 0; Partition = 5 } | ForEach-Object { Edit-Row $_ }
        $wrong = @{ Status = 'Gone' }, @{ Status = '' }, @{ Partition = 'one' }, @{ CurrentOffset = 'many' } | ForEach-Object { Edit-Row $_ }
        $seen = Watch-Command { $rows + $wrong + [pscustomobject] $row | Add-Member TargetOffset 1015 -PassThru | Reset-DmsConsumerOffset -Undo -WhatIf }
        $seen.Warnings | Should -HaveCount 3
        "$($seen.Warnings[0])" | Should -BeLike 'Nothing is undone for 2 partitions without a committed offset before the reset*orders/0 of fulfilment*'
        "$($seen.Warnings[1..2])" | Should -BeLike '*Failed*orders/- of*Planned*orders/5 of*'
        $seen.Errors | ForEach-Object { ("$_" -split ' ')[0] } | Should -Be '-Status', '-Status', '-Partition', '-CurrentOffset'
        $seen.Output.TargetOffset | Should -Be 1001
        $seen = Watch-Command { Reset-DmsConsumerOffset fulfilment $prod.InstanceId -Undo -Force }
        Assert-Failure $seen.Errors -Id HuaweiDms.NothingToChange -From ResetDmsConsumerOffset -Category InvalidArgument -Says '-FromFile'
        Get-Changing $service | Should -BeNullOrEmpty
    }

    Context 'if a part of a plan is requested' {
        BeforeEach {
            $done = @($prod | Reset-DmsConsumerOffset fulfilment -ToEarliest -Force) + @($prod | Reset-DmsConsumerOffset reporting -Topic clicks -ToEarliest -Force)
            $done | Export-Csv "$TestDrive/done.csv"
        }

        It 'carries out only the requested rows' {
            $seen = Watch-Command { Reset-DmsConsumerOffset -FromFile "$TestDrive/done.csv" -Undo -Topic ord* -Partition 0, 9 -Force }
            "$($seen.Errors)" | Should -BeLike "*-Partition cannot be '9'*"
            $seen.Output.Status | Should -Be Done
            Get-Offset fulfilment | Should -Be 1015, 2000, 3000, 4000, 5000, 6000
        }

        It 'reports names without rows, and changes nothing' {
            $seen = Watch-Command { $done | Reset-DmsConsumerOffset -Undo -Topic payments, order -ConsumerGroup fulfilment -Force }
            $seen.Errors | Should -HaveCount 2
            "$($seen.Errors)" | Should -BeLike "*-Topic cannot be 'payments'*-Topic cannot be 'order'*Did you mean 'orders'*"
            $seen = Watch-Command { $done | Reset-DmsConsumerOffset -ConsumerGroup billing -WhatIf }
            Assert-Failure $seen.Errors -Id HuaweiDms.InvalidArgument -From ResetDmsConsumerOffset -Category InvalidArgument -Says "-ConsumerGroup cannot be 'billing'"
            Get-Offset fulfilment | Should -Be 1000, 2000, 3000, 4000, 5000, 6000
        }

        It 'reports instances without rows, and changes nothing' {
            $seen = Watch-Command { Reset-DmsConsumerOffset -FromFile "$TestDrive/done.csv" -InstanceId $NoSuchId -Undo -Force }
            Assert-Failure $seen.Errors -Id HuaweiDms.InvalidArgument -From ResetDmsConsumerOffset -Category InvalidArgument -Says $NoSuchId
            $seen = Watch-Command { Reset-DmsConsumerOffset -FromFile "$TestDrive/done.csv" -Undo -InstanceId kafka-prod -Force }
            Assert-Failure $seen.Errors -Id HuaweiDms.InvalidArgument -From ResetDmsConsumerOffset -Category InvalidArgument -Says "-InstanceId cannot be 'kafka-prod'", 'Get-DmsInstance'
            $seen = Watch-Command { Get-DmsInstance kafka-dev, kafka-legacy | Reset-DmsConsumerOffset -FromFile "$TestDrive/done.csv" -Undo -Force }
            Assert-Failure $seen.Errors -Id HuaweiDms.InvalidArgument -From ResetDmsConsumerOffset -Category InvalidArgument -Says '-InstanceId cannot be', 'no such row'
            $seen = Watch-Command { Import-Csv "$TestDrive/done.csv" | Select-Object * -ExcludeProperty InstanceId | Reset-DmsConsumerOffset -Undo -Force }
            Assert-Failure $seen.Errors -Id HuaweiDms.InvalidArgument -From ResetDmsConsumerOffset -Category InvalidArgument -Says '-InstanceId', 'without an instance'
            Get-Offset fulfilment | Should -Be 1000, 2000, 3000, 4000, 5000, 6000
        }

        It 'carries out the rows that pipeline input selects, once, and ignores other input' {
            $lags = $prod | Get-DmsConsumerLag fulfilment | Where-Object Partition -In 3, 4
            ($lags | Reset-DmsConsumerOffset -FromFile "$TestDrive/done.csv" -Undo -Force).Partition | Should -Be 3, 4
            Get-Offset fulfilment | Should -Be 1000, 2000, 3000, 4015, 5015, 6000
            $seen = Watch-Command { Get-DmsInstance kafka-dev, kafka-prod | Get-DmsConsumerLag | Reset-DmsConsumerOffset -Plan $done -Undo -Force }
            $seen.Errors | Should -HaveCount 0
            @($seen.Output | Where-Object Status -EQ Done).Count | Should -Be 4
        }

        It 'warns once that nothing is undone, however much input selects the rows' {
            $done.ForEach{ $_.Status = 'Unchanged' }
            $seen = Watch-Command { $prod, $prod, $prod | Reset-DmsConsumerOffset -Plan $done -Undo -WhatIf }
            "$($seen.Warnings)" | Should -BeLike "Nothing is undone for $($done.Count) partitions*"
        }
    }

    It 'accepts a time from a script' {
        $moment = [DateTimeOffset]'2026-01-02T03:04:05.678+02:00'
        $row = @{ ConsumerGroup = 'fulfilment'; InstanceId = $prod.InstanceId; Topic = 'orders'; Partition = 0 }
        foreach ($time in $moment, $moment.LocalDateTime, '2026-01-02T01:04:05.678') {
            $seen = Invoke-Session { [pscustomobject]($row + @{ TargetTime = $time }) | Reset-DmsConsumerOffset -WhatIf } -Variable @{ row = $row; time = $time }
            $seen.Output.TargetTime | Should -Be '2026-01-02T01:04:05.678Z'
        }
    }

    It 'refuses a row whose time cannot have messages: <_>, and carries out the others' -ForEach '2999-01-01', '1969-12-31' {
        $rows = $_, '2026-01-01' | ForEach-Object {
            [pscustomobject]@{ ConsumerGroup = 'fulfilment'; InstanceId = $prod.InstanceId; Topic = 'orders'; Partition = 0; TargetTime = $_ }
        }
        $seen = Watch-Command { $rows | Reset-DmsConsumerOffset -WhatIf }
        $seen.Errors[0].FullyQualifiedErrorId | Should -BeLike 'HuaweiDms.InvalidArgument,*'
        "$($seen.Errors)" | Should -BeLike "*TargetTime*$_*"
        $seen.Output.TargetTime | Should -BeLike '2026-01-01*'
    }

    It 'carries out a plan from the pipeline, as objects or from a file, through another connection' {
        $plan = @($prod | Reset-DmsConsumerOffset fulfilment -ToEarliest -WhatIf)
        $plan | Export-Csv "$TestDrive/p.csv"
        ($plan | Select-Object -First 2 | Reset-DmsConsumerOffset -Force).Status | Should -Be Done, Done
        Disconnect-Dms test
        Connect-TestEmulator $service -Name elsewhere
        $done = @(Import-Csv "$TestDrive/p.csv" | Where-Object Partition -GT 1 | Reset-DmsConsumerOffset -Force)
        $done.Status | Should -Be Done, Done, Done, Done
        $done.Context | Select-Object -Unique | Should -Be elsewhere
        $prod = Get-DmsInstance kafka-prod
        Get-Offset fulfilment | Should -Be 1000, 2000, 3000, 4000, 5000, 6000
    }

    It 'uses the instance of a row in any case' {
        Connect-TestEmulator $service -Name elsewhere
        $row = [pscustomobject]@{ ConsumerGroup = 'fulfilment'; InstanceId = $prod.InstanceId; Context = 'TEST'; Topic = 'orders'; Partition = 0; TargetOffset = 1000 }
        ($row | Reset-DmsConsumerOffset -Force).Context | Should -BeExactly test
    }

    It 'checks again before it carries out a plan: members that returned, offsets that moved, ends that changed' {
        $file = "$TestDrive/plan.csv"
        $prod | Reset-DmsConsumerOffset fulfilment, reporting -ToEarliest -WhatIf | Export-Csv $file
        $null = $prod | Reset-DmsConsumerOffset fulfilment -ToLatest -Force
        (Import-Csv $file) | ForEach-Object { if ($_.ConsumerGroup -eq 'fulfilment' -and $_.Partition -eq 0) { $_.TargetOffset = 3 }; $_ } | Export-Csv $file
        $null = $prod | Start-DmsEmulatorConsumer reporting -Topic clicks
        $seen = Watch-Command { Reset-DmsConsumerOffset -FromFile $file -Force }
        Assert-Failure $seen.Errors -Id HuaweiDms.ConsumerGroupActive -From ResetDmsConsumerOffset -Category ResourceBusy -Says reporting-1
        "$($seen.Warnings)" | Should -BeLike '*orders/0*1015*1024*'
        ($seen.Output | Where-Object ConsumerGroup -EQ reporting).Status | Select-Object -Unique | Should -Be Refused
        $first = $seen.Output | Where-Object { $_.ConsumerGroup -eq 'fulfilment' -and $_.Partition -eq 0 }
        $first.Clamped, $first.TargetOffset, $first.CurrentOffset, $first.Status | Should -Be $true, 1000, 1024, Done
    }

    It 'reports invalid rows of a plan, and carries out the others' {
        @'
ConsumerGroup,Topic,Partition,TargetOffset
fulfilment,orders,0,1003
fulfilment,orders,one,1003
fulfilment,orders,2,
,orders,3,1003
'@ | Set-Content "$TestDrive/odd.csv"
        $seen = Watch-Command { Reset-DmsConsumerOffset -FromFile "$TestDrive/odd.csv" -InstanceId $prod.InstanceId -Force }
        $seen.Errors | Should -HaveCount 3
        "$($seen.Errors[0])" | Should -BeLikeExactly "*-Partition cannot be 'one': a row of a plan must have*"
        "$($seen.Errors[1])" | Should -BeLike '*-TargetOffset*'
        "$($seen.Errors[2])" | Should -BeLike '*-ConsumerGroup*'
        $seen.Output.TargetOffset | Should -Be 1003
        $seen = Watch-Command { Reset-DmsConsumerOffset -FromFile "$TestDrive/none.csv" }
        Assert-Failure $seen.Errors -Id HuaweiDms.PlanUnreadable -From ResetDmsConsumerOffset -Category InvalidArgument -Says none.csv
        'nothing' | Set-Content "$TestDrive/empty.csv"
        $seen = Watch-Command { Reset-DmsConsumerOffset -FromFile "$TestDrive/empty.csv" }
        Assert-Failure $seen.Errors -Id HuaweiDms.PlanUnreadable -From ResetDmsConsumerOffset -Category InvalidArgument -Says empty.csv, 'whose rows have ConsumerGroup', TargetOffset, '-Undo'
    }

    It 'accepts a plan as a list, as a hand-written table, and from a file of any kind, and carries out the requested part' {
        $plan = @($prod | Reset-DmsConsumerOffset fulfilment -ToEarliest -WhatIf)
        (Reset-DmsConsumerOffset -Plan $plan -WhatIf).TargetOffset | Should -Be $plan.TargetOffset
        ($prod | Reset-DmsConsumerOffset -Plan $plan -Partition 2, 3 -WhatIf).TargetOffset | Should -Be 3000, 4000
        $seen = Watch-Command { Get-DmsInstance kafka-dev | Reset-DmsConsumerOffset -Plan $plan -Force }
        Assert-Failure $seen.Errors -Id HuaweiDms.InvalidArgument -From ResetDmsConsumerOffset -Category InvalidArgument -Says '-InstanceId'
        $table = @{ ConsumerGroup = 'fulfilment'; InstanceId = $prod.InstanceId; Topic = 'orders'; Partition = 1; TargetOffset = 2001 }
        (Reset-DmsConsumerOffset -Plan $table -WhatIf).TargetOffset | Should -Be 2001
        $plan | Export-Clixml "$TestDrive/plan.xml"
        Export-Clixml -InputObject $plan "$TestDrive/list.xml"
        ConvertTo-Json $plan | Set-Content "$TestDrive/plan.txt"
        foreach ($file in 'plan.xml', 'list.xml', 'plan.txt') { (Reset-DmsConsumerOffset -FromFile "$TestDrive/$file" -WhatIf).TargetOffset | Should -Be $plan.TargetOffset }
        Get-Changing $service | Should -BeNullOrEmpty
    }

    It 'reports once what rows of another kind lack' {
        $seen = Watch-Command { $prod | Get-DmsConsumerLag fulfilment | Reset-DmsConsumerOffset -Undo -Force }
        Assert-Failure $seen.Errors -Id HuaweiDms.InvalidArgument -From ResetDmsConsumerOffset -Category InvalidArgument -Says '6 objects', 'not the output of a reset', 'Status'
        $seen.Errors[0].TargetObject | Should -HaveCount 6
        $seen = Watch-Command { $prod | Get-DmsConsumerLag fulfilment | Reset-DmsConsumerOffset -Force }
        Assert-Failure $seen.Errors -Id HuaweiDms.NothingToChange -From ResetDmsConsumerOffset -Category InvalidArgument -Says '-ToEarliest'
        Set-Content "$TestDrive/wrong.csv" 'Gruppe,Ziel', 'fulfilment,1', 'fulfilment,2'
        $seen = Watch-Command { Import-Csv "$TestDrive/wrong.csv" | Reset-DmsConsumerOffset -Force }
        Assert-Failure $seen.Errors -Id HuaweiDms.InvalidArgument -From ResetDmsConsumerOffset -Category InvalidArgument -Says '2 objects', 'TargetOffset or TargetTime'
        $seen = Watch-Command { Reset-DmsConsumerOffset -FromFile "$TestDrive/wrong.csv" -Undo -Force }
        Assert-Failure $seen.Errors -Id HuaweiDms.PlanUnreadable -From ResetDmsConsumerOffset -Category InvalidArgument -Says 'wrong.csv', 'Gruppe, Ziel', 'CurrentOffset'
        Get-Changing $service | Should -BeNullOrEmpty
    }

    It 'undoes two resets one after the other' {
        $before = Get-Offset fulfilment
        $done = @($prod | Reset-DmsConsumerOffset fulfilment -ToEarliest -Force) + @($prod | Reset-DmsConsumerOffset fulfilment -ToLatest -Force)
        $seen = Watch-Command { $done | Reset-DmsConsumerOffset -Undo -Force }
        $seen.Errors | Should -HaveCount 6
        "$($seen.Errors[0])" | Should -BeLike '*Undo the last of these resets first*'
        $null = $done[6..11] | Reset-DmsConsumerOffset -Undo -Force
        $null = $done[0..5] | Reset-DmsConsumerOffset -Undo -Force -WarningAction Stop
        Get-Offset fulfilment | Should -Be $before
    }

    It 'refuses two different targets for one partition' {
        $rows = 'fulfilment', 'fulfilment', 'reporting' | ForEach-Object { $n = 1010 } { [pscustomobject]@{ ConsumerGroup = $_; Topic = $(if ($_ -eq 'reporting') { 'clicks' } else { 'orders' }); Partition = 0; TargetOffset = $n++; InstanceId = $prod.InstanceId } }
        $seen = Watch-Command { $rows | Reset-DmsConsumerOffset -Force }
        Assert-Failure $seen.Errors -Id HuaweiDms.OffsetRefused -From ResetDmsConsumerOffset -Category InvalidArgument -Says 'twice'
        $seen.Output.Status | Should -Be Refused, Done
    }

    It 'reports the result of each partition if some fail' {
        Add-DmsEmulatorFault $service -Method PUT -Action Status -StatusCode 400 -ErrorCode DMS.00400062 -ErrorMessage 'Not this one.' -First 3 -Every 3 | Out-Null
        $seen = Watch-Command { $prod | Reset-DmsConsumerOffset fulfilment -ShiftBy -1 -Force -ThrottleLimit 1 }
        @($seen.Output | Where-Object Status -EQ Done) | Should -HaveCount 5
        $failed = $seen.Output | Where-Object Status -EQ Failed
        $failed.Message | Should -Be 'Not this one.'
        Assert-Failure $seen.Errors -Id DMS.00400062 -From ResetDmsConsumerOffset -Category InvalidArgument -Says 'orders/', 'Not this one'
        [object]::ReferenceEquals($seen.Errors[0].TargetObject, $failed) -or $seen.Errors[0].TargetObject.Partition -eq $failed.Partition | Should -BeTrue
    }

    It 'retries partitions one by one if the service refuses them together' {
        Add-DmsEmulatorFault $service -Method PUT -Action Status -StatusCode 400 -ErrorCode DMS.00400062 -First 1 | Out-Null
        $done = @($prod | Reset-DmsConsumerOffset fulfilment -ToEarliest -Force)
        $done.Status | Select-Object -Unique | Should -Be Done
        @(Get-Changing $service) | Should -HaveCount 7
    }

    It 'uses the older path if the service does not know the newer one: <_>' -ForEach 'APIGW.0101', 'DMS.00404001' {
        Add-DmsEmulatorFault $service -Method PUT -Path '*/reset-message-offset' -Action Status -StatusCode 404 -ErrorCode $_ | Out-Null
        $done = @($prod | Reset-DmsConsumerOffset fulfilment, reporting -ToLatest -Force -ThrottleLimit 1)
        $done.Status | Select-Object -Unique | Should -Be Done
        @(Get-Changing $service).Operation | Should -Be ResetMessageOffsetWithEngine, ResetMessageOffset, ResetMessageOffset, ResetMessageOffset
    }

    It 'reports one error per topic while the instance restarts, and can be repeated from that error' {
        $null = Restart-DmsInstance $prod -Force
        $seen = Watch-Command { $prod | Reset-DmsConsumerOffset fulfilment -Topic orders -ToEarliest -Force }
        Assert-Failure $seen.Errors -Id DMS.00400026 -From ResetDmsConsumerOffset -Category ResourceBusy -Says 'orders of fulfilment'
        $seen.Output.Status | Select-Object -Unique | Should -Be Failed
        $null = $prod | Wait-DmsInstance
        $again = $seen.Errors[0].TargetObject | Reset-DmsConsumerOffset -Force
        $again | Should -HaveCount 6
        $again.Status | Select-Object -Unique | Should -Be Done
    }
}

Describe 'A reset of five hundred groups' {
    BeforeAll {
        $service = Start-TestEmulator -More @{} -Unrecorded
        Connect-TestEmulator $service -More @{ RetryCount = 6 }
        $prod = Get-DmsInstance kafka-prod
        $groups = @(New-ManyGroup 500)
    }
    AfterAll { Stop-TestEmulator }

    It 'runs in parallel, resets nothing twice, whatever the service responds, and the table adds up' {
        Add-DmsEmulatorFault $service -Method PUT -Action Status -StatusCode 429 -Every 17 | Out-Null
        Add-DmsEmulatorFault $service -Method PUT -Action Status -StatusCode 500 -Every 23 -AfterProcessing | Out-Null
        Add-DmsEmulatorFault $service -Method PUT -Action Reset -Every 29 -AfterProcessing | Out-Null
        Add-DmsEmulatorFault $service -Action Latency -Latency 00:00:00.02 | Out-Null
        $seen = Watch-Command { $groups | Reset-DmsConsumerOffset -Topic payments -ToLatest -Force }
        $seen.Errors | Should -HaveCount 0
        $seen.Output | Should -HaveCount 1500
        $seen.Output | Group-Object Status -NoElement | ForEach-Object { "$($_.Name) $($_.Count)" } | Should -Be 'Done 1500'
        ($seen.Output.TargetOffset | Measure-Object -Sum).Sum | Should -Be (500 * (1024 + 2024 + 3024))

        $resets = @(Get-Request $service | Where-Object Operation -EQ ResetMessageOffsetWithEngine)
        # One request per group; a repeated request followed a response without a result.
        foreach ($group in $resets | Group-Object Path) { @($group.Group | Where-Object StatusCode -EQ 204).Count | Should -Be 1 }
        $resets.Count | Should -Be (500 + @($resets | Where-Object StatusCode -In 429, 500, 0).Count)
        Measure-Overlap $resets | Should -BeIn (4..16)
        # The partitions of the topic are read once for all groups.
        @(Get-Request $service | Where-Object Operation -EQ ListTopicPartitions) | Should -HaveCount 1
        $service.Faults.Clear()
        ($prod | Get-DmsConsumerLag many-* -Summary).Lag | Measure-Object -Sum | ForEach-Object Sum | Should -Be 0
    }
}

Describe 'A complete session' {
    BeforeEach {
        $service = Start-TestEmulator
        Connect-TestEmulator $service
        $prod = Get-DmsInstance kafka-prod
    }
    AfterEach { Stop-TestEmulator }

    It 'produces, consumes, sees the lag grow, plans, resets, and sees the result' {
        $consumer = $prod | Start-DmsEmulatorConsumer shipping -Topic orders -MessagesPerSecond 1000 -FromBeginning
        $consumer.ConsumerGroup, $consumer.ClientId, "$($consumer.Topic)" | Should -Be shipping, shipping-1, orders
        Wait-Until { ($prod | Get-DmsConsumerLag shipping -Summary).Lag -eq 0 }
        $seen = Watch-Command { $prod | Reset-DmsConsumerOffset shipping -ToEarliest -Force }
        Assert-Failure $seen.Errors -Id HuaweiDms.ConsumerGroupActive -From ResetDmsConsumerOffset -Category ResourceBusy -Says 'shipping-1 at 192.168.8.10'

        ($consumer | Stop-DmsEmulatorConsumer).ClientId | Should -Be shipping-1
        ($prod | Get-DmsConsumerGroup shipping).State | Should -Be Empty
        $null = 1..12 | ForEach-Object { "order $_" } | Send-DmsMessage orders $prod.InstanceId
        ($prod | Get-DmsConsumerLag shipping -Summary).Lag | Should -Be 12

        $plan = @($prod | Reset-DmsConsumerOffset shipping -ShiftBy -2 -WhatIf)
        ($plan.Change | Measure-Object -Sum).Sum | Should -Be -12
        ($prod | Get-DmsConsumerLag shipping -Summary).Lag | Should -Be 12
        ($plan | Reset-DmsConsumerOffset -Force).Status | Select-Object -Unique | Should -Be Done
        ($prod | Get-DmsConsumerLag shipping -Summary).Lag | Should -Be 24
        ($prod | Reset-DmsConsumerOffset shipping -ToLatest -Force).Status | Select-Object -Unique | Should -Be Done
        ($prod | Get-DmsConsumerLag shipping -Summary).Lag | Should -Be 0
    }

    It 'has consumers that join, share partitions and crash' {
        $null = $prod | Start-DmsEmulatorConsumer fulfilment -Topic orders -ClientId one
        $null = $prod | Start-DmsEmulatorConsumer fulfilment -Topic orders -ClientId two
        "$(($prod | Get-DmsConsumerGroupMember fulfilment).Assignments)" | Should -Be 'orders[0,2,4] orders[1,3,5]'
        $service.Consumers.ClientId | Should -Contain two
        $null = $prod | Stop-DmsEmulatorConsumer fulfilment -ClientId one
        $null = $prod | Stop-DmsEmulatorConsumer fulfilment -Abruptly
        Wait-Until { ($prod | Get-DmsConsumerGroup fulfilment).State -eq 'Empty' }
        $seen = Watch-Command { $prod | Stop-DmsEmulatorConsumer fulfilment }
        Assert-Failure $seen.Errors -Id HuaweiDms.NotFound -From StopDmsEmulatorConsumer -Category ObjectNotFound
        $seen = Watch-Command { $prod | Start-DmsEmulatorConsumer g -Topic orders, nothing }
        Assert-Failure $seen.Errors -Id HuaweiDms.InvalidArgument -From StartDmsEmulatorConsumer -Category InvalidArgument -Target nothing -Says '-Topic', nothing
        $seen = Watch-Command { Start-DmsEmulatorConsumer g $NoSuchId -Topic orders }
        Assert-Failure $seen.Errors -Id HuaweiDms.NotFound -From StartDmsEmulatorConsumer -Category ObjectNotFound
    }

    It 'has no consumers of a missing group if the instance does not create groups' {
        $prod | Set-DmsInstanceConfig -Config @{ 'auto.create.groups.enable' = $false } -Force | Out-Null
        $seen = Watch-Command { $prod | Start-DmsEmulatorConsumer brand-new -Topic orders }
        Assert-Failure $seen.Errors -Id HuaweiDms.InvalidArgument -From StartDmsEmulatorConsumer -Category InvalidArgument -Target brand-new -Says '-ConsumerGroup', New-DmsConsumerGroup
        $prod | New-DmsConsumerGroup brand-new | Out-Null
        ($prod | Start-DmsEmulatorConsumer brand-new -Topic orders).ConsumerGroup | Should -Be brand-new
    }
}
