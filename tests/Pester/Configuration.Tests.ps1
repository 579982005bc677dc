BeforeAll {
    . $PSScriptRoot/Common.ps1
}

Describe 'Configurations of instances' {
    BeforeEach {
        $service = Start-TestEmulator -Speed $Instant
        Connect-TestEmulator $service
        $prod = Get-DmsInstance kafka-prod
        $staging = Get-DmsInstance kafka-staging
        $dev = Get-DmsInstance kafka-dev
        $folder = Join-Path $TestDrive ([guid]::NewGuid())
        $file = Join-Path $folder 'kafka-prod.json'
        $null = New-Item $folder -ItemType Directory
        $logins = 'orders-writer', 'billing', 'reporting' | ForEach-Object { New-Login $_ 'Secret-12345' }
    }
    AfterEach { Stop-TestEmulator }

    Context 'when exported' {
        It 'contain everything that users configured' {
            $read = $prod | Export-DmsConfiguration
            $read.InstanceName, $read.InstanceId, $read.EngineVersion | Should -Be 'kafka-prod', $prod.InstanceId, '2.7'
            $read.Settings['log.retention.hours'] | Should -BeExactly 72
            $read.Topics.Name | Should -Be 'orders', 'payments', 'audit-log', 'clicks'
            $read.Topics[0].PartitionCount, $read.Topics[0].Config['max.message.bytes'] | Should -Be 6, 10485760
            $read.Users.UserName | Should -Contain 'orders-writer'
            $read.ConsumerGroups.Name | Should -Contain 'billing'
            "$($read | ConvertTo-Json -Depth 9)" | Should -Not -BeLike '*assword*'
            Get-Changing $service | Should -BeNullOrEmpty
        }

        It 'contain no users if SASL is off' {
            $read = $dev | Export-DmsConfiguration
            ($null -eq $read.Users), ($null -eq $read.Topics[0].Access) | Should -Be $true, $true
        }

        It 'contain the requested kinds, in any case' {
            $read = $prod | Export-DmsConfiguration -Kind user, quota
            $read.Users, $read.Quotas | ForEach-Object { $null -ne $_ } | Should -Not -Contain $false
            ($null -eq $read.Settings), ($null -eq $read.Topics), ($null -eq $read.ConsumerGroups) | Should -Not -Contain $false
        }

        It 'are written to a file that is identical for identical configurations' {
            $prod | Export-DmsConfiguration -Path $file | Should -BeNullOrEmpty
            $first = Get-Content $file -Raw
            $prod | Export-DmsConfiguration $file
            Get-Content $file -Raw | Should -BeExactly $first
            ($first | ConvertFrom-Json).Topics.Name | Should -Be 'audit-log', 'clicks', 'orders', 'payments'
            Get-ChildItem $folder | Should -HaveCount 1
        }

        It 'are written to a folder, one file per instance' {
            $read = Export-DmsConfiguration "$folder/new/" $prod, $staging -PassThru
            $read.InstanceName | Should -Be 'kafka-prod', 'kafka-staging'
            (Get-ChildItem "$folder/new").Name | Sort-Object | Should -Be 'kafka-prod.json', 'kafka-staging.json'
        }

        It 'are not written together to one file' {
            $seen = Watch-Command { $prod, $staging | Export-DmsConfiguration -Path $file }
            Assert-Failure $seen.Errors -Id HuaweiDms.InvalidArgument -From ExportDmsConfiguration -Category InvalidArgument -Says '-Path', '2 configurations', 'folder'
            Test-Path $file | Should -BeFalse
        }

        It 'replace a file unless -NoClobber is given' {
            Set-Content $file 'mine'
            $seen = Watch-Command { $prod | Export-DmsConfiguration -Path $file -NoClobber }
            Assert-Failure $seen.Errors -Id HuaweiDms.AlreadyExists -From ExportDmsConfiguration -Category ResourceExists -Target $file -Says '-NoClobber'
            Get-Content $file | Should -Be 'mine'
            $prod | Export-DmsConfiguration -Path $file
            (Get-Content $file -Raw | ConvertFrom-Json).InstanceName | Should -Be 'kafka-prod'
        }

        It 'are written for the others if one file must not be overwritten' {
            Set-Content $file 'the old content'
            $seen = Watch-Command { $prod, $staging | Export-DmsConfiguration -Path $folder -NoClobber -Kind Setting -PassThru }
            Assert-Failure $seen.Errors -Id HuaweiDms.AlreadyExists -From ExportDmsConfiguration -Category ResourceExists -Target $file -Says '-NoClobber'
            $seen.Output.InstanceName | Should -Be kafka-staging
            (Get-ChildItem $folder).Name | Sort-Object | Should -Be 'kafka-prod.json', 'kafka-staging.json'
            Get-Content $file | Should -Be 'the old content'
        }

        It 'are neither read nor confirmed if their file cannot be written: <_>' -ForEach @(
            { $prod, $staging | Export-DmsConfiguration -Path $file -WhatIf }
            { Set-Content $file 'the old content'; $prod | Export-DmsConfiguration -Path $file -NoClobber -WhatIf }
            { $prod | Export-DmsConfiguration -Path "$folder/none/prod.json" -WhatIf }
        ) {
            $before = $service.Requests.Count
            $seen = Invoke-Session $_ -Variable @{ prod = $prod; staging = $staging; file = $file; folder = $folder }
            $seen.Errors | Should -HaveCount 1
            $seen.WhatIf | Should -HaveCount 0
            $service.Requests.Count | Should -Be $before
        }

        It 'are not written with -WhatIf' {
            $seen = Invoke-Session { Get-DmsInstance kafka-prod | Export-DmsConfiguration -Path $where -WhatIf } -Variable @{ where = $file }
            $seen.WhatIf | Should -BeLike '*Write the configuration of kafka-prod*kafka-prod.json*'
            Test-Path $file | Should -BeFalse
        }

        It 'report a file that cannot be written' {
            $seen = Watch-Command { $prod | Export-DmsConfiguration -Path "$folder/no/such/file.json" }
            Assert-Failure $seen.Errors -Id HuaweiDms.ConfigurationUnwritable -From ExportDmsConfiguration -Category WriteError -Says 'no', 'such', 'cannot be written'
        }

        It 'do not affect each other' {
            $seen = Watch-Command { $NoSuchId, $prod.InstanceId | Export-DmsConfiguration -Kind Topic }
            $seen.Output.InstanceName | Should -Be 'kafka-prod'
            Assert-Failure $seen.Errors -Id DMS.00404022 -From ExportDmsConfiguration -Category ObjectNotFound -Target $NoSuchId -Says 'Export configuration'
        }
    }

    Context 'when compared' {
        It 'do not differ from themselves' {
            $prod | Export-DmsConfiguration -Path $file
            $prod | Compare-DmsConfiguration $file | Should -BeNullOrEmpty
            $prod | Compare-DmsConfiguration ($prod | Export-DmsConfiguration) | Should -BeNullOrEmpty
            $prod | Compare-DmsConfiguration ($prod | Export-DmsConfiguration | ConvertTo-Json -Depth 9 | ConvertFrom-Json) | Should -BeNullOrEmpty
            $prod | Compare-DmsConfiguration (Get-Item $file) | Should -BeNullOrEmpty
        }

        It 'are read only as far as they are compared: <Label>' -ForEach @(
            @{ Label = 'settings'; Wanted = @{ Settings = @{ 'num.partitions' = 7 } }; Read = 'ShowInstance', 'ShowInstanceConfigs' }
            @{ Label = 'topics without access'; Wanted = @{ Topics = @(@{ Name = 'orders' }) }; Read = 'ListInstanceTopics', 'ShowInstance' }
            @{ Label = 'access'; Wanted = @{ Topics = @(@{ Name = 'orders'; Access = @{ billing = 'all' } }) }; Read = 'ListInstanceTopics', 'ShowInstance', 'ShowTopicAccessPolicy' }
            @{ Label = 'one kind of two'; Wanted = @{ Settings = @{}; Quotas = @() }; Kind = 'Quota'; Read = 'ShowInstance', 'ShowKafkaUserClientQuota' }
            @{ Label = 'nothing'; Wanted = @{}; Read = 'ShowInstance' }
        ) {
            $narrowed = if ($Kind) { @{ Kind = $Kind } } else { @{} }
            $before = $service.Requests.Count
            $null = $prod | Compare-DmsConfiguration $Wanted @narrowed
            $service.Requests.Operation[$before..999] | Sort-Object -Unique | Should -Be $Read
        }

        It 'differ property by property' {
            $wanted = $staging | Export-DmsConfiguration
            $wanted.Topics[0].PartitionCount = 12
            $wanted.Topics[0].Config['max.message.bytes'] = 5
            $wanted.Settings['num.partitions'] = 7
            $wanted.Topics = @($wanted.Topics | Where-Object Name -NE clicks)
            $found = @($staging | Compare-DmsConfiguration $wanted)
            $found | ForEach-Object { "$($_.Kind) $($_.Name) $($_.Property) $($_.Change) $($_.Actual)->$($_.Expected)" } | Should -Be @(
                'Setting num.partitions Value Change 3->7'
                'Topic orders PartitionCount Change 6->12'
                'Topic orders max.message.bytes Change 10485760->5'
                'Topic clicks  Remove 6 partitions, 3 replicas, 72 hours->'
            )
            $found.InstanceId | Sort-Object -Unique | Should -Be $staging.InstanceId
            $found[2] | Should -BeLike 'Topic orders, max.message.bytes is 10485760, not 5'
        }

        It 'can be read from another instance' {
            $null = $prod | New-DmsClientQuota reports -ProducerByteRate 1MB -Wait
            "$($staging | Compare-DmsConfiguration $prod -Kind Quota)" | Should -Be "$($staging | Compare-DmsConfiguration ($prod | Export-DmsConfiguration) -Kind Quota)"
            ($staging | Compare-DmsConfiguration $prod -Kind Quota).Change | Should -Be Add
            $kept = [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($prod))
            ($staging | Compare-DmsConfiguration @($kept) -Kind Quota).Change | Should -Be Add
            ($staging | Compare-DmsConfiguration ($prod | ConvertTo-Json -Depth 5 | ConvertFrom-Json) -Kind Quota).Change | Should -Be Add
            ($staging | Compare-DmsConfiguration ($prod | ConvertTo-Csv | ConvertFrom-Csv) -Kind Quota).Change | Should -Be Add
            ($staging | Import-DmsConfiguration $prod -Kind Quota).Succeeded | Should -BeTrue
            $staging | Compare-DmsConfiguration $prod -Kind Quota | Should -BeNullOrEmpty
        }

        It 'must come from one existing instance, and the error for a name says how to pass it: <Name>' -ForEach @(
            @{ Name = 'several'; Given = { Get-DmsInstance kafka-prod* }; Id = 'InvalidArgument'; Says = '3 instances' }
            @{ Name = 'a name'; Given = { 'kafka-prod' }; Id = 'ConfigurationUnreadable'; Says = '(Get-DmsInstance kafka-prod)' }
            @{ Name = 'an id'; Given = { $prod.InstanceId }; Id = 'ConfigurationUnreadable'; Says = '(Get-DmsInstance -InstanceId 7a258b24-' }
            @{ Name = 'a file'; Given = { './kafka-prod.json' }; Id = 'ConfigurationUnreadable'; Says = 'Export-DmsConfiguration' }
            @{ Name = 'one that no longer exists'; Given = { $deleted = $prod.PSObject.Copy(); $deleted.InstanceId = '00000000-7a1a-41b1-a05a-93dfc361b32d'; $deleted }; Id = '*'; Says = 'does not exist' }
        ) {
            $wanted = & $Given
            $seen = Watch-Command { $staging | Compare-DmsConfiguration $wanted }
            $seen.Errors | Should -HaveCount 1
            $seen.Errors[0].FullyQualifiedErrorId | Should -BeLike "*$Id,*CompareDmsConfiguration"
            "$($seen.Errors[0])" | Should -BeLike "*$Says*"
            $seen.Output | Should -BeNullOrEmpty
        }

        It 'supply the affected objects to other commands' {
            $wanted = @{ Topics = @(@{ Name = 'orders'; PartitionCount = 12 }) }
            $changed = $staging | Compare-DmsConfiguration $wanted -Kind Topic | Where-Object Change -EQ Change | Set-DmsTopic -PartitionCount 12 -PassThru
            $changed.Name, $changed.PartitionCount | Should -Be orders, 12
        }

        It 'are taken only by commands for the same kind of item: <Label>' -ForEach @(
            @{ Label = 'differences'; Copy = { $_ } }
            @{ Label = 'differences from JSON'; Copy = { $_ | ConvertTo-Json | ConvertFrom-Json } }
            @{ Label = 'differences from CSV'; Copy = { $_ | ConvertTo-Csv | ConvertFrom-Csv } }
        ) {
            $null = $prod | New-DmsConsumerGroup clicks
            $rows = @($prod | Compare-DmsConfiguration @{ Topics = @(@{ Name = 'orders'; Access = @{} }); ConsumerGroups = @(@{ Name = 'billing' }); Users = @() } | Where-Object Change -EQ Remove | ForEach-Object $Copy)
            $rows.Name | Should -Contain 'orders' -Because 'its permissions are surplus, but the topic is not'
            $seen = Watch-Command { $rows | Where-Object { "$($_.Kind)" -notin 'Topic', '2' } | Remove-DmsTopic -Force }
            $seen.Output | Should -BeNullOrEmpty
            "$($seen.Errors)" | Should -BeLike "*'orders'*name of a permission*"
            "$($seen.Errors)" | Should -BeLike "*'clicks'*name of a consumer group*"
            ($prod | Get-DmsTopic).Name | Should -Contain clicks
            $seen = Watch-Command { $rows | Restart-DmsInstance -Force }
            $seen.Output | Should -BeNullOrEmpty
            "$($seen.Errors)" | Should -BeLike '*the input is a permission orders*'
        }

        It 'do not compare what the configuration omits' {
            $staging | Compare-DmsConfiguration @{ Topics = 'orders', 'payments', 'audit-log', 'clicks' | ForEach-Object { @{ Name = $_ } } } | Should -BeNullOrEmpty
            $staging | Compare-DmsConfiguration @{ Topics = @(); Users = @() } -Kind User | ForEach-Object Kind | Sort-Object -Unique | Should -Be User
        }

        It 'are refused if <Name>' -ForEach @(
            @{ Name = 'there is no file'; Given = 'nowhere.json'; Says = 'nowhere.json', 'Export-DmsConfiguration' }
            @{ Name = 'a name is wrong'; Given = @{ Topics = @(@{ Name = 'a'; Partitions = 3 }) }; Says = '-Configuration cannot be used: Topics[0].Partitions is unknown.' }
            @{ Name = 'a type is wrong'; Given = @{ Topics = @(@{ Name = 'a'; PartitionCount = 'many' }) }; Says = 'Topics[0].PartitionCount must be a whole number, not "many".' }
            @{ Name = 'a thing has no name'; Given = @{ Topics = @(@{ PartitionCount = 3 }) }; Says = 'Topics[0] has no name' }
            @{ Name = 'an item appears twice'; Given = @{ Users = @(@{ UserName = 'joe' }, @{ UserName = 'joe' }) }; Says = "Users contains 'joe' twice" }
            @{ Name = 'it is no configuration'; Given = 42; Says = 'it is not a configuration' }
            @{ Name = 'it is a topic'; Given = ([pscustomobject]@{ Name = 'orders'; InstanceId = '7a258b24-3eaf-44fd-a968-3435cb527d4f'; PartitionCount = 3 }); Says = 'Name is unknown', '(Get-DmsInstance -InstanceId 7a258b24-' }
        ) {
            $seen = Watch-Command { $dev | Compare-DmsConfiguration $Given }
            $seen.Ended | Should -BeTrue
            @($seen.Errors).Count | Should -Be 1
            $seen.Errors[0].FullyQualifiedErrorId | Should -Be 'HuaweiDms.ConfigurationUnreadable,HuaweiDms.PowerShell.CompareDmsConfiguration'
            foreach ($part in $Says) { "$($seen.Errors[0])".Contains($part) | Should -BeTrue -Because "$($seen.Errors[0])" }
        }
    }

    Context 'when imported' {
        It 'make another instance the same' {
            $prod | New-DmsClientQuota -UserName billing -ProducerByteRate 1MB -Wait
            $null = $prod | New-DmsTopic returns -PartitionCount 4 -RetentionHours 24 -Config @{ 'max.message.bytes' = 4096 } -Description 'What came back'
            $prod | New-DmsConsumerGroup refunds -Description 'Pays back' | Out-Null
            $prod | Set-DmsTopicAccessPolicy returns -UserName billing, reporting -Access Subscribe -Force -Wait
            $prod | Set-DmsInstanceConfig @{ 'max.connections.per.ip' = 500 } -Wait | Out-Null
            $prod | Export-DmsConfiguration -Path $file

            $seen = Watch-Command { $staging | Import-DmsConfiguration $file -UserCredential $logins -Force }
            $seen.Errors | Should -BeNullOrEmpty
            $seen.Output | ForEach-Object { "$($_.Kind) $($_.Name) $($_.Change) $($_.Succeeded)" } | Should -Be @(
                'Instance Tags Change True', 'Setting max.connections.per.ip Change True', 'Topic returns Add True'
                'User billing Add True', 'User orders-writer Add True', 'User reporting Add True'
                'AccessPolicy audit-log Change True', 'AccessPolicy orders Change True', 'AccessPolicy payments Change True'
                'AccessPolicy returns Change True', 'Quota user billing Add True', 'ConsumerGroup refunds Add True'
            )
            $seen.Output.InstanceId | Sort-Object -Unique | Should -Be $staging.InstanceId
            $seen.Warnings | Should -HaveCount 1
            "$($seen.Warnings)" | Should -BeLike '*kafka-staging*ProductId*Resize-DmsInstance*AccessModes*Enable-DmsAccessMode*'
            $staging | Compare-DmsConfiguration $file | Where-Object { -not $_.ChangedBy } | Should -BeNullOrEmpty

            $kinds = 'Setting', 'Topic', 'User', 'AccessPolicy', 'Quota', 'ConsumerGroup'
            $again = Watch-Command { $staging | Import-DmsConfiguration $file -Kind $kinds -Verbose }
            $again.Output + $again.Errors | Should -BeNullOrEmpty
            "$($again.Verbose)" | Should -BeLike '*already as requested*'
        }

        It 'restore the properties of the instance itself' {
            $prod | Export-DmsConfiguration $file
            $prod | Add-DmsTag @{ env = 'test'; owner = 'me' }
            $prod | Remove-DmsTag team -Confirm:$false
            $prod | Set-DmsInstance -RetentionPolicy time_base -MaintenanceBegin 22:00 -MaintenanceEnd 02:00 -Description 'Mine'
            $prod | Enable-DmsAutoTopic -Wait
            $prod | Disable-DmsAccessMode PublicSaslSsl -Wait -Force | Out-Null
            $found = @($prod | Compare-DmsConfiguration $file)
            $found | ForEach-Object { "$($_.Kind) $($_.Name) $($_.Property) $($_.Change) $($_.Actual)->$($_.Expected) $($_.ChangedBy)".Trim() } | Should -Be @(
                'Instance RetentionPolicy Value Change time_base->produce_reject', 'Instance AutoTopicEnabled Value Change True->False'
                'Instance MaintenanceBegin Value Change 22:00->02:00', 'Instance MaintenanceEnd Value Change 02:00->06:00', 'Instance Description Value Change Mine->'
                'Instance Tags env Change test->prod', 'Instance Tags team Add ->platform', 'Instance Tags owner Remove me->'
                'Instance AccessModes PublicSaslSsl Add False->True Enable-DmsAccessMode'
            )
            $found | Out-String -Width 120 | Should -Not -BeLike '*Enable-DmsAccessMode*'
            $prod | Compare-DmsConfiguration $file -Kind Topic, Setting | Should -BeNullOrEmpty

            $before = @(Get-Changing $service).Count
            $seen = Watch-Command { $prod | Import-DmsConfiguration $file -Prune -Force }
            $seen.Errors | Should -BeNullOrEmpty
            "$($seen.Warnings)" | Should -BeLike '*PublicSaslSsl*Enable-DmsAccessMode*'
            $seen.Output | ForEach-Object { "$($_.Name) $($_.Change) $($_.Succeeded)" } | Should -Be @(
                'RetentionPolicy Change True', 'MaintenanceWindow Change True', 'Description Change True', 'AutoTopicEnabled Change True', 'Tags Change True', 'Tags Remove True')
            @(Get-Changing $service).Count - $before | Should -Be 4
            ($prod | Compare-DmsConfiguration $file).Name | Should -Be AccessModes
        }

        It 'change only differences' {
            $wanted = @{
                Topics = @(@{ Name = 'orders'; PartitionCount = 9; Config = @{ 'max.message.bytes' = 1000 } })
                ConsumerGroups = @(@{ Name = 'billing'; Description = 'Other' })
            }
            $done = @($dev | Import-DmsConfiguration $wanted)
            $done.Message | Should -Be 'Change max.message.bytes 10485760 -> 1000, partitions 6 -> 9, which cannot be removed and send the same key to another partition', "Change description 'Writes invoices' -> 'Other'"
            @(Get-Changing $service) | Should -HaveCount 2
            ($dev | Get-DmsTopic).Count | Should -BeGreaterThan 3
        }

        It 'are planned with -WhatIf, and nothing is sent' {
            $seen = Invoke-Session {
                Get-DmsInstance kafka-dev | Import-DmsConfiguration @{ Topics = @(@{ Name = 'fresh'; PartitionCount = 2 }); Settings = @{ 'log.retention.hours' = 48 } } -Prune -WhatIf
            }
            $seen.Errors | Should -BeNullOrEmpty
            $seen.WhatIf | Should -HaveCount 6
            $seen.WhatIf[0] | Should -BeLike '*Change log.retention.hours 72 -> 48 (deletes older messages*; needs a restart)*of kafka-dev*'
            $seen.WhatIf[1] | Should -BeLike '*Create topic (2 partitions)*fresh of kafka-dev*'
            $seen.WhatIf[2] | Should -BeLike '*Delete topic with 6 partitions and all their messages*orders of kafka-dev*'
            Get-Changing $service | Should -BeNullOrEmpty
        }

        It 'remove nothing without -Prune, and prompt with it' {
            $wanted = @{ Topics = @(@{ Name = 'orders' }, @{ Name = 'fresh' }); ConsumerGroups = @(@{ Name = 'billing' }) }
            $seen = Watch-Command { $dev | Import-DmsConfiguration $wanted -Verbose }
            $seen.Output.Name | Should -Be fresh
            "$($seen.Verbose)" | Should -BeLike '*Topic payments is not in the configuration, and remains in kafka-dev*-Prune*'

            $asked = Invoke-Session {
                Get-DmsInstance kafka-dev | Import-DmsConfiguration @{ Topics = @(@{ Name = 'orders' }, @{ Name = 'more' }, @{ Name = 'fresh' }) } -Prune
            } -Answer 0, 2, 0
            $asked.Questions | Should -HaveCount 3
            $asked.Output | ForEach-Object { "$($_.Name) $($_.Change)" } | Should -Be 'more Add', 'payments Remove', 'clicks Remove'
            ($dev | Get-DmsTopic).Name | Where-Object { $_ -notlike '__*' } | Sort-Object | Should -Be 'audit-log', 'fresh', 'more', 'orders'
        }

        It 'prompt before messages, permissions or the access of other users are lost' {
            $null = $prod | Set-DmsTopicAccessPolicy orders -UserName billing -Access All -Force -Wait
            $asked = Invoke-Session {
                Get-DmsInstance kafka-prod | Import-DmsConfiguration @{ Topics = @(
                        @{ Name = 'orders'; RetentionHours = 100; Access = @{ billing = 'Subscribe' } }, @{ Name = 'payments'; RetentionHours = 5 }
                        @{ Name = 'clicks'; Access = @{ billing = 'Publish' } }, @{ Name = 'new'; Access = @{ billing = 'All' } }); Settings = @{ 'log.retention.hours' = 71 } }
            } -Answer 2, 2, 2, 0
            $asked.Questions | Should -HaveCount 4
            $asked.Questions[0] | Should -BeLike '*log.retention.hours 72 -> 71 (deletes older messages*'
            $asked.Questions[3] | Should -BeLike '*give billing Publish, and lock out all other users*clicks*'
            $asked.Output | ForEach-Object { "$($_.Kind) $($_.Name)" } | Should -Be 'Topic new', 'Topic orders', 'AccessPolicy clicks', 'AccessPolicy new'
        }

        It 'remove everything else with -Prune -Force, and report what cannot be removed' {
            $seen = Watch-Command { $prod | Import-DmsConfiguration @{ Topics = @(@{ Name = 'orders' }); Users = @(@{ UserName = 'app-user' }, @{ UserName = 'billing' }); ConsumerGroups = @() } -Prune -Force }
            $seen.Output | Where-Object Succeeded | ForEach-Object { "$($_.Kind) $($_.Name)" } | Should -Be @(
                'ConsumerGroup fulfilment', 'ConsumerGroup reporting', 'User orders-writer', 'User reporting', 'Topic payments', 'Topic audit-log', 'Topic clicks')
            Assert-Failure $seen.Errors -Id HuaweiDms.ConsumerGroupActive -From ImportDmsConfiguration -Category ResourceBusy -Says 'Delete consumer group', 'billing', 'kafka-prod'
            $failed = $seen.Output | Where-Object Succeeded -EQ $false
            $failed.Name, $failed.ErrorCode | Should -Be billing, HuaweiDms.ConsumerGroupActive
            ($prod | Get-DmsUser).UserName | Should -Be 'app-user', 'billing'
        }

        It 'revoke permissions only with -Prune' {
            $null = $prod | Set-DmsTopicAccessPolicy orders -UserName billing, reporting -Access Subscribe -Force -Wait
            $wanted = @{ Topics = @(@{ Name = 'orders'; Access = @{ billing = 'All' } }) }
            $null = $prod | Import-DmsConfiguration $wanted -Kind AccessPolicy
            $prod | Get-DmsTopicAccessPolicy orders | ForEach-Object { "$_" } | Sort-Object | Should -Be 'billing: All', 'reporting: Subscribe'
            $null = $prod | Import-DmsConfiguration $wanted -Kind AccessPolicy -Prune -Force
            $prod | Get-DmsTopicAccessPolicy orders | ForEach-Object { "$_" } | Should -Be 'billing: All'
        }

        It 'report missing passwords, and what depends on them' {
            $wanted = @{
                Users = @(@{ UserName = 'newcomer' }, @{ UserName = 'weakling' }, @{ UserName = 'fine-user' })
                Topics = @(@{ Name = 'orders'; Access = @{ newcomer = 'All' } }, @{ Name = 'clicks'; Access = @{ 'fine-user' = 'Publish' } })
            }
            $seen = Watch-Command { $staging | Import-DmsConfiguration $wanted -UserCredential (New-Login weakling aaaaaaaaaa), (New-Login fine-user 'Secret-12345') -Force }
            $seen.Output | ForEach-Object { "$($_.Kind) $($_.Name)" } | Should -Be 'User fine-user', 'AccessPolicy clicks'
            $seen.Errors | Should -HaveCount 3
            Assert-Failure $seen.Errors[0] -Id HuaweiDms.InvalidArgument -From ImportDmsConfiguration -Category InvalidArgument -Target newcomer -Says '-UserCredential', 'kafka-staging', 'no passwords'
            Assert-Failure $seen.Errors[1] -Id HuaweiDms.InvalidArgument -From ImportDmsConfiguration -Category InvalidArgument -Target weakling
            Assert-Failure $seen.Errors[2] -Id HuaweiDms.NotTried -From ImportDmsConfiguration -Category ObjectNotFound -Target orders -Says 'Set permissions', 'orders of kafka-staging', 'newcomer'
            "$($seen.Errors)" | Should -Not -BeLike '*aaaaaaaaaa*'
        }

        It 'skip what needs a failed step' {
            $null = Add-DmsEmulatorFault -Method POST -Path '*/topics' -Action Status -StatusCode 403 -ErrorCode DMS.10240002
            $wanted = @{ Topics = @(@{ Name = 'fresh'; Access = @{ 'app-user' = 'All' } }, @{ Name = 'orders'; Access = @{ 'app-user' = 'All' } }) }
            $seen = Watch-Command { $staging | Import-DmsConfiguration $wanted -Force }
            $seen.Output | ForEach-Object { "$($_.Kind) $($_.Name) $($_.Succeeded)" } | Should -Be 'Topic fresh False', 'AccessPolicy fresh False', 'AccessPolicy orders True'
            $seen.Errors[1].FullyQualifiedErrorId | Should -BeLike 'HuaweiDms.NotTried,*'
        }

        It 'report in one error that users require SASL' {
            $seen = Watch-Command { $dev | Import-DmsConfiguration @{ Users = @(@{ UserName = 'one-user' }, @{ UserName = 'two-user' }); Topics = @(@{ Name = 'orders'; Access = @{ 'one-user' = 'All' } }) } -Kind User, AccessPolicy -UserCredential $logins }
            Assert-Failure $seen.Errors -Id DMS.00400971 -From ImportDmsConfiguration -Category InvalidArgument -Target $dev.InstanceId -Says 'kafka-dev', 'Enable-DmsAccessMode'
            Get-Changing $service | Should -BeNullOrEmpty
        }

        It 'refuse impossible changes, and make the others' {
            $wanted = @{
                Settings = @{ 'nonsense' = 1; 'num.partitions' = 7000; 'log.retention.hours' = 48 }
                Topics = @(@{ Name = 'orders'; PartitionCount = 3; ReplicationFactor = 1; Description = 'Less' }, @{ Name = '1st' }, @{ Name = 'big'; PartitionCount = 9999 })
                Quotas = @(@{ UserName = 'joe' }, @{ ClientId = 'app'; ConsumerByteRate = 9 })
                ConsumerGroups = @(@{ Name = 'a b/c' })
            }
            $seen = Watch-Command { $dev | Import-DmsConfiguration $wanted -Force }
            $seen.Output | ForEach-Object { "$($_.Kind) $($_.Name)" } | Should -Be 'Setting log.retention.hours', 'Topic orders', 'Quota client app'
            $seen.Warnings | Should -HaveCount 1
            "$($seen.Warnings)" | Should -BeLike '*kafka-dev*Restart-DmsInstance*log.retention.hours*'
            $seen.Errors | Should -HaveCount 8
            $seen.Errors | ForEach-Object { $_.FullyQualifiedErrorId } | Sort-Object -Unique | Should -Be 'HuaweiDms.InvalidArgument,HuaweiDms.PowerShell.ImportDmsConfiguration'
            foreach ($part in 'nonsense', '7000', 'ReplicationFactor', 'PartitionCount', '1st', '9999', 'joe', 'a b/c') { "$($seen.Errors)" | Should -BeLike "*$part*" }
        }

        It 'create nothing twice if a response is lost' {
            $null = Add-DmsEmulatorFault -Method POST -Path '*/topics' -Action Reset -AfterProcessing -Limit 1
            $seen = Watch-Command { $dev | Import-DmsConfiguration @{ Topics = @(@{ Name = 'fresh' }, @{ Name = 'fresher' }) } -Kind Topic }
            $seen.Output.Succeeded | Should -Be $true, $true
            $seen.Errors | Should -BeNullOrEmpty
            @(Get-Request $service | Where-Object { $_.Method -eq 'POST' }) | Should -HaveCount 2
        }

        It 'are applied to many instances in parallel' {
            $done = Get-DmsInstance kafka-test-*, kafka-dev | Import-DmsConfiguration @{ Topics = @(@{ Name = 'fresh' }) } -Kind Topic
            ($done | Group-Object InstanceId).Count | Should -Be 4
            $done.Succeeded | Should -Not -Contain $false
        }

        It 'are sent once, although the result cannot be read' {
            $null = Add-DmsEmulatorFault $service -Method GET -Path '*/tasks/*' -Action Status -StatusCode 404 -ErrorCode DMS.00404022
            $wanted = @{ Settings = @{ 'max.connections.per.ip' = 500; 'log.retention.hours' = 71 } }
            $seen = Watch-Command { $dev | Import-DmsConfiguration $wanted -Force }
            $seen.Output.Succeeded | Should -Be $false, $false
            "$($seen.Errors[0])" | Should -BeLike '*settings of kafka-dev*'
            Get-Changing $service | Should -HaveCount 1
        }

        It 'wait for a busy instance' {
            Stop-TestEmulator
            $slow = Start-TestEmulator -Speed 200
            Connect-TestEmulator $slow
            $wanted = @{
                Settings = @{ 'max.connections.per.ip' = 500 }
                Topics = @(@{ Name = 'fresh'; Access = @{ 'app-user' = 'All' } })
                Quotas = @(@{ UserName = 'app-user'; ProducerByteRate = 5 }, @{ UserName = 'app-user'; ClientId = 'x'; ProducerByteRate = 5 })
            }
            $seen = Watch-Command { Get-DmsInstance kafka-staging | Import-DmsConfiguration $wanted }
            $seen.Errors | Should -BeNullOrEmpty
            $steps = @(Get-Request $slow | ForEach-Object { if ($_.Method -eq 'POST' -and $_.Path -like '*/kafka-user-client-quota') { 'quota' } elseif ($_.Path -like '*/tasks/*') { 'status' } })
            ($steps -join ' ') | Should -BeLike '*quota status*quota status*' -Because 'an instance executes its tasks one after the other'
            $steps = @(Get-Request $slow | ForEach-Object { if ($_.Method -ne 'GET' -and $_.Path -like '*accesspolicy*') { 'permissions' } elseif ($_.Path -like '*/instances/????????-*' -and $_.Path -notlike '*/instances/*/*') { 'status' } })
            ($steps -join ' ') | Should -BeLike '*permissions status*' -Because 'permissions take effect a little later'
            Get-DmsInstance kafka-staging | Compare-DmsConfiguration $wanted | Where-Object Change -NE Remove | Should -BeNullOrEmpty
        }
    }
}
