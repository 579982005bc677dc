BeforeAll {
    . $PSScriptRoot/Common.ps1

    function Get-Place($Instance, $Topic) {
        Get-DmsTopicReplica $Topic $Instance | Group-Object Partition | ForEach-Object { "$($_.Name): $($_.Group.Broker -join ',')" }
    }
}

Describe 'Reassignments of partitions' {
    BeforeEach {
        $service = Start-TestEmulator -Speed $Instant
        Connect-TestEmulator $service
        $pay = Get-DmsInstance kafka-prod-payments
    }
    AfterEach { Stop-TestEmulator }

    It 'spread a topic over brokers, with more or fewer replicas, and are waited for' {
        $moved = $pay | Start-DmsPartitionReassignment payments, orders -Broker 4, 3 -ReplicationFactor 2 -ThrottleMBps 50 -Wait
        $moved.Topics | Should -Be payments, orders
        $moved.ThrottleMBps | Should -Be 50
        ($moved | Get-DmsTask).Status | Should -Be SUCCESS
        @(Get-Changing $service) | Should -HaveCount 1
        Get-Place $pay payments | Should -Be '0: 4,3', '1: 3,4', '2: 4,3'
        ($pay | Get-DmsTopic payments).ReplicationFactor | Should -Be 2
    }

    It 'take a time that can be estimated first' {
        $slow = $pay | Measure-DmsPartitionReassignment payments -Broker 2, 3, 4 -ThrottleMBps 10
        $fast = $pay | Get-DmsTopic payments | Measure-DmsPartitionReassignment -Broker 2, 3, 4
        $slow.EstimatedTime | Should -BeOfType TimeSpan
        $slow.EstimatedTime | Should -BeGreaterThan $fast.EstimatedTime
        (Get-Exchange $service -Changing).request.time_estimate | Select-Object -Unique | Should -BeTrue
        Get-Place $pay payments | Should -Be '0: 0,1,2', '1: 1,2,3', '2: 2,3,4'
    }

    It 'follow a plan: <Kind>' -ForEach @(
        @{ Kind = 'rows by the pipeline'; Plan = { 'Topic,Partition,Broker
payments,0,"4,3,2"
payments,2,0 1 4' | ConvertFrom-Csv | Start-DmsPartitionReassignment -InstanceId $pay.InstanceId -Wait } }
        @{ Kind = 'objects'; Plan = { $pay | Start-DmsPartitionReassignment -Wait -Plan @{ Topic = 'payments'; Partition = 0; Broker = 4, 3, 2 }, ([pscustomobject]@{ Topic = 'payments'; Partition = 2; Broker = '0;1;4' }) } }
        @{ Kind = 'a CSV file'; Plan = { Set-Content TestDrive:/plan.csv "Topic,Partition,Broker`npayments,0,4`npayments,0,3`npayments,0,2`npayments,2,`"0,1,4`""; $pay | Start-DmsPartitionReassignment -Wait -Plan TestDrive:/plan.csv } }
        @{ Kind = 'a plan that was measured, as a CSV file'; Plan = {
                $measured = $pay | Measure-DmsPartitionReassignment -Plan @{ Topic = 'payments'; Partition = 0; Broker = 4, 3, 2 }, @{ Topic = 'payments'; Partition = 2; Broker = 0, 1, 4 }
                $measured.Plan | Export-Csv TestDrive:/measured.csv
                $pay | Start-DmsPartitionReassignment -Wait -Plan TestDrive:/measured.csv
            } }
        @{ Kind = 'a plan that was measured, as far as ConvertTo-Json and Export-Clixml keep it'; Plan = {
                $measured = $pay | Measure-DmsPartitionReassignment -Plan @{ Topic = 'payments'; Partition = 0; Broker = 4, 3, 2 }, @{ Topic = 'payments'; Partition = 2; Broker = 0, 1, 4 }
                ConvertTo-Json @($measured.Plan) -WarningAction Ignore | Set-Content TestDrive:/measured.json
                $measured | Export-Clixml TestDrive:/measured.xml
                $null = $pay | Start-DmsPartitionReassignment -Wait -Plan TestDrive:/measured.json
                $pay | Start-DmsPartitionReassignment -Wait -Plan (Import-Clixml TestDrive:/measured.xml).Plan
            } }
        @{ Kind = 'a file of kafka-reassign-partitions'; Plan = { Set-Content TestDrive:/plan.json '{"version":1,"partitions":[{"topic":"payments","partition":0,"replicas":[4,3,2]},{"topic":"payments","partition":2,"replicas":[0,1,4]}]}'; $pay | Start-DmsPartitionReassignment -Wait -Plan TestDrive:/plan.json } }
        @{ Kind = 'a file as the service has it'; Plan = { Set-Content TestDrive:/own.json '{"reassignments":[{"topic":"payments","assignment":[{"partition":0,"partition_brokers":[4,3,2]},{"partition":2,"partition_brokers":[0,1,4]}]}]}'; $pay | Start-DmsPartitionReassignment -Wait -Plan TestDrive:/own.json } }
        @{ Kind = 'a file of Export-Clixml'; Plan = { [pscustomobject]@{ Topic = 'payments'; Partition = 0; Broker = 4, 3, 2 }, [pscustomobject]@{ Topic = 'payments'; Partition = 2; Broker = 0, 1, 4 } | Export-Clixml TestDrive:/plan.xml; $pay | Start-DmsPartitionReassignment -Wait -Plan TestDrive:/plan.xml } }
    ) {
        $null = & $Plan
        Get-Place $pay payments | Should -Be '0: 4,3,2', '1: 1,2,3', '2: 0,1,4'
    }

    It 'restore the listed placement' {
        $file = Join-Path $TestDrive before.csv
        Get-DmsTopicReplica payments $pay | Select-Object Topic, Partition, Broker | Export-Csv $file
        $null = $pay | Start-DmsPartitionReassignment payments -Broker 0, 1, 4 -Wait
        $null = $pay | Start-DmsPartitionReassignment -Plan $file -Wait
        Get-Place $pay payments | Should -Be '0: 0,1,2', '1: 1,2,3', '2: 2,3,4'
        $null = Get-DmsTopicReplica payments $pay | Start-DmsPartitionReassignment -Wait
        Get-Place $pay payments | Should -Be '0: 0,1,2', '1: 1,2,3', '2: 2,3,4'
    }

    It 'start immediately with Set-DmsTopicReplica, and are waited for' {
        Set-DmsTopicReplica payments $pay -Partition 0 -Broker 4, 0, 1
        $there = Set-DmsTopicReplica payments $pay -Partition 1 -Broker 3, 2, 1 -Wait -PassThru
        ($there | Where-Object Partition -EQ 1).Broker | Should -Be 3, 2, 1
        Get-Place $pay payments | Should -Be '0: 4,0,1', '1: 3,2,1', '2: 2,3,4'
    }

    It 'that are impossible are an error, and the others are started' {
        $seen = Watch-Command { $pay | Start-DmsPartitionReassignment nope, payments -Broker 2, 3, 4 -Wait }
        Assert-Failure $seen.Errors -Id HuaweiDms.NotFound -From StartDmsPartitionReassignment -Category ObjectNotFound -Target nope
        $seen.Output.Topics | Should -Be payments
    }

    It 'are refused if <Why>' -ForEach @(
        @{ Why = 'the broker does not exist'; Given = @{ Broker = 0, 1, 9 }; Says = 'has the brokers 0, 1, 2, 3, 4' }
        @{ Why = 'a broker is named twice'; Given = @{ Broker = 0, 1, 1 }; Says = 'named twice' }
        @{ Why = 'the brokers are too few'; Given = @{ Broker = 0, 1 }; Says = 'the brokers named are 0, 1' }
        @{ Why = 'a broker is not a number'; Given = @{ Broker = 'one' }; Says = 'Get-DmsCluster' }
        @{ Why = 'the partition does not exist'; Given = @{ Broker = 0, 1, 2; Partition = 3 }; Says = 'partitions 0 to 2' }
        @{ Why = 'a partition would have fewer replicas than the others'; Given = @{ Broker = 0, 1; Partition = 0 }; Says = 'partition 0 would have 2 and partition 1 would have 3' }
        @{ Why = 'the time is in the past'; Given = @{ Broker = 0, 1, 2; At = [datetime]'2020-01-01' }; Says = 'in the future' }
        @{ Why = 'the wait would never end'; Given = @{ Broker = 0, 1, 2; At = [datetime]::Now.AddHours(1); Wait = $true }; Says = 'Wait-DmsTask' }
    ) {
        $seen = Watch-Command { $pay | Start-DmsPartitionReassignment payments @Given }
        Assert-Failure $seen.Errors -Id HuaweiDms.InvalidArgument -From StartDmsPartitionReassignment -Category InvalidArgument -Says $Says
        Get-Changing $service | Should -BeNullOrEmpty
    }

    It 'start later with -At' {
        $later = $pay | Start-DmsPartitionReassignment payments -Broker 2, 3, 4 -At ([datetime]::Now.AddHours(1))
        ($later | Get-DmsTask).Status | Should -Be CREATED
        $later.ScheduledAt | Should -BeGreaterThan ([DateTimeOffset]::Now)
        $later | Out-String -Width 80 | Should -BeLike "*$($later.ScheduledAt.UtcDateTime.ToString('u'))*"
    }

    It 'are refused for an invalid file: <_>' -ForEach 'TestDrive:/none.csv', 'TestDrive:/broken.json', 'TestDrive:/empty.csv' {
        Set-Content TestDrive:/broken.json '{"partitions":'
        Set-Content TestDrive:/empty.csv 'Topic,Partition,Broker'
        $seen = Watch-Command { $pay | Start-DmsPartitionReassignment -Plan $_ }
        Assert-Failure $seen.Errors -Id HuaweiDms.PlanUnreadable -From StartDmsPartitionReassignment -Category InvalidArgument -Says $_, 'Topic, Partition and Broker'
    }

    It 'are refused for a file of another kind, with one error whatever its length' {
        Set-Content TestDrive:/wrong.csv 'Thema,Teil', 'payments,0', 'payments,1'
        $seen = Watch-Command { $pay | Start-DmsPartitionReassignment -Plan TestDrive:/wrong.csv }
        Assert-Failure $seen.Errors -Id HuaweiDms.PlanUnreadable -From StartDmsPartitionReassignment -Category InvalidArgument -Says 'wrong.csv', 'columns Thema, Teil, and lacks Topic, Broker'
        Get-Changing $service | Should -BeNullOrEmpty
    }

    It 'are shown with -WhatIf, and nothing is sent' {
        $seen = Invoke-Session { Get-DmsTopicReplica payments $pay | Start-DmsPartitionReassignment -WhatIf; $pay | Start-DmsPartitionReassignment orders -Broker 2, 3, 4 -WhatIf } -Variable @{ pay = $pay }
        $seen.WhatIf[0] | Should -BeLike '*payments (partition 0: 0,1,2; 1: 1,2,3; 2: 2,3,4)*'
        $seen.WhatIf[1] | Should -BeLike '*orders (over brokers 2,3,4)*kafka-prod-payments*'
        $seen = Invoke-Session { $pay | Start-DmsPartitionReassignment orders -ExcludeBroker 1 -At '2100-03-28T02:30:00+01:00' -ThrottleMBps 20 -WhatIf } -Variable @{ pay = $pay }
        $seen.WhatIf | Should -BeLike '*Reassign partitions starting at 2100-03-28T01:30:00Z, at most 20 MB/s: orders (partition*'
        (Invoke-Session { $pay | Start-DmsPartitionReassignment orders -ExcludeBroker 1 -ThrottleMBps 20 -WhatIf } -Variable @{ pay = $pay }).WhatIf |
            Should -BeLike '*Reassign partitions, at most 20 MB/s: orders (partition*'
        Set-DmsTopicReplica payments $pay -Partition 0 -Broker 4, 0, 1 -WhatIf
        Get-Changing $service | Should -BeNullOrEmpty
    }

    It 'clear a broker, and are undone with the previous placement in the response' {
        $before = Get-DmsTopic -InstanceId $pay | Get-DmsTopicReplica | ForEach-Object { "$_" }
        $moved = $pay | Start-DmsPartitionReassignment -ExcludeBroker 1 -ThrottleMBps 300 -Wait
        $moved.Topics | Should -Contain __consumer_offsets
        $after = Get-DmsTopic -InstanceId $pay | Get-DmsTopicReplica
        $after.Broker | Should -Not -Contain 1
        $loads = $after | Group-Object Broker -NoElement | Measure-Object Count -Minimum -Maximum
        $loads.Maximum - $loads.Minimum | Should -BeLessOrEqual 2
        Get-Place $pay payments | Select-Object -Last 1 | Should -Be '2: 2,3,4'
        @(Get-Changing $service) | Should -HaveCount 1

        $moved.Previous | Export-Csv TestDrive:/back.csv
        $null = $pay | Start-DmsPartitionReassignment -Plan TestDrive:/back.csv -Wait
        Get-DmsTopic -InstanceId $pay | Get-DmsTopicReplica | ForEach-Object { "$_" } | Should -Be $before
    }

    It 'that outlast the wait are emitted with the way back, and so are those that may have started' {
        Stop-TestEmulator
        $service = Start-TestEmulator -Speed 1
        Connect-TestEmulator $service
        $seen = Watch-Command { $pay | Start-DmsPartitionReassignment payments -ExcludeBroker 0 -Wait -Timeout 00:00:00.3 }
        Assert-Failure $seen.Errors -Id HuaweiDms.Timeout -From StartDmsPartitionReassignment -Category OperationTimeout -Says 'EXECUTING', 'Wait-DmsTask', '$Error[[]0].TargetObject.Previous'
        $seen.Output.Previous.Broker | Should -Be 0, 1, 2
        $seen.Errors[0].TargetObject.Previous.Broker | Should -Be 0, 1, 2

        $null = Add-DmsEmulatorFault $service -Method POST -Path '*/reassign' -Action Reset
        $seen = Watch-Command { $pay | Start-DmsPartitionReassignment orders -ExcludeBroker 0 -ErrorAction Stop }
        Assert-Failure $seen.Errors -Id HuaweiDms.OutcomeUnknown -From StartDmsPartitionReassignment -Category ConnectionError -Says '$Error[[]0].TargetObject.Previous'
        $seen.Errors[0].TargetObject.Previous.Broker | Should -Contain 0
    }

    It 'follow the estimated plan, also from a CSV file' {
        ($pay | Measure-DmsPartitionReassignment payments -Broker 4, 3 -ReplicationFactor 2).Plan | Export-Csv TestDrive:/spread.csv
        $null = $pay | Start-DmsPartitionReassignment -Plan TestDrive:/spread.csv -Wait
        Get-Place $pay payments | Should -Be '0: 4,3', '1: 3,4', '2: 4,3'
    }

    It 'do not accept the result of a reassignment or the name of a list: the error says what to pass' {
        $measured = $pay | Measure-DmsPartitionReassignment payments -ExcludeBroker 0
        $measured | ConvertTo-Json -Depth 6 | Set-Content TestDrive:/measured.json
        $measured | Export-Clixml TestDrive:/measured.xml
        foreach ($plan in $measured, 'TestDrive:/measured.json', 'TestDrive:/measured.xml') {
            $seen = Watch-Command { $pay | Start-DmsPartitionReassignment -Plan $plan }
            Assert-Failure $seen.Errors -Id HuaweiDms.InvalidArgument -From StartDmsPartitionReassignment -Category InvalidArgument -Says '-Plan $moved.Previous', '-Plan $moved.Plan'
        }
        Set-Content TestDrive:/names.csv 'Topic,Partition,Broker', 'payments,0,System.Int32[]'
        $seen = Watch-Command { $pay | Start-DmsPartitionReassignment -Plan TestDrive:/names.csv }
        Assert-Failure $seen.Errors -Id HuaweiDms.InvalidArgument -From StartDmsPartitionReassignment -Category InvalidArgument -Says "'System.Int32[[]]'", 'Export-Csv', "-join ','"
    }

    It 'that clear a broker are estimated per topic with their previous placement, and can be started as estimated' {
        $seen = Invoke-Session { $pay | Get-DmsTopic payments | Start-DmsPartitionReassignment -ExcludeBroker 0 -WhatIf } -Variable @{ pay = $pay }
        $seen.WhatIf | Should -BeLike '*payments (partition 0: 0,1,2 -> 4,1,2)*kafka-prod-payments*'
        Get-Changing $service | Should -BeNullOrEmpty
        $measured = $pay | Measure-DmsPartitionReassignment payments -ExcludeBroker 0
        $measured.EstimatedTime | Should -BeOfType TimeSpan
        $measured.Previous.Broker | Should -Be 0, 1, 2
        $null = $pay | Start-DmsPartitionReassignment -Plan $measured.Plan -Wait
        Get-Place $pay payments | Should -Be '0: 4,1,2', '1: 1,2,3', '2: 2,3,4'
        $pay | Start-DmsPartitionReassignment payments -ExcludeBroker 0 -WhatIf | Should -BeNullOrEmpty
    }

    It 'do not clear a broker if <Why>' -ForEach @(
        @{ Why = 'no partition has that number'; Broker = 9; Says = 'has the brokers 0, 1, 2, 3, 4' }
        @{ Why = 'it is not a number'; Broker = 'one'; Says = 'Get-DmsCluster' }
        @{ Why = 'no other broker exists'; Broker = 0, 1, 2, 3, 4; Says = 'no other broker' }
        @{ Why = 'the others are too few'; Broker = 0, 1, 4; Says = 'partition 0 has 3 replicas', 'are 2, 3' }
    ) {
        $seen = Watch-Command { $pay | Start-DmsPartitionReassignment payments -ExcludeBroker $Broker }
        Assert-Failure $seen.Errors -Id HuaweiDms.InvalidArgument -From StartDmsPartitionReassignment -Category InvalidArgument -Says (@('-ExcludeBroker') + $Says)
        Get-Changing $service | Should -BeNullOrEmpty
    }

    It 'clear a broker except for a topic that cannot be read, which is an error' {
        Add-DmsEmulatorFault $service -Path '*/management/topics/payments' -Action Status -StatusCode 403 -ErrorCode DMS.00403007 | Out-Null
        $seen = Watch-Command { $pay | Start-DmsPartitionReassignment -ExcludeBroker 3 }
        Assert-Failure $seen.Errors -Id DMS.00403007 -From StartDmsPartitionReassignment -Category PermissionDenied -Says 'replicas of payments'
        $seen.Output.Topics | Should -Contain orders
        $seen.Output.Topics | Should -Not -Contain payments
    }

    It 'use no broker that is down' {
        $null = $pay | Stop-DmsEmulatorBroker 4
        $moved = $pay | Start-DmsPartitionReassignment payments -ExcludeBroker 0
        $moved.Plan.Assignment.Brokers | Should -Be 3, 1, 2
    }

    It 'are possible if Kafka Manager is off and the brokers are unknown' {
        $null = $pay | Disable-DmsManager -Force
        $moved = $pay | Start-DmsPartitionReassignment payments -Broker 2, 3, 4
        $moved.Topics | Should -Be payments
    }
}
