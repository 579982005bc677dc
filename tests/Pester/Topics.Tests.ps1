BeforeAll {
    . $PSScriptRoot/Common.ps1
}

Describe 'Topics' {
    BeforeEach {
        $service = Start-TestEmulator -Speed $Instant
        Connect-TestEmulator $service
        $prod = Get-DmsInstance kafka-prod
        $dev = Get-DmsInstance kafka-dev
    }
    AfterEach { Stop-TestEmulator }

    Context 'when listed' {
        It 'have their instance, typed settings, and fit on one line each' {
            $topics = @($dev | Get-DmsTopic)
            $topics.Name | Should -Be orders, payments, audit-log, clicks, __consumer_offsets, __trace
            $topics.InstanceId | Select-Object -Unique | Should -Be $dev.InstanceId
            $topics[0].RetentionHours | Should -Be 72
            $topics[0].Config['max.message.bytes'] | Should -Be 10485760
            $topics[0].Config.'message.timestamp.type' | Should -Be LogAppendTime
            $topics[0].CreatedAt | Should -BeOfType DateTimeOffset
            ($topics | Where-Object IsSystem).Name | Should -Be __consumer_offsets, __trace
            $topics | Out-String -Width 80 | Should -Match 'orders\s+6\s+3\s+72\s+kafka-dev'
        }

        It 'need one request if only the first one is requested' {
            $before = @(Get-Request $service).Count
            ($dev | Get-DmsTopic | Select-Object -First 1).Name | Should -Be orders
            ($dev | Get-DmsTopic -First 2 -Skip 1).Name | Should -Be payments, audit-log
            @(Get-Request $service).Count | Should -Be ($before + 2)
        }

        It 'are found by names and patterns in one list, with an error for each missing name' {
            $before = @(Get-Request $service).Count
            $seen = Watch-Command { $dev | Get-DmsTopic nope, orders, cl*, payments, neither }
            $seen.Output.Name | Should -Be orders, payments, clicks
            $seen.Errors.TargetObject | Should -Be nope, neither
            Assert-Failure $seen.Errors[0] -Id HuaweiDms.NotFound -From GetDmsTopic -Category ObjectNotFound -Target nope -Says 'kafka-dev', 'Get-DmsTopic'
            @(Get-Request $service).Count | Should -Be ($before + 1)
            $dev | Get-DmsTopic nothing* | Should -BeNullOrEmpty
        }

        It 'are distinguished by case' {
            $null = $dev | New-DmsTopic Orders
            ($dev | Get-DmsTopic Orders).Name | Should -BeExactly Orders
            ($dev | Get-DmsTopic orders).Name | Should -BeExactly orders
            $seen = Watch-Command { $dev | Get-DmsTopic ORDERS }
            $seen.Output | Should -BeNullOrEmpty
            Assert-Failure $seen.Errors -Id HuaweiDms.NotFound -From GetDmsTopic -Category ObjectNotFound -Target ORDERS -Says "Did you mean 'orders'"
        }

        It 'have a total count' {
            $dev | Get-DmsTopic -First 0 -IncludeTotalCount | Should -Be 6
        }

        It 'show their size, readers and expected size with -Detailed' {
            $before = @(Get-Request $service).Count
            $topics = @($prod | Get-DmsTopic -Detailed)
            $asked = @(Get-Request $service)[$before..1000] | Group-Object Operation | ForEach-Object { "$($_.Name) $($_.Count)" } | Sort-Object
            # Three groups are fewer than six topics; the service's own topics have no messages.
            $asked | Should -Be 'ListInstanceConsumerGroups 1', 'ListInstanceTopics 1', 'ListTopicPartitions 6', 'ShowGroups 3', 'ShowInstanceMessages 4', 'ShowKafkaTopicPartitionDiskusage 1'
            $orders = $topics[0]
            $orders.SizeBytes, $orders.MessageCount | Should -Be (288GB), 144
            $orders.ConsumerGroups | Should -Be billing, fulfilment
            $orders.FirstMessageAt | Should -BeOfType DateTimeOffset
            $orders.LastMessageAt | Should -BeGreaterThan $orders.FirstMessageAt
            $orders.ExpectedSizeBytes | Should -BeGreaterThan $orders.SizeBytes
            ($topics | Where-Object { -not $_.ConsumerGroups }).Name | Should -Be __consumer_offsets, __trace
            $topics[-1].MessageCount, $topics[-1].LastMessageAt | Should -Be 0, $null
            ($prod | Get-DmsTopic orders).SizeBytes | Should -BeNullOrEmpty
        }

        It 'show the groups of one topic, read by topic' {
            ($prod | Get-DmsTopic orders -Detailed).ConsumerGroups | Should -Be billing, fulfilment
            Get-Request $service | Where-Object Operation -EQ ShowGroups | Should -BeNullOrEmpty
        }

        It 'show everything that can be read, with one error for the rest' {
            $null = Add-DmsEmulatorFault $service -Path '*/topics/diskusage*' -Action Status -StatusCode 403 -ErrorCode DMS.10240002
            $null = Add-DmsEmulatorFault $service -Path '*/messages*' -Action Status -StatusCode 403 -ErrorCode DMS.10240002
            $seen = Watch-Command { $prod | Get-DmsTopic -Detailed }
            $seen.Output | Should -HaveCount 6
            $seen.Output.SizeBytes + $seen.Output.ExpectedSizeBytes + $seen.Output.FirstMessageAt | Where-Object { $null -ne $_ } | Should -BeNullOrEmpty
            $seen.Output[0].MessageCount | Should -Be 144
            Assert-Failure $seen.Errors -Id DMS.10240002 -From GetDmsTopic -Category PermissionDenied -Target $prod.InstanceId -Says 'disk usage of kafka-prod'
            $seen.Warnings | Should -HaveCount 1
            "$($seen.Warnings)" | Should -BeLike '*first message*kafka-prod*'
        }

        It 'omit one whose groups cannot be read, because it would appear to have none' {
            $null = Add-DmsEmulatorFault $service -Path '*/groups*' -Action Status -StatusCode 403 -ErrorCode DMS.10240002
            $seen = Watch-Command { $prod | Get-DmsTopic orders, payments -Detailed }
            $seen.Output | Should -BeNullOrEmpty
            $seen.Errors | Should -HaveCount 2
            $seen.Errors[0].FullyQualifiedErrorId | Should -BeLike 'DMS.10240002,*GetDmsTopic'
            "$($seen.Errors[0])" | Should -BeLike 'Get-DmsTopic failed for orders of kafka-prod (*'
        }

        It 'can come from an older service' {
            Connect-TestEmulator $service -Name older -More @{ ApiVersion = 'V1' }
            ($dev | Get-DmsTopic -Context older or*).PartitionCount | Should -Be 6
            $made = New-DmsTopic older-topic $dev.InstanceId -Context older -PartitionCount 2 -Wait
            $made.PartitionCount | Should -Be 2
            (Remove-DmsTopic older-topic $dev.InstanceId -Context older -Force).Succeeded | Should -BeTrue
            @(Get-Changing $service).Operation | Should -Be CreateInstanceTopicV1, BatchDeleteInstanceTopicV1
        }
    }

    Context 'and their parts' {
        It 'include partitions, whose messages are summed up' {
            ($dev | Get-DmsTopic orders* | Get-DmsTopicPartition | Measure-Object MessageCount -Sum).Sum | Should -Be 144
            $parts = @($dev | Get-DmsTopicPartition orders, clicks -Partition 0, 5)
            "$parts" | Should -Be 'orders-0 orders-5 clicks-0 clicks-5'
            $parts[0].EndOffset - $parts[0].StartOffset | Should -Be $parts[0].MessageCount
            ($dev | Get-DmsTopicPartition orders -First 2 -Skip 1).Partition | Should -Be 1, 2
        }

        It 'include producers' {
            $producers = @($dev | Get-DmsTopic | Get-DmsTopicProducer)
            ($producers | Group-Object Topic -NoElement).Name | Should -Be clicks, orders, payments
            $producers[0].ConnectedAt | Should -BeOfType DateTimeOffset
        }

        It 'include replicas, read for many topics one after the other' {
            $replicas = @($dev | Get-DmsTopic or*, cl* | Get-DmsTopicReplica)
            $replicas | Should -HaveCount 36
            ($replicas | Where-Object { $_.Topic -eq 'orders' -and $_.Partition -eq 1 }).Broker | Should -Be 1, 2, 0
            @($replicas | Where-Object IsLeader) | Should -HaveCount 12
            @($dev | Get-DmsTopicReplica orders -Partition 4) | Should -HaveCount 3
            $replicas | Out-String -Width 80 | Should -Match 'orders\s+0\s+0\s+yes\s+yes\s+0\s+\d+'
        }

        It 'are emitted once, however many partitions come from the pipeline: <_>' -ForEach 'Get-DmsTopicPartition', 'Get-DmsTopicProducer', 'Get-DmsTopicReplica', 'Get-DmsPartitionOffset' {
            $partitions = @($dev | Get-DmsTopic orders | Get-DmsTopicPartition)
            $objects = @($partitions | & $_)
            $objects | Should -HaveCount @(& $_ orders $dev).Count
            @(& $_ orders, orders $dev) | Should -HaveCount $objects.Count
        }

        It 'are not affected by a topic that does not exist: <_>' -ForEach 'Get-DmsTopicPartition', 'Get-DmsTopicProducer', 'Get-DmsTopicReplica' {
            $seen = Watch-Command { & $_ nope, orders $dev }
            Assert-Failure $seen.Errors -Id DMS.00400876 -From ($_ -replace '-') -Category ObjectNotFound -Target nope -Says 'nope of kafka-dev'
            $seen.Output.Topic | Select-Object -Unique | Should -Be orders
        }

        It 'are listed for all topics, or for a pattern, with one list and in order: <_>' -ForEach 'Get-DmsTopicPartition', 'Get-DmsTopicProducer', 'Get-DmsTopicReplica', 'Get-DmsPartitionOffset', 'Get-DmsTopicAccessPolicy' {
            $prod = Get-DmsInstance kafka-prod
            @($prod | & $_) | ConvertTo-Json -Depth 3 | Should -Be (@($prod | Get-DmsTopic | & $_) | ConvertTo-Json -Depth 3)
            ($prod | & $_ CL*, pay*, orders).Topic | Select-Object -Unique | Should -Be @($prod | Get-DmsTopic orders, payments, clicks | & $_ | Select-Object -ExpandProperty Topic -Unique)
            @(Get-Request $service | Select-Object -Last 40 | Where-Object Operation -EQ ListInstanceTopics).Count | Should -BeLessOrEqual 4
            & $_ nothing* $prod | Should -BeNullOrEmpty
        }

        It 'are those of the topics that a group from the pipeline reads' {
            $prod = Get-DmsInstance kafka-prod
            ($prod | Get-DmsConsumerGroup billing | Get-DmsTopic).Name | Should -Be orders, payments
            ($prod | Get-DmsConsumerGroup billing, reporting | Get-DmsTopicPartition).Topic | Select-Object -Unique | Should -Be orders, payments, audit-log, clicks
            ($prod | Get-DmsConsumerGroup billing | Get-DmsTopic pay*).Name | Should -Be payments
            $row = [pscustomobject]@{ InstanceId = $prod.InstanceId; ConsumerGroup = 'biling' }
            Assert-Failure (Watch-Command { $row | Get-DmsTopic }).Errors -Id HuaweiDms.NotFound -From GetDmsTopic -Category ObjectNotFound -Target biling
        }

        It 'can be filtered by partition, for topics that have it, unless the topic is named exactly' {
            $prod = Get-DmsInstance kafka-prod
            ($prod | Get-DmsPartitionOffset pay*, cl* -Partition 4).Topic | Should -Be clicks
        }

        It 'exclude the topics of the service' {
            $prod = Get-DmsInstance kafka-prod
            ($prod | Get-DmsTopic -ExcludeSystem).Name | Should -Be orders, payments, audit-log, clicks
            ($prod | Get-DmsTopic | Get-DmsTopic -ExcludeSystem).Name | Should -Be orders, payments, audit-log, clicks
            ($prod | Get-DmsTopic __*, pay* -ExcludeSystem).Name | Should -Be payments
            $prod | Get-DmsTopic __trace | Get-DmsTopic -ExcludeSystem | Should -BeNullOrEmpty
            $seen = Watch-Command { $prod | Get-DmsTopic __trace, orders -ExcludeSystem }
            $seen.Output.Name | Should -Be orders
            Assert-Failure $seen.Errors -Id HuaweiDms.LeftOut -From GetDmsTopic -Category InvalidArgument -Target __trace -Says 'kafka-prod', '-ExcludeSystem excludes it'
            $seen = Watch-Command { $prod | Get-DmsTopic __trace, orders | Set-DmsTopic -RetentionHours 70 -WhatIf }
            Assert-Failure $seen.Errors -Id HuaweiDms.InvalidArgument -From SetDmsTopic -Category InvalidArgument -Says '__trace', 'Get-DmsTopic -ExcludeSystem'
        }
    }

    Context 'when created' {
        It 'with a setting of Kafka that is a parameter here are refused before they are sent, and the error names it: <Setting>' -ForEach @(
            @{ Setting = 'retention.ms'; Parameter = '-RetentionHours' }, @{ Setting = 'flush.messages'; Parameter = '-SyncFlush' }
        ) {
            $seen = Watch-Command { $dev | New-DmsTopic invoices -Config @{ $Setting = 1 } }
            Assert-Failure $seen.Errors -Id HuaweiDms.InvalidArgument -From NewDmsTopic -Category InvalidArgument -Target invoices -Says '-Config', $Setting, $Parameter
            $seen = Watch-Command { $dev | Set-DmsTopic orders -Config @{ $Setting = 1 } }
            Assert-Failure $seen.Errors -Id HuaweiDms.InvalidArgument -From SetDmsTopic -Category InvalidArgument -Target orders -Says '-Config', $Setting, $Parameter
            Get-Changing $service | Should -BeNullOrEmpty
        }

        It 'have the requested properties, and are shown as the service reports them with -Wait' {
            $made = $dev | New-DmsTopic a.b-1 -PartitionCount 2 -ReplicationFactor 1 -RetentionHours 5 -SyncFlush $true -Config @{ 'max.message.bytes' = 1000 } -Description x -Wait
            $made.Name, $made.PartitionCount, $made.ReplicationFactor, $made.RetentionHours, $made.SyncFlush, $made.SyncReplication, $made.Description, $made.Config['max.message.bytes'] |
                Should -Be 'a.b-1', 2, 1, 5, $true, $false, 'x', 1000
        }

        It 'can come from a CSV file, where a bad row is its own error and does not affect the others' {
            $rows = @'
Name,PartitionCount,ReplicationFactor,RetentionHours,SyncReplication,SyncFlush,Config,Description
good-1,3,3,24,true,false,max.message.bytes=2000;message.timestamp.type=CreateTime,one
bad-1,three,3,24,true,,,
good-2,,,,,,,
bad-2,201,,,,,,
bad-3,1,4,,,,,
bad-4,1,1,721,,,,
bad-5,1,1,1,perhaps,,,
bad-6,1,1,1,,,max.message.bytes=-1,
7bad,1,1,1,,,,
good-1,1,1,1,,,,
good-3,1,1,1,FALSE,,,
'@ | ConvertFrom-Csv
            $seen = Watch-Command { $rows | New-DmsTopic -InstanceId $dev.InstanceId }
            $seen.Output.Name | Should -Be good-1, good-2, good-3
            $seen.Errors.TargetObject | Should -Be bad-1, bad-2, bad-3, bad-4, bad-5, bad-6, 7bad, good-1
            $seen.Errors.FullyQualifiedErrorId | Select-Object -Unique | Should -Be 'HuaweiDms.InvalidArgument,HuaweiDms.PowerShell.NewDmsTopic'
            "$($seen.Errors[0])" | Should -BeLike "-PartitionCount cannot be 'three': for topic bad-1, it must be a whole number from 1 to 200."
            $one = $dev | Get-DmsTopic good-1
            $one.RetentionHours, $one.SyncReplication, $one.Config.'message.timestamp.type', $one.Description | Should -Be 24, $true, CreateTime, one
            ($dev | Get-DmsTopic good-3).SyncReplication | Should -BeFalse
            @(Get-Changing $service).Operation | Should -Be CreateInstanceTopic, CreateInstanceTopic, CreateInstanceTopic
        }

        It 'can be copies of exported ones' {
            $file = Join-Path $TestDrive topics.csv
            $null = $dev | New-DmsTopic copied -PartitionCount 4 -RetentionHours 9 -Config @{ 'max.message.bytes' = 77 } -SyncReplication $true
            $dev | Get-DmsTopic copied | Select-Object Name, PartitionCount, ReplicationFactor, RetentionHours, SyncReplication, SyncFlush, Config, Description | Export-Csv $file
            $made = Import-Csv $file | New-DmsTopic -InstanceId $prod.InstanceId -Wait
            $made.PartitionCount, $made.RetentionHours, $made.Config['max.message.bytes'], $made.SyncReplication, $made.SyncFlush | Should -Be 4, 9, 77, $true, $false
            $dev | Get-DmsTopic copied | ConvertTo-Json | ConvertFrom-Json | Select-Object Name, PartitionCount, Config | New-DmsTopic -InstanceId (Get-DmsInstance kafka-test-01).InstanceId |
                ForEach-Object { $_.Config['max.message.bytes'] } | Should -Be 77
        }

        It 'are created once with -IfNotExists, however often it is repeated' {
            $null = $dev | New-DmsTopic once -PartitionCount 2
            $seen = Watch-Command { $dev | New-DmsTopic once, twice -PartitionCount 2 -IfNotExists -Verbose }
            $seen.Output.Name | Should -Be once, twice
            $seen.Errors | Should -BeNullOrEmpty
            "$($seen.Verbose)" | Should -BeLike '*once of kafka-dev*nothing is sent*'
            $seen = Watch-Command { $dev | New-DmsTopic once -PartitionCount 3 -RetentionHours 1 -IfNotExists }
            $seen.Output.PartitionCount | Should -Be 2
            "$($seen.Warnings)" | Should -BeLike '*PartitionCount is 2, not 3; RetentionHours is 72, not 1*'
            @(Get-Changing $service) | Should -HaveCount 2
        }

        It 'that exist are an error without -IfNotExists' {
            $seen = Watch-Command { $dev | New-DmsTopic orders, fresh }
            Assert-Failure $seen.Errors -Id HuaweiDms.AlreadyExists -From NewDmsTopic -Category ResourceExists -Target orders -Says '-IfNotExists', 'Set-DmsTopic'
            $seen.Output.Name | Should -Be fresh
        }

        It 'are limited by the available partitions, and the error says how far it came' {
            $seen = Watch-Command { 1..300 | ForEach-Object { [pscustomobject]@{ Name = "t-$_"; PartitionCount = 3 } } | New-DmsTopic -InstanceId $dev.InstanceId }
            $seen.Output | Should -HaveCount 244
            Assert-Failure $seen.Errors -Id DMS.111400860 -From NewDmsTopic -Category QuotaExceeded -Says 'room for 732', '244 topics were created', '56 were not attempted', 't-245', 'Resize-DmsInstance'
            $seen.Errors.TargetObject | Should -HaveCount 56
            @(Get-Changing $service) | Should -HaveCount 244
        }

        It 'stop if somebody else used the partitions meanwhile' {
            $null = Add-DmsEmulatorFault $service -Method POST -Path '*/topics' -Action Status -StatusCode 400 -ErrorCode DMS.111400860 -First 1
            $seen = Watch-Command { 1..40 | ForEach-Object { [pscustomobject]@{ Name = "t-$_" } } | New-DmsTopic -InstanceId $dev.InstanceId -ThrottleLimit 1 }
            $seen.Errors.FullyQualifiedErrorId | Should -Be 'DMS.111400860,HuaweiDms.PowerShell.NewDmsTopic', 'DMS.111400860,HuaweiDms.PowerShell.NewDmsTopic'
            "$($seen.Errors[1])" | Should -BeLike '*0 topics were created, and 39 were not attempted*'
            @(Get-Changing $service) | Should -HaveCount 1
        }

        It 'are found if the response is lost' {
            $null = Add-DmsEmulatorFault $service -Method POST -Path '*/topics' -Action Reset -First 1
            $seen = Watch-Command { $dev | New-DmsTopic lost -PartitionCount 2 }
            if ($seen.Errors) { Assert-Failure $seen.Errors -Id HuaweiDms.OutcomeUnknown -From NewDmsTopic -Category ConnectionError -Says 'Get-DmsTopic' }
            else { $seen.Output.PartitionCount | Should -Be 2; "$($seen.Warnings)" | Should -BeLike '*lost*' }
            @(Get-Changing $service) | Should -HaveCount 1
        }

        It 'are shown with -WhatIf, and nothing is sent' {
            $seen = Invoke-Session { $dev | New-DmsTopic a, b -PartitionCount 2 -WhatIf } -Variable @{ dev = $dev }
            $seen.Errors | Should -HaveCount 2 -Because 'the names are too short'
            $seen = Invoke-Session { $dev | New-DmsTopic aaa, bbb -PartitionCount 2 -WhatIf } -Variable @{ dev = $dev }
            $seen.WhatIf | Should -HaveCount 2
            $seen.WhatIf[0] | Should -BeLike '*2 partitions*aaa of kafka-dev*'
            Get-Changing $service | Should -BeNullOrEmpty
        }

        It 'do not get the name of an instance from the pipeline' {
            $seen = Watch-Command { $dev | New-DmsTopic }
            Assert-Failure $seen.Errors -Id HuaweiDms.InvalidArgument -From NewDmsTopic -Category InvalidArgument -Says 'kafka-dev', '-Name'
            $dev | New-DmsTopic kafka-dev | ForEach-Object Name | Should -Be kafka-dev
            $dev | Set-DmsInstance -Description 'of the instance'
            $again = Get-DmsInstance kafka-dev
            ($again | New-DmsTopic plain -Wait).Description | Should -BeNullOrEmpty
            ($again | Set-DmsTopic orders -RetentionHours 5 -Force -PassThru).Description | Should -Be 'Orders as they are placed'
        }

        It 'keep the description of a row whose instance is an object' {
            $row = [pscustomobject]@{ Name = 'described'; InstanceId = $dev; Description = 'its own' }
            ($row | New-DmsTopic -Wait).Description | Should -Be 'its own'
            ($dev | New-DmsTopic -Name undescribed -Wait).Description | Should -BeNullOrEmpty
        }

        It 'have fewer settings with an older service' {
            Connect-TestEmulator $service -Name older -More @{ ApiVersion = 'V1' }
            $seen = Watch-Command { New-DmsTopic abc, a.bcd $dev.InstanceId -Context older }
            $seen.Errors.TargetObject | Should -Be abc, a.bcd
            $seen = Watch-Command { New-DmsTopic abcd $dev.InstanceId -Context older -Config @{ 'max.message.bytes' = 1 } }
            Assert-Failure $seen.Errors -Id HuaweiDms.InvalidArgument -From NewDmsTopic -Category InvalidArgument -Says '-Config', 'v1.0', '-ApiVersion V2'
            Get-Changing $service | Should -BeNullOrEmpty
        }
    }

    Context 'of many instances' {
        It 'are read within the request limit by <Name>' -ForEach @(
            @{ Name = 'New-DmsTopic'; Do = { New-DmsTopic fresh -InstanceId $three -ThrottleLimit 1 -WhatIf } }
            @{ Name = 'Measure-DmsPartitionReassignment'; Do = { Measure-DmsPartitionReassignment orders -InstanceId $three -Broker 0, 1, 2 -ThrottleLimit 1 -ErrorAction Ignore } }
        ) {
            $three = (Get-DmsInstance kafka-prod, kafka-staging, kafka-dev).InstanceId
            $null = Add-DmsEmulatorFault $service -Path '*/topics*' -Action Latency -Latency 00:00:00.2
            $null = Invoke-Session $Do -Variable @{ three = $three }
            $began = @(Get-Request $service | Where-Object Operation -EQ ListInstanceTopics).Time
            $began | Should -HaveCount 3
            # The next one starts when the previous one has been answered.
            ($began[1] - $began[0]).TotalSeconds | Should -BeGreaterThan 0.15
            ($began[2] - $began[1]).TotalSeconds | Should -BeGreaterThan 0.15
        }
    }

    Context 'when changed' {
        It 'need one request for all topics of an instance, with only the differences' {
            $dev | Get-DmsTopic | Where-Object IsSystem -EQ $false | Set-DmsTopic -RetentionHours 24 -SyncReplication $false -Force
            $sent = @(Get-Exchange $service -Changing)
            $sent | Should -HaveCount 1
            $sent[0].request.topics | Should -HaveCount 4
            $sent[0].request.topics[0].PSObject.Properties.Name | Should -Be id, retention_time
            ($dev | Get-DmsTopic orders).RetentionHours | Should -Be 24
        }

        It 'do not take 2d, which PowerShell reads as the number 2, for two hours' {
            foreach ($seen in (Watch-Command { $dev | Set-DmsTopic orders -RetentionHours 2d -Force }), (Watch-Command { $dev | New-DmsTopic days -RetentionHours 2d })) {
                "$($seen.Errors)" | Should -BeLike "*RetentionHours*'2d' means the decimal number 2*whole number*"
            }
            ($dev | Get-DmsTopic orders).RetentionHours | Should -Be 72
            (Invoke-Session { $dev | Set-DmsTopic orders -RetentionHours ([decimal] 60) -WhatIf } -Variable @{ dev = $dev }).WhatIf | Should -BeLike '*72 -> 60 hours*'
        }

        It 'prompt if messages are lost, and only then' {
            $seen = Invoke-Session { $dev | Set-DmsTopic orders, clicks -RetentionHours 24 -PassThru } -Answer 2, 0 -Variable @{ dev = $dev }
            $seen.Questions | Should -HaveCount 2
            $seen.Questions[0] | Should -BeLike '*retention 72 -> 24 hours, which deletes older messages*orders of kafka-dev*'
            $seen.Output.Name | Should -Be clicks
            $seen = Invoke-Session { $dev | Set-DmsTopic payments -RetentionHours 100 -PassThru } -Variable @{ dev = $dev }
            $seen.Questions | Should -BeNullOrEmpty
            $seen.Output.RetentionHours | Should -Be 100
            (Invoke-Session { $ConfirmPreference = 'Medium'; $dev | Set-DmsTopic payments -Description 'x' } -Answer 2 -Variable @{ dev = $dev }).Questions | Should -HaveCount 1
            (Invoke-Session { $dev | Set-DmsTopic payments -RetentionHours 1 -Force } -Variable @{ dev = $dev }).Questions | Should -BeNullOrEmpty
            (Invoke-Session { $dev | Set-DmsTopic payments -Description 'x' -Confirm } -Answer 2 -Variable @{ dev = $dev }).Questions | Should -HaveCount 1
        }

        It 'are changed once, however many records name them' {
            $seen = Watch-Command { $dev | Get-DmsTopicPartition orders, clicks | Set-DmsTopic -RetentionHours 100 -PassThru }
            $seen.Errors | Should -BeNullOrEmpty
            $seen.Output.Name | Should -Be orders, clicks
            (Get-Exchange $service -Changing).request.topics | Should -HaveCount 2
            $seen = Watch-Command { 'Name,RetentionHours', 'orders,101', 'orders,102' | ConvertFrom-Csv | Set-DmsTopic -InstanceId $dev.InstanceId -PassThru }
            Assert-Failure $seen.Errors -Id HuaweiDms.InvalidArgument -From SetDmsTopic -Category InvalidArgument -Says 'orders', 'more than once'
            $seen.Output.RetentionHours | Should -Be 101
        }

        It 'are emitted with -PassThru, although one instance can no longer be read' {
            $two = Get-DmsInstance kafka-dev, kafka-prod
            # The first reading is before the change, the second one after it.
            $null = Add-DmsEmulatorFault $service -Method GET -Path "*/$($two[0].InstanceId)/topics*" -Action Status -StatusCode 403 -ErrorCode DMS.10240004 -Every 2
            $seen = Watch-Command { Set-DmsTopic orders -RetentionHours 71 -InstanceId $two -PassThru -Force }
            $seen.Output.InstanceId | Should -Be $two[1].InstanceId
            Assert-Failure $seen.Errors -Id DMS.10240004 -From SetDmsTopic -Category PermissionDenied -Target $two[0].InstanceId -Says 'Read', 'kafka-dev'
        }

        It 'are shown with -WhatIf with the name of their instance if it is known, without another request' {
            $mark = @(Get-Request $service).Count
            $seen = Invoke-Session { $dev | Get-DmsTopic orders | Set-DmsTopic -RetentionHours 1 -WhatIf } -Variable @{ dev = $dev }
            $seen.WhatIf | Should -BeLike '*orders of kafka-dev (*'
            @(Get-Request $service).Count - $mark | Should -Be 2 -Because 'each command reads the list and nothing else'
        }

        It 'are not sent if nothing differs, which -Verbose shows' {
            $seen = Watch-Command { $dev | Get-DmsTopic orders | Set-DmsTopic -PartitionCount 6 -PassThru -Verbose }
            $seen.Output.Name | Should -Be orders
            "$($seen.Verbose)" | Should -BeLike '*already as requested*'
            Get-Changing $service | Should -BeNullOrEmpty
        }

        It 'can come from one file with all of them, topic by topic' {
            "Name,PartitionCount,Config`norders,9,max.message.bytes=5`nclicks,,message.timestamp.type=CreateTime" | ConvertFrom-Csv | Set-DmsTopic -InstanceId $dev.InstanceId -PassThru |
                ForEach-Object { "$($_.Name) $($_.PartitionCount) $($_.Config)" } |
                Should -Be 'orders 9 max.message.bytes=5;message.timestamp.type=LogAppendTime', 'clicks 6 max.message.bytes=10485760;message.timestamp.type=CreateTime'
        }

        It 'that cannot be changed are separate errors' {
            $seen = Watch-Command { Set-DmsTopic orders $dev -PartitionCount 12, 13 }
            Assert-Failure $seen.Errors -Id HuaweiDms.InvalidArgument -From SetDmsTopic -Category InvalidArgument -Target orders -Says "'12, 13'", 'a whole number from 1 to 200'
            $seen = Watch-Command { Set-DmsTopic orders, nope, __trace, payments $dev -PartitionCount 5 -PassThru }
            $seen.Output.Name | Should -Be payments
            $seen.Errors.TargetObject | Should -Be orders, nope, __trace
            "$($seen.Errors[0])" | Should -BeLike '*partitions can only be added, and there are 6*'
            Assert-Failure $seen.Errors[1] -Id HuaweiDms.NotFound -From SetDmsTopic -Category ObjectNotFound
        }

        It 'that the service refuses together are reported per topic' {
            $seen = Watch-Command { Set-DmsTopic orders, clicks $dev -PartitionCount 200 -PassThru }
            $seen.Errors | Should -BeNullOrEmpty
            $seen = Watch-Command { Set-DmsTopic payments, audit-log, orders $dev -PartitionCount 200 -RetentionHours 1 -Force -PassThru }
            $seen.Output.Name | Should -Be payments, orders
            $seen.Errors | Should -HaveCount 1
            Assert-Failure $seen.Errors -Id HuaweiDms.ItemFailed -From SetDmsTopic -Category InvalidOperation -Says 'audit-log of', 'Instance partition is not enough'
        }

        It 'can have new partitions on chosen brokers' {
            Set-DmsTopic orders $dev -PartitionCount 8 -NewPartitionBroker 2, 1, 0
            ($dev | Get-DmsTopicReplica orders -Partition 6).Broker | Should -Be 2, 1, 0
            $seen = Watch-Command { Set-DmsTopic orders $dev -NewPartitionBroker 0, 1, 2 }
            Assert-Failure $seen.Errors -Id HuaweiDms.InvalidArgument -From SetDmsTopic -Category InvalidArgument -Says '-PartitionCount with more than the existing 8'
            $seen = Watch-Command { Set-DmsTopic orders $dev -PartitionCount 9 -NewPartitionBroker 1, 2 }
            "$($seen.Warnings)" | Should -BeLike '*each of the 3 replicas*names 2 brokers*'
            Assert-Failure $seen.Errors -Id HuaweiDms.ItemFailed -From SetDmsTopic -Category InvalidOperation -Says orders
        }

        It 'get no partition on an unknown broker, in any spelling of the instance id' {
            $rows = [pscustomobject]@{ InstanceId = $dev.InstanceId; Name = 'orders' }, [pscustomobject]@{ InstanceId = $dev.InstanceId.ToUpperInvariant(); Name = 'clicks' }
            $seen = Watch-Command { $rows | Set-DmsTopic -PartitionCount 60 -NewPartitionBroker 97, 98, 99 }
            $seen.Errors | Should -HaveCount 2
            Assert-Failure $seen.Errors[1] -Id HuaweiDms.InvalidArgument -From SetDmsTopic -Category InvalidArgument -Says 'clicks', '97'
            Get-Changing $service | Should -BeNullOrEmpty
        }

        It 'are described with -WhatIf' {
            $seen = Invoke-Session { $dev | Set-DmsTopic orders -RetentionHours 1 -PartitionCount 8 -WhatIf } -Variable @{ dev = $dev }
            $seen.WhatIf | Should -BeLike '*partitions 6 -> 8, which cannot be removed and send the same key to another partition*, retention 72 -> 1 hour, which deletes older messages*orders of kafka-dev*'
            Get-Changing $service | Should -BeNullOrEmpty
        }

        It 'require at least one change' {
            $seen = Watch-Command { $dev | Set-DmsTopic orders }
            Assert-Failure $seen.Errors -Id HuaweiDms.NothingToChange -From SetDmsTopic -Category InvalidArgument -Says '-RetentionHours'
            $seen = Watch-Command { $dev | Set-DmsTopic orders -ReplicationFactor 2 }
            Assert-Failure $seen.Errors -Id HuaweiDms.InvalidArgument -From SetDmsTopic -Category InvalidArgument -Says 'Start-DmsPartitionReassignment'
        }
    }

    Context 'when removed' {
        It 'need one request for all topics of an instance, with a result for each' {
            $results = @($dev | Get-DmsTopic or*, pay* | Remove-DmsTopic -Force)
            $results.Topic | Should -Be orders, payments
            $results.Succeeded | Should -Be $true, $true
            @(Get-Changing $service) | Should -HaveCount 1
            ($dev | Get-DmsTopic).Name | Should -Be audit-log, clicks, __consumer_offsets, __trace
            $results | Out-String -Width 80 | Should -Match 'orders\s+delete\s+True'
        }

        It 'that do not exist are an error, although the service would report success' {
            $seen = Watch-Command { Remove-DmsTopic ordres, orders, __trace $dev -Force }
            $seen.Output.Topic | Should -Be orders
            Assert-Failure $seen.Errors[0] -Id HuaweiDms.InvalidArgument -From RemoveDmsTopic -Category InvalidArgument -Target __trace
            Assert-Failure $seen.Errors[1] -Id HuaweiDms.NotFound -From RemoveDmsTopic -Category ObjectNotFound -Target ordres
            (Get-Exchange $service -Changing).request.topics | Should -Be orders
        }

        It 'that the service keeps are not a success' {
            $slow = Start-TestEmulator -Speed 0.01
            Connect-TestEmulator $slow -Name slow
            $id = (Get-DmsInstance kafka-prod-payments -Context slow).InstanceId
            $null = Start-DmsPartitionReassignment orders $id -Broker 2, 3, 4 -Context slow
            $seen = Watch-Command { Remove-DmsTopic orders, clicks $id -Force -Context slow }
            $seen.Output.Succeeded | Should -Be $false, $true
            Assert-Failure $seen.Errors -Id HuaweiDms.ItemFailed -From RemoveDmsTopic -Category InvalidOperation -Says 'orders of'
        }

        It 'prompt topic by topic' {
            $seen = Invoke-Session { $dev | Remove-DmsTopic orders, clicks } -Answer 2, 0 -Variable @{ dev = $dev }
            $seen.Questions | Should -HaveCount 2
            $seen.Questions[0] | Should -BeLike '*6 partitions and all their messages*orders of kafka-dev*'
            $seen.Output.Topic | Should -Be clicks
        }

        It 'stay with -WhatIf, and with a pattern' {
            $dev | Get-DmsTopic | Remove-DmsTopic -Force -WhatIf -ErrorAction SilentlyContinue
            $seen = Watch-Command { $dev | Remove-DmsTopic * -Force }
            Assert-Failure $seen.Errors -Id HuaweiDms.InvalidArgument -From RemoveDmsTopic -Category InvalidArgument -Says 'Get-DmsTopic | Remove-DmsTopic'
            Get-Changing $service | Should -BeNullOrEmpty
        }
    }

    Context 'in large numbers' {
        It 'are listed with constant memory, and created and removed with few requests' {
            $big = Get-DmsInstance kafka-analytics
            $null = 1..10000 | ForEach-Object { [pscustomobject]@{ Name = "t-$_"; PartitionCount = 1; ReplicationFactor = 1 } } | New-DmsTopic -InstanceId $big.InstanceId
            $most = 0
            $before = [GC]::GetTotalMemory($true)
            $count = 0
            $big | Get-DmsTopic | ForEach-Object { if (++$count % 2500 -eq 0) { $most = [Math]::Max($most, [GC]::GetTotalMemory($true) - $before) } }
            $count | Should -Be 10006
            $most | Should -BeLessThan 8MB
            $service.Faults.Clear()
            $mark = (Get-Date).ToUniversalTime()
            $big | Get-DmsTopic t-1??? | Set-DmsTopic -RetentionHours 5 -Force
            @(Get-Changing $service | Where-Object { $_.Time -ge $mark -and $_.Operation -eq 'UpdateInstanceTopic' }) | Should -HaveCount 10
        }
    }
}

Describe 'Completion of topic names' {
    It 'uses the instance on the command line' {
        $service = Start-TestEmulator
        Connect-TestEmulator $service
        try {
            $id = (Get-DmsInstance kafka-dev).InstanceId
            Wait-Until { (Complete "Get-DmsTopicPartition -InstanceId $id -Topic ") }
            (Complete "Get-DmsTopicPartition -InstanceId $id -Topic pay").CompletionText | Should -Be payments
            (Complete "Remove-DmsTopic -InstanceId $id -Name or").CompletionText | Should -Be orders
            $global:held = Get-DmsInstance kafka-dev
            (Complete 'Get-DmsTopicPartition -InstanceId $held -Topic au').CompletionText | Should -Be audit-log
            (Complete 'Get-DmsTopicPartition -InstanceId $held.InstanceId -Topic au').CompletionText | Should -Be audit-log
            (Complete 'Set-DmsTopicAccessPolicy -Access p').CompletionText | Should -Be Publish
        } finally {
            Remove-Variable held -Scope Global -ErrorAction Ignore
            Stop-TestEmulator
        }
    }
}
