BeforeAll {
    . $PSScriptRoot/Common.ps1
}

Describe 'Disk usage' {
    BeforeAll {
        $service = Start-TestEmulator
        Connect-TestEmulator $service
        $prod = Get-DmsInstance kafka-prod
    }
    AfterAll { Stop-TestEmulator }

    It 'is listed per broker, in bytes and percent' {
        $brokers = @($prod | Get-DmsDiskUsage)
        $brokers.Broker | Should -Be broker-0, broker-1, broker-2
        $brokers[0].SizeBytes | Should -BeOfType long
        $brokers[0].SizeBytes | Should -Be 500GB
        $brokers[0].UsedPercent | Should -BeOfType double
        $brokers[0].InstanceId | Should -Be $prod.InstanceId
        $brokers[0].Context | Should -Be test
        $brokers[0].Partitions[0].SizeBytes | Should -BeGreaterOrEqual $brokers[0].Partitions[-1].SizeBytes
    }

    It 'can be compared across all instances' {
        $fullest = Get-DmsInstance | Get-DmsDiskUsage | Sort-Object UsedPercent -Descending | Select-Object -First 3
        $fullest | Should -HaveCount 3
        $fullest[0].UsedPercent | Should -BeGreaterThan 80
        $fullest.InstanceId | Select-Object -Unique | Should -Be (Get-DmsInstance kafka-analytics).InstanceId
    }

    It 'is summed up per topic' {
        $topics = @($prod | Get-DmsDiskUsage -ByTopic)
        $topics.Topic | Should -Be orders, payments, audit-log, clicks
        $topics[0].SizeBytes | Should -BeGreaterThan $topics[1].SizeBytes
        $topics[0].Brokers | Should -HaveCount 3
        @($prod | Get-DmsDiskUsage -ByTopic -MinimumSize 8K).Topic | Should -Contain '__consumer_offsets'
    }

    It 'is summed up even if every partition is small' {
        @(Get-DmsInstance kafka-test-01 | Get-DmsDiskUsage -ByTopic).Topic | Should -Be orders, payments, audit-log, clicks
        (Get-Request $service)[-1].Path | Should -BeLike '*minSize=1M*'
        (Get-DmsInstance kafka-test-01 | Get-DmsDiskUsage).Partitions | Should -BeNullOrEmpty
        (Get-Request $service)[-1].Path | Should -Not -BeLike '*minSize*'
        $large = Get-DmsInstance kafka-test-01 | Get-DmsDiskUsage -ByTopic -MinimumSize 1GB
        $large.Topic | Should -Be orders, payments, audit-log, clicks -Because 'the minimum is that of the sums'
        Get-DmsInstance kafka-test-01 | Get-DmsDiskUsage -ByTopic -MinimumSize 100GB | Should -BeNullOrEmpty
    }

    It 'is filtered as requested: <Query>' -ForEach @(
        @{ Given = @{ MinimumSize = 1MB }; Query = 'minSize=1M' }
        @{ Given = @{ MinimumSize = '53M' }; Query = 'minSize=53M' }
        @{ Given = @{ MinimumSize = 1500 }; Query = 'minSize=2K' }
        @{ Given = @{ Top = 2 }; Query = 'top=2' }
        @{ Given = @{ Percent = 2.5 }; Query = 'percentage=2.5' }
    ) {
        $null = $prod | Get-DmsDiskUsage @Given
        (Get-Request $service)[-1].Path | Should -BeLike "*$Query*"
    }

    It 'refuses <Parameter> <Value> before anything is sent' -ForEach @(
        @{ Parameter = 'MinimumSize'; Value = 'much'; Says = "'much' is not a size" }
        @{ Parameter = 'MinimumSize'; Value = -1; Says = '-1' }
        @{ Parameter = 'Top'; Value = 0; Says = '0' }
        @{ Parameter = 'Percent'; Value = 101; Says = '101' }
    ) {
        $before = @(Get-Request $service).Count
        $given = @{ $Parameter = $Value }
        $seen = Watch-Command { Get-DmsDiskUsage $prod.InstanceId @given }
        $seen.Errors[0].FullyQualifiedErrorId | Should -BeLike 'ParameterArgument*,HuaweiDms.PowerShell.GetDmsDiskUsage'
        "$($seen.Errors[0])" | Should -BeLike "*$Says*"
        @(Get-Request $service).Count | Should -Be $before
    }

    It 'of topics by name, by pattern and from the pipeline is read with one request, however small they are' {
        ($prod | Get-DmsDiskUsage -ByTopic -Topic cl*, __trace, payments).Topic | Should -Be payments, clicks, __trace
        $before = $service.Requests.Count
        ($prod | Get-DmsTopic pay*, cl* | Get-DmsDiskUsage -ByTopic).Topic | Should -Be payments, clicks
        $service.Requests.Count - $before | Should -Be 2
        (@($prod | Get-DmsTopic payments | Get-DmsDiskUsage).Partitions.Topic | Select-Object -Unique) | Should -Be payments
        ($prod | Get-DmsDiskUsage -ByTopic -Topic __trace -MinimumSize 1GB) | Should -BeNullOrEmpty
        $top = $prod | Get-DmsDiskUsage -ByTopic -Topic clicks, __trace -Top 1
        "$top", $top.ReplicaCount | Should -Be clicks, 18
        (Get-Request $service)[-1].Path | Should -BeLike '*minSize=1K*'
        (Get-Request $service)[-1].Path | Should -Not -BeLike '*top=*'
        $seen = Watch-Command { $prod | Get-DmsDiskUsage -ByTopic -Topic ordres, orders }
        Assert-Failure $seen.Errors -Id HuaweiDms.NotFound -From GetDmsDiskUsage -Category ObjectNotFound -Target ordres -Says "'orders'?"
        $seen.Output.Topic | Should -Be orders
    }

    It 'is filtered by the sums of topics with -ByTopic, whatever their partitions: <Given>' -ForEach @(
        @{ Given = @{ Top = 2 }; Topics = 'orders', 'payments' }
        @{ Given = @{ MinimumSize = 100GB }; Topics = 'orders', 'payments', 'audit-log' }
        @{ Given = @{ MinimumSize = 100GB; Top = 1 }; Topics = 'orders' }
        @{ Given = @{ Percent = 10 }; Topics = 'orders', 'payments' }
        @{ Given = @{ Percent = 10; Topic = 'payments', 'cl*' }; Topics = 'payments' }
    ) {
        $whole = @($prod | Get-DmsDiskUsage -ByTopic)
        $found = @($prod | Get-DmsDiskUsage -ByTopic @Given)
        $found.Topic | Should -Be $Topics
        $found.SizeBytes | Should -Be $whole.Where{ $_.Topic -in $Topics }.SizeBytes
        $found.ReplicaCount | Should -Be $whole.Where{ $_.Topic -in $Topics }.ReplicaCount
    }

    It 'has the largest topics of each instance with -Top' {
        @(Get-DmsInstance kafka-prod, kafka-dev | Get-DmsDiskUsage -ByTopic -Top 1).Topic | Should -Be orders, orders
    }

    It 'is not emitted for a topic that does not exist' {
        $prod | Get-DmsDiskUsage -Topic zzz* | Should -BeNullOrEmpty
        $seen = Watch-Command { $prod | Get-DmsDiskUsage -Topic zzz }
        $seen.Output | Should -BeNullOrEmpty
        Assert-Failure $seen.Errors -Id HuaweiDms.NotFound -From GetDmsDiskUsage -Category ObjectNotFound -Target zzz
        $prod | Get-DmsDiskUsage -Topic zzz*, orders | Should -HaveCount 3
        # Topics that exist but are too small must not hide the disks, however they are given.
        foreach ($topic in 'orders', 'ord*') { $prod | Get-DmsDiskUsage -Topic $topic -MinimumSize 1TB | Should -HaveCount 3 }
        $prod | Get-DmsDiskUsage -Topic zzz* -MinimumSize 1TB | Should -BeNullOrEmpty
    }

    It 'reports an instance without disks, and reads the others' {
        $failed = Get-DmsInstance kafka-poc-01 -IncludeFailed
        $seen = Watch-Command { $failed, $prod | Get-DmsDiskUsage }
        Assert-Failure $seen.Errors 'DMS.00400026' GetDmsDiskUsage ResourceBusy -Target $failed.InstanceId -Says 'kafka-poc-01', 'Wait-DmsInstance'
        $seen.Output | Should -HaveCount 3
    }
}

Describe 'Brokers' {
    BeforeAll {
        $service = Start-TestEmulator
        Connect-TestEmulator $service
        $prod = Get-DmsInstance kafka-prod
    }
    AfterAll { Stop-TestEmulator }

    It 'are counted and healthy' {
        $cluster = $prod | Get-DmsCluster
        $cluster.IsHealthy | Should -BeTrue
        $cluster.Brokers | Should -HaveCount 3
        $cluster.Brokers[$cluster.ControllerId].IsController | Should -BeTrue
        $cluster.Brokers[0].RegisteredAt | Should -BeOfType DateTimeOffset
        $cluster.InstanceId | Should -Be $prod.InstanceId
    }

    It 'coordinate consumer groups, which are found by name' {
        @($prod | Get-DmsCoordinator).ConsumerGroup | Should -Be billing, fulfilment, reporting
        @($prod | Get-DmsCoordinator -ConsumerGroup 'b*').BrokerId | Should -Be 0
        Assert-Failure (Watch-Command { $prod | Get-DmsCoordinator -ConsumerGroup nobody }).Errors 'HuaweiDms.NotFound' GetDmsCoordinator ObjectNotFound -Target nobody
    }

    It 'show how many more partitions and tasks they accept' {
        $limits = @(Get-DmsInstance kafka-analytics, kafka-dev | Get-DmsInstanceLimit)
        $limits.RemainingPartitions | Should -Be 11982, 732
        $limits.MaxPartitionsPerTopic | Should -Be 200, 200
        $limits[0].SmartConnectTaskCount, $limits[0].SmartConnectTaskLimit, $limits[0].LargestSmartConnectTaskLimit | Should -Be 2, 9, 18
        $limits[1].SmartConnectTaskCount | Should -BeNullOrEmpty
    }

    It '<_> keeps the input order, and names the instance in which something was not found' -ForEach 'Get-DmsCoordinator', 'Get-DmsResizeOption' {
        $two = Get-DmsInstance kafka-prod, kafka-staging
        $null = Add-DmsEmulatorFault $service -Method GET -Path "*/$($two[0].InstanceId)/*" -Action Latency -Latency 00:00:00.3
        $seen = Watch-Command { & $_ nothing, * $two }
        Reset-DmsEmulator $service -Confirm:$false
        $seen.Output.InstanceId | Select-Object -Unique | Should -Be $two.InstanceId
        $seen.Errors | ForEach-Object { "$_" } | Should -BeLike '*nothing*kafka-*'
        "$($seen.Errors[0])" | Should -BeLike '*kafka-prod (*'
        "$($seen.Errors[1])" | Should -BeLike '*kafka-staging (*'
    }

    It '<_> is refused while an instance is not running' -ForEach 'Get-DmsCluster', 'Get-DmsCoordinator' {
        $legacy = Get-DmsInstance kafka-legacy
        Assert-Failure (Watch-Command { $legacy | & $_ }).Errors 'DMS.00400026' ($_ -replace '-') ResourceBusy -Target $legacy.InstanceId -Says 'kafka-legacy'
    }
}

Describe 'Kafka Manager' {
    BeforeAll {
        $service = Start-TestEmulator
        Connect-TestEmulator $service
        $prod = Get-DmsInstance kafka-prod
        $legacy = Get-DmsInstance kafka-legacy
        $password = New-Secure 'Quiet-Harbour-7'
    }
    AfterAll { Stop-TestEmulator }

    It 'gets a new password' {
        ($prod | Reset-DmsManagerPassword -NewPassword $password -PassThru).InstanceId | Should -Be $prod.InstanceId
        $prod | Reset-DmsManagerPassword -Credential (New-Login admin 'Quiet-Harbour-8') | Should -BeNullOrEmpty
        @(Get-Changing $service).Operation | Should -Be ResetManagerPassword, ResetManagerPassword
    }

    It 'refuses the password <Value> before anything is sent, and does not repeat it' -ForEach @(
        @{ Value = 'Aa1'; Says = '8 to 32' }
        @{ Value = 'onlyletters'; Says = 'three of' }
        @{ Value = '-Quiet-Harbour-7'; Says = 'hyphen' }
    ) {
        $before = @(Get-Request $service).Count
        $seen = Watch-Command { $prod | Reset-DmsManagerPassword -NewPassword (New-Secure $Value) }
        Assert-Failure $seen.Errors 'HuaweiDms.InvalidArgument' ResetDmsManagerPassword InvalidArgument -Says $Says, 'NewPassword'
        "$($seen.Errors[0] | Out-String) $($seen.Errors[0].TargetObject)" | Should -Not -BeLike "*$Value*"
        @(Get-Request $service).Count | Should -Be $before
    }

    It 'refuses a password that resembles its user name' {
        $seen = Watch-Command { $prod | Reset-DmsManagerPassword -Credential (New-Login Quiet-Harbour-7 'Quiet-Harbour-7') }
        Assert-Failure $seen.Errors 'HuaweiDms.InvalidArgument' ResetDmsManagerPassword InvalidArgument -Says 'Credential', 'user name'
    }

    It 'restarts with a background task' {
        $prod | Restart-DmsManager
        ($prod | Get-DmsTask).Name | Should -Contain restartKafkaManager
    }

    It '<Command> is refused while an instance is not running, and the others are processed' -ForEach @(
        @{ Command = 'Restart-DmsManager'; Given = @{} }
        @{ Command = 'Reset-DmsManagerPassword'; Given = @{ NewPassword = 'Quiet-Harbour-7' } }
        @{ Command = 'Disable-DmsManager'; Given = @{ Force = $true } }
    ) {
        $other = Get-DmsInstance kafka-test-01
        $seen = Watch-Command { $legacy, $other | & $Command @Given -PassThru }
        Assert-Failure $seen.Errors 'DMS.00400026' ($Command -replace '-') ResourceBusy -Target $legacy.InstanceId -Says 'kafka-legacy'
        $seen.Output.Name | Should -Be kafka-test-01
    }

    It '<Command> sends no changes with -WhatIf' -ForEach @(
        @{ Command = 'Restart-DmsManager'; Given = @{} }
        @{ Command = 'Reset-DmsManagerPassword'; Given = @{ NewPassword = 'Quiet-Harbour-7' } }
        @{ Command = 'Disable-DmsManager'; Given = @{ Force = $true } }
    ) {
        $before = @(Get-Changing $service).Count
        $prod, $legacy | & $Command @Given -WhatIf
        @(Get-Changing $service).Count | Should -Be $before
    }

    It 'is turned off after a prompt, and then refuses the commands that depend on it' {
        $staging = Get-DmsInstance kafka-staging
        ($staging | Disable-DmsManager -Force -PassThru).ManagerAddress | Should -BeNullOrEmpty
        Assert-Failure (Watch-Command { $staging | Get-DmsCluster }).Errors 'DMS.00400026' GetDmsCluster ResourceBusy -Target $staging.InstanceId -Says 'Disable-DmsManager'
        Assert-Failure (Watch-Command { $staging | Get-DmsTopicReplica orders }).Errors 'DMS.00400026' GetDmsTopicReplica ResourceBusy -Says 'Disable-DmsManager'
        Assert-Failure (Watch-Command { $staging | Restart-DmsManager }).Errors 'DMS.00400026' RestartDmsManager ResourceBusy -Says 'Disable-DmsManager'
        @($staging | Get-DmsDiskUsage) | Should -HaveCount 3
    }

    It 'prompts by default before it is turned off' {
        $session = Invoke-Session { Connect-Dms -Endpoint $at -AccessKey $ak -SecretKey $sk -ProjectId $project; Get-DmsInstance kafka-dev | Disable-DmsManager } -Answer 2 -Variable @{
            at = $service.Endpoint; ak = $service.AccessKey; sk = $service.SecretKey; project = $service.ProjectId
        }
        $session.Questions | Should -BeLike '*Turn off Kafka Manager permanently, and with it the commands that need it*kafka-dev*'
        (Get-DmsInstance kafka-dev).ManagerAddress | Should -Not -BeNullOrEmpty
    }
}

Describe 'Get-DmsCluster -Detailed' {
    BeforeAll {
        $service = Start-TestEmulator
        Connect-TestEmulator $service
        $prod = Get-DmsInstance kafka-prod
        $null = $prod | New-DmsTopic events -PartitionCount 3 -ReplicationFactor 1
        $null = $prod | Stop-DmsEmulatorBroker 1
        $cluster = $prod | Get-DmsCluster -Detailed
    }
    AfterAll { Stop-TestEmulator }

    It 'names the partitions with problems' {
        "$($cluster.OfflinePartitions)" | Should -Be events-1
        $cluster.UnderReplicatedPartitions | Should -HaveCount ($cluster.ReplicaCount - $cluster.InSyncReplicaCount)
        $one = $cluster.NonPreferredLeaderPartitions.Where{ "$_" -eq 'orders-1' }
        $one.Leader, $one.PreferredLeader, "$($one.Broker)", "$($one.OutOfSync)" | Should -Be 2, 1, '1 2 0', '1'
        $one.Instance, $one.Context | Should -Be kafka-prod, test
        $cluster.PartitionCount - $cluster.OnlinePartitionCount | Should -Be $cluster.OfflinePartitions.Count
    }

    It 'shows the load of each broker' {
        $cluster.Brokers.IsHealthy | Should -Be $true, $false, $true
        ($cluster.Brokers.LeaderCount | Measure-Object -Sum).Sum | Should -Be $cluster.OnlinePartitionCount
        ($cluster.Brokers.PreferredCount | Measure-Object -Sum).Sum | Should -Be $cluster.PartitionCount
        ($cluster.Brokers.ReplicaCount | Measure-Object -Sum).Sum | Should -Be $cluster.ReplicaCount
        $cluster.Brokers[1].LeaderCount | Should -Be 0
        $cluster.Brokers[0].SizeBytes | Should -BeGreaterThan 1GB
    }

    It 'supplies the commands that show more or fix the problem' {
        ($cluster.OfflinePartitions | Get-DmsTopicReplica).Topic | Select-Object -Unique | Should -Be events
        $seen = Invoke-Session -Variable @{ cluster = $cluster; prod = $prod } {
            $cluster.OfflinePartitions | Start-DmsPartitionReassignment -Broker 2 -WhatIf
            $prod | Set-DmsTopicReplica -Plan $cluster.NonPreferredLeaderPartitions[0] -WhatIf
        }
        $seen.Errors | Should -BeNullOrEmpty
        $seen.WhatIf[0] | Should -BeLike '*events (partition 1: 2)*'
        $seen.WhatIf[1] | Should -BeLike '*orders (partition 1: 1,2,0)*'
        $cluster.NonPreferredLeaderPartitions | Export-Csv TestDrive:/moved.csv
        $cluster.NonPreferredLeaderPartitions | ConvertTo-Json | Set-Content TestDrive:/moved.json
        foreach ($file in 'csv', 'json' | ForEach-Object { (Get-Item TestDrive:/moved.$_).FullName }) {
            "$((Invoke-Session -Variable @{ prod = $prod; file = $file } { $prod | Set-DmsTopicReplica -Plan $file -WhatIf }).WhatIf)" | Should -BeLike '*orders (partition 1: 1,2,0*'
        }
        $null = $cluster.Brokers[1] | Start-DmsEmulatorBroker
        Wait-Until { ($prod | Get-DmsCluster).IsHealthy }
    }

    It 'shows none of this without -Detailed' {
        $plain = $prod | Get-DmsCluster
        $null -eq $plain.OfflinePartitions -and $null -eq $plain.NonPreferredLeaderPartitions -and $null -eq $plain.Brokers[0].LeaderCount | Should -BeTrue
    }

    It 'reports what it could not read, and does not call such a partition healthy' {
        $null = Add-DmsEmulatorFault $service -Path '*/management/topics/orders' -Action Status -StatusCode 400 -ErrorCode DMS.00400062
        $seen = Watch-Command { $prod | Get-DmsCluster -Detailed }
        Assert-Failure $seen.Errors -Id DMS.00400062 -From GetDmsCluster -Category InvalidArgument -Says 'replicas of orders'
        $seen.Output[0].UnreadTopics | Should -Be orders
        $seen.Output | Out-String | Should -Match '(?m)^UnreadTopics +: 1: orders'
        $service.Faults.Clear()
        $null = Add-DmsEmulatorFault $service -Path '*/management/topics/*' -Action Status -StatusCode 400 -ErrorCode DMS.00400062
        $seen = Watch-Command { $prod | Get-DmsCluster -Detailed }
        $seen.Errors | Should -HaveCount 1
        $seen.Output[0].PartitionCount | Should -BeGreaterThan 0
        $null -eq $seen.Output[0].OfflinePartitions | Should -BeTrue
        $seen.Output[0].UnreadTopics | Should -HaveCount $seen.Output[0].TopicCount
        $service.Faults.Clear()
        $whole = $prod | Get-DmsCluster -Detailed
        $whole.UnreadTopics | Should -BeNullOrEmpty
        $whole | Out-String | Should -Not -Match Unread
    }
}

Describe 'Brokers of the emulator' {
    BeforeEach {
        $service = Start-TestEmulator
        Connect-TestEmulator $service
        $prod = Get-DmsInstance kafka-prod
    }
    AfterEach { Stop-TestEmulator }

    It 'stop and start again, consistently in all commands' {
        $null = $prod | New-DmsTopic events -PartitionCount 3 -ReplicationFactor 1
        $stopped = $prod | Stop-DmsEmulatorBroker 1
        $stopped.Broker, $stopped.IsHealthy | Should -Be 1, $false
        ($prod | Get-DmsCluster).IsHealthy | Should -BeFalse
        $prod | Get-DmsCluster | Out-String | Should -Match '0 \S+:\d+, 1 \S+:\d+ \(down\), 2 '
        $seen = Watch-Command { 'x' | Send-DmsMessage events $prod.InstanceId -Partition 1 }
        "$($seen.Errors[0])" | Should -BeLike '*no leader*'
        ($prod | Get-DmsDiskUsage)[1].UsedPercent | Should -BeNullOrEmpty
        $sums = Watch-Command { $prod | Get-DmsDiskUsage -ByTopic -Topic orders }
        $sums.Output.Brokers | Should -Be broker-0, broker-2
        "$($sums.Warnings)" | Should -BeLike '*broker-1 of kafka-prod*missing*'
        $topics = Watch-Command { $prod | Get-DmsTopic orders, payments -Detailed }
        $topics.Output.SizeBytes + $topics.Output.ExpectedSizeBytes | Where-Object { $null -ne $_ } | Should -BeNullOrEmpty
        $topics.Output[0].MessageCount | Should -BeGreaterThan 0
        $topics.Warnings | Should -HaveCount 1
        "$($topics.Warnings)" | Should -BeLike '*broker-1 of kafka-prod*SizeBytes*'
        $null = $prod | Restart-DmsInstance -Force -Wait
        ($prod | Get-DmsCluster).IsHealthy | Should -BeTrue
        $service.Brokers.Where{ -not $_.IsHealthy } | Should -BeNullOrEmpty
    }

    It 'that are down do not count for the replicas of a new topic, and the error says so' {
        $null = $prod | Stop-DmsEmulatorBroker 1
        $seen = Watch-Command { $prod | New-DmsTopic invoices }
        Assert-Failure $seen.Errors -Id DMS.00400861 -From NewDmsTopic -Category InvalidArgument -Says 'down do not count', 'Get-DmsCluster'
        $prod | Start-DmsEmulatorBroker 1
    }

    It 'of a frozen instance are an error that says when waiting does not help' {
        $frozen = Get-DmsInstance kafka-legacy
        Assert-Failure (Watch-Command { $frozen | Get-DmsCluster }).Errors -Id DMS.00400026 -From GetDmsCluster -Category ResourceBusy -Target $frozen.InstanceId -Says 'FROZEN', 'Waiting does not help'
    }

    It 'keep running with -WhatIf' {
        ($prod | Get-DmsCluster).Brokers | Stop-DmsEmulatorBroker -WhatIf
        ($prod | Get-DmsCluster).IsHealthy | Should -BeTrue
    }

    It 'are selected by number, and the last running one cannot be stopped' {
        $seen = Watch-Command { $prod | Stop-DmsEmulatorBroker 0, 1, 2, 7, x }
        $seen.Output.Broker | Should -Be 0, 1
        $seen.Errors.FullyQualifiedErrorId | Should -Be @('EmulatorBrokerStays', 'InvalidArgument', 'InvalidArgument' | ForEach-Object { "HuaweiDms.$_,HuaweiDms.PowerShell.StopDmsEmulatorBroker" })
        $seen = Watch-Command { Start-DmsEmulatorBroker 0 $NoSuchId }
        Assert-Failure $seen.Errors -Id HuaweiDms.NotFound -From StartDmsEmulatorBroker -Category ObjectNotFound
    }
}
