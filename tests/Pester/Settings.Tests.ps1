BeforeAll {
    . $PSScriptRoot/Common.ps1
    $Good = New-Secure 'Better-Pass-1'
}

Describe 'Get-DmsInstanceConfig' {
    BeforeAll { $service = Start-TestEmulator; Connect-TestEmulator $service }
    AfterAll { Stop-TestEmulator }

    It 'lists every setting with typed values, its instance and its connection' {
        $configs = Get-DmsInstance kafka-dev | Get-DmsInstanceConfig
        $configs | Should -HaveCount 13
        $hours = $configs | Where-Object Name -EQ log.retention.hours
        $hours.Value | Should -BeOfType long
        $hours.Value | Should -Be 72
        $hours.Minimum, $hours.Maximum, $hours.RequiresRestart | Should -Be 1, 168, $true
        ($configs | Where-Object Name -EQ unclean.leader.election.enable).Value | Should -BeFalse
        $configs.InstanceId | Sort-Object -Unique | Should -Be (Get-DmsInstance kafka-dev).InstanceId
        $configs.Context | Sort-Object -Unique | Should -Be test
    }

    It 'finds by name, by wildcard, and reports a name that does not exist' {
        (Get-DmsInstance kafka-dev | Get-DmsInstanceConfig -Name '*retention*').Name | Should -Be 'log.retention.hours', 'offsets.retention.minutes'
        (Get-DmsInstance kafka-dev | Get-DmsInstanceConfig -First 2).Name | Should -Be 'min.insync.replicas', 'message.max.bytes'
        $seen = Watch-Command { Get-DmsInstance kafka-dev | Get-DmsInstanceConfig -Name no.such, num.partitions }
        $seen.Output.Name | Should -Be num.partitions
        Assert-Failure $seen.Errors -Id HuaweiDms.NotFound -From GetDmsInstanceConfig -Category ObjectNotFound -Target no.such
    }

    It 'has a table of 80 columns that shows values and accepted values' {
        $text = (Get-DmsInstance kafka-dev | Get-DmsInstanceConfig | Out-String -Width 80)
        foreach ($part in 'log.retention.hours', '72', '1~168', 'Requires', 'Restart') { $text | Should -BeLike "*$part*" }
    }

    It 'completes names, and values if there are only a few' {
        $id = (Get-DmsInstance kafka-dev).InstanceId
        (Complete "Get-DmsInstanceConfig $id -Name log").CompletionText | Should -Be log.retention.hours
        (Complete 'Get-DmsInstanceConfig -Name num').CompletionText | Should -Be num.partitions
        (Complete "Set-DmsInstanceConfig $id -Name auto.create.groups.enable -Value ").CompletionText | Should -Be 'true', 'false'
    }
}

Describe 'Set-DmsInstanceConfig' {
    BeforeEach { $service = Start-TestEmulator; Connect-TestEmulator $service }
    AfterEach { Stop-TestEmulator }

    It 'changes several with one request, warns of the restart, and the change is visible' {
        $dev = Get-DmsInstance kafka-dev
        $seen = Watch-Command { $dev | Set-DmsInstanceConfig -Config @{ 'log.retention.hours' = 66; 'auto.create.groups.enable' = $false } -Wait -Force }
        $seen.Errors | Should -BeNullOrEmpty
        $seen.Output.RequiresRestart | Should -BeTrue
        $seen.Output.StaticCount, $seen.Output.DynamicCount | Should -Be 1, 1
        "$($seen.Warnings)" | Should -BeLike '*kafka-dev*Restart-DmsInstance*log.retention.hours*'
        @(Get-Changing $Service) | Should -HaveCount 1
        ($dev | Get-DmsInstanceConfig -Name log.retention.hours).Value | Should -Be 66
        $Service.InstancesAwaitingRestart | Should -Be $dev.InstanceId
        @($dev | Get-DmsTask)[0].Status | Should -Be SUCCESS
        $null = $dev | Restart-DmsInstance -Force
        $Service.InstancesAwaitingRestart | Should -BeNullOrEmpty
    }

    It 'warns of the restart however a wait ends' {
        Stop-TestEmulator
        Connect-TestEmulator (Start-TestEmulator -Speed 1)
        $seen = Watch-Command { Get-DmsInstance kafka-dev | Set-DmsInstanceConfig -Name log.retention.hours -Value 66 -Force -Wait -Timeout 00:00:00.1 }
        Assert-Failure $seen.Errors -Id HuaweiDms.Timeout -From SetDmsInstanceConfig -Category OperationTimeout -Says 'Wait-DmsTask'
        $seen.Output | Should -HaveCount 0
        "$($seen.Warnings)" | Should -BeLike '*kafka-dev*Restart-DmsInstance*log.retention.hours*'
    }

    It 'does not warn if nothing needs a restart' {
        $seen = Watch-Command { Get-DmsInstance kafka-dev | Set-DmsInstanceConfig -Name max.connections.per.ip -Value 2000 }
        $seen.Warnings | Should -BeNullOrEmpty
        $seen.Output.RequiresRestart | Should -BeFalse
        (Get-DmsInstance kafka-dev | Get-DmsTask -TaskId $seen.Output.TaskId).Name | Should -Be kafkaConfigModify
    }

    It 'blames a misspelled name on -Name, and suggests the right one' {
        $seen = Watch-Command { Get-DmsInstance kafka-dev | Set-DmsInstanceConfig -Name log.retention.hour -Value 66 }
        Assert-Failure $seen.Errors -Id HuaweiDms.InvalidArgument -From SetDmsInstanceConfig -Category InvalidArgument -Target log.retention.hour -Says "-Name cannot be 'log.retention.hour'", "Did you mean 'log.retention.hours'?"
        Get-Changing $Service | Should -BeNullOrEmpty
    }

    It 'sends nothing to an instance with a bad value, and reports each' {
        $dev = Get-DmsInstance kafka-dev
        $seen = Watch-Command { $dev | Set-DmsInstanceConfig -Config ([ordered]@{ 'log.retention.hours' = 169; 'min.insync.replicas' = 'x'; 'no.such' = 1; 'num.partitions' = 5 }) }
        $seen.Errors | Should -HaveCount 3
        Assert-Failure $seen.Errors[0] -Id HuaweiDms.InvalidArgument -From SetDmsInstanceConfig -Category InvalidArgument -Target log.retention.hours -Says '-Config', '169', '1 to 168', 'kafka-dev'
        Assert-Failure $seen.Errors[2] -Id HuaweiDms.InvalidArgument -From SetDmsInstanceConfig -Category InvalidArgument -Target no.such -Says '-Config', 'no setting with this name', 'num.partitions'
        Get-Changing $Service | Should -BeNullOrEmpty
    }

    It 'refuses <Value> for <Name>' -ForEach @(
        @{ Name = 'log.retention.hours'; Value = 0 }, @{ Name = 'log.retention.hours'; Value = 66.5 }, @{ Name = 'log.retention.hours'; Value = '' }
        @{ Name = 'auto.create.groups.enable'; Value = 'yes' }, @{ Name = 'auto.create.groups.enable'; Value = 1 }, @{ Name = 'num.partitions'; Value = @(1, 2) }
    ) {
        $seen = Watch-Command { Get-DmsInstance kafka-dev | Set-DmsInstanceConfig -Name $Name -Value $Value }
        Assert-Failure $seen.Errors -Id HuaweiDms.InvalidArgument -From SetDmsInstanceConfig -Category InvalidArgument -Target $Name
        Get-Changing $Service | Should -BeNullOrEmpty
    }

    It 'shows with -WhatIf what would change in which instance, and sends nothing' {
        $seen = Invoke-Session { Connect-Dms -Emulator; Get-DmsInstance kafka-dev, kafka-test-01 | Set-DmsInstanceConfig -Config @{ 'num.partitions' = 6 } -WhatIf; Disconnect-Dms }
        $seen.WhatIf | Should -HaveCount 2
        $seen.WhatIf[0] | Should -BeLike '*num.partitions 3 -> 6 (needs a restart)*kafka-dev*'
    }

    It 'prompts only if something is lost, and says what' {
        $seen = Invoke-Session {
            $dev | Set-DmsInstanceConfig @{ 'log.retention.hours' = 71 } | Out-Null
            $dev | Set-DmsInstanceConfig @{ 'log.retention.hours' = 80 } -WarningAction Ignore | Out-Null
        } -Answer 2 -Variable @{ dev = (Get-DmsInstance kafka-dev) }
        $seen.Questions | Should -HaveCount 1
        $seen.Questions[0] | Should -BeLike '*log.retention.hours 72 -> 71 (deletes older messages*; needs a restart)*kafka-dev*'
        @(Get-Changing $Service) | Should -HaveCount 1
    }

    It 'accepts the settings of another instance, and combines them in one request' {
        $null = Get-DmsInstance kafka-dev | Set-DmsInstanceConfig -Config @{ 'num.partitions' = 6; 'max.connections.per.ip' = 2000 } -WarningAction Ignore
        $lines = Get-DmsInstance kafka-dev | Get-DmsInstanceConfig | Where-Object { -not $_.IsDefault } | ForEach-Object { "$((Get-DmsInstance kafka-test-01).InstanceId),$($_.Name),$($_.Value)" }
        Set-Content "$TestDrive/c.csv" (@('InstanceId,Name,Value') + $lines)
        Import-Csv "$TestDrive/c.csv" |
            Set-DmsInstanceConfig -WarningAction Ignore | ForEach-Object { $_.Changes } | Should -HaveCount 2
        @(Get-Changing $Service) | Should -HaveCount 2
        (Get-DmsInstance kafka-test-01 | Get-DmsInstanceConfig -Name num.partitions).Value | Should -Be 6
    }

    It 'reports what to do if the state does not allow it, and changes the others' {
        $seen = Watch-Command { Get-DmsInstance kafka-legacy, kafka-dev | Set-DmsInstanceConfig -Name min.insync.replicas -Value 2 }
        Assert-Failure $seen.Errors -Id DMS.00400026 -From SetDmsInstanceConfig -Category ResourceBusy -Target (Get-DmsInstance kafka-legacy).InstanceId -Says 'Wait-DmsInstance'
        $seen.Output.InstanceId | Should -Be (Get-DmsInstance kafka-dev).InstanceId
    }

    It 'accepts name and value after a pipeline, and then the instance' {
        $dev = Get-DmsInstance kafka-dev
        ($dev | Set-DmsInstanceConfig num.partitions 6 -WarningAction Ignore).Changes.NewValue | Should -Be 6
        (Set-DmsInstanceConfig num.partitions 7 $dev -WarningAction Ignore).Changes.NewValue | Should -Be 7
        (Set-DmsInstanceConfig @{ 'num.partitions' = 8 } $dev -WarningAction Ignore).Changes.NewValue | Should -Be 8
        (Set-DmsInstanceConfig $dev.InstanceId -Name num.partitions -Value 9 -WarningAction Ignore).Changes.NewValue | Should -Be 9
    }

    It 'accepts the settings as the first argument after a pipeline' {
        (Get-DmsInstance kafka-dev | Get-DmsInstanceConfig num*).Name | Should -Be num.partitions
        (Get-DmsInstance kafka-dev | Set-DmsInstanceConfig @{ 'min.insync.replicas' = 2 }).Changes.NewValue | Should -Be 2
        (Get-DmsInstance kafka-dev | Enable-DmsAccessMode PrivatePlain).AccessMode | Should -Be PrivatePlain
        (Get-DmsInstance kafka-prod | Reset-DmsInstancePassword $Good -Force -PassThru).Name | Should -Be kafka-prod
    }

    It 'reports an instance that does not exist' {
        $seen = Watch-Command { Set-DmsInstanceConfig $NoSuchId -Name min.insync.replicas -Value 2 }
        Assert-Failure $seen.Errors -Id DMS.00404022 -From SetDmsInstanceConfig -Category ObjectNotFound -Target $NoSuchId
    }
}

Describe 'Update-DmsInstance' {
    BeforeEach { $service = Start-TestEmulator; Connect-TestEmulator $service }
    AfterEach { Stop-TestEmulator }

    It 'upgrades immediately and waits through UPGRADING' {
        $result = Get-DmsInstance kafka-dev | Update-DmsInstance -Force -Wait
        $result.Status | Should -Be RUNNING
        (Get-DmsInstance kafka-dev | Get-DmsTask -TaskId $result.TaskId).Status | Should -Be SUCCESS
    }

    It 'shows UPGRADING meanwhile, when nothing else is possible' {
        $null = Get-DmsInstance kafka-dev | Update-DmsInstance -Force
        (Get-DmsInstance kafka-dev).Status | Should -Be UPGRADING
        $seen = Watch-Command { Get-DmsInstance kafka-dev | Update-DmsInstance -Force }
        Assert-Failure $seen.Errors -Id DMS.00400052 -From UpdateDmsInstance -Category ResourceBusy -Target (Get-DmsInstance kafka-dev).InstanceId
    }

    It 'reports the second time that nothing is left to do' {
        $null = Get-DmsInstance kafka-dev | Update-DmsInstance -Force -Wait
        $seen = Watch-Command { Get-DmsInstance kafka-dev | Update-DmsInstance -Force }
        Assert-Failure $seen.Errors -Id DMS.00400053 -From UpdateDmsInstance -Category InvalidArgument -Says 'already has the latest kernel'
    }

    It 'schedules an upgrade' {
        $at = [datetimeoffset]::UtcNow.AddHours(3)
        $result = Get-DmsInstance kafka-dev | Update-DmsInstance -At $at -Force
        $result.ScheduledAt | Should -Be $at
        $sent = (Get-Exchange $Service -Changing).request
        $sent.is_schedule, $sent.execute_at | Should -Be $true, $at.ToUnixTimeMilliseconds()
        (Get-DmsInstance kafka-dev).Status | Should -Be RUNNING
    }

    It 'refuses <Why> before anything is sent' -ForEach @(
        @{ Why = 'a time in the past'; More = { @{ At = (Get-Date).AddMinutes(-1) } }; Says = 'in the future' }
        @{ Why = 'to wait for a later upgrade'; More = { @{ At = (Get-Date).AddHours(1); Wait = $true } }; Says = '-Wait' }
    ) {
        $more = & $More
        $seen = Watch-Command { Get-DmsInstance kafka-dev | Update-DmsInstance -Force @more }
        Assert-Failure $seen.Errors -Id HuaweiDms.InvalidArgument -From UpdateDmsInstance -Category InvalidArgument -Says $Says
        "$($seen.Errors[0])" | Should -Not -Match '\dT\d'
        Get-Changing $Service | Should -BeNullOrEmpty
    }

    It 'shows the time in UTC with -WhatIf' {
        $seen = Invoke-Session { Connect-Dms -Emulator; Get-DmsInstance kafka-dev | Update-DmsInstance -At 2100-03-28T02:30:00+01:00 -WhatIf; Disconnect-Dms }
        $seen.WhatIf | Should -BeLike '*Upgrade the kernel at 2100-03-28T01:30:00Z*'
    }

    It 'prompts, and does nothing if the answer is no' {
        $seen = Invoke-Session { Connect-Dms -Emulator; Get-DmsInstance kafka-dev | Update-DmsInstance; (Get-DmsInstance kafka-dev).Status; Disconnect-Dms } -Answer 2
        $seen.Questions | Should -HaveCount 1
        $seen.Output | Should -Be RUNNING
    }
}

Describe 'Reset-DmsInstancePassword' {
    BeforeEach { $service = Start-TestEmulator; Connect-TestEmulator $service }
    AfterEach { Stop-TestEmulator }

    It 'sends the new password, and does not show it' {
        $seen = Watch-Command { Get-DmsInstance kafka-prod | Reset-DmsInstancePassword -NewPassword $Good -Force -PassThru -Verbose }
        $seen.Errors | Should -BeNullOrEmpty
        $seen.Output[-1].Name | Should -Be kafka-prod
        $seen.Verbose + $seen.Output | Out-String | Should -Not -BeLike '*Better-Pass*'
        @(Get-Changing $Service)[0].Operation | Should -Be ResetPassword
    }

    It 'accepts only the credential of the SASL user' {
        $seen = Watch-Command {
            Get-DmsInstance kafka-prod | Reset-DmsInstancePassword -Credential (New-Login app-user 'Better-Pass-1') -Force
            Get-DmsInstance kafka-prod | Reset-DmsInstancePassword -Credential (New-Login other 'Better-Pass-1') -Force
        }
        Assert-Failure $seen.Errors -Id HuaweiDms.InvalidArgument -From ResetDmsInstancePassword -Category InvalidArgument -Says 'app-user', '-NewPassword'
        @(Get-Changing $Service) | Should -HaveCount 1
    }

    It 'refuses <Password> before anything is sent' -ForEach @{ Password = 'short' }, @{ Password = '-Begins-With-1' }, @{ Password = 'onlylowercase' } {
        $seen = Watch-Command { Get-DmsInstance kafka-prod | Reset-DmsInstancePassword -NewPassword (New-Secure $Password) -Force }
        Assert-Failure $seen.Errors -Id HuaweiDms.InvalidArgument -From ResetDmsInstancePassword -Category InvalidArgument -Says '-NewPassword'
        "$($seen.Errors)" | Should -Not -BeLike "*$Password*"
        Get-Changing $Service | Should -BeNullOrEmpty
    }

    It 'accepts text from a pipeline, and does not show it' {
        $seen = Watch-Command { Get-DmsInstance kafka-prod | Reset-DmsInstancePassword -NewPassword 'Better-Pass-1' -Force -PassThru -Verbose }
        $seen.Errors | Should -BeNullOrEmpty
        $seen.Verbose + $seen.Output | Out-String | Should -Not -BeLike '*Better-Pass*'
        @(Get-Changing $Service)[0].Operation | Should -Be ResetPassword
    }

    It 'fails if SASL is off, with what to do' {
        $seen = Watch-Command { Get-DmsInstance kafka-dev | Reset-DmsInstancePassword -NewPassword $Good -Force }
        Assert-Failure $seen.Errors -Id DMS.00400971 -From ResetDmsInstancePassword -Category InvalidArgument -Target (Get-DmsInstance kafka-dev).InstanceId -Says 'SSL'
    }

    It 'sends nothing with -WhatIf, even with -Force' {
        $seen = Invoke-Session { param() Connect-Dms -Emulator; Get-DmsInstance kafka-prod | Reset-DmsInstancePassword -NewPassword (ConvertTo-SecureString 'Better-Pass-1' -AsPlainText -Force) -Force -WhatIf; Disconnect-Dms }
        $seen.WhatIf | Should -HaveCount 1
    }
}

Describe 'Automatic topic creation' {
    BeforeEach { $service = Start-TestEmulator; Connect-TestEmulator $service }
    AfterEach { Stop-TestEmulator }

    It 'is turned on and off, and the task is waited for' {
        (Get-DmsInstance kafka-test-01 | Enable-DmsAutoTopic -Wait -PassThru).AutoTopicEnabled | Should -BeTrue
        @(Get-DmsInstance kafka-test-01 | Get-DmsTask)[0].Status | Should -Be SUCCESS
        (Get-DmsInstance kafka-test-01 | Disable-DmsAutoTopic -PassThru).AutoTopicEnabled | Should -BeFalse
        Get-DmsInstance kafka-test-01 | Enable-DmsAutoTopic | Should -BeNullOrEmpty
    }

    It 'is not changed in the wrong state' {
        $seen = Watch-Command { Get-DmsInstance kafka-legacy | Disable-DmsAutoTopic }
        Assert-Failure $seen.Errors -Id DMS.00400026 -From DisableDmsAutoTopic -Category ResourceBusy -Target (Get-DmsInstance kafka-legacy).InstanceId
    }
}

Describe 'Access modes' {
    BeforeEach { $service = Start-TestEmulator; Connect-TestEmulator $service }
    AfterEach { Stop-TestEmulator }

    It 'are turned on and off' {
        $on = Get-DmsInstance kafka-dev | Enable-DmsAccessMode -AccessMode PrivateSaslSsl -Credential (New-Login app-user 'Better-Pass-1') -SaslMechanism PLAIN -Wait
        $on.Enabled, $on.AccessMode | Should -Be $true, 'PrivateSaslSsl'
        $off = Get-DmsInstance kafka-dev | Disable-DmsAccessMode -AccessMode PrivatePlain -Force -Wait
        $off.Enabled | Should -BeFalse
        ((Get-DmsInstance kafka-dev).AccessModes | Where-Object Enabled).Name | Should -Be PrivateSaslSsl
    }

    It 'cannot all be turned off' {
        $seen = Watch-Command { Get-DmsInstance kafka-dev | Disable-DmsAccessMode -AccessMode PrivatePlain -Force }
        Assert-Failure $seen.Errors -Id HuaweiDms.InvalidArgument -From DisableDmsAccessMode -Category InvalidArgument -Says 'only access mode', 'Enable-DmsAccessMode'
        Get-Changing $Service | Should -BeNullOrEmpty
    }

    It 'cannot all be turned off inside the VPC, although one outside is on' {
        $seen = Watch-Command { Get-DmsInstance kafka-prod | Disable-DmsAccessMode -AccessMode PrivateSaslSsl -Force }
        Assert-Failure $seen.Errors -Id HuaweiDms.InvalidArgument -From DisableDmsAccessMode -Category InvalidArgument -Says 'inside the VPC', 'Enable-DmsAccessMode'
        Get-Changing $Service | Should -BeNullOrEmpty
    }

    It 'are refused if impossible: <Mode> of <Name>' -ForEach @(
        @{ Name = 'kafka-prod'; Mode = 'PrivateSaslPlaintext'; Says = 'PrivateSaslSsl is enabled', 'Disable-DmsAccessMode' }
        @{ Name = 'kafka-dev'; Mode = 'PublicPlain'; Says = @('no public access') }
    ) {
        $seen = Watch-Command { Get-DmsInstance $Name | Enable-DmsAccessMode -AccessMode $Mode }
        Assert-Failure $seen.Errors -Id HuaweiDms.InvalidArgument -From EnableDmsAccessMode -Category InvalidArgument -Says $Says
        Get-Changing $Service | Should -BeNullOrEmpty
    }

    It 'warn of a credential that is ignored' {
        $login = New-Login app-user 'Better-Pass-1'
        (Watch-Command { Get-DmsInstance kafka-prod | Enable-DmsAccessMode -AccessMode PrivateSaslSsl -Credential $login }).Warnings | Should -BeLike '*remains app-user*'
        (Watch-Command { Get-DmsInstance kafka-dev | Enable-DmsAccessMode -AccessMode PrivatePlain -Credential $login }).Warnings | Should -BeLike '*has no user*'
    }

    It 'require a credential when SASL is first turned on' {
        $seen = Watch-Command { Get-DmsInstance kafka-dev | Enable-DmsAccessMode -AccessMode PrivateSaslSsl }
        Assert-Failure $seen.Errors -Id HuaweiDms.InvalidArgument -From EnableDmsAccessMode -Category InvalidArgument -Says '-Credential'
        Get-Changing $Service | Should -BeNullOrEmpty
    }

    It 'are not changed in the wrong state' {
        $seen = Watch-Command { Get-DmsInstance kafka-legacy | Enable-DmsAccessMode -AccessMode PrivateSaslSsl -Credential (New-Login app-user 'Better-Pass-1') }
        Assert-Failure $seen.Errors -Id DMS.00400026 -From EnableDmsAccessMode -Category ResourceBusy -Target (Get-DmsInstance kafka-legacy).InstanceId
    }
}

Describe 'A change that is already as requested' {
    BeforeEach { $service = Start-TestEmulator; Connect-TestEmulator $service }
    AfterEach { Stop-TestEmulator }

    It 'is reported, and not sent: an access mode' {
        $seen = Watch-Command { Get-DmsInstance kafka-dev | Enable-DmsAccessMode privateplain -Wait -Verbose }
        $seen.Output.AccessMode, $seen.Output.Enabled, $seen.Output.TaskId | Should -Be PrivatePlain, $true, $null
        $seen.Output.Instance | Should -Be kafka-dev
        $seen.Verbose.Message | Should -Contain "kafka-dev ($((Get-DmsInstance kafka-dev).InstanceId)) is already as requested; nothing is sent."
        $seen = Watch-Command { Get-DmsInstance kafka-dev | Disable-DmsAccessMode PrivateSaslSsl -Force }
        $seen.Output.Enabled | Should -BeFalse
        $seen.Errors | Should -BeNullOrEmpty
        Get-Changing $Service | Should -BeNullOrEmpty
    }

    It 'is reported, and not sent: a cross-VPC address' {
        $dev = Get-DmsInstance kafka-dev
        $first = $dev.CrossVpcAddresses[0]
        $results = $dev | Set-DmsCrossVpcAddress @{ $first.ListenerIp = $first.AdvertisedIp }
        $results | Should -HaveCount 3
        $results.Succeeded | Should -Be $true, $true, $true
        $results.InstanceId | Select-Object -Unique | Should -Be $dev.InstanceId
        Get-Changing $Service | Should -BeNullOrEmpty
    }
}

Describe 'Set-DmsCrossVpcAddress' {
    BeforeEach { $service = Start-TestEmulator; Connect-TestEmulator $service }
    AfterEach { Stop-TestEmulator }

    It 'changes one listener, keeps the others, and emits a result for each' {
        $dev = Get-DmsInstance kafka-dev
        $first = $dev.CrossVpcAddresses[0].ListenerIp
        $results = $dev | Set-DmsCrossVpcAddress -Address @{ $first = '10.1.0.4' }
        $results | Should -HaveCount 3
        $results.Succeeded | Should -Be $true, $true, $true
        (Get-DmsInstance kafka-dev).CrossVpcAddresses.AdvertisedIp | Should -Be (@('10.1.0.4') + $dev.CrossVpcAddresses[1, 2].ListenerIp)
    }

    It 'refuses an unknown listener' {
        $seen = Watch-Command { Get-DmsInstance kafka-dev | Set-DmsCrossVpcAddress -Address @{ '1.2.3.4' = '10.1.0.4' } }
        Assert-Failure $seen.Errors -Id HuaweiDms.InvalidArgument -From SetDmsCrossVpcAddress -Category InvalidArgument -Target 1.2.3.4 -Says '192.168.'
        $dev = Get-DmsInstance kafka-dev
        foreach ($wrong in '10.0.0.999', 'bad name!', 'kafka.example.com:9092', '') {
            $seen = Watch-Command { $dev | Set-DmsCrossVpcAddress -Address @{ $dev.CrossVpcAddresses[0].ListenerIp = $wrong } }
            Assert-Failure $seen.Errors -Id HuaweiDms.InvalidArgument -From SetDmsCrossVpcAddress -Category InvalidArgument -Says "= $wrong'", 'IPv4'
        }
        Get-Changing $Service | Should -BeNullOrEmpty
    }

    It 'sends nothing with -WhatIf' {
        $dev = Get-DmsInstance kafka-dev
        $dev | Set-DmsCrossVpcAddress -Address @{ $dev.CrossVpcAddresses[0].ListenerIp = '10.1.0.4' } -WhatIf
        Get-Changing $Service | Should -BeNullOrEmpty
    }
}
