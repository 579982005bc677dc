BeforeAll {
    . $PSScriptRoot/Common.ps1

    $PSDefaultParameterValues['*-DmsSmartConnect*:Timeout'] = '00:00:30'

    function Get-Task([string[]] $Name, [string] $Instance = 'kafka-prod') {
        Get-DmsInstance $Instance | Get-DmsSmartConnectTask $Name
    }

    function Get-LastBody { (Get-Exchange $service -Changing | Select-Object -Last 1).request }
}

Describe 'Smart Connect of an instance' {
    BeforeEach { $service = Start-TestEmulator; Connect-TestEmulator $service }
    AfterEach { Stop-TestEmulator }

    It 'is turned on and off, and -Wait waits until the instance shows it' {
        $on = Get-DmsInstance kafka-dev | Enable-DmsSmartConnect -NodeCount 3 -Force -Wait
        $on.Enabled | Should -BeTrue
        $instance = Get-DmsInstance kafka-dev
        $instance.Status | Should -Be RUNNING
        $instance.SmartConnectEnabled | Should -BeTrue
        $instance.SmartConnectNodeCount | Should -Be 3
        $instance.ConnectorId | Should -Be $on.ConnectorId
        ($on | Wait-DmsTask).Status | Should -Be SUCCESS
        $off = $instance | Disable-DmsSmartConnect -Force -Wait
        $off.Enabled | Should -BeFalse
        (Get-DmsInstance kafka-dev).SmartConnectEnabled | Should -BeFalse
    }

    It 'shows the intermediate states without -Wait' {
        $null = Get-DmsInstance kafka-dev | Enable-DmsSmartConnect -Force
        (Get-DmsInstance kafka-dev).Status | Should -Be EXTENDING
    }

    It 'is emitted only when finished: an unfinished one is the target of the error' {
        Stop-TestEmulator
        $service = Start-TestEmulator -Speed 1
        Connect-TestEmulator $service
        $dev = Get-DmsInstance kafka-dev
        $seen = Watch-Command { $dev | Enable-DmsSmartConnect -Force -Wait -Timeout 00:00:00.1 | Get-DmsInstance }
        $seen.Output | Should -HaveCount 0
        Assert-Failure $seen.Errors -Id HuaweiDms.Timeout -From EnableDmsSmartConnect -Category OperationTimeout -Target 'Smart Connect on' -Says "Wait-DmsInstance $($dev.InstanceId)"
        $seen.Errors[0].TargetObject.TaskId | Should -Not -BeNullOrEmpty
        $null = Get-DmsInstance kafka-test-01 | Enable-DmsSmartConnect -Force -Wait -Timeout 00:00:00.1 -ErrorAction SilentlyContinue -ErrorVariable missed | Select-Object -First 1
        $missed | Should -HaveCount 1
    }

    It 'costs money and prompts, and -WhatIf sends nothing' {
        $seen = Invoke-Session -Answer 2 { Get-DmsInstance kafka-dev -Context test | Enable-DmsSmartConnect }
        $seen.Questions[0] | Should -BeLike '*2 billed nodes*kafka-dev*'
        $seen = Invoke-Session { Get-DmsInstance kafka-dev -Context test | Enable-DmsSmartConnect -Force -WhatIf }
        $seen.WhatIf[0] | Should -BeLike '*billed nodes*kafka-dev*'
        Get-Changing $service | Should -BeNullOrEmpty
    }

    It 'already on, prepaid, or with other nodes: each is refused alone, and the valid one is processed' {
        $seen = Watch-Command { Get-DmsInstance kafka-prod, kafka-legacy, kafka-dev | Enable-DmsSmartConnect -Force }
        $seen.Errors | Should -HaveCount 2
        Assert-Failure $seen.Errors[0] -Id HuaweiDms.AlreadyExists -From EnableDmsSmartConnect -Category ResourceExists -Says 'kafka-prod'
        Assert-Failure $seen.Errors[1] -Id HuaweiDms.InvalidArgument -From EnableDmsSmartConnect -Category InvalidArgument -Says 'kafka-legacy', 'pay-per-use'
        $seen.Output | Should -HaveCount 1
        $seen = Watch-Command { Get-DmsInstance kafka-test-01 | Enable-DmsSmartConnect -Specification 100MB -Force }
        Assert-Failure $seen.Errors -Id HuaweiDms.InvalidArgument -From EnableDmsSmartConnect -Category InvalidArgument -Says '-Specification', 'c6.2u4g.cluster'
        @(Get-Changing $service) | Should -HaveCount 1
    }

    It 'has the bandwidth of an older instance, and requires the type of its nodes' {
        Connect-TestEmulator $service older @{ ApiVersion = 'V1' }
        $id = [guid]::NewGuid()
        $old = @{
            Name = 'kafka-old'; EngineVersion = '2.7'; StorageSpaceGB = 600; ProductId = '00300-30308-0--0'; Specification = '100MB'
            StorageSpecCode = 'dms.physical.storage.high'; VpcId = $id; SubnetId = $id; SecurityGroupId = $id
            AvailabilityZone = (Get-DmsAvailabilityZone | Select-Object -First 1).ZoneId; ManagerCredential = New-Login manager Secret-Word-1
        }
        $instance = New-DmsInstance @old -Force -Wait -Context older
        $seen = Watch-Command { $instance | Enable-DmsSmartConnect -Context test -Force }
        Assert-Failure $seen.Errors -Id HuaweiDms.InvalidArgument -From EnableDmsSmartConnect -Category InvalidArgument -Says '-SpecCode', 'kafka-old', 'kafka.c3.mini.connector'
        $instance | Enable-DmsSmartConnect -SpecCode kafka.c3.mini.connector -Context test -Force
        $sent = Get-LastBody
        "$($sent.specification) $($sent.spec_code)" | Should -Be '100MB kafka.c3.mini.connector'
    }

    It 'has at least two nodes' {
        $seen = Watch-Command { Get-DmsInstance kafka-dev | Enable-DmsSmartConnect -NodeCount 1 -Force }
        $seen.Errors[0].FullyQualifiedErrorId | Should -BeLike 'ParameterArgumentValidationError*EnableDmsSmartConnect'
    }

    It 'stays on while there are tasks, which the error names' {
        $seen = Watch-Command { Get-DmsInstance kafka-prod | Disable-DmsSmartConnect -Force }
        Assert-Failure $seen.Errors -Id HuaweiDms.SmartConnectInUse -From DisableDmsSmartConnect -Category ResourceBusy -Says 'orders-to-analytics', 'Remove-DmsSmartConnectTask'
        Get-Changing $service | Should -BeNullOrEmpty
    }

    It 'already off is an error, and nothing is sent' {
        $seen = Watch-Command { Get-DmsInstance kafka-dev | Disable-DmsSmartConnect -Force }
        Assert-Failure $seen.Errors -Id HuaweiDms.SmartConnectOff -From DisableDmsSmartConnect -Category ObjectNotFound -Says 'kafka-dev'
        Get-Changing $service | Should -BeNullOrEmpty
    }

    It 'that was prepaid is ended by an order, and by nothing else' {
        $analytics = Get-DmsInstance kafka-analytics
        $analytics | Get-DmsSmartConnectTask | Remove-DmsSmartConnectTask -Force -Wait
        $seen = Watch-Command { $analytics | Disable-DmsSmartConnect -Force }
        Assert-Failure $seen.Errors -Id HuaweiDms.InvalidArgument -From DisableDmsSmartConnect -Category InvalidArgument -Says '-Order'
        $ended = $analytics | Disable-DmsSmartConnect -Order -Url 'https://console.test/#/kafka' -Force -Wait
        $ended.OrderId | Should -BeLike 'CS*'
        (Get-LastBody).url | Should -Be 'https://console.test/#/kafka'
        (Get-DmsInstance kafka-analytics).SmartConnectEnabled | Should -BeFalse
        Get-Task * | Remove-DmsSmartConnectTask -Force
        $seen = Watch-Command { Get-DmsInstance kafka-prod | Disable-DmsSmartConnect -Order -Force }
        Assert-Failure $seen.Errors -Id HuaweiDms.InvalidArgument -From DisableDmsSmartConnect -Category InvalidArgument -Says 'pay-per-use'
    }
}

Describe 'Smart Connect tasks' {
    BeforeEach { $service = Start-TestEmulator; Connect-TestEmulator $service }
    AfterEach { Stop-TestEmulator }

    It 'are listed across all instances; one without Smart Connect has none' {
        (Get-DmsInstance | Get-DmsSmartConnectTask).Name | Should -Be 'orders-to-analytics', 'audit-archive', 'clicks-archive', 'sessions-to-prod', 'payments-archive'
        (Get-DmsInstance kafka-prod | Get-DmsSmartConnectTask *archive -Status paused).Name | Should -Be 'audit-archive'
        Get-DmsInstance kafka-prod | Get-DmsSmartConnectTask nothing* | Should -BeNullOrEmpty
        Get-DmsInstance kafka-prod | Get-DmsSmartConnectTask -First 1 -Skip 1 | ForEach-Object Name | Should -Be 'audit-archive'
    }

    It 'have a source and a sink of their kinds, with lists and durations' {
        $copy, $dump = Get-Task orders-to-analytics, audit-archive
        $copy.SourceTask | Should -BeOfType HuaweiDms.KafkaReplicationSource
        $copy.SourceTask.BootstrapServers | Should -HaveCount 6
        $copy.SinkTask | Should -BeNullOrEmpty
        $dump.SinkTask | Should -BeOfType HuaweiDms.ObsSink
        $dump.SinkTask.DeliverInterval | Should -Be ([timespan] '00:05:00')
        $dump.Topics | Should -Be 'audit-log'
        $redis = Get-Task sessions* kafka-analytics
        $redis.SourceTask | Should -BeOfType HuaweiDms.RedisReplicationSource
        $redis.SinkTask | Should -BeOfType HuaweiDms.RedisReplicationSink
    }

    It 'named where an id is expected are refused with a command that uses the name' {
        $seen = Invoke-Session { Get-DmsInstance kafka-prod | Resume-DmsSmartConnectTask audit-archive -WhatIf }
        Assert-Failure $seen.Errors -Id HuaweiDms.InvalidArgument -From ResumeDmsSmartConnectTask -Category InvalidArgument -Says 'Get-DmsInstance <instance> | Get-DmsSmartConnectTask <name> | Resume-DmsSmartConnectTask'
        $line = "$($seen.Errors)" -replace '^.*To use the name: ' -replace '\.$' -replace '<instance>', 'kafka-prod' -replace '<name>', 'audit-archive'
        (Invoke-Session ([scriptblock]::Create("$line -WhatIf"))).WhatIf | Should -BeLike '*Resume*audit-archive*'
    }

    It 'that do not exist are an error each, by name, by id, and if Smart Connect is off' {
        $seen = Watch-Command { Get-DmsInstance kafka-prod | Get-DmsSmartConnectTask nobody, audit-archive }
        Assert-Failure $seen.Errors -Id HuaweiDms.NotFound -From GetDmsSmartConnectTask -Category ObjectNotFound -Target nobody
        $seen.Output | Should -HaveCount 1
        $seen = Watch-Command { Get-DmsInstance kafka-prod | Get-DmsSmartConnectTask -TaskId $NoSuchId }
        Assert-Failure $seen.Errors -Id DMS.00404026 -From GetDmsSmartConnectTask -Category ObjectNotFound -Target $NoSuchId -Says 'Get-DmsSmartConnectTask'
        $seen = Watch-Command { Get-DmsInstance kafka-dev | Get-DmsSmartConnectTask nobody }
        Assert-Failure $seen.Errors -Id HuaweiDms.SmartConnectOff -From GetDmsSmartConnectTask -Category ObjectNotFound -Says 'Enable-DmsSmartConnect'
    }

    It 'from the pipeline are read again' {
        Get-Task audit* | Get-DmsSmartConnectTask | ForEach-Object Name | Should -Be 'audit-archive'
    }

    It 'are paused, resumed and restarted through the pipeline' {
        $paused = Get-Task orders* | Suspend-DmsSmartConnectTask -PassThru -Wait
        $paused.Status | Should -Be PAUSED
        $paused | Resume-DmsSmartConnectTask -PassThru -Wait | ForEach-Object Status | Should -Be RUNNING
        Get-Task orders*, audit* | Restart-DmsSmartConnectTask -Force -PassThru -Wait | ForEach-Object Status | Should -Be RUNNING, RUNNING
        Get-Task clicks* | Start-DmsSmartConnectTask -PassThru -Wait | ForEach-Object Status | Should -Be RUNNING
        $last = (Get-Changing $service)[-1]
        $last.Path | Should -BeLike '*/kafka/instances/*/restart'
    }

    It 'are also accepted by id and instance, several together' {
        $tasks = Get-Task *archive
        Restart-DmsSmartConnectTask $tasks.TaskId $tasks[0].InstanceId -Force -PassThru -Wait | ForEach-Object Status | Should -Be RUNNING, RUNNING
    }

    It '<Verb> refuses a task that is <State>, names it, and sends nothing' -ForEach @(
        @{ Verb = 'Suspend'; Task = 'audit-archive'; State = 'PAUSED'; Says = 'RUNNING' }
        @{ Verb = 'Suspend'; Task = 'clicks-archive'; State = 'WAITING'; Says = 'RUNNING' }
        @{ Verb = 'Resume'; Task = 'orders-to-analytics'; State = 'RUNNING'; Says = 'PAUSED' }
        @{ Verb = 'Resume'; Task = 'clicks-archive'; State = 'WAITING'; Says = 'Start-DmsSmartConnectTask' }
        @{ Verb = 'Start'; Task = 'orders-to-analytics'; State = 'RUNNING'; Says = 'Restart-DmsSmartConnectTask' }
        @{ Verb = 'Start'; Task = 'audit-archive'; State = 'PAUSED'; Says = 'Resume-DmsSmartConnectTask' }
    ) {
        $found = Get-Task $Task
        $seen = Watch-Command { $found | & "$Verb-DmsSmartConnectTask" }
        Assert-Failure $seen.Errors -Id HuaweiDms.WrongState -From "${Verb}DmsSmartConnectTask" -Category InvalidOperation -Target $found.TaskId -Says $Task, $State, $Says
        Get-Changing $service | Should -BeNullOrEmpty
    }

    It 'in transition are busy, and the service says so' {
        $null = Get-Task orders* | Restart-DmsSmartConnectTask -Force
        $service.Faults.Clear()
        $seen = Watch-Command { Get-Task orders* | Start-DmsSmartConnectTask }
        Assert-Failure $seen.Errors -Id HuaweiDms.WrongState -From StartDmsSmartConnectTask -Category ResourceBusy -Says 'RESTARTING'
    }

    It 'that the service refuses are reported with its code and with where to look' {
        $null = Add-DmsEmulatorFault $service -Method PUT -Path '*/pause' -Action Status -StatusCode 400 -ErrorCode DMS.00400868
        $seen = Watch-Command { Get-Task orders* | Suspend-DmsSmartConnectTask }
        Assert-Failure $seen.Errors -Id DMS.00400868 -From SuspendDmsSmartConnectTask -Category ResourceBusy -Says 'orders-to-analytics', 'Get-DmsSmartConnectTask'
        "$($seen.Errors)" | Should -Not -BeLike '*Wait-DmsInstance*'
    }

    It 'are not affected by a bad one' {
        $seen = Watch-Command { Get-Task * | Suspend-DmsSmartConnectTask -PassThru -Wait }
        $seen.Output | Should -HaveCount 1
        $seen.Errors | Should -HaveCount 2
    }

    It 'are restarted from the beginning, with a prompt that says so' {
        $seen = Invoke-Session -Answer 2 { Get-DmsInstance kafka-prod -Context test | Get-DmsSmartConnectTask orders* | Restart-DmsSmartConnectTask }
        $seen.Questions[0] | Should -BeLike '*from the beginning*orders-to-analytics*'
        $seen = Invoke-Session { Get-DmsInstance kafka-prod -Context test | Get-DmsSmartConnectTask | Restart-DmsSmartConnectTask -Force -WhatIf }
        $seen.WhatIf | Should -HaveCount 3
        $seen.WhatIf[0] | Should -BeLike '*from the beginning (it is RUNNING*orders-to-analytics*'
        $seen.WhatIf[2] | Should -BeLike '*"Start"*clicks-archive*'
        Get-Changing $service | Should -BeNullOrEmpty
    }

    It 'that were never started have no progress to lose: restarting them does not prompt' {
        $seen = Invoke-Session { Get-DmsInstance kafka-prod -Context test | Get-DmsSmartConnectTask clicks* | Restart-DmsSmartConnectTask }
        $seen.Questions | Should -BeNullOrEmpty
        (Get-Changing $service).Operation | Should -Be RestartConnectorTask
        $seen = Invoke-Session { Get-DmsInstance kafka-analytics -Context test | Get-DmsSmartConnectTask | Remove-DmsSmartConnectTask -WhatIf }
        "$($seen.WhatIf)" | Should -BeLike '*its progress is lost*'
    }

    It 'are not changed by -WhatIf of <_>' -ForEach 'Suspend', 'Resume', 'Start', 'Remove' {
        Get-Task * | & "$_-DmsSmartConnectTask" -WhatIf -ErrorAction SilentlyContinue
        Get-Changing $service | Should -BeNullOrEmpty
    }

    It 'are removed, and a missing one is a separate error' {
        $task = Get-Task audit-archive
        $task | Remove-DmsSmartConnectTask -Force -Wait
        (Get-Task *).Name | Should -Be 'orders-to-analytics', 'clicks-archive'
        $seen = Watch-Command { $task.TaskId, (Get-Task clicks*).TaskId | ForEach-Object { Remove-DmsSmartConnectTask $_ $task.InstanceId -Force } }
        Assert-Failure $seen.Errors -Id DMS.00404026 -From RemoveDmsSmartConnectTask -Category ObjectNotFound -Target $task.TaskId
        (Get-Task *).Name | Should -Be 'orders-to-analytics'
    }

    It 'that do not start end the wait immediately' {
        $seen = Watch-Command { Get-DmsInstance kafka-prod | New-DmsSmartConnectTask fail-1 -Topic payments -ObsBucketName b -ObsCredential (New-Login AK SK) -Wait }
        Assert-Failure $seen.Errors -Id HuaweiDms.WaitFailed -From NewDmsSmartConnectTask -Category InvalidResult -Says 'fail-1', 'FAILED', 'Get-DmsSmartConnectTask'
    }

    It 'complete ids and names with their states' {
        $id = (Get-DmsInstance kafka-prod).InstanceId
        Wait-Until { (Complete "Get-DmsSmartConnectTask -InstanceId $id -Name aud").CompletionText -eq 'audit-archive' }
        $proposals = Complete "Suspend-DmsSmartConnectTask -InstanceId $id -TaskId "
        ($proposals | Where-Object ListItemText -EQ audit-archive).ToolTip | Should -BeLike '*PAUSED'
        (Complete 'Get-DmsSmartConnectTask -Status ').CompletionText | Should -Contain 'PAUSED'
        (Complete 'New-DmsSmartConnectTask -SourceRedisType ').CompletionText | Should -Contain 'cluster'
    }

    It 'fit a window of 80 columns, including ids' {
        $text = Get-Task * | Out-String -Width 80
        foreach ($task in Get-Task *) { $text | Should -BeLike "*$($task.Name)*$($task.TaskId)*" }
        ($text -split '\r?\n' | ForEach-Object Length | Measure-Object -Maximum).Maximum | Should -BeLessOrEqual 80
    }
}

Describe 'A new Smart Connect task' {
    BeforeEach {
        $service = Start-TestEmulator
        Connect-TestEmulator $service
        $prod = Get-DmsInstance kafka-prod
        $keys = @{ ObsBucketName = 'b'; ObsCredential = New-Login AK SK }
        $peer = @{ Direction = 'push'; PeerInstanceId = Get-DmsInstance kafka-analytics }
        $redis = @{ SourceRedisAddress = 'a:1'; SourceRedisType = 'standalone'; SyncMode = 'RDB_ONLY'; SinkRedisAddress = 'b:1'; SinkRedisType = 'standalone'; Topic = 'payments' }
    }
    AfterEach { Stop-TestEmulator }

    It 'dumps to OBS, and is RUNNING after the wait' {
        $made = $prod | New-DmsSmartConnectTask pay-archive -TopicRegex 'pay.*' @keys -ObsPath 'a/b' -ConsumerStrategy earliest -PartitionFormat yyyy/MM -RecordDelimiter "`n" -DeliverInterval 00:01:00 -StoreKey -Wait
        $made.Status | Should -Be RUNNING
        $made.InstanceId | Should -Be $prod.InstanceId
        $made.SinkTask.Path | Should -Be 'a/b'
        $body = Get-LastBody
        $body.sink_type | Should -Be OBS_SINK
        $body.source_type | Should -Be NONE
        $body.sink_task.record_delimiter | Should -BeExactly '\n'
        $body.sink_task.deliver_time_interval | Should -Be 60
        $body.PSObject.Properties.Name | Should -Not -Contain 'source_task'
    }

    It 'copies between Kafka instances, with a topic mapping, and starts later' {
        $made = $prod | New-DmsSmartConnectTask copy-1 @peer -TopicMapping ([ordered] @{ payments = 'p'; clicks = 'c' }) -CurrentClusterName a -ClusterName b -CompressionType zstd -SyncConsumerOffset -TaskCount 3 -ReplicationFactor 2 -StartLater -Wait
        $made.Status | Should -Be WAITING
        $made.SourceTask.TopicMapping['clicks'] | Should -Be c
        $body = Get-LastBody
        $body.source_task.topics_mapping | Should -Be 'payments:p,clicks:c'
        $body.source_task.security_protocol | Should -Be PLAINTEXT
        $body.start_later | Should -BeTrue
        $body.PSObject.Properties.Name | Should -Not -Contain 'topics'
        $made | Start-DmsSmartConnectTask -PassThru -Wait | ForEach-Object Status | Should -Be RUNNING
    }

    It 'logs in at a peer that is given by its addresses' {
        $null = $prod | New-DmsSmartConnectTask copy-1 -Topic orders-in, payments-in -Direction pull -BootstrapServer 10.0.0.1:9092, 10.0.0.2:9092 -PeerCredential (New-Login bob pw) -SaslMechanism PLAIN
        $body = Get-LastBody
        $body.topics | Should -Be 'orders-in,payments-in'
        $body.source_task.bootstrap_servers | Should -Be '10.0.0.1:9092,10.0.0.2:9092'
        $body.source_task.security_protocol | Should -Be SASL_SSL
        $body.source_task.user_name | Should -Be bob
    }

    It 'copies between Redis instances' {
        $made = $prod | New-DmsSmartConnectTask redis-1 @redis -FullSyncWait 00:00:10 -FullSyncRetryCount 3 -RateLimitKBps 100 -SourceRedisPassword (New-Secure pw) -SinkRedisPassword (New-Secure pw)
        $made.SourceTask.RateLimitKBps | Should -Be 100
        (Get-LastBody).source_task.full_sync_wait_ms | Should -Be 10000
    }

    It 'that breaks a rule is refused before anything is sent: <Says>' -ForEach @(
        @{ Given = { $keys + @{ Name = 'x'; Topic = 'payments' } }; Says = '-Name', '4 to 64' }
        @{ Given = { $keys + @{ Topic = 'payments'; TopicRegex = 'p.*' } }; Says = '-TopicRegex', 'not with both' }
        @{ Given = { $keys }; Says = '-Topic', '-TopicRegex' }
        @{ Given = { $keys + @{ Topic = 'orders,payments' } }; Says = '-Topic', 'several values' }
        @{ Given = { $keys + @{ Topic = 'payments'; DeliverInterval = '00:20:00' } }; Says = '-DeliverInterval', '15 minutes' }
        @{ Given = { @{ Direction = 'push'; Topic = 'payments' } }; Says = '-PeerInstanceId', '-BootstrapServer' }
        @{ Given = { $peer + @{ Topic = 'payments'; BootstrapServer = 'a:1' } }; Says = '-PeerInstanceId', 'not both' }
        @{ Given = { @{ Direction = 'push'; Topic = 'payments'; BootstrapServer = 'a' } }; Says = '-BootstrapServer', "'a'" }
        @{ Given = { $peer + @{ Topic = 'payments'; SecurityProtocol = 'SASL_SSL' } }; Says = '-PeerCredential', 'password' }
        @{ Given = { $peer + @{ Topic = 'payments'; PeerCredential = New-Login a b } }; Says = '-SaslMechanism', 'SCRAM-SHA-512' }
        @{ Given = { $peer + @{ Topic = 'payments'; RenameTopic = $true; TopicMapping = @{ payments = 'p' } } }; Says = '-TopicMapping', 'not with both' }
        @{ Given = { $peer + @{ Topic = 'payments'; ClusterName = 'a b' } }; Says = '-ClusterName', '1 to 20' }
        @{ Given = { $redis + @{ RateLimitKBps = 0 } }; Says = '-RateLimitKBps', '-1' }
    ) {
        $parameters = @{ Name = 'good-name' }
        (& $Given).GetEnumerator() | ForEach-Object { $parameters[$_.Key] = $_.Value }
        $seen = Watch-Command { $prod | New-DmsSmartConnectTask @parameters }
        Assert-Failure $seen.Errors -Id HuaweiDms.InvalidArgument -From NewDmsSmartConnectTask -Category InvalidArgument -Says $Says
        Get-Changing $service | Should -BeNullOrEmpty
    }

    It 'refuses another delimiter and names the possible ones' {
        $seen = Watch-Command { $prod | New-DmsSmartConnectTask dump-1 -Topic payments @keys -RecordDelimiter '#' }
        "$($seen.Errors)" | Should -BeLike "*'#'*semicolon*"
    }

    It 'accepts the parameters of one kind only' {
        $seen = Watch-Command { $prod | New-DmsSmartConnectTask dump-1 -Topic payments @keys -Direction push }
        $seen.Errors[0].FullyQualifiedErrorId | Should -BeLike 'AmbiguousParameterSet*'
    }

    It 'requires Smart Connect, a free name, and another instance with enough brokers as peer' {
        $seen = Watch-Command { Get-DmsInstance kafka-dev, kafka-prod | New-DmsSmartConnectTask pay-archive -Topic payments @keys }
        Assert-Failure $seen.Errors -Id HuaweiDms.SmartConnectOff -From NewDmsSmartConnectTask -Category ObjectNotFound -Says 'kafka-dev'
        $seen.Output | Should -HaveCount 1
        $before = @(Get-Changing $service).Count
        $seen = Watch-Command { $prod | New-DmsSmartConnectTask pay-archive -Topic payments @keys }
        Assert-Failure $seen.Errors -Id HuaweiDms.AlreadyExists -From NewDmsSmartConnectTask -Category ResourceExists -Says 'pay-archive'
        $seen = Watch-Command { $prod | New-DmsSmartConnectTask pay-archive -Topic payments @keys -IfNotExists }
        $seen.Output.Name | Should -Be pay-archive
        $seen.Warnings | Should -BeNullOrEmpty
        $seen = Watch-Command { $prod | New-DmsSmartConnectTask pay-archive -Topic clicks @keys -IfNotExists }
        $seen.Output.Name | Should -Be pay-archive
        "$($seen.Warnings)" | Should -BeLike '*pay-archive*already exists*topics are payments, not clicks. A task*Remove-DmsSmartConnectTask*'
        $seen = Watch-Command { $prod | New-DmsSmartConnectTask pay-archive -Topic payments @keys -ObsPath 2026 -IfNotExists }
        "$($seen.Warnings)" | Should -BeLike '*pay-archive*already exists*it writes to obs://*/*, not obs://*/2026. A task*'
        $seen = Watch-Command { $prod | New-DmsSmartConnectTask copy-1 -Topic clicks -Direction push -PeerInstanceId $prod }
        Assert-Failure $seen.Errors -Id HuaweiDms.InvalidArgument -From NewDmsSmartConnectTask -Category InvalidArgument -Says '-PeerInstanceId', 'own peer'
        $seen = Watch-Command { $prod | New-DmsSmartConnectTask copy-1 -Topic clicks @peer -ReplicationFactor 7 }
        Assert-Failure $seen.Errors -Id HuaweiDms.InvalidArgument -From NewDmsSmartConnectTask -Category InvalidArgument -Says '-ReplicationFactor', 'kafka-analytics has 6'
        @(Get-Changing $service).Count | Should -Be $before
    }

    It 'that the service refuses is reported with its code: <Code>' -ForEach @(
        @{ Topic = 'nowhere'; Code = 'DMS.00400876'; Category = 'ObjectNotFound' }
        @{ Topic = 'orders'; Code = 'DMS.00400874'; Category = 'InvalidArgument' }
    ) {
        $seen = Watch-Command { $prod | New-DmsSmartConnectTask dump-1 -Topic $Topic @keys }
        Assert-Failure $seen.Errors -Id $Code -From NewDmsSmartConnectTask -Category $Category -Target dump-1 -Says 'dump-1', 'kafka-prod'
    }

    It 'warns of circular copies' {
        (Watch-Command { $prod | New-DmsSmartConnectTask copy-1 -Topic payments -Direction two-way -BootstrapServer a:1 -WhatIf }).Warnings | Should -BeLike '*endless loop*'
        (Watch-Command { $prod | New-DmsSmartConnectTask copy-1 -Topic payments -Direction two-way -BootstrapServer a:1 -AddProvenanceHeader -WhatIf }).Warnings | Should -BeNullOrEmpty
    }

    It 'is shown with -WhatIf, and nothing is sent' {
        $seen = Invoke-Session -Variable @{ bucket = $keys } { Get-DmsInstance kafka-prod -Context test | New-DmsSmartConnectTask dump-1 -Topic payments @bucket -StartLater -WhatIf }
        $seen.WhatIf[0] | Should -BeLike '*obs://b/*payments*later*dump-1 of kafka-prod*'
        Get-Changing $service | Should -BeNullOrEmpty
    }

    It 'is not created twice if the response is lost, and is found if it was created: <Action>' -ForEach @(
        @{ Action = 'Reset'; Created = 0 }
        @{ Action = 'Truncate'; Created = 1 }
    ) {
        $null = Add-DmsEmulatorFault $service -Method POST -Path '*/connector/tasks' -Action $Action -Limit 1
        $seen = Watch-Command { $prod | New-DmsSmartConnectTask dump-1 -Topic payments @keys }
        @(Get-Changing $service | Where-Object Operation -EQ CreateConnectorTask) | Should -HaveCount 1
        @(Get-Task 'dump-[1]') | Should -HaveCount $Created
        if ($Created) {
            $seen.Output.Name | Should -Be dump-1
            $seen.Warnings | Should -BeLike '*dump-1*'
        } else {
            Assert-Failure $seen.Errors -Id HuaweiDms.OutcomeUnknown -From NewDmsSmartConnectTask -Category ConnectionError -Says 'dump-1', 'Get-DmsSmartConnectTask'
        }
    }
}

Describe 'Dump tasks' {
    BeforeEach { $service = Start-TestEmulator; Connect-TestEmulator $service; $prod = Get-DmsInstance kafka-prod }
    AfterEach { Stop-TestEmulator }

    It 'are listed across all instances, with wildcards and pages' {
        (Get-DmsInstance | Get-DmsSinkTask).Name | Should -Be 'audit-archive', 'clicks-archive', 'payments-archive'
        (Get-DmsSinkTask a* $prod.ConnectorId).Status | Should -Be PAUSED
        ($prod | Get-DmsSinkTask -First 1 -Skip 1).Name | Should -Be 'clicks-archive'
        $seen = Watch-Command { $prod | Get-DmsSinkTask nobody }
        Assert-Failure $seen.Errors -Id HuaweiDms.NotFound -From GetDmsSinkTask -Category ObjectNotFound -Target nobody
        $seen = Watch-Command { Get-DmsInstance kafka-dev | Get-DmsSinkTask nobody }
        Assert-Failure $seen.Errors -Id HuaweiDms.SmartConnectOff -From GetDmsSinkTask -Category ObjectNotFound -Says 'kafka-dev'
    }

    It 'show with -Detailed where they write and their progress' {
        $paused = $prod | Get-DmsSinkTask audit-archive -Detailed
        $paused.Destination.BucketName | Should -Be 'kafka-archive'
        $paused.Progress.Topic | Should -Be 'audit-log'
        $paused.Progress.Lag | Should -Be 21
        $paused.Progress.Partitions[0].Lag | Should -BeOfType long
        @(Get-Request $service | Where-Object Operation -EQ ShowSinkTaskDetail) | Should -HaveCount 1 -Because 'only what -Name selects is read'
        ($paused | Get-DmsSinkTask).Progress | Should -BeNullOrEmpty
        ($paused | Get-DmsSinkTask -Detailed).Progress.Lag | Should -Be 21
    }

    It 'are created and removed' {
        $made = $prod | New-DmsSinkTask old-dump -Topic payments -ObsBucketName b -ObsCredential (New-Login AK SK)
        $made.ConnectorId | Should -Be $prod.ConnectorId
        $made.Destination.BucketName | Should -Be b
        (Get-LastBody).obs_destination_descriptor.topics | Should -Be payments
        $made | Remove-DmsSinkTask -Force
        ($prod | Get-DmsSinkTask).Name | Should -Not -Contain 'old-dump'
        "$((Watch-Command { $made | Remove-DmsSinkTask -Force }).Errors)" | Should -BeLike "Delete failed for dump task $($made.TaskId) of *"
    }

    It 'that exist are an error, or are emitted with -IfNotExists' {
        $made, $same = 1..2 | ForEach-Object { $prod | New-DmsSinkTask old-dump -Topic payments -ObsBucketName b -ObsCredential (New-Login AK SK) -IfNotExists }
        $same.TaskId | Should -Be $made.TaskId
        $seen = Watch-Command { $prod | New-DmsSinkTask old-dump -Topic payments, orders -ObsBucketName b -ObsCredential (New-Login AK SK) -IfNotExists }
        $seen.Output.TaskId | Should -Be $made.TaskId
        "$($seen.Warnings)" | Should -BeLike '*old-dump*already exists*topics are payments, not orders, payments. A task*Remove-DmsSinkTask*'
        $seen = Watch-Command { $prod | New-DmsSinkTask old-dump -Topic payments -ObsBucketName other -ObsCredential (New-Login AK SK) -IfNotExists }
        "$($seen.Warnings)" | Should -BeLike '*old-dump*already exists*it writes to obs://b/, not obs://other/. A task*'
        $seen = Watch-Command { $prod | New-DmsSinkTask old-dump -Topic payments -ObsBucketName b -ObsCredential (New-Login AK SK) }
        Assert-Failure $seen.Errors -Id HuaweiDms.AlreadyExists -From NewDmsSinkTask -Category ResourceExists -Target old-dump -Says '-IfNotExists', 'Remove-DmsSinkTask'
        Get-Changing $service | Should -HaveCount 1
    }

    It 'that break a rule are refused, and -WhatIf sends nothing' {
        $login = New-Login AK SK
        $seen = Watch-Command { $prod | New-DmsSinkTask x -Topic payments -ObsBucketName b -ObsCredential $login }
        Assert-Failure $seen.Errors -Id HuaweiDms.InvalidArgument -From NewDmsSinkTask -Category InvalidArgument -Says '-Name'
        $seen = Watch-Command { $prod | New-DmsSinkTask dump-1 -Topic payments -ObsBucketName b -ObsCredential $login -DeliverInterval 00:00:10 }
        Assert-Failure $seen.Errors -Id HuaweiDms.InvalidArgument -From NewDmsSinkTask -Category InvalidArgument -Says '-DeliverInterval'
        $seen = Watch-Command { $prod | New-DmsSinkTask dump-1 -Topic payments -ObsBucketName b -ObsCredential $login -ObsPath 'a.b' }
        Assert-Failure $seen.Errors -Id HuaweiDms.InvalidArgument -From NewDmsSinkTask -Category InvalidArgument -Says '-ObsPath'
        $prod | New-DmsSinkTask dump-1 -Topic payments -ObsBucketName b -ObsCredential $login -WhatIf
        $seen = Invoke-Session { $prod | Get-DmsSinkTask audit* | ForEach-Object { $_, $_ } | Remove-DmsSinkTask -Force -WhatIf } -Variable @{ prod = $prod }
        $seen.WhatIf | Should -HaveCount 1 -Because 'a repeated task counts once'
        Get-Changing $service | Should -BeNullOrEmpty
    }

    It 'with an invalid Smart Connect id are an error that says what is valid' {
        $seen = Watch-Command { Get-DmsSinkTask -ConnectorId kafka-prod }
        Assert-Failure $seen.Errors -Id HuaweiDms.InvalidArgument -From GetDmsSinkTask -Category InvalidArgument -Says '-ConnectorId', 'Get-DmsInstance'
        $seen = Watch-Command { Get-DmsSinkTask -ConnectorId $NoSuchId }
        Assert-Failure $seen.Errors -Id DMS.00404024 -From GetDmsSinkTask -Category ObjectNotFound
    }

    It 'have a maximum number that grows and never shrinks' {
        $analytics = Get-DmsInstance kafka-analytics
        ($analytics | Set-DmsSinkTaskQuota 12 -PassThru).TaskLimit | Should -Be 12
        foreach ($number in 12, 5, 19) {
            $seen = Watch-Command { $analytics | Set-DmsSinkTaskQuota $number }
            Assert-Failure $seen.Errors -Id HuaweiDms.InvalidArgument -From SetDmsSinkTaskQuota -Category InvalidArgument -Says '-TaskLimit', '12', '18'
        }
        $seen = Watch-Command { $prod, $analytics | Set-DmsSinkTaskQuota 13 -PassThru }
        Assert-Failure $seen.Errors -Id HuaweiDms.InvalidArgument -From SetDmsSinkTaskQuota -Category InvalidArgument -Says 'kafka-prod', '18'
        $seen.Output.TaskLimit | Should -Be 13
        $seen = Invoke-Session { Get-DmsInstance kafka-analytics -Context test | Set-DmsSinkTaskQuota 14 -WhatIf }
        $seen.WhatIf[0] | Should -BeLike '*to 14*now 13*'
    }

    It 'complete ids for the Smart Connect of the command line' {
        (Complete 'Get-DmsSinkTask -ConnectorId kafka-prod').CompletionText | Should -Contain $prod.ConnectorId
        Wait-Until { (Complete "Get-DmsSinkTask -ConnectorId $($prod.ConnectorId) -Name aud").CompletionText -eq 'audit-archive' }
    }

    It 'fit a window of 80 columns' {
        $prod | Get-DmsSinkTask | Out-String -Width 80 | Should -Match 'audit-archive\s+PAUSED\s+\S{36}'
    }
}
