# Commands that read something of instances accept any object in an instance. How many objects they emit for objects of a
# kind, and with how many requests: '*' is any kind, and stands for the instance, which is read once for all its rows.
BeforeDiscovery {
    $Expected = @{
        'Get-DmsClientQuota'         = @{ '*' = '2/1' }
        'Get-DmsCluster'             = @{ '*' = '1/1' }
        'Get-DmsConsumerGroup'       = @{ '*' = '3/1'; Topic = '3/7'; Lag = '1/1'; ConsumerOffset = '1/1'; Member = '1/1'; Partition = '2/1'
            Replica = '2/1'; Producer = '2/1'; PartitionOffset = '2/1'; Message = '2/1'; AccessPolicy = '3/4'; TopicDiskUsage = '3/5'
            Diagnosis = '1/1' }
        'Get-DmsConsumerGroupMember' = @{ '*' = '2/5'; Topic = '2/10'; Group = '2/6'; LagSummary = '2/6'; Lag = '2/2'; ConsumerOffset = '2/2'
            GroupTopic = '2/6'; Member = '2/2'; Coordinator = '2/6'; Partition = '2/4'; Replica = '2/4'; Producer = '2/4'; PartitionOffset = '2/4'
            Message = '2/4'; AccessPolicy = '2/7'; TopicDiskUsage = '2/8'; Diagnosis = '2/2' }
        'Get-DmsConsumerGroupTopic'  = @{ '*' = '5/4'; Group = '5/3'; LagSummary = '5/3'; Lag = '2/1'; ConsumerOffset = '2/1'; GroupTopic = '5/3'
            Member = '2/1'; Coordinator = '5/3'; Partition = '2/3'; Replica = '2/3'; Producer = '2/3'; PartitionOffset = '2/3'; Message = '2/3'
            AccessPolicy = '4/4'; Diagnosis = '1/1' }
        'Get-DmsConsumerLag'         = @{ '*' = '24/4'; Group = '24/3'; LagSummary = '24/3'; Lag = '9/1'; ConsumerOffset = '9/1'
            GroupTopic = '24/3'; Member = '9/1'; Coordinator = '24/3'; Partition = '12/3'; Replica = '12/3'; Producer = '12/3'
            PartitionOffset = '12/3'; Message = '12/3'; AccessPolicy = '18/4'; Diagnosis = '6/1' }
        'Get-DmsConsumerOffset'      = @{ '*' = '24/9'; Group = '24/8'; LagSummary = '24/8'; Lag = '9/3'; ConsumerOffset = '9/3'
            GroupTopic = '24/8'; Member = '9/3'; Coordinator = '24/8'; Partition = '12/5'; Replica = '12/5'; Producer = '12/5'
            PartitionOffset = '12/5'; Message = '12/5'; AccessPolicy = '18/8'; Diagnosis = '6/2' }
        'Get-DmsCoordinator'         = @{ '*' = '3/1'; Lag = '1/1'; ConsumerOffset = '1/1'; Member = '1/1' }
        'Get-DmsDiagnosis'           = @{ '*' = '1/1'; Diagnosis = '1/2' }
        'Get-DmsDiskUsage'           = @{ '*' = '3/1' }
        'Get-DmsInstance'            = @{ '*' = '1/1' }
        'Get-DmsInstanceConfig'      = @{ '*' = '13/1'; Config = '2/1' }
        'Get-DmsInstanceLimit'       = @{ '*' = '1/2' }
        'Get-DmsMetricHierarchy'     = @{ '*' = '1/1' }
        'Get-DmsPartitionOffset'     = @{ '*' = '34/75'; Topic = '34/74'; Group = '18/43'; LagSummary = '18/43'; Lag = '9/18'
            ConsumerOffset = '9/18'; GroupTopic = '18/40'; Member = '9/21'; Coordinator = '18/43'; Partition = '6/12'; Replica = '6/12'
            Producer = '6/13'; PartitionOffset = '6/12'; Message = '5/10'; AccessPolicy = '12/27'; TopicDiskUsage = '18/40'; Diagnosis = '6/13' }
        'Get-DmsProductCore'         = @{ '*' = '1/2'; Instance = '1/1' }
        'Get-DmsResizeOption'        = @{ '*' = '5/1' }
        # A task of one kind is not a task of the other, and a quota has a task only when it was just created.
        'Get-DmsSmartConnectTask'    = @{ '*' = '3/1'; Quota = '0/0 2 errors'; Task = '0/2 2 errors'; SmartConnectTask = '3/3' }
        'Get-DmsTag'                 = @{ '*' = '2/1' }
        'Get-DmsTask'                = @{ '*' = '6/1'; Quota = '0/0 2 errors'; Task = '2/2'; SmartConnectTask = '0/3 3 errors' }
        'Get-DmsTopic'               = @{ '*' = '6/1'; Group = '4/4'; LagSummary = '4/4'; Lag = '2/1'; ConsumerOffset = '2/1'; GroupTopic = '4/1'
            Member = '2/2'; Coordinator = '4/4'; Partition = '1/1'; Replica = '1/1'; Producer = '1/1'; PartitionOffset = '1/1'; Message = '1/1'
            AccessPolicy = '3/1'; TopicDiskUsage = '4/1'; Diagnosis = '1/1' }
        'Get-DmsTopicAccessPolicy'   = @{ '*' = '4/7'; Topic = '4/6'; Lag = '3/2'; ConsumerOffset = '3/2'; GroupTopic = '4/4'; Member = '3/3'
            Partition = '2/1'; Replica = '2/1'; Producer = '2/1'; PartitionOffset = '2/1'; Message = '2/1'; AccessPolicy = '4/3'
            TopicDiskUsage = '4/4'; Quota = '2/7'; Diagnosis = '2/1' }
        'Get-DmsTopicPartition'      = @{ '*' = '34/7'; Topic = '34/6'; Group = '18/7'; LagSummary = '18/7'; Lag = '9/2'; ConsumerOffset = '9/2'
            GroupTopic = '18/4'; Member = '9/3'; Coordinator = '18/7'; Partition = '6/1'; Replica = '6/1'; Producer = '6/1'; PartitionOffset = '6/1'
            Message = '6/1'; AccessPolicy = '12/3'; TopicDiskUsage = '18/4'; Diagnosis = '6/1' }
        'Get-DmsTopicProducer'       = @{ '*' = '5/7'; Topic = '5/6'; Lag = '3/2'; ConsumerOffset = '3/2'; GroupTopic = '5/4'; Member = '3/3'
            Partition = '2/1'; Replica = '2/1'; Producer = '2/1'; PartitionOffset = '2/1'; Message = '2/1'; AccessPolicy = '3/3'
            TopicDiskUsage = '5/4'; Diagnosis = '2/1' }
        'Get-DmsTopicReplica'        = @{ '*' = '102/7'; Topic = '102/6'; Group = '54/7'; LagSummary = '54/7'; Lag = '27/2'; ConsumerOffset = '27/2'
            GroupTopic = '54/4'; Member = '27/3'; Coordinator = '54/7'; Partition = '18/1'; Replica = '18/1'; Producer = '18/1'
            PartitionOffset = '18/1'; Message = '18/1'; AccessPolicy = '36/3'; TopicDiskUsage = '54/4'; Diagnosis = '18/1' }
        'Get-DmsUser'                = @{ '*' = '4/1'; AccessPolicy = '3/1'; Quota = '2/1' }
    }
    $Cases = foreach ($command in $Expected.Keys | Sort-Object) { @{ Command = $command; Counts = $Expected[$command] } }
}

BeforeAll {
    . $PSScriptRoot/Common.ps1
    $service = Start-TestEmulator -Unrecorded -Speed $Instant
    Connect-TestEmulator $service
    $prod = Get-DmsInstance kafka-prod
    'billing', 'app-user' | ForEach-Object { $null = $prod | New-DmsClientQuota $_ -ProducerByteRate 1MB -Wait }
    $null = $prod | Start-DmsDiagnosis billing -Topic orders -Wait

    $rows = [ordered]@{
        Instance         = @($prod)
        Topic            = @($prod | Get-DmsTopic)
        Group            = @($prod | Get-DmsConsumerGroup)
        LagSummary       = @($prod | Get-DmsConsumerLag -Summary)
        Lag              = @($prod | Get-DmsConsumerLag billing)
        ConsumerOffset   = @($prod | Get-DmsConsumerOffset billing)
        GroupTopic       = @($prod | Get-DmsConsumerGroupTopic)
        Member           = @($prod | Get-DmsConsumerGroupMember)
        Coordinator      = @($prod | Get-DmsCoordinator)
        Partition        = @($prod | Get-DmsTopicPartition orders)
        Replica          = @($prod | Get-DmsTopicReplica orders)
        Producer         = @($prod | Get-DmsTopicProducer orders)
        PartitionOffset  = @($prod | Get-DmsPartitionOffset orders)
        Message          = @($prod | Get-DmsMessage orders -First 5)
        AccessPolicy     = @($prod | Get-DmsTopicAccessPolicy)
        DiskUsage        = @($prod | Get-DmsDiskUsage)
        TopicDiskUsage   = @($prod | Get-DmsDiskUsage -ByTopic)
        User             = @($prod | Get-DmsUser)
        Quota            = @($prod | Get-DmsClientQuota)
        Config           = @($prod | Get-DmsInstanceConfig m* | Select-Object -First 2)
        Task             = @($prod | Get-DmsTask -First 2)
        Tag              = @($prod | Get-DmsTag)
        SmartConnectTask = @($prod | Get-DmsSmartConnectTask)
        Diagnosis        = @($prod | Get-DmsDiagnosis)
    }
}

AfterAll { Stop-TestEmulator }

Describe 'Rows from the pipeline' {
    It 'select what they are about, which is read once, and otherwise their instance: <Command>' -ForEach $Cases {
        $seen = foreach ($kind in $rows.Keys) {
            $before = $service.Requests.Count
            $came = Watch-Command { $rows[$kind] | & $Command }
            "$kind $($came.Output.Count)/$($service.Requests.Count - $before)$(if ($came.Errors.Count) { " $($came.Errors.Count) errors" })"
        }
        $seen | Should -Be @($rows.Keys | ForEach-Object { "$_ $(if ($Counts.ContainsKey($_)) { $Counts[$_] } else { $Counts['*'] })" })
    }

    It 'are many: each kind has more than one, unless no more exist' {
        $rows.Keys | Where-Object { $rows[$_].Count -lt 2 } | Should -Be Instance, Diagnosis
    }

    It 'are covered for every command that accepts them' -ForEach @{ Covered = $Cases.Command } {
        $commands = Get-Command -Module HuaweiDms -Verb Get | Where-Object { $_.Parameters.ContainsKey('InstanceId') }
        # Messages cost a request each: their own suite covers them.
        @($commands.Name).Where{ $_ -ne 'Get-DmsMessage' } | Sort-Object | Should -Be @($Covered | Sort-Object)
    }
}
