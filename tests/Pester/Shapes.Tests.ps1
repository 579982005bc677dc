BeforeAll { . $PSScriptRoot/Common.ps1 }

# Pipeline input may have passed through a job, a file or Select-Object. It must keep its meaning.
BeforeDiscovery {
    $shapes = @(
        @{ Shape = 'as it is'; Through = { $input } }
        @{ Shape = 'through a job or Clixml'; Through = { $input | ForEach-Object { [Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize($_)) } } }
        @{ Shape = 'through Select-Object *'; Through = { $input | Select-Object * } }
        @{ Shape = 'through Select-Object Name, InstanceId'; Through = { $input | Select-Object Name, InstanceId } }
        @{ Shape = 'through Select-Object and Clixml'; Through = { $input | Select-Object InstanceId | ForEach-Object { [Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize($_)) } } }
        @{ Shape = 'through a CSV file'; Through = { $input | ConvertTo-Csv | ConvertFrom-Csv } }
        @{ Shape = 'through a CSV file with types'; Through = { $input | ConvertTo-Csv -IncludeTypeInformation | ConvertFrom-Csv } }
        @{ Shape = 'through a CSV file of Name and InstanceId'; Through = { $input | Where-Object Name | Select-Object Name, InstanceId | ConvertTo-Csv | ConvertFrom-Csv } }
        @{ Shape = 'through JSON'; Through = { $input | ConvertTo-Json -WarningAction Ignore | ConvertFrom-Json } }
    )
}

Describe 'Pipeline input' {
    BeforeAll {
        $service = Start-TestEmulator -Unrecorded
        Connect-TestEmulator $service
        $prod = Get-DmsInstance kafka-prod
        $null = $prod | New-DmsConsumerGroup orders
        $null = $prod | New-DmsUser -Credential (New-Login orders 'Sec-12345-ret')
        $password = New-Secure 'Abc-12345678'
        $file = "$TestDrive/prod.json"
        $prod | Export-DmsConfiguration -Path $file
        $losing = @{
            'Disable-DmsAccessMode'     = @{ AccessMode = 'PrivatePlain' }
            'Disable-DmsAutoTopic'      = @{}
            'Disable-DmsManager'        = @{}
            'Disable-DmsSmartConnect'   = @{}
            'Enable-DmsSmartConnect'    = @{}
            'Import-DmsConfiguration'   = @{ Configuration = $file; Prune = $true }
            'Remove-DmsInstance'        = @{}
            'Remove-DmsTag'             = @{ Key = 'env' }
            'Reset-DmsInstancePassword' = @{ NewPassword = $password }
            'Reset-DmsManagerPassword'  = @{ NewPassword = $password }
            'Resize-DmsInstance'        = @{ BrokerCount = 9 }
            'Restart-DmsInstance'       = @{}
            'Restart-DmsManager'        = @{}
            'Set-DmsCrossVpcAddress'    = @{ Address = @{ '192.168.0.4' = '10.1.0.4' } }
            'Set-DmsInstance'           = @{ RetentionPolicy = 'time_base' }
            'Set-DmsInstanceConfig'     = @{ Config = @{ 'log.retention.hours' = 5 } }
            'Update-DmsInstance'        = @{}
        }
        $things = @(
            $prod | Get-DmsTopic orders
            $prod | Get-DmsConsumerGroup orders
            $prod | Get-DmsUser orders
            $prod | Get-DmsConsumerLag -Summary | Select-Object -First 1
            $prod | Get-DmsConsumerLag billing | Select-Object -First 1
            $prod | Get-DmsTopicPartition orders | Select-Object -First 1
            $prod | Get-DmsMessage orders -First 1
            $prod | Get-DmsDiskUsage | Select-Object -First 1
            $prod | Get-DmsTask | Select-Object -First 1
        )
        $made = @(Get-Changing $service).Count
    }
    AfterAll { Stop-TestEmulator }

    It 'that is something in an instance does not harm the instance: <Shape>' -ForEach $shapes {
        $given = @($things | & $Through)
        $given.Count | Should -BeGreaterThan 3
        foreach ($command in $losing.Keys) {
            $with = $losing[$command]
            $force = if ((Get-Command $command).Parameters.ContainsKey('Force')) { @{ Force = $true } } else { @{ Confirm = $false } }
            $seen = Watch-Command { $given | & $command @with @force }
            @($seen.Errors).Count | Should -Be $given.Count -Because "$command must refuse all of them"
            foreach ($failure in $seen.Errors) {
                Assert-Failure $failure -Id HuaweiDms.InvalidArgument -From ($command -replace '-') -Category InvalidArgument -Says '-InstanceId', "Get-DmsInstance -InstanceId <id> | $command"
            }
            $seen.Output | Should -BeNullOrEmpty
        }
        @(Get-Changing $service) | Should -HaveCount $made
    }

    It 'that is an instance still selects that instance: <Shape>' -ForEach $shapes {
        $given = $prod | & $Through
        foreach ($command in 'Remove-DmsInstance', 'Restart-DmsInstance', 'Update-DmsInstance', 'Disable-DmsAutoTopic') {
            $seen = Invoke-Session { $given | & $command -WhatIf } -Variable @{ given = $given; command = $command }
            $seen.Errors | Should -BeNullOrEmpty -Because $command
            $seen.WhatIf | Should -BeLike '*kafka-prod*' -Because $command
        }
        ($given | Get-DmsTopic orders).Name | Should -Be 'orders'
        (Get-DmsTopic orders -InstanceId $given).InstanceId | Should -Be $prod.InstanceId
    }

    It 'is an instance that the connection has not read yet, if the service confirms its name' {
        Connect-TestEmulator $service -Name fresh
        $rows = [pscustomobject]@{ InstanceId = $prod.InstanceId; Name = 'KAFKA-prod'; Lag = 0 }, [pscustomobject]@{ InstanceId = $prod.InstanceId; Name = 'orders' },
            [pscustomobject]@{ InstanceId = $prod.InstanceId; Lag = 0 }
        $seen = Invoke-Session { $rows | Restart-DmsInstance -Context fresh -WhatIf } -Variable @{ rows = $rows }
        $seen.WhatIf | Should -HaveCount 1
        $seen.Errors | Should -HaveCount 2
        "$($seen.Errors[0])" | Should -BeLike "*is about 'orders'*is named 'kafka-prod'*"
    }

    It 'names the object together with its instance, if a command is about that object' {
        $null = $prod | Add-DmsTag -Key shape -Value any
        $tag = $prod | Get-DmsTag shape | ConvertTo-Csv | ConvertFrom-Csv
        (Invoke-Session { $tag | Remove-DmsTag -WhatIf } -Variable @{ tag = $tag }).WhatIf | Should -BeLike '*shape*'
        $row = [pscustomobject]@{ InstanceId = $prod.InstanceId; Name = 'log.retention.hours'; Value = 5 }
        (Invoke-Session { $row | Set-DmsInstanceConfig -WhatIf } -Variable @{ row = $row }).WhatIf | Should -BeLike '*log.retention.hours*'
    }

    It 'is not a topic if it is a group or a user with that name: <Shape>' -ForEach ($shapes | Where-Object Shape -NotMatch 'of Name and|and Clixml') {
        foreach ($item in ($prod | Get-DmsConsumerGroup orders), ($prod | Get-DmsUser orders)) {
            $given = $item | & $Through
            $seen = Watch-Command { $given | Remove-DmsTopic -Force }
            Assert-Failure $seen.Errors -Id HuaweiDms.InvalidArgument -From RemoveDmsTopic -Category InvalidArgument -Says '-Name', 'Use -Name to specify the topic'
        }
        $prod | Get-DmsTopic orders | Should -Not -BeNullOrEmpty
    }

    It 'has the same meaning in a job' {
        $copy = $prod | Start-Job { $input } | Receive-Job -Wait -AutoRemoveJob
        $copy.PSObject.TypeNames[0] | Should -Be 'Deserialized.HuaweiDms.Instance'
        foreach ($create in 'New-DmsTopic', 'New-DmsConsumerGroup') {
            Assert-Failure (Watch-Command { $copy | & $create }).Errors -Id HuaweiDms.InvalidArgument -From ($create -replace '-') -Category InvalidArgument -Says '-Name', 'kafka-prod'
        }
        $copy | Get-DmsConsumerGroup | Should -HaveCount @($prod | Get-DmsConsumerGroup).Count
        $connection = Get-DmsContext test | ForEach-Object { [Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize($_)) }
        (Get-DmsInstance kafka-prod -Context $connection).Context | Should -Be 'test'
    }
}

Describe 'A mock with a filter' {
    BeforeAll {
        $service = Start-TestEmulator -Unrecorded
        Connect-TestEmulator $service
        $dev = Get-DmsInstance kafka-dev
        # Not $id: -Id is an alias of -InstanceId, and Pester passes both to the filter.
        $known = $dev.InstanceId
    }
    AfterAll { Stop-TestEmulator }

    It 'replaces <Command> for { <Filter> }' -ForEach @(
        @{ Command = 'Remove-DmsInstance'; Filter = { $InstanceId -contains $known }; Script = { Remove-DmsInstance $dev -Force } }
        @{ Command = 'Remove-DmsInstance'; Filter = { $InstanceId -eq $known.ToUpperInvariant() }; Script = { $dev | Remove-DmsInstance -Force } }
        @{ Command = 'Remove-DmsInstance'; Filter = { $Context -eq 'TEST' }; Script = { Remove-DmsInstance $known -Context test -Force } }
        @{ Command = 'Set-DmsTopic'; Filter = { $RetentionHours -eq 5 }; Script = { Set-DmsTopic orders $dev -RetentionHours 5 } }
        @{ Command = 'Set-DmsTopic'; Filter = { $PartitionCount -gt 5 -and $PartitionCount -lt 10 }; Script = { Set-DmsTopic orders $dev -PartitionCount 9 } }
        @{ Command = 'Set-DmsTopic'; Filter = { $SyncFlush -eq $true -and $SyncReplication -ne $true }; Script = { Set-DmsTopic orders $dev -SyncFlush true -SyncReplication no } }
        @{ Command = 'Set-DmsTopic'; Filter = { $NewPartitionBroker -contains 2 }; Script = { Set-DmsTopic orders $dev -PartitionCount 9 -NewPartitionBroker 1, 2 } }
        @{ Command = 'Set-DmsTopic'; Filter = { $Config['Max.Message.Bytes'] -eq 5 -and $null -eq $Config['other'] }; Script = { Set-DmsTopic orders $dev -Config @{ 'max.message.bytes' = 5 } } }
        @{ Command = 'Set-DmsTopic'; Filter = { $Config -eq @{ 'max.message.bytes' = 5 } }; Script = { Set-DmsTopic orders $dev -Config 'max.message.bytes=5' } }
        @{ Command = 'New-DmsInstance'; Filter = { $Tag['env'] -eq 'prod' -and $ChargingMode -eq 'PrePaid' }; Script = { New-DmsInstance kafka-mocked @Ordinary -Tag 'env=prod;team=core' -ChargingMode prepaid } }
        @{ Command = 'Add-DmsTag'; Filter = { $Tag -eq @{ env = 'prod' } }; Script = { Add-DmsTag -Tag env=prod -InstanceId $dev } }
        @{ Command = 'Get-DmsSinkTask'; Filter = { $ConnectorId -eq (Get-DmsInstance kafka-prod).ConnectorId }; Script = { Get-DmsInstance kafka-prod | Get-DmsSinkTask } }
    ) {
        Mock $Command { 'mocked' } -ParameterFilter $Filter
        & $Script | Should -Be 'mocked'
        Get-Changing $service | Should -BeNullOrEmpty
    }
}
