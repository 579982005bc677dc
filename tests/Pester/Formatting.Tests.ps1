BeforeAll {
    . $PSScriptRoot/Common.ps1

    function Show([object[]] $Objects, [int] $Width, [switch] $List) {
        # As a terminal of that width shows it, without colors, and independent of the decimal and minus signs of this
        # machine.
        $before = $PSStyle.OutputRendering, [cultureinfo]::CurrentCulture
        $PSStyle.OutputRendering = 'PlainText'
        [cultureinfo]::CurrentCulture = [cultureinfo]::InvariantCulture
        try { ($(if ($List) { $Objects | Format-List } else { $Objects }) | Out-String -Width $Width).TrimEnd() }
        finally { $PSStyle.OutputRendering, [cultureinfo]::CurrentCulture = $before }
    }
}

Describe 'Views' {
    BeforeAll {
        $service = Start-TestEmulator
        Connect-TestEmulator $service
        $Things = @{
            Instance = @(Get-DmsInstance)
            Result = @(Get-DmsInstance kafka-dev, kafka-legacy | Restart-DmsInstance -Force -ErrorAction SilentlyContinue)
            Unnamed = @(Restart-DcsInstance 5a1dbafa-9071-4e76-a035-b908870018b2 -Force)
            Context = @(Get-DmsContext)
            Project = @(Get-DmsProject)
            Emulator = @($service)
            Request = @(Get-Request $service)
            Fault = @(Add-DmsEmulatorFault $service -Method POST -Path '*/instances/action' -Action Status -StatusCode 503 -Every 2 -Limit 3)
            Redis = @($service.DcsInstances)
            Zone = @(Get-DmsAvailabilityZone)
            Product = @(Get-DmsProduct)
            Core = @(Get-DmsInstance kafka-prod | Get-DmsProductCore)
            Window = @(Get-DmsMaintenanceWindow)
            Hierarchy = @(Get-DmsInstance kafka-prod | Get-DmsMetricHierarchy)
            Disk = @(Get-DmsInstance kafka-prod | Get-DmsDiskUsage)
            TopicDisk = @(Get-DmsInstance kafka-prod | Get-DmsDiskUsage -ByTopic)
            Cluster = @(Get-DmsInstance kafka-prod | Get-DmsCluster)
            ClusterRow = @(Get-DmsInstance *prod* | Get-DmsCluster | Format-Table)
            Broker = @((Get-DmsInstance kafka-prod | Get-DmsCluster).Brokers)
            DetailedCluster = @(Get-DmsInstance kafka-test-perf | Get-DmsCluster -Detailed)
            DetailedBroker = @((Get-DmsInstance kafka-test-perf | Get-DmsCluster -Detailed).Brokers)
            EmulatedBroker = @(Get-DmsInstance kafka-test-perf | Stop-DmsEmulatorBroker 1)
            Placed = @((Get-DmsInstance kafka-test-perf | Get-DmsCluster -Detailed).NonPreferredLeaderPartitions)
            Check = @(Get-DmsInstance kafka-prod, kafka-legacy | Test-DmsInstance -ErrorAction SilentlyContinue)
            Limits = @(Get-DmsInstance kafka-analytics, kafka-dev | Get-DmsInstanceLimit)
            Coordinator = @(Get-DmsInstance kafka-prod | Get-DmsCoordinator)
            Group = @(Get-DmsInstance kafka-prod | Get-DmsConsumerGroup)
            Detailed = @(Get-DmsInstance kafka-prod | Get-DmsConsumerGroup -Detailed)
            Topic = @(Get-DmsInstance kafka-prod, kafka-dev | Get-DmsTopic)
            DetailedTopic = @(Get-DmsInstance kafka-prod, kafka-dev | Get-DmsTopic -Detailed)
            Message = @(Get-DmsInstance kafka-prod | Get-DmsMessage orders -First 2)
            Config = @(Get-DmsInstance kafka-prod, kafka-prod-orders | Get-DmsInstanceConfig)
            Replica = @(Get-DmsInstance kafka-prod | Get-DmsTopicReplica orders)
            Partition = @(Get-DmsInstance kafka-prod | Get-DmsTopicPartition orders)
            PartitionOffset = @(Get-DmsInstance kafka-prod | Get-DmsPartitionOffset orders)
            Producer = @(Get-DmsInstance kafka-prod | Get-DmsTopicProducer orders)
            Access = @(Get-DmsInstance kafka-prod | Get-DmsTopicAccessPolicy orders)
            TopicResult = @(Get-DmsInstance kafka-test-02 | Remove-DmsTopic clicks -Force)
            Diagnosis = @([HuaweiDms.DiagnosisSummary] @{
                    ReportId = '43ba2a2b-3ae4-4d3a-a2cc-0ac9e1a3c1d6'; ConsumerGroup = 'billing'; Topic = 'orders'; Status = 'SUCCEEDED'
                    Instance = 'kafka-prod'; StartedAt = [datetimeoffset] '2026-01-12T08:00:00Z'
                })
            Reassignment = @([HuaweiDms.PartitionReassignment] @{
                    TaskId = '8a2e1b8c6d5f4a3b9c7d6e5f4a3b2c1d'; Topics = 'orders'; Instance = 'kafka-prod'; ThrottleMBps = 100
                })
            Scheduled = @([HuaweiDms.PartitionReassignment] @{
                    TaskId = '8a2e1b8c6d5f4a3b9c7d6e5f4a3b2c1d'; Topics = 'orders'; Instance = 'kafka-prod'; ScheduledAt = [datetimeoffset] '2026-01-12T08:00:00Z'; ThrottleMBps = 100
                } | ForEach-Object { $_.PSObject.TypeNames.Insert(0, 'HuaweiDms.PartitionReassignment#Scheduled'); $_ })
            Estimate = @(Get-DmsInstance kafka-prod | Measure-DmsPartitionReassignment orders -Broker 0, 1, 2 -ThrottleMBps 100)
            User = @(Get-DmsInstance kafka-prod | Get-DmsUser)
            Task = @(Get-DmsInstance | Get-DmsTask)
            Member = @(Get-DmsInstance kafka-prod | Get-DmsConsumerGroupMember)
            GroupTopic = @(Get-DmsInstance kafka-prod | Get-DmsConsumerGroupTopic)
            ConsumerOffset = @(Get-DmsInstance kafka-prod | Get-DmsConsumerOffset billing)
            Lag = @(Get-DmsInstance kafka-prod | Get-DmsConsumerLag billing)
            LagSummary = @(Get-DmsInstance kafka-prod | Get-DmsConsumerLag -Summary -Sample 00:00:00.1)
            AgedLag = @(Get-DmsInstance kafka-prod | Get-DmsConsumerLag billing -Age)
            AgedLagSummary = @(Get-DmsInstance kafka-prod | Get-DmsConsumerLag -Summary -Age)
            OffsetPlan = @(Get-DmsInstance kafka-prod | Reset-DmsConsumerOffset fulfilment -ToOffset 2000 -WhatIf)
            GroupResult = @(Get-DmsInstance kafka-test-02 | Remove-DmsConsumerGroup billing, reporting -Force -ErrorAction SilentlyContinue)
            Consumer = @(Get-DmsInstance kafka-dev | Start-DmsEmulatorConsumer fulfilment -Topic orders, clicks)
            SmartConnectTask = @(Get-DmsInstance | Get-DmsSmartConnectTask)
            SmartConnectChange = @(Get-DmsInstance kafka-test-01 | Enable-DmsSmartConnect -Force)
            SinkTask = @(Get-DmsInstance kafka-prod | Get-DmsSinkTask -Detailed)
            SinkTaskTopic = @((Get-DmsInstance kafka-prod | Get-DmsSinkTask -Detailed).Progress)
            SinkTaskPartition = @((Get-DmsInstance kafka-prod | Get-DmsSinkTask -Detailed).Progress.Partitions)
            SinkTaskQuota = @(Get-DmsInstance kafka-analytics | Set-DmsSinkTaskQuota 10 -PassThru)
        }
        $service.Faults.Clear()
    }
    AfterAll { Stop-TestEmulator }

    It 'show <Thing> at <Width> columns with <Shows>' -ForEach @(
        @{ Thing = 'Instance'; Width = 80; Shows = 'Name', 'Status', 'InstanceId', 'kafka-prod', 'RUNNING', 'FROZEN' }
        @{ Thing = 'Instance'; Width = 160; Shows = 'Name', 'Status', 'InstanceId', 'Version', 'Broker', 'Count', 'GB', 'ProductId', 'kafka-prod-payments', '402/1500', 'c6.4u8g.cluster' }
        @{ Thing = 'Result'; Width = 80; Shows = 'Instance', 'Action', 'Succeeded', 'Status', 'restart', 'True', 'False', 'FROZEN' }
        @{ Thing = 'Result'; Width = 160; Shows = 'Instance', 'Action', 'Succeeded', 'Message', 'kafka-dev', 'FROZEN', 'does not allow the operation.' }
        @{ Thing = 'Unnamed'; Width = 80; Shows = @('5a1dbafa-9071-4e76-a035-b908870018b2') }
        @{ Thing = 'Context'; Width = 80; Shows = 'Name', 'IsCurrent', 'Endpoint', 'test', 'True', 'http://127.0.0.1' }
        @{ Thing = 'Context'; Width = 160; Shows = 'Name', 'IsCurrent', 'Region', 'ProjectId', 'Endpoint', 'http://127.0.0.1', 'EMUL****01', 'ApiVersion' }
        @{ Thing = 'Project'; Width = 80; Shows = 'Name', 'ProjectId', 'emulator' }
        @{ Thing = 'Project'; Width = 160; Shows = 'Name', 'ProjectId', 'Enabled', 'emulator_analytics' }
        @{ Thing = 'Emulator'; Width = 80; Shows = 'Endpoint', 'ProjectId', 'AccessKey', 'Requests', 'http://127.0.0.1' }
        @{ Thing = 'Request'; Width = 80; Shows = 'Method', 'Status', 'Changing', 'POST', '200' }
        @{ Thing = 'Request'; Width = 160; Shows = 'Method', 'Status', 'Operation', 'Path', 'ListInstances', 'engine=kafka' }
        @{ Thing = 'Fault'; Width = 80; Shows = 'Action', 'Method', 'Path', 'Status', '*/instances/action', '503' }
        @{ Thing = 'Fault'; Width = 160; Shows = 'Hits', 'Limits', 'every 2', 'at most 3' }
        @{ Thing = 'Zone'; Width = 80; Shows = 'Name', 'Code', 'SoldOut', 'ZoneId', '63cb182a467c437daa0f001b7fa55fd0' }
        @{ Thing = 'Product'; Width = 80; Shows = 'ProductId', 'Brokers', '3-30', '250/broker', '10000/broker' }
        @{ Thing = 'Core'; Width = 80; Shows = 'ProductId', 'CoreCount', '24' }
        @{ Thing = 'Window'; Width = 80; Shows = 'MaintenanceBegin', 'IsDefault', '22:00', 'True' }
        @{ Thing = 'Hierarchy'; Width = 80; Shows = 'Dimensions', 'kafka_broker', 'broker-0', 'orders' }
        @{ Thing = 'Disk'; Width = 80; Shows = 'Broker', 'Used %', 'Free GB', 'broker-2', '500.0', 'Instance', 'kafka-prod' }
        @{ Thing = 'TopicDisk'; Width = 80; Shows = 'Topic', 'Size GB', 'Used %', 'orders', 'Instance', 'kafka-prod' }
        @{ Thing = 'Cluster'; Width = 80; Shows = 'IsHealthy', 'Controller', '34 online', 'in sync' }
        @{ Thing = 'ClusterRow'; Width = 80; Shows = 'Instance', 'IsHealthy', 'kafka-prod', '3/3', '34/34', '102/102' }
        @{ Thing = 'Broker'; Width = 80; Shows = 'Host', 'IsHealthy', '192.168.0.4', '9093' }
        @{ Thing = 'DetailedCluster'; Width = 80; Shows = 'Offline', 'UnderReplicated', 'NonPreferredLeader', '34 online' }
        @{ Thing = 'DetailedBroker'; Width = 80; Shows = 'LeaderCount', 'PreferredCount', 'ReplicaCount', 'Size GB' }
        @{ Thing = 'EmulatedBroker'; Width = 80; Shows = 'Broker', 'IsHealthy', 'False' }
        @{ Thing = 'Placed'; Width = 80; Shows = 'Topic', 'Leader', 'OutOfSync', '1, 2, 0', 'Instance' }
        @{ Thing = 'Check'; Width = 80; Shows = 'Instance', 'Check', 'SmartConnect', 'PAUSED', '?', 'FROZEN' }
        @{ Thing = 'Limits'; Width = 80; Shows = 'Topics', 'Partitions left', 'Tasks', '11982', '12000' }
        @{ Thing = 'Coordinator'; Width = 80; Shows = 'ConsumerGroup', 'billing', '192.168.0.4:9093', 'kafka-prod' }
        @{ Thing = 'Group'; Width = 80; Shows = 'Name', 'State', 'Lag', 'billing', 'Stable', '216', 'Instance', 'kafka-prod' }
        @{ Thing = 'User'; Width = 80; Shows = 'UserName', 'Role', 'billing', 'guest', 'Description' }
        @{ Thing = 'User'; Width = 120; Shows = 'UserName', 'Instance', 'kafka-prod' }
        @{ Thing = 'Group'; Width = 120; Shows = 'Instance', 'kafka-prod', 'Description', 'Nightly' }
        @{ Thing = 'Detailed'; Width = 80; Shows = 'Name', 'Members', 'billing', '2', 'Instance', 'kafka-prod' }
        @{ Thing = 'Topic'; Width = 80; Shows = 'Name', 'Replication', 'Retention', 'Instance', 'orders', '72', 'kafka-prod', 'kafka-dev' }
        @{ Thing = 'DetailedTopic'; Width = 80; Shows = 'Name', 'Size GB', 'Expected', 'Messages', 'orders', '288.0', '144', 'Instance: kafka-prod', 'Instance: kafka-dev' }
        @{ Thing = 'DetailedTopic'; Width = 120; Shows = 'LastMessageAt', 'Groups', 'billing, fulfilment' }
        @{ Thing = 'Member'; Width = 80; Shows = 'ClientId', 'Assignments', 'billing-2', '192.168.8.11', 'orders' }
        @{ Thing = 'GroupTopic'; Width = 80; Shows = 'Topic', 'Partition', 'audit-log', '144', 'kafka-prod' }
        @{ Thing = 'ConsumerOffset'; Width = 80; Shows = 'Start', 'Current', 'End', 'Lag', '5000', '5022', '5024' }
        @{ Thing = 'ConsumerOffset'; Width = 120; Shows = 'ClientId', 'Instance', 'billing-2', 'kafka-prod' }
        @{ Thing = 'Lag'; Width = 80; Shows = 'Part', 'Current', 'Lag', 'Verdict', '6022', '6024' }
        @{ Thing = 'Lag'; Width = 160; Shows = 'ClientId', 'Host', 'billing-2', '192.168.8.11' }
        @{ Thing = 'LagSummary'; Width = 80; Shows = 'State', 'Verdict', 'Stuck', 'Instance', 'kafka-prod' }
        @{ Thing = 'LagSummary'; Width = 120; Shows = '24 at audit-log/0', 'Instance', 'kafka-prod' }
        @{ Thing = 'AgedLag'; Width = 80; Shows = 'Part', 'Lag', 'Age', '6024', '00:1' }
        @{ Thing = 'AgedLagSummary'; Width = 80; Shows = 'State', 'Lag', 'Age', '216', '02:0' }
        @{ Thing = 'OffsetPlan'; Width = 80; Shows = 'Current', 'Target', 'Change', 'Kept', '2015', '-15', '1000-1024', 'to the end', 'to the beg', 'Planned' }
        @{ Thing = 'GroupResult'; Width = 160; Shows = 'Succeeded', 'False', 'True', 'billing-1 at 192.168.8.10' }
        @{ Thing = 'Consumer'; Width = 80; Shows = 'MessagesPer', 'fulfilment-1', 'orders, clicks' }
        @{ Thing = 'SmartConnectTask'; Width = 80; Shows = 'orders-to-analytics', 'RUNNING', '708fcffb-e410-46b1-a079-4661d9538f97', 'Instance', 'kafka-prod' }
        @{ Thing = 'SmartConnectTask'; Width = 100; Shows = 'orders-to-analytics', 'Instance', 'kafka-analytics', 'Copies' }
        @{ Thing = 'Config'; Width = 80; Shows = 'unclean.leader.election.enable', '10485760', 'Restart', 'ValidValues', '6000~1800000', 'Instance', 'kafka-prod' }
        @{ Thing = 'Config'; Width = 100; Shows = 'kafka-prod-orders', 'DefaultValue' }
        @{ Thing = 'Replica'; Width = 80; Shows = 'Broker', 'InSync', 'Size GB', '15.6', 'Instance', 'kafka-prod' }
        @{ Thing = 'Partition'; Width = 80; Shows = 'StartOffset', 'MessageCount', '6000', '6024', 'Instance', 'kafka-prod' }
        @{ Thing = 'Partition'; Width = 100; Shows = 'Instance', 'UpdatedAt' }
        @{ Thing = 'PartitionOffset'; Width = 80; Shows = 'EndOffset', '6024', 'LastMessageAt' }
        @{ Thing = 'PartitionOffset'; Width = 100; Shows = 'LastMessageAt', 'Instance', 'kafka-prod' }
        @{ Thing = 'Producer'; Width = 80; Shows = '192.168.9.10:40006', '192.168.0.4:9093', 'Instance', 'kafka-prod' }
        @{ Thing = 'Producer'; Width = 100; Shows = 'Instance', 'ConnectedAt' }
        @{ Thing = 'Access'; Width = 80; Shows = 'orders-writer', 'Subscribe', 'IsOwner', 'Instance', 'kafka-prod' }
        @{ Thing = 'TopicResult'; Width = 80; Shows = 'clicks', 'delete', 'True', 'Instance', 'kafka-test-02', 'Message' }
        @{ Thing = 'GroupResult'; Width = 80; Shows = 'billing', 'delete', 'Instance', 'kafka-test-02', 'Message' }
        @{ Thing = 'Message'; Width = 80; Shows = 'Instance: kafka-prod', 'orders-0143', 'Value', '{"id":143' }
        @{ Thing = 'OffsetPlan'; Width = 80; Shows = @('Instance: kafka-prod') }
        @{ Thing = 'Task'; Width = 100; Shows = 'FAILED', 'bindInstancePublicIp', 'UpdatedAt', 'Instance', 'kafka-prod' }
        @{ Thing = 'Task'; Width = 120; Shows = 'Instance', 'bindInstancePublicIp', 'UserName', 'emulator-user', 'UpdatedAt' }
        @{ Thing = 'Diagnosis'; Width = 80; Shows = 'billing', 'orders', 'SUCCEEDED' }
        @{ Thing = 'Diagnosis'; Width = 100; Shows = 'Instance', 'kafka-prod' }
        @{ Thing = 'Diagnosis'; Width = 120; Shows = 'Instance', 'kafka-prod', '2026-01-12 08:00:00Z' }
        @{ Thing = 'Reassignment'; Width = 80; Shows = 'orders', 'Instance', 'kafka-prod', 'ThrottleMBps' }
        @{ Thing = 'Scheduled'; Width = 80; Shows = 'Instance', 'kafka-prod', 'ScheduledAt', '2026-01-12 08:00:00Z' }
        @{ Thing = 'Scheduled'; Width = 120; Shows = 'kafka-prod', 'ThrottleMBps' }
        @{ Thing = 'Estimate'; Width = 80; Shows = 'orders', 'EstimatedTime', 'Instance', 'kafka-prod', 'ThrottleMBps' }
        @{ Thing = 'SmartConnectTask'; Width = 160; Shows = 'Kafka push analytics', 'obs://kafka-archive/audit-log', '-> Redis 192.168.9.21:6379' }
        @{ Thing = 'SmartConnectChange'; Width = 80; Shows = 'Instance', 'kafka-test-01', 'Enabled', 'True' }
        @{ Thing = 'SinkTask'; Width = 80; Shows = 'audit-archive', 'PAUSED', 'audit-log' }
        @{ Thing = 'SinkTaskTopic'; Width = 80; Shows = 'audit-log', '21' }
        @{ Thing = 'SinkTaskPartition'; Width = 80; Shows = 'LastTransferOffset', '1017', '1024' }
        @{ Thing = 'SinkTaskQuota'; Width = 80; Shows = 'TaskLimit', '10', '18' }
        @{ Thing = 'Redis'; Width = 80; Shows = 'Name', 'Status', 'InstanceId', 'redis-prod', 'RUNNING' }
    ) {
        $text = Show $Things[$Thing] $Width
        foreach ($part in $Shows) { $text | Should -BeLike "*$($part.Replace('*', '[*]'))*" }
        ($text -split '\r?\n' | ForEach-Object Length | Measure-Object -Maximum).Maximum | Should -BeLessOrEqual $Width
        $text | Should -Not -BeLike "*$($service.SecretKey)*"
        $text | Should -Not -BeLike "*$($service.Password)*"
    }

    It 'show a value that users copy in full at 80 columns: <Property> of <Thing>' -ForEach @(
        @{ Thing = 'Instance'; Property = 'InstanceId' }, @{ Thing = 'Unnamed'; Property = 'InstanceId' }, @{ Thing = 'Context'; Property = 'Endpoint' }
        @{ Thing = 'Task'; Property = 'TaskId' }, @{ Thing = 'Redis'; Property = 'InstanceId' }, @{ Thing = 'Zone'; Property = 'ZoneId' }
        @{ Thing = 'SmartConnectTask'; Property = 'TaskId' }, @{ Thing = 'Diagnosis'; Property = 'ReportId' }, @{ Thing = 'Reassignment'; Property = 'TaskId' }, @{ Thing = 'Scheduled'; Property = 'TaskId' }
        @{ Thing = 'Config'; Property = 'Name' }, @{ Thing = 'SmartConnectTask'; Property = 'Name' }
    ) {
        $text = Show $Things[$Thing] 80
        foreach ($item in $Things[$Thing]) { $text | Should -BeLike "*$($item.$Property)*" }
    }

    It 'leave no column only a few letters wide: <_>' -ForEach 'Instance', 'Task', 'ConsumerOffset', 'Lag', 'AgedLag', 'LagSummary', 'AgedLagSummary', 'Member', 'Group', 'Detailed', 'GroupTopic', 'Topic', 'Disk', 'TopicDisk', 'Message', 'User', 'SmartConnectTask',
    'Config', 'Replica', 'Partition', 'PartitionOffset', 'Producer', 'Access', 'TopicResult', 'GroupResult', 'Diagnosis', 'Reassignment', 'Scheduled', 'Estimate' {
        foreach ($width in 80, 100, 120) {
            $ruler = (Show $Things[$_] $width) -split '\r?\n' -match '^-[- ]+$'
            ($ruler[0].Trim() -split ' +')[-1].Length | Should -BeGreaterOrEqual 3 -Because "there are $width columns: $ruler"
        }
    }

    It 'break no header inside a word' {
        $broken = foreach ($thing in $Things.Keys) {
            foreach ($width in 80, 100, 120, 160) {
                $lines = (Show $Things[$thing] $width) -split '\r?\n'
                $ruler = @(1..($lines.Count - 1)).Where({ $lines[$_] -match '^ *-[- ]*$' }, 'First')
                # Each line of a header on two or three lines begins with a word, such as Requires, Restart.
                $parts = if ($ruler) { $lines[($ruler[0] - 1)..0].Where({ -not $_.Trim() }, 'Until') }
                if ($parts.Count -gt 1 -and ($parts[0..($parts.Count - 2)] -join " ") -cmatch '(^| )[a-z]') { "$thing at ${width}: $($parts -join '|')" }
            }
        }
        $broken -join "`n" | Should -BeNullOrEmpty
    }

    It 'show the number of members of a group only if they were read' {
        Show $Things.Group 160 | Should -Not -BeLike '*Members*'
        Show $Things.Detailed 160 | Should -Match '(?m)^billing +Stable +18 +2 '
        Show $Things.Detailed 160 | Should -Match '(?m)^reporting +Empty +216 +0 '
    }

    It 'show no counts of a cluster that reports none' {
        Show @([HuaweiDms.Cluster]@{ Instance = 'kafka-odd' } | Format-Table) 80 | Should -Not -BeLike '*/*'
    }

    It 'show the times of <Thing> in a form that parameters accept' -ForEach @(
        @{ Thing = 'Message'; Property = 'Timestamp' }, @{ Thing = 'Task'; Property = 'UpdatedAt' }, @{ Thing = 'User'; Property = 'CreatedAt' }
    ) {
        (Show $Things[$Thing][0] 120) -match '\d{4}-\d\d-\d\d \d\d:\d\d:\d\dZ' | Should -BeTrue
        [Math]::Floor(($Things[$Thing][0].$Property - [datetimeoffset] $Matches[0]).TotalSeconds) | Should -Be 0
    }

    It 'show each <Thing> on one line of a table' -ForEach @(
        @{ Thing = 'Instance' }, @{ Thing = 'Context' }, @{ Thing = 'Project' }, @{ Thing = 'Request' }, @{ Thing = 'Redis' }
    ) {
        $rows = (Show $Things[$Thing] 160).Trim() -replace '(?s)^.*?\n-[- ]+\r?\n' -split '\r?\n'
        $rows | Should -HaveCount $Things[$Thing].Count
    }

    It 'show <Thing> as a list on request' -ForEach @(
        @{ Thing = 'Instance'; Shows = 'InstanceId', 'Name', 'Status', 'EngineVersion', 'CreatedAt' }
        @{ Thing = 'Result'; Shows = 'InstanceId', 'Action', 'Succeeded', 'Message' }
        @{ Thing = 'Context'; Shows = 'Name', 'Region', 'ProjectId', 'Endpoint', 'CredentialKind', 'Identity' }
        @{ Thing = 'Project'; Shows = 'Name', 'ProjectId' }
    ) {
        $text = Show $Things[$Thing] 120 -List
        foreach ($part in $Shows) { $text | Should -Match "(?m)^$part\s+:" }
    }

    It 'mark each access mode that is off' {
        $prod, $dev = Get-DmsInstance kafka-prod, kafka-dev
        Show $dev 400 -List | Should -Match 'AccessModes +: PrivatePlain, PrivateSaslSsl \(off\),'
        Show $prod 400 -List | Should -Match 'AccessModes +: PrivatePlain \(off\), PrivateSaslSsl,'
        $dev.AccessModes -join ' ' | Should -BeLike 'PrivatePlain PrivateSaslSsl *'
    }

    It 'show texts of others without control sequences, also in a list: <Type>' -ForEach @(
        @{ Type = 'Instance'; Texts = @{ Name = 'n'; Description = 'd'; OwnerName = 'o' } }
        @{ Type = 'Topic'; Texts = @{ Name = 'n'; Description = 'd' } }
        @{ Type = 'InstanceUser'; Texts = @{ Description = 'd' } }
        @{ Type = 'ConsumerGroup'; Texts = @{ Description = 'd' } }
        @{ Type = 'ConsumerLagSummary'; Texts = @{ ConsumerGroup = 'g' } }
        @{ Type = 'BackgroundTask'; Texts = @{ Name = 'n'; UserName = 'u' } }
        @{ Type = 'TopicActionResult'; Texts = @{ Message = 'm' } }
        @{ Type = 'InstanceActionResult'; Texts = @{ Message = 'm' } }
    ) {
        $item = ("HuaweiDms.$Type" -as [type])::new()
        foreach ($property in $Texts.Keys) { $item.GetType().GetProperty($property).SetValue($item, "$([char] 27)]0;$($Texts[$property])$([char] 7)", $null) }
        $text = $item | Format-List | Out-String
        foreach ($shown in $Texts.Values) { $text | Should -BeLike "*]0;$shown*" }
        $text -replace '\e\[[0-9;]*m' | Should -Not -Match '[\x00-\x08\x0b\x0c\x0e-\x1f]'
    }

    It 'show the elements of collections, not their types: <_>' -ForEach 'Instance', 'Result', 'Context', 'Fault', 'Request', 'Redis' {
        Show $Things[$_] 160 | Should -Not -Match 'System\.|HuaweiDms\.'
    }

    It 'exist for every type that the cmdlets emit' {
        $types = (Get-Command -Module HuaweiDms).OutputType.Name | Where-Object { $_ -like 'HuaweiDms.*' } | Sort-Object -Unique
        foreach ($type in $types) { Get-FormatData $type | Should -Not -BeNullOrEmpty -Because $type }
    }

    It 'can be exported as a whole, as Import-PSSession does' {
        $copy = "$TestDrive/views.ps1xml"
        Get-FormatData HuaweiDms.* | Export-FormatData -Path $copy -IncludeScriptBlock
        $scripts = foreach ($file in "$(Get-Module HuaweiDms | Split-Path)/HuaweiDms.Format.ps1xml", $copy) {
            , @(([xml] (Get-Content $file -Raw)).SelectNodes('//ScriptBlock').InnerText.Trim() | Sort-Object -Unique)
        }
        Compare-Object $scripts[0] $scripts[1] | Should -BeNullOrEmpty
    }
}
