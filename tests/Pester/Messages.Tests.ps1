BeforeAll {
    . $PSScriptRoot/Common.ps1
}

Describe 'Messages' {
    BeforeEach {
        $service = Start-TestEmulator -Speed $Instant
        Connect-TestEmulator $service
        $dev = Get-DmsInstance kafka-dev
    }
    AfterEach { Stop-TestEmulator }

    Context 'when sent' {
        It 'keep the order of the pipeline, and are emitted with partition and offset' {
            $sent = @(1..20 | Send-DmsMessage orders $dev.InstanceId -Key customer-7)
            $sent | Should -HaveCount 20
            $sent[0].Topic, $sent[0].Key, $sent[0].Value, $sent[0].InstanceId | Should -Be 'orders', 'customer-7', '1', $dev.InstanceId
            $read = @($dev | Get-DmsMessage orders -First 20)
            $read[19..0].Value | Should -Be (1..20)
            $read.Partition | Sort-Object -Unique | Should -HaveCount 1
            $read.Key | Sort-Object -Unique | Should -Be customer-7
        }

        It 'are each sent before the next is read' {
            $seen = 1..3 | ForEach-Object { @(Get-Changing $service).Count; "$_" } | ForEach-Object { if ($_ -is [int]) { $_ } else { $_ | Send-DmsMessage orders $dev | Out-Null } }
            $seen | Should -Be 0, 1, 2
            $first = 1..1000 | Send-DmsMessage orders $dev | Select-Object -First 1
            $first.Value | Should -Be 1
            @(Get-Changing $service).Count | Should -BeLessThan 10
        }

        It 'are read back unchanged: <Name>' -ForEach @(
            @{ Name = 'empty'; Value = '' }, @{ Name = 'line breaks'; Value = "a`r`nb`n`n" }, @{ Name = 'quotes'; Value = '"\''$x`' }
            @{ Name = 'control characters'; Value = "$([char]0)$([char]27)[31m" }, @{ Name = 'Unicode'; Value = 'Grüße 你好 🎉' }
            @{ Name = 'blanks'; Value = '  ' }, @{ Name = 'JSON'; Value = '{"a":[1,null]}' }
        ) {
            $null = Send-DmsMessage orders $dev $Value -Partition 3
            $read = $dev | Get-DmsMessage orders -Partition 3 -First 1
            $read.Value | Should -BeExactly $Value
            $null -eq $read.Key | Should -BeTrue
            $read.IsText | Should -BeTrue
            [System.Text.Encoding]::UTF8.GetString($read.ValueBytes) | Should -BeExactly $Value
        }

        It 'can come from <Name>' -ForEach @(
            @{ Name = 'numbers'; Given = { 42, 1.5 }; Values = '42', '1.5' }
            @{ Name = 'bytes that are text'; Given = { , [byte[]](104, 105) }; Values = 'hi' }
            @{ Name = 'records of a file'; Given = { "Value,Key,Partition`na,k,`nb,,2" | ConvertFrom-Csv }; Values = 'a', 'b' }
            @{ Name = 'a table'; Given = { ([ordered]@{ k1 = 'a'; k2 = 'b' }).GetEnumerator() }; Values = 'a', 'b' }
        ) {
            (& $Given | Send-DmsMessage orders $dev).Value | Should -Be $Values
        }

        It 'can be copied from one topic to another, with their keys' {
            $null = $dev | Get-DmsMessage payments -First 3 -Ascending | Send-DmsMessage -Topic audit-log
            $copies = @($dev | Get-DmsMessage audit-log -First 3)
            $copies.Key | Should -Be ($dev | Get-DmsMessage payments -First 3 -Ascending)[2..0].Key
        }

        It 'cannot be <Name>, and the others are sent' -ForEach @(
            @{ Name = 'objects'; Bad = { @{ a = 1 } }; Says = 'ConvertTo-Json' }
            @{ Name = 'bytes that are no text'; Bad = { , [byte[]](0xC3, 0x28) }; Says = 'ToBase64String' }
            @{ Name = 'a single byte'; Bad = { [byte] 65 }; Says = ',$bytes' }
            @{ Name = 'several at once'; Bad = { , ('a', 'b') }; Says = 'Pipe several messages' }
            @{ Name = 'messages without content'; Bad = { $dev | Get-DmsMessage orders -First 1 -NoContent }; Says = '-NoContent' }
            @{ Name = 'messages that are no text'; Bad = { $dev | Get-DmsMessage clicks -Partition 5 -First 1 }; Says = 'not valid UTF-8' }
            @{ Name = 'too large'; Bad = { 'x' * (10MB + 1) }; Says = '10485760' }
        ) {
            $bad = & $Bad
            $seen = Watch-Command { 'first', $bad, 'last' | ForEach-Object { , $_ } | Send-DmsMessage payments $dev }
            $seen.Errors[0].FullyQualifiedErrorId | Should -Be 'HuaweiDms.InvalidArgument,HuaweiDms.PowerShell.SendDmsMessage'
            "$($seen.Errors[0])" | Should -BeLike "*Value cannot be*$Says*"
            $seen.Output.Value | Should -Be 'first', 'last'
        }

        It 'to a partition that does not exist are refused before they are sent, and the error names the existing ones: <_>' -ForEach 6, -1 {
            $before = @(Get-Request $service).Count
            $seen = Watch-Command { 'a', 'b' | Send-DmsMessage orders $dev -Partition $_ }
            $seen.Errors | Should -HaveCount 2
            Assert-Failure $seen.Errors[0] -Id HuaweiDms.InvalidArgument -From SendDmsMessage -Category InvalidArgument -Says '-Partition', '0 to 5'
            Get-Changing $service | Should -BeNullOrEmpty
            @(Get-Request $service | Select-Object -Skip $before) | Should -HaveCount 1 -Because 'a topic is read once'
        }

        It 'create their topic if automatic topics are on, and only then' {
            $null = Send-DmsMessage brand-new $dev hello
            ($dev | Get-DmsMessage brand-new).Value | Should -Be hello
            $seen = Watch-Command { Send-DmsMessage brand-new (Get-DmsInstance kafka-prod) hello }
            Assert-Failure $seen.Errors -Id DMS.00400876 -From SendDmsMessage -Category ObjectNotFound -Says 'brand-new', 'kafka-prod'
        }

        It 'from a file that has lost its bytes are refused, whatever it made of IsText' {
            foreach ($isText in $false, 'False') {
                $row = [pscustomobject]@{ Topic = 'orders'; InstanceId = $dev.InstanceId; Value = "$([char]0xFFFD)"; IsText = $isText }
                Assert-Failure (Watch-Command { $row | Send-DmsMessage }).Errors -Id HuaweiDms.InvalidArgument -From SendDmsMessage -Category InvalidArgument -Says '-Value', 'not valid UTF-8'
            }
            Get-Changing $service | Should -BeNullOrEmpty
            ([pscustomobject]@{ Topic = 'orders'; InstanceId = $dev.InstanceId; Value = 'a'; IsText = 'True' } | Send-DmsMessage).Value | Should -Be 'a'
        }

        It 'cannot be an instance, and the error says where to pass the instance' {
            Assert-Failure (Watch-Command { $dev | Send-DmsMessage orders hello }).Errors -Id HuaweiDms.InvalidArgument -From SendDmsMessage -Category InvalidArgument -Says "'kafka-dev'", '-InstanceId $instance -Value'
            Get-Changing $service | Should -BeNullOrEmpty
        }

        It 'are shown with -WhatIf, and nothing is sent' {
            $seen = Invoke-Session { Send-DmsMessage orders (Get-DmsInstance kafka-dev) "a`nb" -Key k -Partition 2 -WhatIf }
            $seen.WhatIf[0] | Should -BeLike "*Send 'a b' with key 'k' to partition 2*orders of kafka-dev*"
            Get-Changing $service | Should -BeNullOrEmpty
        }

        It 'to several instances are sent to each' {
            $both = Get-DmsInstance kafka-dev, kafka-test-01
            (Send-DmsMessage orders $both hello).InstanceId | Should -Be $both.InstanceId
        }
    }

    Context 'if the response is lost' {
        BeforeEach {
            Stop-TestEmulator
            $service = Start-TestEmulator -Unrecorded
            Connect-TestEmulator $service
            $dev = Get-DmsInstance kafka-dev
        }

        It 'have an unknown outcome, are not sent again, and the others are sent' {
            $null = Add-DmsEmulatorFault -Method POST -Path '*/messages/action' -Action Reset -AfterProcessing -Limit 1
            $seen = Watch-Command { 'one', 'two', 'three' | Send-DmsMessage orders $dev -Partition 0 }
            Assert-Failure $seen.Errors -Id HuaweiDms.OutcomeUnknown -From SendDmsMessage -Category ConnectionError -Target orders-0 -Says 'Get-DmsMessage'
            $seen.Errors[0].TargetObject.SizeBytes | Should -Be 3
            $seen.Output.Value | Should -Be 'two', 'three'
            ($dev | Get-DmsMessage orders -Partition 0 -First 3).Value | Should -Be 'three', 'two', 'one'
            ($seen.Errors[0].TargetObject | Send-DmsMessage).Value | Should -Be one
        }

        It 'are sent again if the service was busy' {
            $null = Add-DmsEmulatorFault -Method POST -Path '*/messages/action' -Action Status -StatusCode 429 -ErrorCode APIGW.0308 -Limit 2
            (Send-DmsMessage orders $dev hello).Value | Should -Be hello
        }

        It 'are queried again if the service was busy, and a query that takes too long says what to do instead' {
            $null = Add-DmsEmulatorFault -Method GET -Path '*/messages' -Action Status -StatusCode 503 -ErrorCode DMS.111501025 -Limit 1
            $dev | Get-DmsMessage orders -First 1 | Should -HaveCount 1
            $null = Add-DmsEmulatorFault -Method GET -Path '*/messages' -Action Status -StatusCode 501 -ErrorCode DMS.111501026 -Limit 1
            $seen = Watch-Command { $dev | Get-DmsMessage orders -First 1 }
            Assert-Failure $seen.Errors -Id DMS.111501026 -From GetDmsMessage -Category InvalidArgument -Says '-Start', '-Partition', 'orders of kafka-dev'
        }
    }

    Context 'when read' {
        It 'are the newest of the last hour, with their content' {
            $read = @($dev | Get-DmsMessage orders)
            $read | Should -HaveCount 66
            $read[0].Offset, $read[0].Partition, $read[0].Key | Should -Be 6023, 5, 'orders-0143'
            $read[0].Value | Should -Be '{"id":143,"topic":"orders","status":"ok"}'
            $read[0].Timestamp | Should -BeOfType ([DateTimeOffset])
            ($read.Timestamp | Sort-Object -Descending) | Should -Be $read.Timestamp
        }

        It 'can be limited: -First, -Skip, -Ascending, -IncludeTotalCount' {
            $all = @($dev | Get-DmsMessage orders -NoContent)
            "$($dev | Get-DmsMessage orders -First 3)" | Should -Be "$($all[0..2])"
            "$($dev | Get-DmsMessage orders -First 4 -Skip 13)" | Should -Be "$($all[13..16])"
            "$($dev | Get-DmsMessage orders -Ascending -Skip 60)" | Should -Be "$(@($dev | Get-DmsMessage orders -Ascending)[60..65])"
            ($dev | Get-DmsMessage orders -First 0 -IncludeTotalCount) | Should -Be 66
            $before = @(Get-Request $service).Count
            $dev | Get-DmsMessage orders | Select-Object -First 1 | Should -HaveCount 1
            @(Get-Request $service).Count - $before | Should -BeLessThan 15
        }

        It 'can be filtered by time' {
            $read = @($dev | Get-DmsMessage orders -Start (Get-Date).AddHours(-3) -NoContent)
            $read | Should -HaveCount 144
            $read.Value | Where-Object { $null -ne $_ } | Should -BeNullOrEmpty
            @(Get-Request $service | Where-Object Path -Like '*/messages*').Count | Should -Be 15
            $dev | Get-DmsMessage orders -Start 2020-01-01 -End 2020-01-02 | Should -BeNullOrEmpty
            $dev | Get-DmsMessage orders -End (Get-Date).AddMinutes(-62) -First 1 | ForEach-Object { $_.Timestamp } | Should -BeLessThan (Get-Date).AddMinutes(-60)
            $seen = Watch-Command { $dev | Get-DmsMessage orders -Start 2020-01-02 -End 2020-01-01 }
            Assert-Failure $seen.Errors -Id HuaweiDms.InvalidArgument -From GetDmsMessage -Category InvalidArgument -Says '-Start', '2020-01-01'
        }

        It 'can be filtered by partition, also from the pipeline' {
            ($dev | Get-DmsMessage orders -Partition 2 -First 3).Offset | Should -Be 3023, 3022, 3021
            ($dev | Get-DmsMessage orders -Partition 2 -First 3 -Ascending).Offset | Should -Be 3013, 3014, 3015
            ($dev | Get-DmsTopicPartition orders -Partition 1, 4 | Get-DmsMessage -NoContent).Partition | Sort-Object -Unique | Should -Be 1, 4
        }

        It 'can be read at an offset, or from it onwards' {
            ($dev | Get-DmsMessage orders -Partition 2 -Offset 3005).Key | Should -Be 'orders-0032'
            ($dev | Get-DmsMessage orders -Partition 2 -Offset 3020 -First 10).Offset | Should -Be 3020, 3021, 3022, 3023
            ($dev | Get-DmsMessage orders -Partition 2 -Offset 0 -First 2 -Skip 1).Offset | Should -Be 3001, 3002
            ($dev | Get-DmsMessage orders -First 2 -NoContent | Get-DmsMessage).Key | Should -Be 'orders-0143', 'orders-0142'
            $seen = Watch-Command { $dev | Get-DmsMessage orders -Partition 2 -Offset 7 }
            Assert-Failure $seen.Errors -Id HuaweiDms.NotFound -From GetDmsMessage -Category ObjectNotFound -Target 7 -Says 'orders-2@7', '3000 to 3023'
        }

        It 'can be filtered by keyword, at most ten' {
            $read = @($dev | Get-DmsMessage orders -Keyword '"failed"' -Start (Get-Date).AddHours(-3))
            $read | Should -HaveCount 10
            $read.Value | ForEach-Object { $_ | Should -BeLike '*"failed"*' }
            $dev | Get-DmsMessage orders -Keyword nowhere | Should -BeNullOrEmpty
            $seen = Watch-Command { $dev | Get-DmsMessage orders -Keyword ('x' * 51) }
            $seen.Errors[0].FullyQualifiedErrorId | Should -Be 'ParameterArgumentValidationError,HuaweiDms.PowerShell.GetDmsMessage'
        }

        It 'with a keyword that ten messages contain may be incomplete, and a warning says so unless no more are requested' {
            $seen = Watch-Command { $dev | Get-DmsMessage orders -Keyword '"failed"' -Start (Get-Date).AddHours(-3) }
            $seen.Warnings | Should -HaveCount 1
            "$($seen.Warnings)" | Should -BeLike '*at most 10*orders of kafka-dev*-Start and -End*'
            (Watch-Command { $dev | Get-DmsMessage orders -Keyword '"failed"' -Start (Get-Date).AddHours(-3) -First 10 }).Warnings | Should -BeNullOrEmpty
            (Watch-Command { $dev | Get-DmsMessage orders -Keyword orders-0140 -Start (Get-Date).AddHours(-3) }).Warnings | Should -BeNullOrEmpty
        }

        It 'of a quiet topic need -Start, and a warning says so: <Name>' -ForEach @(
            @{ Name = 'all'; Given = @{}; Says = 'no messages of the last hour' }
            @{ Name = 'first'; Given = @{ First = 10 }; Says = 'no messages of the last hour' }
            @{ Name = 'partition'; Given = @{ Partition = 0 }; Says = 'no messages of the last hour' }
            @{ Name = 'key'; Given = @{ Key = 'none' }; Says = 'no matching messages of the last hour' }
            @{ Name = 'keyword'; Given = @{ Keyword = 'none' }; Says = 'no matching messages of the last hour' }
            @{ Name = 'end'; Given = @{ End = '2020-01-01' }; Says = 'no messages of the hour before -End' }
        ) {
            $null = $dev | New-DmsTopic quiet -ReplicationFactor 1
            $seen = Watch-Command { $dev | Get-DmsMessage quiet @Given }
            $seen.Output | Should -BeNullOrEmpty
            $seen.Errors | Should -BeNullOrEmpty
            $seen.Warnings | Should -HaveCount 1
            "$($seen.Warnings)" | Should -BeLike "*$Says in quiet of kafka-dev*-Start*"
            @(Get-Request $service | Where-Object Path -Like '*/messages*') | Should -HaveCount 1 -Because 'nothing is read for the warning'
        }

        It 'have one warning per topic without any, and none with -Start, -First 0, or enough messages of other topics' {
            $null = $dev | New-DmsTopic quiet, silent -PartitionCount 3 -ReplicationFactor 1
            (Watch-Command { $dev | Get-DmsTopicPartition quiet, silent, orders | Get-DmsMessage -NoContent }).Warnings | Should -HaveCount 2
            (Watch-Command { $dev | Get-DmsMessage quiet -Start (Get-Date).AddHours(-1) }).Warnings | Should -BeNullOrEmpty
            (Watch-Command { $dev | Get-DmsMessage quiet -First 0 }).Warnings | Should -BeNullOrEmpty
            (Watch-Command { $dev | Get-DmsMessage quiet, orders -First 1 }).Warnings | Should -BeNullOrEmpty
            (Watch-Command { $dev | Get-DmsMessage orders -Skip 1000 }).Warnings | Should -BeNullOrEmpty
        }

        It 'can be filtered by a time as Kafka writes it: <Name>' -ForEach @(
            @{ Name = 'number'; Convert = { $_ } }, @{ Name = 'text'; Convert = { "$_" } }
        ) {
            $newest = $dev | Get-DmsMessage orders -First 1 -NoContent
            $start = $newest.Timestamp.ToUnixTimeMilliseconds() | ForEach-Object $Convert
            $read = $dev | Get-DmsMessage orders -Start $start -NoContent
            $read.Offset | Should -Contain $newest.Offset
            $read.Timestamp | Sort-Object -Unique | Should -Be $newest.Timestamp
        }

        It 'are not read with a time that is none, and the error shows what is: <_>' -ForEach 'yesterday', '', 1795746000 {
            $seen = Watch-Command { $dev | Get-DmsMessage orders -Start $_ }
            $seen.Errors[0].FullyQualifiedErrorId | Should -Be 'ParameterArgumentTransformationError,HuaweiDms.PowerShell.GetDmsMessage'
            "$($seen.Errors[0])" | Should -BeLike "*'$_' is not a time*2026-03-04T05:06:00Z*1772600760000*AddHours*"
        }

        It 'can be filtered by key, which is not looked for in the content' {
            $null = Send-DmsMessage orders $dev 'about k-1' -Key other
            $null = Send-DmsMessage orders $dev one -Key k-1 -Partition 0
            $null = Send-DmsMessage orders $dev two -Key K-1 -Partition 0
            $null = Send-DmsMessage orders $dev three -Key k-1 -Partition 1
            $before = @(Get-Request $service).Count
            ($dev | Get-DmsMessage orders -Key k-1).Value | Should -Be three, one
            @(Get-Request $service | Select-Object -Skip $before | Where-Object Path -Like '*message_offset=*') | Should -HaveCount 2 -Because 'only the content of the requested messages is read'
            ($dev | Get-DmsMessage orders -Key k-1, K-1 -Partition 0 -Ascending).Value | Should -Be one, two
            ($dev | Get-DmsMessage orders -Key k-1 -Skip 1 -First 1).Value | Should -Be one
            ($dev | Get-DmsMessage orders -Key k-1 -NoContent).Key | Should -Be k-1, k-1
            $listed = $dev | Get-DmsMessage orders -Key k-1 -Partition 0 -NoContent
            $listed.Key, $listed.Value | Should -Be k-1, $null
            $dev | Get-DmsMessage orders -Key k | Should -BeNullOrEmpty
            $dev | Get-DmsMessage orders -Key k-1 -End (Get-Date).AddMinutes(-30) | Should -BeNullOrEmpty
        }

        It 'are read once per topic, however many objects of the topic come from the pipeline' {
            @($dev | Get-DmsConsumerGroupTopic -Topic payments | Get-DmsMessage -NoContent -First 1000) | Should -HaveCount @($dev | Get-DmsMessage payments -NoContent).Count
            ($dev | Get-DmsMessage orders -First 3 | Get-DmsTag).Key | Should -Be @($dev | Get-DmsTag).Key -Because 'the key of a message is not a tag key'
        }

        It 'are complete however large they are' {
            $large = 'ü' * 100000
            $null = $large | Send-DmsMessage orders $dev
            $read = $dev | Get-DmsMessage orders -First 1
            $read.Value.Length, ($read.Value -ceq $large), $read.IsHuge | Should -Be 100000, $true, $true
        }

        It 'keep bytes that are not text' {
            $read = $dev | Get-DmsMessage clicks -Partition 5 -First 1
            "$($read.ValueBytes)" | Should -Be '8 150 1 255 0 195 40'
            $read.IsText | Should -BeFalse
            $read.Key | Should -BeNullOrEmpty
            $read | Out-String -Width 80 | Should -BeLike '*(7 bytes)*'
        }

        It 'of all partitions are limited to 500 by the service, with a warning' {
            $null = 1..501 | Send-DmsMessage payments $dev -Partition 0
            $seen = Watch-Command { $dev | Get-DmsMessage payments -NoContent }
            $seen.Output | Should -HaveCount 500
            $seen.Warnings | Should -BeLike '*500*payments of kafka-dev*-Partition*'
            $dev | Get-DmsMessage payments -Partition 0 -NoContent | Should -HaveCount 512
        }

        It 'of a topic that does not exist, or of a wildcard pattern, are an error' {
            $seen = Watch-Command { 'nope', 'payments' | ForEach-Object { $dev | Get-DmsMessage $_ -First 1 } }
            Assert-Failure $seen.Errors -Id DMS.00400876 -From GetDmsMessage -Category ObjectNotFound -Target nope -Says 'nope of kafka-dev'
            $seen.Output | Should -HaveCount 1
            $seen = Watch-Command { $dev | Get-DmsMessage pay* }
            Assert-Failure $seen.Errors -Id HuaweiDms.InvalidArgument -From GetDmsMessage -Category InvalidArgument -Says 'Get-DmsTopic'
        }

        It 'of many topics are emitted topic by topic' {
            $read = @($dev | Get-DmsTopic payments, audit-log | Get-DmsMessage -First 40 -NoContent)
            $read | Should -HaveCount 40
            $read[0].Topic, $read[39].Topic | Should -Be payments, audit-log
        }

        It 'show no control characters in a table' {
            $null = "$([char]27)[31mred`nnext" | Send-DmsMessage orders $dev
            $text = $dev | Get-DmsMessage orders -First 1 | Format-Table | Out-String -Width 120
            $text | Should -BeLike '*[?][[]31mred next*'
        }
    }

    Context 'and the offsets of partitions' {
        It 'are emitted for every partition, in order, and match the list of partitions' {
            $offsets = @($dev | Get-DmsPartitionOffset orders)
            $listed = @($dev | Get-DmsTopicPartition orders)
            foreach ($property in 'Topic', 'Partition', 'StartOffset', 'EndOffset', 'MessageCount', 'InstanceId') {
                "$($offsets.$property)" | Should -Be "$($listed.$property)"
            }
            $offsets[0].LastMessageAt | Should -BeOfType ([DateTimeOffset])
        }

        It 'are one error per instance if the instance refuses them' {
            $dev | Disable-DmsManager -Confirm:$false
            $seen = Watch-Command { $dev | Get-DmsPartitionOffset }
            $seen.Output | Should -BeNullOrEmpty
            Assert-Failure $seen.Errors -Id DMS.00400026 -From GetDmsPartitionOffset -Category ResourceBusy -Target $dev.InstanceId -Says 'Get-DmsPartitionOffset failed for kafka-dev (', 'Kafka Manager'
            $seen = Watch-Command { $dev | Get-DmsTopicReplica }
            Assert-Failure $seen.Errors -Id DMS.00400026 -From GetDmsTopicReplica -Category ResourceBusy -Target $dev.InstanceId
        }

        It 'are emitted for given partitions, and one that does not exist does not affect the others' {
            $seen = Watch-Command { $dev | Get-DmsPartitionOffset orders -Partition 4, 9, 1 }
            $seen.Output.Partition | Should -Be 4, 1
            Assert-Failure $seen.Errors -Id DMS.00400062 -From GetDmsPartitionOffset -Category InvalidArgument -Target 9 -Says 'partition 9 of orders'
            ($dev | Get-DmsTopicPartition orders -Partition 2 | Get-DmsPartitionOffset).StartOffset | Should -Be 3000
            (Get-DmsInstance kafka-dev, kafka-test-01 | Get-DmsTopic payments | Get-DmsPartitionOffset) | Should -HaveCount 6
        }
    }

    Context 'when cleared' {
        It 'are deleted up to the offset, with one request per topic and one result per partition' {
            $before = @(Get-Changing $service).Count
            $results = @($dev | Clear-DmsTopicMessage orders -Partition 0, 1, 2 -BeforeOffset 1010 -Force -ErrorAction SilentlyContinue)
            $results.Partition, $results.BeforeOffset, $results.MessageCount, $results.Succeeded | Should -Be 0, 1010, 10, $true
            ($dev | Get-DmsPartitionOffset orders -Partition 0).StartOffset | Should -Be 1010
            @($dev | Clear-DmsTopicMessage orders -Force) | Should -HaveCount 6
            @(Get-Changing $service).Count | Should -Be ($before + 2)
            $dev | Get-DmsMessage orders -Start (Get-Date).AddHours(-3) | Should -BeNullOrEmpty
            ($dev | Get-DmsPartitionOffset orders).MessageCount | Sort-Object -Unique | Should -Be 0
            @($dev | Clear-DmsTopicMessage orders -Force) | Should -HaveCount 0
        }

        It 'stay if they arrived after the partition was read' {
            $partitions = @($dev | Get-DmsTopicPartition payments)
            $null = 'late' | Send-DmsMessage payments $dev -Partition 1
            $null = $partitions | Clear-DmsTopicMessage -Force
            ($dev | Get-DmsMessage payments).Value | Should -Be late
        }

        It 'are not deleted by messages from the pipeline, unless their offsets are used' {
            $message = @($dev | Get-DmsMessage payments -Partition 1 -Offset 2003)[0]
            $sent = 'x' | Send-DmsMessage payments $dev -Partition 2
            $before = @(Get-Changing $service).Count
            $seen = Watch-Command { $message, $sent, ($message | Select-Object Topic, Partition, Offset, InstanceId) | Clear-DmsTopicMessage -Force }
            $seen.Errors | Should -HaveCount 3
            Assert-Failure $seen.Errors[2] -Id HuaweiDms.InvalidArgument -From ClearDmsTopicMessage -Category InvalidArgument -Says 'whole partition', '-BeforeOffset {$_.Offset}'
            @(Get-Changing $service).Count | Should -Be $before
            ($message | Clear-DmsTopicMessage -BeforeOffset { $_.Offset } -Force).MessageCount | Should -Be 3
        }

        It 'are shown per partition with -WhatIf, and nothing is sent' {
            $seen = Invoke-Session { Get-DmsInstance kafka-dev | Clear-DmsTopicMessage payments -WhatIf }
            $seen.WhatIf | Should -HaveCount 3
            $seen.WhatIf[1] | Should -BeLike '*Delete 24 messages before offset 2024*partition 1 of payments of kafka-dev*'
            Get-Changing $service | Should -BeNullOrEmpty
        }

        It 'are confirmed per partition' {
            $seen = Invoke-Session { Get-DmsInstance kafka-dev | Clear-DmsTopicMessage payments } -Answer 2, 0, 2
            $seen.Questions | Should -HaveCount 3
            $seen.Output.Partition | Should -Be 1
        }

        It 'stay if an offset is beyond the end or a partition does not exist, and the others are deleted' {
            $seen = Watch-Command { $dev | Clear-DmsTopicMessage payments -Partition 0, 1, 7 -BeforeOffset 1010 -Force }
            $seen.Output.Partition | Should -Be 0
            Assert-Failure $seen.Errors -Id HuaweiDms.InvalidArgument -From ClearDmsTopicMessage -Category InvalidArgument -Target 7 -Says '-Partition', '0 to 2'
            $seen = Watch-Command { $dev | Clear-DmsTopicMessage payments -Partition 0, 1 -BeforeOffset 2010 -Force }
            $seen.Output.Partition | Should -Be 1
            Assert-Failure $seen.Errors -Id HuaweiDms.InvalidArgument -From ClearDmsTopicMessage -Category InvalidArgument -Target 2010 -Says '-BeforeOffset', '1024'
        }

        It 'require a partition for an offset' {
            $seen = Watch-Command { $dev | Clear-DmsTopicMessage orders -BeforeOffset 10 -Force }
            Assert-Failure $seen.Errors -Id HuaweiDms.InvalidArgument -From ClearDmsTopicMessage -Category InvalidArgument -Says '-BeforeOffset', '-Partition'
            Get-Changing $service | Should -BeNullOrEmpty
        }

        It 'of a topic that does not exist are an error, and those of the others are deleted' {
            $seen = Watch-Command { 'nope', 'payments' | ForEach-Object { [pscustomobject]@{ Topic = $_; InstanceId = $dev.InstanceId } } | Clear-DmsTopicMessage -Force }
            Assert-Failure $seen.Errors -Id DMS.00400876 -From ClearDmsTopicMessage -Category ObjectNotFound -Target nope -Says 'nope'
            $seen.Output | Should -HaveCount 3
        }

        It 'of an instance that is not running are an error for each partition' {
            $seen = Watch-Command { Get-DmsInstance kafka-legacy | Clear-DmsTopicMessage payments -Force }
            $seen.Errors | Should -HaveCount 3
            $seen.Errors[0].FullyQualifiedErrorId | Should -Be 'DMS.00400026,HuaweiDms.PowerShell.ClearDmsTopicMessage'
            $seen.Output.Succeeded | Sort-Object -Unique | Should -BeFalse
        }
    }

    It 'can be created, read, cleared and deleted' {
        $null = 'first', 'second' | Send-DmsMessage life $dev -Key k
        ($dev | Get-DmsMessage life).Value | Should -Be second, first
        $results = $dev | Get-DmsTopicPartition life | Clear-DmsTopicMessage -Force
        $results.MessageCount | Should -Be 2
        $dev | Get-DmsMessage life | Should -BeNullOrEmpty
    }

    It 'fit a window of 80 columns' {
        $dev | Get-DmsMessage orders -First 1 | Format-Table | Out-String -Width 80 | Should -Match 'orders +5 +6023 .*orders-0143'
        $dev | Get-DmsPartitionOffset payments | Out-String -Width 80 | Should -Match 'payments +0 +1000 +1024 +24 +20'
        Send-DmsMessage orders $dev hello -Key k | Out-String -Width 80 | Should -Match 'orders +6 k +hello'
        $dev | Clear-DmsTopicMessage payments -Partition 0 -Force | Format-Table | Out-String -Width 80 | Should -Match 'payments +0 +1024 +24 True'
    }

    It 'complete the names of topics' {
        (Complete "Get-DmsMessage -InstanceId $($dev.InstanceId) -Topic ord").CompletionText | Should -Contain orders
        (Complete "Send-DmsMessage -InstanceId $($dev.InstanceId) -Topic pay").CompletionText | Should -Contain payments
    }
}
