BeforeAll {
    . $PSScriptRoot/Common.ps1
}

Describe 'Disks' {
    BeforeAll {
        $service = Start-TestEmulator
        Connect-TestEmulator $service
        $prod = Get-DmsInstance kafka-prod
    }
    AfterAll { Stop-TestEmulator }

    It 'are listed by broker, in bytes and percent' {
        $brokers = @($prod | Get-DmsDiskUsage)
        $brokers.Broker | Should -Be broker-0, broker-1, broker-2
        $brokers[0].SizeBytes | Should -BeOfType long
        $brokers[0].SizeBytes | Should -Be 500GB
        $brokers[0].UsedPercent | Should -BeOfType double
        $brokers[0].InstanceId | Should -Be $prod.InstanceId
        $brokers[0].Context | Should -Be test
        $brokers[0].Partitions[0].SizeBytes | Should -BeGreaterOrEqual $brokers[0].Partitions[-1].SizeBytes
    }

    It 'can be compared over all instances' {
        $fullest = Get-DmsInstance | Get-DmsDiskUsage | Sort-Object UsedPercent -Descending | Select-Object -First 3
        $fullest | Should -HaveCount 3
        $fullest[0].UsedPercent | Should -BeGreaterThan 80
        $fullest.InstanceId | Select-Object -Unique | Should -Be (Get-DmsInstance kafka-analytics).InstanceId
    }

    It 'are added up by topic' {
        $topics = @($prod | Get-DmsDiskUsage -ByTopic)
        $topics.Topic | Should -Be orders, payments, audit-log, clicks
        $topics[0].SizeBytes | Should -BeGreaterThan $topics[1].SizeBytes
        $topics[0].Brokers | Should -HaveCount 3
        @($prod | Get-DmsDiskUsage -ByTopic -MinimumSize 8K).Topic | Should -Contain '__consumer_offsets'
    }

    It 'are narrowed as asked: <Query>' -ForEach @(
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

    It 'are told of topics by name, by pattern and by the pipeline, with one request, however small those are' {
        ($prod | Get-DmsDiskUsage -ByTopic -Topic cl*, __trace, payments).Topic | Should -Be payments, clicks, __trace
        $before = $service.Requests.Count
        ($prod | Get-DmsTopic pay*, cl* | Get-DmsDiskUsage -ByTopic).Topic | Should -Be payments, clicks
        $service.Requests.Count - $before | Should -Be 2
        (@($prod | Get-DmsTopic payments | Get-DmsDiskUsage).Partitions.Topic | Select-Object -Unique) | Should -Be payments
        ($prod | Get-DmsDiskUsage -ByTopic -Topic __trace -MinimumSize 1GB) | Should -BeNullOrEmpty
        $seen = Watch-Command { $prod | Get-DmsDiskUsage -ByTopic -Topic ordres, orders }
        Assert-Failure $seen.Errors -Id HuaweiDms.NotFound -From GetDmsDiskUsage -Category ObjectNotFound -Target ordres -Says "'orders'?"
        $seen.Output.Topic | Should -Be orders
    }

    It 'reports an instance that has none, and reads the others' {
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

    It 'are counted and well' {
        $cluster = $prod | Get-DmsCluster
        $cluster.IsHealthy | Should -BeTrue
        $cluster.Brokers | Should -HaveCount 3
        $cluster.Brokers[$cluster.ControllerId].IsController | Should -BeTrue
        $cluster.Brokers[0].RegisteredAt | Should -BeOfType DateTimeOffset
        $cluster.InstanceId | Should -Be $prod.InstanceId
    }

    It 'coordinate groups, which are found by name' {
        @($prod | Get-DmsCoordinator).ConsumerGroup | Should -Be billing, fulfilment, reporting
        @($prod | Get-DmsCoordinator -ConsumerGroup 'b*').BrokerId | Should -Be 0
        Assert-Failure (Watch-Command { $prod | Get-DmsCoordinator -ConsumerGroup nobody }).Errors 'HuaweiDms.NotFound' GetDmsCoordinator ObjectNotFound -Target nobody
    }

    It 'have room for so many partitions and tasks' {
        $limits = @(Get-DmsInstance kafka-analytics, kafka-dev | Get-DmsInstanceLimit)
        $limits.RemainingPartitions | Should -Be 11982, 732
        $limits.MaxPartitionsPerTopic | Should -Be 200, 200
        $limits[0].SmartConnectTaskCount, $limits[0].SmartConnectTaskLimit, $limits[0].LargestSmartConnectTaskLimit | Should -Be 2, 9, 18
        $limits[1].SmartConnectTaskCount | Should -BeNullOrEmpty
    }

    It '<_> answers in input order, and says of what is not there where it was looked for' -ForEach 'Get-DmsCoordinator', 'Get-DmsResizeOption' {
        $two = Get-DmsInstance kafka-prod, kafka-staging
        $null = Add-DmsEmulatorFault $service -Method GET -Path "*/$($two[0].InstanceId)/*" -Action Latency -Latency 00:00:00.3
        $seen = Watch-Command { & $_ nothing, * $two }
        Reset-DmsEmulator $service -Confirm:$false
        $seen.Output.InstanceId | Select-Object -Unique | Should -Be $two.InstanceId
        $seen.Errors | ForEach-Object { "$_" } | Should -BeLike '*nothing*kafka-*'
        "$($seen.Errors[0])" | Should -BeLike '*kafka-prod (*'
        "$($seen.Errors[1])" | Should -BeLike '*kafka-staging (*'
    }

    It '<_> is refused while an instance does not run' -ForEach 'Get-DmsCluster', 'Get-DmsCoordinator' {
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

    It 'refuses a password like its user' {
        $seen = Watch-Command { $prod | Reset-DmsManagerPassword -Credential (New-Login Quiet-Harbour-7 'Quiet-Harbour-7') }
        Assert-Failure $seen.Errors 'HuaweiDms.InvalidArgument' ResetDmsManagerPassword InvalidArgument -Says 'Credential', 'user name'
    }

    It 'restarts, and leaves a task' {
        $prod | Restart-DmsManager
        ($prod | Get-DmsTask).Name | Should -Contain restartKafkaManager
    }

    It '<Command> is refused while an instance does not run, and the others are done' -ForEach @(
        @{ Command = 'Restart-DmsManager'; Given = @{} }
        @{ Command = 'Reset-DmsManagerPassword'; Given = @{ NewPassword = 'Quiet-Harbour-7' } }
        @{ Command = 'Disable-DmsManager'; Given = @{ Force = $true } }
    ) {
        $other = Get-DmsInstance kafka-test-01
        $seen = Watch-Command { $legacy, $other | & $Command @Given -PassThru }
        Assert-Failure $seen.Errors 'DMS.00400026' ($Command -replace '-') ResourceBusy -Target $legacy.InstanceId -Says 'kafka-legacy'
        $seen.Output.Name | Should -Be kafka-test-01
    }

    It '<Command> sends nothing that changes anything under -WhatIf' -ForEach @(
        @{ Command = 'Restart-DmsManager'; Given = @{} }
        @{ Command = 'Reset-DmsManagerPassword'; Given = @{ NewPassword = 'Quiet-Harbour-7' } }
        @{ Command = 'Disable-DmsManager'; Given = @{ Force = $true } }
    ) {
        $before = @(Get-Changing $service).Count
        $prod, $legacy | & $Command @Given -WhatIf
        @(Get-Changing $service).Count | Should -Be $before
    }

    It 'is turned off after a question, and then nothing goes through it' {
        $staging = Get-DmsInstance kafka-staging
        ($staging | Disable-DmsManager -Force -PassThru).ManagerAddress | Should -BeNullOrEmpty
        Assert-Failure (Watch-Command { $staging | Get-DmsCluster }).Errors 'DMS.00400026' GetDmsCluster ResourceBusy -Target $staging.InstanceId -Says 'Disable-DmsManager'
        Assert-Failure (Watch-Command { $staging | Get-DmsTopicReplica orders }).Errors 'DMS.00400026' GetDmsTopicReplica ResourceBusy -Says 'Disable-DmsManager'
        Assert-Failure (Watch-Command { $staging | Restart-DmsManager }).Errors 'DMS.00400026' RestartDmsManager ResourceBusy -Says 'Disable-DmsManager'
        @($staging | Get-DmsDiskUsage) | Should -HaveCount 3
    }

    It 'asks by default before it is turned off' {
        $session = Invoke-Session { Connect-Dms -Endpoint $at -AccessKey $ak -SecretKey $sk -ProjectId $project; Get-DmsInstance kafka-dev | Disable-DmsManager } -Answer 2 -Variable @{
            at = $service.Endpoint; ak = $service.AccessKey; sk = $service.SecretKey; project = $service.ProjectId
        }
        $session.Questions | Should -HaveCount 1
        (Get-DmsInstance kafka-dev).ManagerAddress | Should -Not -BeNullOrEmpty
    }
}
