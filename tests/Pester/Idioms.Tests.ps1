BeforeAll { . $PSScriptRoot/Common.ps1 }

# What PowerShell users expect of any command.
Describe 'PowerShell idioms' {
    BeforeAll {
        $service = Start-TestEmulator -Unrecorded
        Connect-TestEmulator $service
        $dev, $prod = Get-DmsInstance kafka-dev, kafka-prod
        $NullOrEmpty = 'ParameterArgumentValidationError,HuaweiDms.PowerShell.'
    }
    AfterAll { Stop-TestEmulator }

    Context 'Script blocks that supply parameters per object' {
        It 'map columns with other names, in addition to given values' {
            $rows = "Cluster,TopicName,Description`n$($dev.InstanceId),orders,of the row`n$($dev.InstanceId),clicks,of the row" | ConvertFrom-Csv
            $changed = $rows | Set-DmsTopic -InstanceId { $_.Cluster } -Name { $_.TopicName } -RetentionHours 80 -PassThru
            $changed.Name | Should -Be 'orders', 'clicks'
            $changed.RetentionHours | Sort-Object -Unique | Should -Be 80
            $changed.Description | Should -Not -Contain 'of the row'
        }

        It 'supply names: <Script>' -ForEach @(
            @{ Script = { 'mapped-1', 'mapped-2' | New-DmsTopic -InstanceId $dev -Name { $_ } }; Count = 2 }
            @{ Script = { 'orders', 'clicks' | Get-DmsTopicPartition -InstanceId $dev -Topic { $_ } | Group-Object Topic }; Count = 2 }
            @{ Script = { [pscustomobject]@{ I = $dev.InstanceId } | Restart-DmsInstance -InstanceId { $_.I } -WhatIf }; Count = 0 }
            @{ Script = { $dev | New-DmsTopic -Name { "mapped-$($_.Name)" } -Description { "of $($_.Name)" } | Where-Object Description -EQ 'of kafka-dev' }; Count = 1 }
        ) {
            $seen = Watch-Command $Script
            $seen.Errors | Should -BeNullOrEmpty
            $seen.Output | Should -HaveCount $Count
        }

        It 'still refuse an instance that would be ignored' {
            "$((Watch-Command { $prod | Get-DmsTopic -InstanceId $dev }).Errors)" | Should -BeLike '*would be ignored*'
        }

        It 'refuse an instance for a text parameter: -<Parameter>' -ForEach @(
            @{ Parameter = 'Description'; Script = { $dev | Set-DmsInstance -Description { $_.Name } -WhatIf } }
            @{ Parameter = 'Path'; Script = { $dev | Export-DmsConfiguration -Path { $_.Name } -WhatIf } }
            @{ Parameter = 'Path'; Script = { $dev | Export-DmsReport -Path { $_.Name } -WhatIf } }
        ) {
            "$((Watch-Command $Script).Errors)" | Should -BeLike "*'$Parameter'*ForEach-Object*"
        }
    }

    Context 'Objects that a command has listed' {
        BeforeAll {
            $null = $prod | New-DmsClientQuota billing -ProducerByteRate 1MB
            $null = $prod | New-DmsClientQuota billing -ClientId c1 -ProducerByteRate 2MB
            $null = $prod | New-DmsClientQuota -ClientId c1 -DefaultUser -ProducerByteRate 3MB
        }

        It 'are read again by it, each object once and no others, with one list per instance: <_>' -ForEach @(
            'Get-DmsTopic', 'Get-DmsInstanceConfig', 'Get-DmsUser', 'Get-DmsConsumerGroup', 'Get-DmsCoordinator', 'Get-DmsResizeOption'
            'Get-DmsClientQuota', 'Get-DmsTag'
        ) {
            $all = @($prod | & $_)
            $some = $all[0], $all[-1]
            $some | Should -HaveCount 2
            (Measure-Request $service { $script:again = $some | & $_ }).Count | Should -Be 1
            $again | ConvertTo-Json -Depth 4 | Should -Be ($some | ConvertTo-Json -Depth 4)
            # Also after a file.
            $copy = $some | ConvertTo-Csv | ConvertFrom-Csv | & $_
            $copy | ConvertTo-Json -Depth 4 | Should -Be ($some | ConvertTo-Json -Depth 4)
        }

        It 'are read again by it with one list, if they are in no instance: <_>' -ForEach 'Get-DmsAvailabilityZone', 'Get-DmsProduct', 'Get-DmsProject' {
            $all = @(& $_)
            (Measure-Request $service { $script:again = $all[0], $all[-1] | & $_ }).Count | Should -Be 1
            $again | ConvertTo-Json -Depth 4 | Should -Be ($all[0], $all[-1] | ConvertTo-Json -Depth 4)
            (Measure-Request $service { $all | & $_ }).Count | Should -Be 1
        }

        It 'of another kind supply only their connection, not their name: <_>' -ForEach 'Get-DmsAvailabilityZone', 'Get-DmsProject' {
            $all = @(& $_)
            foreach ($other in $prod, ($prod | Get-DmsTopic orders), (Get-DmsMaintenanceWindow)[0]) {
                $seen = Watch-Command { $other | & $_ }
                $seen.Errors | Should -HaveCount 0
                $seen.Output | Should -HaveCount $all.Count
            }
            $copy = $all[0] | ConvertTo-Csv | ConvertFrom-Csv | & $_
            "$copy" | Should -Be "$($all[0])"
        }

        It 'supply their connection' {
            Connect-TestEmulator $service -Name elsewhere
            (Get-DmsInstance kafka-dev -Context elsewhere | Get-DmsTopic | Get-DmsContext).Name | Select-Object -Unique | Should -Be elsewhere
            $project = Get-DmsContext test | Get-DmsProject
            $project.ProjectId, $project.Context | Should -Be $service.ProjectId, test
            (Get-DmsContext | Get-DmsMaintenanceWindow).Context | Select-Object -Unique | Should -Be test, elsewhere
            (Get-DmsContext | Get-DmsContext -Current).Name | Should -Be elsewhere
            (Get-DmsContext test | ConvertTo-Csv | ConvertFrom-Csv | Get-DmsContext).Name | Should -Be test
            (Get-DmsContext | Select-Object Name | Get-DmsContext).Name | Should -Be test, elsewhere
            ($prod | ConvertTo-Csv | ConvertFrom-Csv | Get-DmsContext).Name | Should -Be test
            # An object without its connection has a name, which is that of something else.
            "$((Watch-Command { $prod | Select-Object Name | Get-DmsContext }).Errors)" | Should -Not -Match 'no connection named'
            Disconnect-Dms elsewhere
        }

        It 'are read again once if they have no name: <_>' -ForEach 'Get-DmsDiskUsage', 'Get-DmsCluster', 'Get-DmsMaintenanceWindow' {
            $all = @(if ($_ -eq 'Get-DmsMaintenanceWindow') { & $_ } else { $dev, $dev, $prod | & $_ })
            @($all | & $_) | Should -HaveCount $all.Count
            if ($_ -eq 'Get-DmsCluster') { $all | Should -HaveCount 2 }
        }

        It 'are found by the name they supply' {
            $outdated = [pscustomobject]@{ InstanceId = $dev.InstanceId; ConfigType = 'dynamic'; Name = 'log.retention.hour' }
            Assert-Failure (Watch-Command { $outdated | Get-DmsInstanceConfig }).Errors -Id HuaweiDms.NotFound -From GetDmsInstanceConfig -Category ObjectNotFound -Target log.retention.hour -Says "'log.retention.hours'?"
            ($prod | Get-DmsConsumerGroup billing | Get-DmsCoordinator).ConsumerGroup | Should -Be billing
            (Get-DmsContext test | Get-DmsContext).Name | Should -Be test
        }
    }

    Context 'A variable that is not set' {
        It 'is not an instance, emulator or broker: <From>' -ForEach @(
            @{ From = 'ResetDmsConsumerOffset'; Script = { Reset-DmsConsumerOffset fulfilment $null -ToEarliest -WhatIf } }
            @{ From = 'ResetDmsConsumerOffset'; Script = { Reset-DmsConsumerOffset fulfilment $prod.InstanceId, $null -ToEarliest -WhatIf } }
            @{ From = 'GetDmsTag'; Script = { Get-DmsTag -InstanceId @($null) } }
            @{ From = 'StopDmsEmulator'; Script = { Stop-DmsEmulator $null } }
            @{ From = 'ResetDmsEmulator'; Script = { Reset-DmsEmulator @($null) } }
            @{ From = 'ResetDmsEmulator'; Script = { $null | Reset-DmsEmulator } }
            @{ From = 'AddDmsEmulatorFault'; Script = { Add-DmsEmulatorFault $null -Action Reset } }
        ) {
            (Watch-Command $Script).Errors.FullyQualifiedErrorId | Should -Be "$NullOrEmpty$From"
            Get-DmsEmulator | Should -HaveCount 1
            $service.Faults | Should -BeNullOrEmpty
        }

        It 'is not a broker' {
            $seen = Watch-Command { Set-DmsTopic orders $prod -PartitionCount 9 -NewPartitionBroker 1, $null }
            Assert-Failure $seen.Errors -Id HuaweiDms.InvalidArgument -From SetDmsTopic -Category InvalidArgument -Says '-NewPartitionBroker', 'for topic orders'
            $row = [pscustomobject]@{ InstanceId = $dev.InstanceId; Name = 'payments'; RetentionHours = 90; NewPartitionBroker = $null }
            ($row | Set-DmsTopic -PassThru).RetentionHours | Should -Be 90
        }

        It 'affects only its own row of the pipeline' {
            $seen = Watch-Command { $null, $prod.InstanceId | ForEach-Object { [pscustomobject]@{ InstanceId = $_; ConsumerGroup = 'reporting' } } | Reset-DmsConsumerOffset -ToLatest -WhatIf }
            $seen.Errors.FullyQualifiedErrorId | Should -Be "${NullOrEmpty}ResetDmsConsumerOffset"
            $seen.Output | Should -Not -BeNullOrEmpty
        }

        It 'closes no connection: <_>' -ForEach '$null', "''", '@($null)', '@()' {
            $seen = Watch-Command ([scriptblock]::Create("Disconnect-Dms $_"))
            Assert-Failure $seen.Errors -Id HuaweiDms.InvalidArgument -From DisconnectDms -Category InvalidArgument -Says '-Context', 'names no connection'
            (Get-DmsContext).Name | Should -Be 'test'
        }
    }

    Context 'Pipeline input that is read again' {
        It 'selects its own objects, and no others' {
            ($prod | Get-DmsTopic orders, payments | Get-DmsTopic).Name | Should -Be 'orders', 'payments'
            ([pscustomobject]@{ InstanceId = $prod.InstanceId; Topic = 'clicks' } | Get-DmsTopic).Name | Should -Be 'clicks'
            ($prod | Get-DmsTopicPartition orders | Get-DmsTopic).Name | Should -Be 'orders'
            ($prod | Get-DmsTag env | Get-DmsTag).Key | Should -Be 'env'
            ($prod | Get-DmsTopic orders | Get-DmsTopic -InstanceId $dev).InstanceId | Should -Be $dev.InstanceId
        }

        It 'selects everything in an instance, in any form of the instance' {
            $all = @($prod | Get-DmsTopic).Count
            $prod | Select-Object Name, InstanceId | Get-DmsTopic | Should -HaveCount $all
            $prod | ConvertTo-Csv | ConvertFrom-Csv | Get-DmsTopic | Should -HaveCount $all
        }

        It 'is read with one list per instance' {
            $topics = Get-DmsTopic -InstanceId $dev, $prod
            (Measure-Request $service { $topics | Get-DmsTopic | Should -HaveCount $topics.Count }).Count | Should -Be 2
            (Measure-Request $service { $prod | Get-DmsDiskUsage -ByTopic -MinimumSize 1 | Get-DmsTopic | Group-Object Name | Where-Object Count -GT 1 | Should -BeNullOrEmpty }).Count | Should -Be 2
        }

        It 'that does not exist is an error' {
            $seen = Watch-Command { [pscustomobject]@{ InstanceId = $prod.InstanceId; Topic = 'no*such' } | Get-DmsTopic }
            Assert-Failure $seen.Errors -Id HuaweiDms.NotFound -From GetDmsTopic -Category ObjectNotFound -Target 'no*such'
        }
    }

    Context '-Debug' {
        It 'shows requests and does not prompt' {
            # Before 7.6, PowerShell treats -Debug like -Confirm.
            $quiet = if ($PSVersionTable.PSVersion -lt '7.6') { @{ Confirm = $false } } else { @{} }
            $seen = Invoke-Session {
                Set-DmsInstance $dev -Description debugged -Debug @quiet 5>&1
                Set-DmsInstance $dev -Description debugged -Debug -Verbose @quiet 4>&1
            } -Variable @{ dev = $dev; quiet = $quiet }
            $seen.Errors | Should -BeNullOrEmpty
            $seen.Questions | Should -BeNullOrEmpty
            $seen.Output.Where{ $_ -is [System.Management.Automation.DebugRecord] } | Should -BeLike 'PUT *204*'
            $seen.Output.Where{ $_ -is [System.Management.Automation.VerboseRecord] }[-1] | Should -BeLike 'PUT *204*'
        }
    }

    Context 'Objects from a file' {
        It 'have times that parameters accept' {
            $message = $prod | Get-DmsMessage orders -First 1
            $copy = [Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize($message, 2))
            $copy.Timestamp.PSObject.TypeNames[0] | Should -Be 'Deserialized.System.DateTimeOffset'
            @($prod | Get-DmsMessage orders -Start $copy.Timestamp).Count | Should -Be @($prod | Get-DmsMessage orders -Start $message.Timestamp).Count
            $plan = $prod | Reset-DmsConsumerOffset reporting -ToDateTime $message.Timestamp -WhatIf
            $rows = $plan | Select-Object * -ExcludeProperty TargetOffset
            $again = [Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize($rows, 2)) | Reset-DmsConsumerOffset -WhatIf
            $again.TargetTime | Should -Be $plan.TargetTime
        }

        It 'have tags that can be read and passed on' {
            "$($prod.Tags)" | Should -Be 'env=prod;team=platform'
            $prod.Tags['team'] | Should -Be 'platform'
            $prod.Tags.env | Should -Be 'prod'
            $row = $prod | ConvertTo-Csv | ConvertFrom-Csv
            $row.Tags | Should -Be 'env=prod;team=platform'
            ($prod | ConvertTo-Json -WarningAction Ignore | ConvertFrom-Json).Tags.team | Should -Be 'platform'
            $copy = [Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize($prod))
            foreach ($tags in $prod.Tags, $copy.Tags, $row.Tags) {
                (Invoke-Session { $dev | Add-DmsTag -Tag $tags -WhatIf } -Variable @{ dev = $dev; tags = $tags }).WhatIf | Should -HaveCount 2
                (Get-DmsInstance -Tag $tags).Name | Should -Contain 'kafka-prod'
            }
            "$(($prod | Get-DmsTask changeRetentionPolicy | Select-Object -First 1).Parameters)" | Should -BeLike '*new_retention_policy=*'
        }
    }

    It 'explains how to pass an id that was given as a name: <Says>' -ForEach @(
        @{ From = 'GetDmsInstance'; Says = 'Get-DmsInstance -InstanceId 7a258b24-3eaf-44fd-a968-3435cb527d4f'; Script = { Get-DmsInstance 7a258b24-3eaf-44fd-a968-3435cb527d4f } }
        @{ From = 'GetDmsTask'; Says = 'Get-DmsTask -TaskId 90cb917aa8ea4d6da10586032726adcd'; Script = { $prod | Get-DmsTask 90cb917aa8ea4d6da10586032726adcd } }
        @{ From = 'GetDmsSmartConnectTask'; Says = 'Get-DmsSmartConnectTask -TaskId 90cb917a-a8ea-4d6d-a105-86032726adcd'; Script = { $prod | Get-DmsSmartConnectTask 90cb917a-a8ea-4d6d-a105-86032726adcd } }
    ) {
        Assert-Failure (Watch-Command $Script).Errors -Id HuaweiDms.NotFound -From $From -Category ObjectNotFound -Says 'has the form of an id', $Says
    }

    It 'warns once of a state that never occurs, and names the existing ones, with <Command>' -ForEach @(
        @{ Command = 'Get-DmsTask'; Known = 'FAILED'; Script = { $prod, $dev | Get-DmsTask -Status FAILED, FAILURE } }
        @{ Command = 'Get-DmsSmartConnectTask'; Known = 'PAUSED'; Script = { $prod, $dev | Get-DmsSmartConnectTask -Status PAUSED, FAILURE } }
        @{ Command = 'Get-DmsConsumerGroup'; Known = 'EMPTY'; Script = { $prod, $dev | Get-DmsConsumerGroup -State EMPTY, FAILURE } }
        @{ Command = 'Get-DmsDiagnosis'; Known = 'abnormal'; Script = { $prod, $dev | Get-DmsDiagnosis -Status abnormal, FAILURE } }
    ) {
        (Watch-Command $Script).Warnings | Should -BeLike "'FAILURE' is not a known state of *$Known*"
    }

    It 'accepts several states, and reads the list once' {
        $wanted = (Get-DmsInstance | Where-Object Status -In RUNNING, FROZEN).Name
        (Measure-Request $service { (Get-DmsInstance -Status running, FROZEN).Name | Should -Be $wanted }).Count | Should -Be 1
        (Get-DmsInstance -Status running, FROZEN -Skip 1 -First 2).Name | Should -Be $wanted[1, 2]
        (Get-DmsInstance kafka-legacy -Status RUNNING, FROZEN).Status | Should -Be 'FROZEN'
        (Get-DmsInstance -Status RUNNING, FROZEN -First 0 -IncludeTotalCount).Accuracy | Should -Be 0
        (Watch-Command { Get-DmsInstance -Status running, odd }).Warnings | Should -BeLike "'odd' is not a known state*"
        $states = ($prod | Get-DmsTask).Status | Sort-Object -Unique
        $prod | Get-DmsTask -Status $states | Should -HaveCount @($prod | Get-DmsTask).Count
        $prod | Get-DmsSmartConnectTask -Status RUNNING, PAUSED | Should -HaveCount @($prod | Get-DmsSmartConnectTask | Where-Object Status -In RUNNING, PAUSED).Count
    }

    It 'sends nothing for a description that a user already has' {
        $user = $prod | Set-DmsUser reporting -Description known -PassThru
        $user.Description | Should -Be 'known'
        $before = @(Get-Changing $service).Count
        ($prod | Set-DmsUser reporting -Description known -PassThru).Description | Should -Be 'known'
        (Invoke-Session { $prod | Set-DmsUser reporting -Description known -WhatIf } -Variable @{ prod = $prod }).WhatIf | Should -BeNullOrEmpty
        (Invoke-Session { $prod | Set-DmsUser reporting -Description other -WhatIf } -Variable @{ prod = $prod }).WhatIf | Should -BeLike "*Change description 'known' -> 'other'*"
        @(Get-Changing $service) | Should -HaveCount $before
    }
}
