BeforeAll { . $PSScriptRoot/Common.ps1 }

# Mistakes that happened once and must not happen again.
Describe 'Pitfalls' {
    BeforeEach { $service = Start-TestEmulator -Unrecorded; Connect-TestEmulator $service }
    AfterEach { Stop-TestEmulator }

    It 'Get-DmsInstance refuses an empty -<Parameter> instead of listing everything' -ForEach @(
        @{ Parameter = 'Name'; Value = '' }, @{ Parameter = 'Name'; Value = $null }, @{ Parameter = 'Name'; Value = @('kafka-dev', '') }
        @{ Parameter = 'Status'; Value = '' }, @{ Parameter = 'EnterpriseProjectId'; Value = '' }, @{ Parameter = 'Tag'; Value = $null }
    ) {
        $given = @{ $Parameter = $Value }
        $seen = Watch-Command { Get-DmsInstance @given }
        $seen.Errors[0].FullyQualifiedErrorId | Should -BeLike 'ParameterArgumentValidationError*,HuaweiDms.PowerShell.GetDmsInstance'
        $seen.Output | Should -HaveCount 0
    }

    It 'an id in two spellings counts once' {
        $id = (Get-DmsInstance kafka-dev).InstanceId
        $id, $id.ToUpperInvariant() | Restart-DmsInstance -Force | Should -HaveCount 1
    }

    It '-WhatIf names the connection if several are used' {
        Connect-TestEmulator $service -Name other
        $seen = Invoke-Session { Get-DmsInstance kafka-dev -Context test | Restart-DmsInstance -Context test, other -WhatIf }
        $seen.WhatIf[0] | Should -BeLike '*test*'
        $seen.WhatIf[1] | Should -BeLike '*other*'
    }

    It '-WhatIf names the connection of an object that uses another than the current one: <Label>' -ForEach @(
        @{ Label = 'an instance'; Script = { Get-DmsInstance kafka-dev -Context test, other | Restart-DmsInstance -WhatIf } }
        @{ Label = 'a topic'; Script = { Get-DmsInstance kafka-dev -Context test, other | Get-DmsTopic orders | Remove-DmsTopic -WhatIf } }
        @{ Label = 'a group'; Script = { Get-DmsInstance kafka-dev -Context test, other | Get-DmsConsumerGroup fulfilment | Remove-DmsConsumerGroup -WhatIf } }
        @{ Label = 'offsets'; Script = { Get-DmsInstance kafka-dev -Context test, other | Get-DmsConsumerGroup fulfilment | Reset-DmsConsumerOffset -ToEarliest -WhatIf } }
        @{ Label = 'a description'; Script = { Get-DmsInstance kafka-dev -Context test, other | Set-DmsInstance -Description any -WhatIf } }
    ) {
        Connect-TestEmulator $service -Name other
        $seen = Invoke-Session ([scriptblock]::Create("Select-DmsContext other; $Script"))
        $seen.WhatIf | Should -HaveCount 2
        @($seen.WhatIf -like "*in 'test'*").Count | Should -Be 1
        @($seen.WhatIf -like "* in '*").Count | Should -Be 1
    }

    It 'every prompt names the connection if several are used: <_>' -ForEach @(
        { $dev | Add-DmsTag colour red -Context test, other -WhatIf }
        { $dev | Send-DmsMessage orders -Value hello -Context test, other -WhatIf }
        { Send-DmsMessage orders $dev.InstanceId hello -Context test, other -WhatIf }
        { New-DmsTopic made $dev -Context test, other -WhatIf }
        { Set-DmsTopic orders $dev -RetentionHours 5 -Context test, other -WhatIf }
        { Clear-DmsTopicMessage orders $dev -Partition 0 -Context test, other -WhatIf }
        { Remove-DmsInstance -AllFailed -Context test, other -WhatIf }
        { Invoke-DmsApi '/v2/{project_id}/instances/action' PUT -Body '{}' -Context test, other -WhatIf }
    ) {
        Connect-TestEmulator $service -Name other
        $seen = Invoke-Session $_ -Variable @{ dev = Get-DmsInstance kafka-dev -Context test }
        $seen.WhatIf | Should -HaveCount 2
        foreach ($place in 'test', 'other') { @($seen.WhatIf -like "* in '$place'*").Count | Should -Be 1 }
        $seen.WhatIf | ForEach-Object { [regex]::Matches($_, " in '").Count } | Should -Be 1, 1
    }

    It 'every error names the connection if several are used: <_>' -ForEach @(
        { Get-DmsCluster $NoSuchId -Context test, other }
        { Get-DmsInstance -InstanceId $NoSuchId -Context test, other }
        { Wait-DmsInstance $NoSuchId -Context test, other }
        { Export-DmsConfiguration -InstanceId $NoSuchId -Context test, other }
        { Get-DmsTopic gone $dev -Context test, other }
        { Get-DmsTopicPartition gone $dev -Context test, other }
        { Set-DmsTopic gone $dev -RetentionHours 5 -Context test, other }
        { $dev | Add-DmsTag colour red -Context test, other }
        { Get-DmsInstance -Context test, other }
    ) {
        Connect-TestEmulator $service -Name other
        $dev = Get-DmsInstance kafka-dev -Context test
        if ("$_" -notlike '*gone*' -and "$_" -notlike '*NoSuchId*') { $null = Add-DmsEmulatorFault $service -Action Status -StatusCode 403 }
        $seen = Watch-Command $_
        $seen.Errors | Should -HaveCount 2
        foreach ($place in 'test', 'other') { @($seen.Errors -like "* '$place'*").Count | Should -Be 1 }
    }

    It '<Command> -WhatIf shows its effect on a thousand items with at most <Most> requests' -ForEach @(
        @{ Command = 'New-DmsTopic'; Most = 1; Script = { $many | Select-Object InstanceId, @{ n = 'Topic'; e = { "new-$($_.Number)" } } | New-DmsTopic -WhatIf } }
        @{ Command = 'Remove-DmsTopic'; Most = 1; Script = { $many | Select-Object InstanceId, @{ n = 'Topic'; e = { 'orders' } } | Remove-DmsTopic -WhatIf } }
        @{ Command = 'Set-DmsTopic'; Most = 1; Script = { $many | Select-Object InstanceId, @{ n = 'Topic'; e = { 'orders' } } | Set-DmsTopic -RetentionHours 5 -WhatIf } }
        @{ Command = 'Remove-DmsConsumerGroup'; Most = 1; Script = { $many | Select-Object InstanceId, @{ n = 'ConsumerGroup'; e = { if ($_.Number % 2) { "g$($_.Number)" } else { 'fulfilment' } } } | Remove-DmsConsumerGroup -WhatIf } }
        @{ Command = 'Reset-DmsConsumerOffset'; Most = 2; Script = { $many | Select-Object InstanceId, @{ n = 'ConsumerGroup'; e = { 'fulfilment' } }, @{ n = 'Topic'; e = { 'orders' } }, @{ n = 'Partition'; e = { $_.Number % 6 } } | Reset-DmsConsumerOffset -ToEarliest -WhatIf } }
        @{ Command = 'Clear-DmsTopicMessage'; Most = 1; Script = { $many | Select-Object InstanceId, @{ n = 'Topic'; e = { 'orders' } }, @{ n = 'Partition'; e = { $_.Number % 6 } }, @{ n = 'BeforeOffset'; e = { 1010 + $_.Number % 6 * 1000 } } | Clear-DmsTopicMessage -WhatIf } }
        @{ Command = 'Remove-DmsUser'; Most = 1; Script = { $many | Select-Object InstanceId, @{ n = 'UserName'; e = { 'billing' } } | Remove-DmsUser -WhatIf } }
        @{ Command = 'Restart-DmsInstance'; Most = 0; Script = { $many | ForEach-Object { "00000000-0000-0000-0000-$('{0:d12}' -f $_.Number)" } | Restart-DmsInstance -WhatIf } }
    ) {
        $id = (Get-DmsInstance kafka-prod).InstanceId
        $many = foreach ($number in 1..1000) { [pscustomobject]@{ InstanceId = $id; Number = $number } }
        $before = $service.Requests.Count
        $seen = Invoke-Session $Script -Variable @{ many = $many }
        $seen.WhatIf.Count | Should -BeGreaterThan 0
        $service.Requests.Count - $before | Should -BeLessOrEqual $Most
    }

    It 'a proxy with another scheme is refused' {
        $seen = Watch-Command { Connect-TestEmulator $service -Name p -More @{ Proxy = 'ftp://proxy' } }
        Assert-Failure $seen.Errors -Id HuaweiDms.InvalidArgument -From ConnectDms -Category InvalidArgument -Says 'Proxy'
    }

    It 'a misspelled name gets a suggestion: <Label>' -ForEach @(
        @{ Label = 'an instance that was seen'; Script = { $null = Get-DmsInstance; Get-DmsInstance kafka-prd }; Meant = 'kafka-prod' }
        @{ Label = 'a topic'; Script = { Get-DmsInstance kafka-prod | Get-DmsTopic oders }; Meant = 'orders' }
        @{ Label = 'a topic to change'; Script = { Get-DmsInstance kafka-prod | Set-DmsTopic Orders -RetentionHours 48 -WhatIf }; Meant = 'orders' }
        @{ Label = 'a user'; Script = { Get-DmsInstance kafka-prod | Set-DmsUser bilings -Description x -WhatIf }; Meant = 'billing' }
        @{ Label = 'a consumer group'; Script = { Get-DmsInstance kafka-prod | Get-DmsConsumerGroup fulfilmen }; Meant = 'fulfilment' }
    ) {
        (Watch-Command $Script).Errors | Should -BeLike "There is no *Did you mean '$Meant'[?] Get-Dms* lists what exists*"
    }

    It 'a misspelled name gets a suggestion if one more request finds it: <Label>' -ForEach @(
        @{ Label = 'an instance that was not seen'; Script = { Connect-TestEmulator $service -Name unseen; Get-DmsInstance kafka-prd -Context unseen }; Meant = 'kafka-prod' }
        @{ Label = 'a consumer group that the service looks for'; Script = { $prod | Get-DmsConsumerGroup fullfilment }; Meant = 'fulfilment' }
        @{ Label = 'a consumer group to read'; Script = { $prod | Get-DmsConsumerLag fullfilment }; Meant = 'fulfilment' }
        @{ Label = 'a consumer group to change'; Script = { $prod | Set-DmsConsumerGroup fullfilment -Description x }; Meant = 'fulfilment' }
        @{ Label = 'a consumer group to remove'; Script = { $prod | Remove-DmsConsumerGroup fullfilment -Force | Out-Null }; Meant = 'fulfilment' }
        @{ Label = 'a topic to read'; Script = { $prod | Get-DmsTopicPartition ordrs }; Meant = 'orders' }
        @{ Label = 'a topic to read in one response'; Script = { $prod | Get-DmsTopicAccessPolicy ordrs }; Meant = 'orders' }
        @{ Label = 'a topic with messages'; Script = { $prod | Get-DmsMessage ordrs }; Meant = 'orders' }
        @{ Label = 'a topic with offsets'; Script = { $prod | Get-DmsPartitionOffset ordrs }; Meant = 'orders' }
        @{ Label = 'a topic to clear'; Script = { $prod | Clear-DmsTopicMessage ordrs -Force }; Meant = 'orders' }
        @{ Label = 'a topic with permissions'; Script = { $prod | Set-DmsTopicAccessPolicy ordrs -UserName billing -Access All -Force }; Meant = 'orders' }
        @{ Label = 'a user to remove'; Script = { $prod | Remove-DmsUser bilings -Force | Out-Null }; Meant = 'billing' }
        @{ Label = 'a product'; Script = { Get-DmsProduct c6.2u4g.clster }; Meant = 'c6.2u4g.cluster' }
        @{ Label = 'a project'; Script = { Get-DmsProject emulatr }; Meant = 'emulator' }
        @{ Label = 'a tag'; Script = { $prod | Get-DmsTag envi }; Meant = 'env' }
    ) {
        $prod = Get-DmsInstance kafka-prod
        (Watch-Command $Script).Errors | Should -BeLike "*Did you mean '$Meant'[?] *"
    }

    It 'one more request is sent for a suggestion, and none if everything was found' {
        Connect-TestEmulator $service -Name asking
        $before = $service.Requests.Count
        $null = Get-DmsInstance kafka-prod -Context asking
        $service.Requests.Count - $before | Should -Be 1
        $null = Watch-Command { Get-DmsInstance kafka-prd -Context asking }
        $service.Requests.Count - $before | Should -Be 3
        $null = Add-DmsEmulatorFault $service -Method GET -Path '*/instances' -Action Status -StatusCode 403 -Every 2
        Connect-TestEmulator $service -Name denied
        $seen = Watch-Command { Get-DmsInstance kafka-prd -Context denied }
        Assert-Failure $seen.Errors -Id HuaweiDms.NotFound -From GetDmsInstance -Category ObjectNotFound -Target kafka-prd -Says 'lists what exists'
    }

    It 'Invoke-DmsApi treats get as GET' {
        (Invoke-Session { (Invoke-DmsApi '/v2/{project_id}/instances?engine=kafka&limit=1' get -WhatIf).instance_num }).Output | Should -Be 10
    }

    It 'a listed value is accepted in any case' {
        Connect-TestEmulator $service -Name old -More @{ ApiVersion = 'v1' }
        $null = Get-DmsInstance kafka-dev -Context old
        $service.Requests[-1].Path | Should -BeLike '/v1.0/*'
        (Invoke-DmsApi '/v2/{project_id}/instances?engine=kafka&limit=1' -Service kafka -Context test).instance_num | Should -Be 10
        (Add-DmsEmulatorFault $service -Action latency -Latency 0:0:1 -Limit 1).Action | Should -Be 'Latency'
    }

    It 'a yearly/monthly instance is not ordered as pay-per-use' {
        $made = New-DmsInstance -Name monthly @Ordinary -ChargingMode prepaid -PeriodType MONTH -PeriodCount 1 -AutoPay -AccessMode privateplain -Force -Wait
        $made.ChargingMode | Should -Be 'PrePaid'
        $seen = Watch-Command { New-DmsInstance -Name monthly-2 @Ordinary -ChargingMode prepaid -Force }
        Assert-Failure $seen.Errors -Id HuaweiDms.InvalidArgument -From NewDmsInstance -Category InvalidArgument -Says '-PeriodType'
    }

    It 'an error of a list names the instance and the connection: <From>' -ForEach @(
        @{ From = 'GetDmsUser'; Script = { $two | Get-DmsUser } }
        @{ From = 'GetDmsTopic'; Script = { $two | Get-DmsTopic } }
        @{ From = 'GetDmsConsumerGroup'; Script = { $two | Get-DmsConsumerGroup } }
        @{ From = 'GetDmsTask'; Script = { $two | Get-DmsTask } }
        @{ From = 'GetDmsTag'; Script = { $two | Get-DmsTag } }
        @{ From = 'GetDmsSinkTask'; Script = { $two | Get-DmsSinkTask } }
        @{ From = 'GetDmsInstance'; Script = { Get-DmsInstance -Context test, other }; Names = "'test'", "'other'" }
        @{ From = 'GetDmsInstance'; Script = { Get-DmsInstance -Context test, other -First 1 }; Names = "'test'", "'other'" }
    ) {
        Connect-TestEmulator $service -Name other
        $null = Select-DmsContext test
        $two = Get-DmsInstance kafka-prod, kafka-analytics
        $null = Add-DmsEmulatorFault $service -Action Status -StatusCode 400
        $seen = Watch-Command $Script
        $command = $From -replace '^Get', 'Get-'
        $expected = if ($Names) { $Names } else { $two | ForEach-Object { "$($_.Name) ($($_.InstanceId))" } }
        $seen.Errors | ForEach-Object { "$_" -replace '^(.*?): \w+ was refused.*', '$1' } | Sort-Object | Should -Be ($expected | ForEach-Object { "$command failed for $_" } | Sort-Object)
    }

    It 'an error says what counts as an instance if another object was given: <Script>' -ForEach @(
        @{ Says = "specified as 'orders'", 'specify a topic with -Topic'; Script = { $prod | Get-DmsConsumerOffset fulfilment orders } }
        @{ Says = "specified as 'orders'", 'separate several names with commas.'; Script = { $prod | Get-DmsUser billing orders } }
    ) {
        $prod = Get-DmsInstance kafka-prod
        $seen = Watch-Command $Script
        foreach ($part in $Says) { "$($seen.Errors)" | Should -BeLike "*$part*" }
    }

    It 'a name is not accepted as an id, and nothing is sent: <From>' -ForEach @(
        @{ From = 'ResumeDmsSmartConnectTask'; Way = 'Get-DmsSmartConnectTask <name> | Resume-DmsSmartConnectTask'; Script = { $prod | Resume-DmsSmartConnectTask audit-archive } }
        @{ From = 'GetDmsSmartConnectTask'; Way = 'Get-DmsSmartConnectTask <name>.'; Script = { $prod | Get-DmsSmartConnectTask -TaskId audit-archive } }
        @{ From = 'WaitDmsTask'; Way = 'Get-DmsTask <name> | Wait-DmsTask'; Script = { $prod | Wait-DmsTask modifyAutoTopic } }
        @{ From = 'RemoveDmsTask'; Way = 'Get-DmsTask <name> | Remove-DmsTask'; Script = { $prod | Remove-DmsTask modifyAutoTopic } }
        @{ From = 'GetDmsTask'; Way = 'Get-DmsTask <name>.'; Script = { $prod | Get-DmsTask -TaskId modifyAutoTopic } }
        @{ From = 'GetDmsDiagnosis'; Way = 'Get-DmsDiagnosis <consumer group>.'; Script = { $prod | Get-DmsDiagnosis -ReportId billing } }
        @{ From = 'RemoveDmsDiagnosis'; Way = 'Get-DmsDiagnosis <consumer group> | Remove-DmsDiagnosis'; Script = { $prod | Remove-DmsDiagnosis billing } }
        @{ From = 'GetDmsSinkTask'; Way = 'Get-DmsSinkTask <name>.'; Script = { $prod | Get-DmsSinkTask -TaskId archive } }
        @{ From = 'RemoveDmsSinkTask'; Way = 'Get-DmsSinkTask <name> | Remove-DmsSinkTask'; Script = { Remove-DmsSinkTask archive $prod -Force } }
    ) {
        $prod = Get-DmsInstance kafka-prod
        $before = $service.Requests.Count
        $seen = Watch-Command $Script
        Assert-Failure $seen.Errors -Id HuaweiDms.InvalidArgument -From $From -Category InvalidArgument -Says 'cannot be ', "To use the name: Get-DmsInstance <instance> | $Way"
        $seen.Ended | Should -BeFalse
        $service.Requests.Count | Should -Be $before
    }

    It 'an error mentions that failed creations are listed on request' {
        $seen = Watch-Command { Get-DmsInstance kafka-poc-01 }
        Assert-Failure $seen.Errors -Id HuaweiDms.NotFound -From GetDmsInstance -Category ObjectNotFound -Says '-IncludeFailed'
        Get-DmsInstance kafka-poc-01 -IncludeFailed | Should -HaveCount 1
        "$((Watch-Command { Get-DmsInstance no-such -IncludeFailed }).Errors)" | Should -Not -BeLike '*-IncludeFailed*'
    }

    It 'an instance from the pipeline is refused together with a given one, instead of being ignored: <Script>' -ForEach @(
        @{ From = 'GetDmsTopic'; Script = { $prod | Get-DmsTopic -InstanceId $dev } }
        @{ From = 'GetDmsTopicPartition'; Script = { $prod | Get-DmsTopicPartition orders -InstanceId $dev } }
        @{ From = 'GetDmsConsumerLag'; Script = { $prod | Get-DmsConsumerLag -InstanceId $dev } }
        @{ From = 'RestartDmsInstance'; Script = { $prod | Restart-DmsInstance -InstanceId $dev.InstanceId -WhatIf } }
        @{ From = 'SetDmsInstance'; Script = { $prod | Set-DmsInstance -Id $dev -Description any -WhatIf } }
        @{ From = 'SetDmsTopic'; Script = { $prod | Set-DmsTopic orders -InstanceId $dev -RetentionHours 5 -WhatIf } }
        @{ From = 'ResetDmsConsumerOffset'; Script = { $prod | Reset-DmsConsumerOffset fulfilment -InstanceId $dev -ToLatest -WhatIf } }
        @{ From = 'GetDmsSinkTask'; Script = { $prod | Get-DmsSinkTask -ConnectorId $prod.ConnectorId } }
    ) {
        Get-DmsInstance kafka-prod | Set-DmsInstance -Description 'of the instance'
        $dev, $prod = Get-DmsInstance kafka-dev, kafka-prod
        $before = @(Get-Request $service).Count
        $seen = Watch-Command $Script
        Assert-Failure $seen.Errors -Id HuaweiDms.InvalidArgument -From $From -Category InvalidArgument -Says 'pipeline', 'Omit the parameter'
        $seen.Output | Should -BeNullOrEmpty
        @(Get-Request $service) | Should -HaveCount $before
    }

    It 'names from the pipeline are used with a given instance' {
        $dev, $prod = Get-DmsInstance kafka-dev, kafka-prod
        ($prod | Get-DmsTopic orders, clicks | Get-DmsTopicPartition -InstanceId $dev | Group-Object InstanceId).Name | Should -Be $dev.InstanceId
        ([pscustomobject]@{ Topic = 'orders'; Partition = 2 } | Get-DmsPartitionOffset -InstanceId $dev).Partition | Should -Be 2
        @() | Get-DmsTopic -InstanceId $dev | Should -BeNullOrEmpty
    }

    It '-First 0 -IncludeTotalCount emits only the total' { Get-DmsInstance -First 0 -IncludeTotalCount | Should -Be 10 }

    It 'an object of a closed connection gets a clear error' {
        $closed = Get-DmsContext test
        Disconnect-Dms test
        $seen = Watch-Command { Get-DmsInstance -Context $closed }
        Assert-Failure $seen.Errors -Id HuaweiDms.ContextNotFound -From GetDmsInstance -Category ObjectNotFound -Says "'test'"
        $seen = Watch-Command { Select-DmsContext $closed }
        Assert-Failure $seen.Errors -Id HuaweiDms.ContextNotFound -From SelectDmsContext -Category ObjectNotFound -Says "'test'"
    }

    It 'connections stay if a job removes the module' {
        Start-ThreadJob { Import-Module $using:ModulePath; $null = Get-DmsInstance; Remove-Module HuaweiDms } | Receive-Job -Wait -AutoRemoveJob
        Get-DmsInstance | Should -HaveCount 10
    }

    It 'the log and the lists of the emulator can be indexed' {
        $null = Get-DmsInstance; $null = Get-DmsInstance kafka-dev
        $service.Requests[-1].Path | Should -BeLike '*kafka-dev*'
        @($service.Requests[0]) | Should -HaveCount 1
        @($service.DcsInstances[0]) | Should -HaveCount 1
    }

    It 'ids of Redis instances are shown in full at 80 columns' {
        $text = $service.DcsInstances | Out-String -Width 80
        foreach ($redis in $service.DcsInstances) { $text | Should -BeLike "*$($redis.InstanceId)*" }
    }

    It 'a wait knows from the start how many items it waits for' {
        $seen = Invoke-Session { Get-DmsInstance *test* | Restart-DmsInstance -Force -Wait }
        $seen.Progress[0].StatusDescription | Should -BeLike '0 of 3 done*'
    }

    It 'an item that failed without a reason is not in the category ConnectionError' {
        $seen = Watch-Command { Restart-DcsInstance $NoSuchId -Force }
        $seen.Errors[0].CategoryInfo.Category | Should -Not -Be 'ConnectionError'
    }

    It 'an error about a wrong password mentions the password, not keys' {
        $seen = Watch-Command { Connect-Dms $service.Region -Endpoint $service.Endpoint -IamEndpoint $service.Endpoint -IamCredential (New-Login $service.UserName 'Wr0ng') -DomainName $service.DomainName }
        "$($seen.Errors)" | Should -Not -BeLike '*secret key*'
    }

    It 'an error about a refused token mentions the token, not keys' {
        Connect-TestEmulator $service -Name t -More @{ Token = 'no-good' }
        "$((Watch-Command { Get-DmsInstance }).Errors)" | Should -Not -BeLike '*secret key*'
    }

    It 'an error about an unknown region mentions -Endpoint by name' {
        "$((Watch-Command { Connect-Dms cn-nort-4 -AccessKey a -SecretKey b }).Errors)" | Should -BeLike '*-Endpoint*'
    }

    It 'sentences end with a period' {
        "$((Watch-Command { Start-DmsEmulator -Port $service.Endpoint.Port }).Errors)" | Should -Not -BeLike '*in use Leave*'
    }

    It 'an unwritable -<_> is an error with an id' -ForEach 'RecordPath', 'Path' {
        $more = @{ $_ = '/proc/nope/file' }
        $seen = Watch-Command { Start-DmsEmulator @more }
        $seen.Errors[0].FullyQualifiedErrorId | Should -BeLike 'HuaweiDms.*,HuaweiDms.PowerShell.StartDmsEmulator'
    }

    It 'emulators are stopped although one cannot save its state' {
        $folder = New-Item "$TestDrive/deleted" -ItemType Directory
        $lost = Start-DmsEmulator -Path "$folder/state.json"
        $kept = Start-DmsEmulator -Path "$TestDrive/kept.json"
        Remove-Item $folder -Recurse
        $seen = Watch-Command { $lost, $kept | Stop-DmsEmulator }
        Assert-Failure $seen.Errors -Id HuaweiDms.EmulatorNotSaved -From StopDmsEmulator -Category WriteError -Says 'state.json'
        Get-DmsEmulator | Should -Not -Contain $lost
        Get-DmsEmulator | Should -Not -Contain $kept
    }

    It 'an empty -Context is refused instead of using the current connection' -ForEach @{ Value = $null }, @{ Value = '' }, @{ Value = @($null) } {
        $seen = Watch-Command { Get-DmsInstance -Context $Value }
        Assert-Failure $seen.Errors -Id HuaweiDms.InvalidArgument -From GetDmsInstance -Category InvalidArgument -Says '-Context'
        $seen.Output | Should -HaveCount 0
    }

    It 'objects with an empty context use the current connection' {
        [pscustomobject]@{ InstanceId = (Get-DmsInstance kafka-dev).InstanceId; Context = '' } | Get-DmsInstance | ForEach-Object Name | Should -Be 'kafka-dev'
    }

    It 'objects from the pipeline are read again, and nothing else' {
        Get-DmsInstance kafka-dev | Get-DmsInstance | ForEach-Object Name | Should -Be 'kafka-dev'
        Get-DmsInstance kafka-prod | Get-DmsTask | Select-Object -First 1 | Get-DmsTask | Should -HaveCount 1
    }

    It 'an object without an id does not select everything' {
        $seen = Watch-Command { [pscustomobject]@{ Identifier = 'x'; Context = 'test' } | Get-DmsInstance }
        Assert-Failure $seen.Errors -Id HuaweiDms.InvalidArgument -From GetDmsInstance -Category InvalidArgument -Says '-InstanceId'
        $seen.Output | Should -HaveCount 0
    }

    It '-Wait waits until <_> busy instances are ready' -ForEach 1, 3 {
        $made = 1..$_ | ForEach-Object { New-DmsInstance -Name "busy-$_" @Ordinary -Force }
        $made | Remove-DmsInstance -Force -Wait | ForEach-Object Status | Sort-Object -Unique | Should -Be 'DELETED'
    }

    It '<Given> is refused as a duration without a unit: <Command> -<Parameter>' -ForEach @(
        @{ Command = 'Connect-Dms'; Parameter = 'Timeout'; Given = 30; With = @{ Emulator = $true } }
        @{ Command = 'Connect-Dms'; Parameter = 'Timeout'; Given = '30'; With = @{ Emulator = $true } }
        @{ Command = 'Wait-DmsInstance'; Parameter = 'Timeout'; Given = 600; With = @{ InstanceId = '00000000-1111-2222-3333-444444444444' } }
        @{ Command = 'Reset-DmsConsumerOffset'; Parameter = 'ByDuration'; Given = 5; With = @{ ConsumerGroup = 'fulfilment'; InstanceId = '00000000-1111-2222-3333-444444444444' } }
    ) {
        $given = $With + @{ $Parameter = $Given }
        $seen = Watch-Command { & $Command @given }
        "$($seen.Errors)" | Should -BeLike "*'$Parameter'*'$($given[$Parameter])' has no unit*00:00:30*"
        $seen.Ended | Should -BeTrue
    }

    It 'the error for <_> says how a duration is written' -ForEach '2h', 'soon' {
        $given = $_
        $seen = Watch-Command { Reset-DmsConsumerOffset fulfilment 00000000-1111-2222-3333-444444444444 -ByDuration $given }
        "$($seen.Errors)" | Should -BeLike "*'ByDuration'*'$given' is not a time span*02:00:00 for two hours*"
        $seen.Ended | Should -BeTrue
    }

    It 'a size that is too large is not read as the largest number' {
        $seen = Watch-Command { Get-DmsInstance kafka-dev | New-DmsClientQuota -UserName any-user -ProducerByteRate 9999999TB }
        "$($seen.Errors)" | Should -BeLike "*'ProducerByteRate'*"
        $seen = Watch-Command { Get-DmsInstance kafka-dev | New-DmsClientQuota -UserName any-user -ProducerByteRate '9999999TB' }
        "$($seen.Errors)" | Should -BeLike "*'ProducerByteRate'*'9999999TB' is not a size*"
        Get-Changing $service | Should -BeNullOrEmpty
    }

    It 'an invalid pattern is treated as a name: <Command>' -ForEach @(
        @{ Command = 'Get-DmsInstance'; Script = { Get-DmsInstance 'kafka-[dev' } }
        @{ Command = 'Get-DmsTopic'; Script = { $prod | Get-DmsTopic 'orders[' } }
        @{ Command = 'Get-DmsUser'; Script = { $prod | Get-DmsUser '[' } }
        @{ Command = 'Get-DmsInstanceConfig'; Script = { $prod | Get-DmsInstanceConfig '[' } }
        @{ Command = 'Get-DmsConsumerGroup'; Script = { $prod | Get-DmsConsumerGroup '[' } }
        @{ Command = 'Get-DmsConsumerLag'; Script = { $prod | Get-DmsConsumerLag '[' } }
        @{ Command = 'Get-DmsSmartConnectTask'; Script = { $prod | Get-DmsSmartConnectTask '[' } }
        @{ Command = 'Get-DmsTag'; Script = { $prod | Get-DmsTag '[' } }
        @{ Command = 'Get-DmsProduct'; Script = { Get-DmsProduct '[' } }
        @{ Command = 'Get-DmsProject'; Script = { Get-DmsProject '[' } }
        @{ Command = 'Get-DmsAvailabilityZone'; Script = { Get-DmsAvailabilityZone '[' } }
        @{ Command = 'Get-DmsContext'; Script = { Get-DmsContext '[' } }
    ) {
        $prod = Get-DmsInstance kafka-prod
        $seen = Watch-Command $Script
        @($seen.Errors) | Should -HaveCount 1
        $seen.Errors[0].CategoryInfo.Category | Should -Be 'ObjectNotFound' -Because "$($seen.Errors)"
        $seen.Output | Should -BeNullOrEmpty
    }

    It 'a tag value [ finds nothing and does not fail' { Get-DmsInstance -Tag @{ env = '[' } | Should -BeNullOrEmpty }

    It 'a group whose name looks like a pattern is treated by its name' {
        $prod = Get-DmsInstance kafka-prod
        $odd = 'a[b', 'team[1]', 'bill*', 'q?'
        $null = $prod | New-DmsConsumerGroup $odd
        $groups = $prod | Get-DmsConsumerGroup | Where-Object Name -In $odd
        ($groups | Get-DmsConsumerGroup).Name | Sort-Object | Should -Be ($odd | Sort-Object)
        ($groups | Get-DmsConsumerLag -Summary).ConsumerGroup | Sort-Object | Should -Be ($odd | Sort-Object)
        $plan = (Invoke-Session { $groups | Reset-DmsConsumerOffset -Topic orders -Partition 0 -ToEarliest -WhatIf } -Variable @{ groups = $groups }).Output
        $plan.ConsumerGroup | Sort-Object | Should -Be ($odd | Sort-Object)
        (Watch-Command { $prod | Remove-DmsConsumerGroup 'bill*' -Force }).Errors[0].CategoryInfo.Category | Should -Be 'InvalidArgument'
        ($prod | Remove-DmsConsumerGroup 'team`[1`]' -Force).Succeeded | Should -BeTrue
        ($groups | Where-Object Name -NE 'team[1]' | Remove-DmsConsumerGroup -Force).Succeeded | Should -Be $true, $true, $true
        ($prod | Get-DmsConsumerGroup).Name | Should -Be 'billing', 'fulfilment', 'reporting'
    }

    It 'a name is exact if it comes from the pipeline or is escaped, also one that looks like a pattern: <Command>' -ForEach @(
        @{ Command = 'Get-DmsMessage'; Piped = { $row | Get-DmsMessage }; Given = { $prod | Get-DmsMessage $name } }
        @{ Command = 'Clear-DmsTopicMessage'; Piped = { $row | Clear-DmsTopicMessage -Force }; Given = { $prod | Clear-DmsTopicMessage $name -Force } }
        @{ Command = 'Set-DmsTopic'; Piped = { $row | Set-DmsTopic -RetentionHours 5 }; Given = { $prod | Set-DmsTopic $name -RetentionHours 5 } }
        @{ Command = 'Remove-DmsTopic'; Piped = { $row | Remove-DmsTopic -Force }; Given = { $prod | Remove-DmsTopic $name -Force } }
        @{ Command = 'Set-DmsUser'; Piped = { $row | Set-DmsUser -Description any }; Given = { $prod | Set-DmsUser $name -Description any } }
        @{ Command = 'Reset-DmsUserPassword'; Piped = { $row | Reset-DmsUserPassword -NewPassword 'Any-Secret-1' -Force }; Given = { $prod | Reset-DmsUserPassword $name -NewPassword 'Any-Secret-1' -Force } }
        @{ Command = 'Set-DmsConsumerGroup'; Piped = { $row | Set-DmsConsumerGroup -Description any }; Given = { $prod | Set-DmsConsumerGroup $name -Description any } }
    ) {
        $prod = Get-DmsInstance kafka-prod
        $row = [pscustomobject] @{ InstanceId = $prod.InstanceId; Topic = 'or*'; UserName = 'or*'; ConsumerGroup = 'or*' }
        $name = 'or`*'
        foreach ($exact in $Piped, $Given) {
            $seen = Watch-Command $exact
            $seen.Errors.CategoryInfo.Category | Should -Be ObjectNotFound -Because "$($seen.Errors)"
            "$($seen.Errors)" | Should -Match 'or\*'
        }
        $name = 'or*'
        Assert-Failure (Watch-Command $Given).Errors -Id HuaweiDms.InvalidArgument -From ($Command -replace '-') -Category InvalidArgument -Target 'or*' -Says 'without wildcards'
    }

    It 'texts of others are shown without control characters, and kept unchanged' {
        $prod = Get-DmsInstance kafka-prod
        $name = "evil`e[2J`n##vso[task.setvariable variable=PATH]here"
        $null = Start-DmsEmulatorConsumer $name $prod -Topic orders -ClientId "::stop-commands::x`e]0;t`a" -Emulator $service
        $group = $prod | Get-DmsConsumerGroup | Where-Object Name -Like 'evil*'
        $group.Name | Should -Be $name
        foreach ($variable in 'TF_BUILD', 'GITHUB_ACTIONS', 'NOTHING_AT_ALL') {
            [Environment]::SetEnvironmentVariable($variable, 'true')
            try {
                $shown = $group, @($group | Get-DmsConsumerGroup -Detailed), @($group | Get-DmsConsumerGroupMember), @($group | Get-DmsConsumerLag) | ForEach-Object {
                    $_ | Format-Table -Wrap | Out-String -Width 300
                    $_ | Format-List | Out-String -Width 300
                }
                $shown += (Watch-Command { $group | Remove-DmsConsumerGroup -Force }).Errors | ForEach-Object { "$_" }
            } finally { [Environment]::SetEnvironmentVariable($variable, $null) }
            # The colors of headings are those of PowerShell.
            $left = "$shown" -replace '\e\[[\d;]*m'
            $left | Should -Match 'evil\?\[2J '
            $left | Should -Not -Match '[\a\e]'
            if ($variable -eq 'TF_BUILD') { $left | Should -Not -Match '##vso' }
            if ($variable -eq 'GITHUB_ACTIONS') { $left | Should -Not -Match '(?m)^\s*::' }
        }
    }

    It 'a row never counts as several instances: <From>' -ForEach @(
        @{ From = 'RemoveDmsTopic'; Script = { $row | Remove-DmsTopic -Force } }
        @{ From = 'RestartDmsInstance'; Script = { $row | Select-Object InstanceId, @{ n = 'Name'; e = { 'any' } } | Restart-DmsInstance -Force } }
        @{ From = 'GetDmsTopic'; Script = { $row | Get-DmsTopic } }
    ) {
        $two = Get-DmsInstance kafka-prod, kafka-dev
        $row = [pscustomobject]@{ InstanceId = $two.InstanceId; Topic = 'orders' }
        $seen = Watch-Command $Script
        Assert-Failure $seen.Errors -Id HuaweiDms.InvalidArgument -From $From -Category InvalidArgument -Target ($two.InstanceId -join ', ') -Says 'several ids', '-InstanceId'
        $seen.Output | Should -BeNullOrEmpty
        [pscustomobject]@{ InstanceId = @($two[0]); Topic = 'orders' } | Get-DmsTopic | Should -HaveCount 1
        Assert-Failure (Watch-Command { [pscustomobject]@{ InstanceId = @($two[0].InstanceId); Topic = 'orders' } | Restart-DmsInstance -Force }).Errors -Id HuaweiDms.InvalidArgument -From RestartDmsInstance -Category InvalidArgument -Says 'topic orders'
        Get-Changing $service | Should -BeNullOrEmpty
    }

    It 'an instance is not deleted because of a <_> object in it' -ForEach 'Get-DmsTopic', 'Get-DmsUser', 'Get-DmsConsumerGroup', 'Get-DmsConsumerLag', 'Get-DmsTask', 'Get-DmsSmartConnectTask' {
        $items = Get-DmsInstance kafka-prod | & $_ | Select-Object -First 2
        $seen = Watch-Command { $items | Remove-DmsInstance -Force }
        @($seen.Errors) | Should -HaveCount 2
        Assert-Failure $seen.Errors[0] -Id HuaweiDms.InvalidArgument -From RemoveDmsInstance -Category InvalidArgument -Says '-InstanceId', 'Get-DmsInstance -InstanceId'
        Get-Changing $service | Should -BeNullOrEmpty
    }

    It 'an instance is deleted by what represents it: <Label>' -ForEach @(
        @{ Label = 'itself'; Script = { $dev } }, @{ Label = 'its id'; Script = { $dev.InstanceId } }
        @{ Label = 'a row of a file'; Script = { $dev | Select-Object InstanceId, Name } }
        @{ Label = 'the outcome'; Script = { $dev | Restart-DmsInstance -Force } }
    ) {
        $dev = Get-DmsInstance kafka-dev
        (Invoke-Session { $given | Remove-DmsInstance -WhatIf } -Variable @{ given = & $Script }).WhatIf | Should -HaveCount 1
    }

    It 'an instance is not deleted by a row of another kind, even if its creation failed: <_>' -ForEach 'kafka-dev', 'kafka-poc-01' {
        $instance = Get-DmsInstance -IncludeFailed | Where-Object Name -EQ $_
        $seen = Watch-Command { [pscustomobject]@{ InstanceId = $instance.InstanceId; Name = 'orders' } | Remove-DmsInstance -Force }
        Assert-Failure $seen.Errors -Id HuaweiDms.InvalidArgument -From RemoveDmsInstance -Category InvalidArgument -Says 'orders', $_
        Get-Changing $service | Should -BeNullOrEmpty
    }

    It 'the names of instances of rows are read once, however many rows there are' {
        $rows = Get-DmsInstance | ForEach-Object { [pscustomobject]@{ InstanceId = $_.InstanceId; Name = 'orders' } }
        $before = $service.Requests.Count
        (Watch-Command { $rows | Remove-DmsInstance -Force }).Errors | Should -HaveCount $rows.Count
        $service.Requests.Count - $before | Should -Be 1
    }

    It '<From> is not treated as a <Kind> of the same name' -ForEach @(
        @{ From = 'a group'; Kind = 'topic'; Remove = 'Remove-DmsTopic'; Script = { $null = $prod | New-DmsConsumerGroup orders; $prod | Get-DmsConsumerGroup orders } }
        @{ From = 'a user'; Kind = 'topic'; Remove = 'Remove-DmsTopic'; Script = { $null = $prod | New-DmsTopic billing; $prod | Get-DmsUser billing } }
        @{ From = 'a topic'; Kind = 'consumer group'; Remove = 'Remove-DmsConsumerGroup'; Script = { $null = $prod | New-DmsTopic fulfilment; $prod | Get-DmsTopic fulfilment } }
        @{ From = 'a user'; Kind = 'consumer group'; Remove = 'Remove-DmsConsumerGroup'; Script = { $prod | Get-DmsUser reporting } }
    ) {
        $prod = Get-DmsInstance kafka-prod
        $item = & $Script
        $before = @(Get-Changing $service).Count
        $seen = Watch-Command { $item | & $Remove -Force }
        Assert-Failure $seen.Errors -Id HuaweiDms.InvalidArgument -From ($Remove -replace '-') -Category InvalidArgument -Says '-Name', "to specify the $Kind"
        $seen.Output | Should -BeNullOrEmpty
        @(Get-Changing $service) | Should -HaveCount $before
    }

    It 'the topic of a lag, a partition or a policy is used' {
        $prod = Get-DmsInstance kafka-prod
        foreach ($list in { $prod | Get-DmsConsumerLag billing -Topic orders }, { $prod | Get-DmsTopicPartition orders }, { $prod | Get-DmsTopicAccessPolicy orders }) {
            (Invoke-Session { $given | Set-DmsTopic -RetentionHours 400 -WhatIf } -Variable @{ given = & $list }).WhatIf | Should -BeLike '*orders of*'
        }
    }

    It '<Remove> does not delete the whole because of <From>' -ForEach @(
        @{ From = 'a message'; Remove = 'Remove-DmsTopic'; Script = { $prod | Get-DmsMessage orders -First 1 } }
        @{ From = 'a topic partition'; Remove = 'Remove-DmsTopic'; Script = { $prod | Get-DmsTopicPartition orders -Partition 2 } }
        @{ From = 'a consumer lag'; Remove = 'Remove-DmsTopic'; Script = { $prod | Get-DmsConsumerLag billing -Topic orders } }
        @{ From = 'a topic access policy'; Remove = 'Remove-DmsTopic'; Script = { $prod | Get-DmsTopicAccessPolicy orders } }
        @{ From = 'a consumer group topic'; Remove = 'Remove-DmsTopic'; Script = { $prod | Get-DmsConsumerGroupTopic billing } }
        @{ From = 'a message'; Remove = 'Remove-DmsTopic'; Script = { $prod | Get-DmsMessage orders -First 1 | Select-Object Topic, InstanceId } }
        @{ From = 'a consumer group member'; Remove = 'Remove-DmsConsumerGroup'; Script = { $prod | Get-DmsConsumerGroupMember billing } }
        @{ From = 'a consumer lag'; Remove = 'Remove-DmsConsumerGroup'; Script = { $prod | Get-DmsConsumerLag billing } }
        @{ From = 'a coordinator'; Remove = 'Remove-DmsConsumerGroup'; Script = { $prod | Get-DmsCoordinator } }
        @{ From = 'a topic access policy'; Remove = 'Remove-DmsUser'; Script = { $prod | Get-DmsTopicAccessPolicy orders -UserName billing } }
        @{ From = 'a client quota'; Remove = 'Remove-DmsUser'; Script = { $null = $prod | New-DmsClientQuota billing -ProducerByteRate 1MB -Wait; $prod | Get-DmsClientQuota billing } }
    ) {
        $prod = Get-DmsInstance kafka-prod
        $part = @(& $Script)[0]
        $before = @(Get-Changing $service).Count
        $seen = Watch-Command { $part | & $Remove -Force }
        Assert-Failure $seen.Errors -Id HuaweiDms.InvalidArgument -From ($Remove -replace '-') -Category InvalidArgument -Says "the input is $From", 'deletes the whole'
        $seen.Output | Should -BeNullOrEmpty
        @(Get-Changing $service) | Should -HaveCount $before
    }

    It '<From> stand for the whole, and so does a row of a file' -ForEach @(
        @{ From = 'sizes of topics'; Remove = 'Remove-DmsTopic'; Script = { $prod | Get-DmsDiskUsage -ByTopic | Where-Object Topic -EQ orders } }
        @{ From = 'summaries of lags'; Remove = 'Remove-DmsConsumerGroup'; Script = { $prod | Get-DmsConsumerLag reporting -Summary } }
        @{ From = 'files'; Remove = 'Remove-DmsTopic'; Script = { "Topic,InstanceId`norders,$($prod.InstanceId)" | ConvertFrom-Csv } }
    ) {
        $prod = Get-DmsInstance kafka-prod
        (Invoke-Session { $given | & $remove -WhatIf } -Variable @{ given = & $Script; remove = $Remove }).WhatIf | Should -HaveCount 1
    }

    It 'an error about a topic that could not be deleted says what was tried' {
        $null = Add-DmsEmulatorFault $service -Method POST -Action Status -StatusCode 403
        $seen = Watch-Command { Get-DmsInstance kafka-dev | Remove-DmsTopic orders -Force }
        $seen.Output[0].Action | Should -Be 'delete'
        "$($seen.Output[0])" | Should -Be 'delete orders: failed'
    }

    It 'a lost response is not reported as an unreachable service' {
        $dev = Get-DmsInstance kafka-dev
        $null = Add-DmsEmulatorFault $service -Method POST -Action Reset -AfterProcessing
        $seen = Watch-Command { $dev | Remove-DmsTopic orders -Force }
        Assert-Failure $seen.Errors -Id HuaweiDms.ConnectionFailed -From RemoveDmsTopic -Category ConnectionError -Says 'lost the connection', 'may have taken effect'
        $service.Faults.Clear()
        $dev | Get-DmsTopic order* | Should -BeNullOrEmpty
    }

    It 'a fault shows to what it applies' {
        "$(Add-DmsEmulatorFault $service -Action Status -StatusCode 503 -Method GET -Path '*/topics')" | Should -Be 'Status GET */topics'
    }

    It 'a time before the first possible message is refused: -<_>' -ForEach 'ByDuration', 'ToDateTime' {
        $when = @{ $_ = if ($_ -eq 'ByDuration') { [timespan]::MaxValue } else { [datetime]::MinValue } }
        $seen = Watch-Command { Get-DmsInstance kafka-dev | Reset-DmsConsumerOffset fulfilment @when -Force }
        Assert-Failure $seen.Errors -Id HuaweiDms.InvalidArgument -From ResetDmsConsumerOffset -Category InvalidArgument -Says "-$_", '-ToEarliest'
        Get-Changing $service | Should -BeNullOrEmpty
    }

    It 'a configuration is accepted as text from Get-Content: <Label>' -ForEach @{ Label = 'whole'; Raw = $true }, @{ Label = 'in lines'; Raw = $false } {
        $prod = Get-DmsInstance kafka-prod
        $prod | Export-DmsConfiguration -Path TestDrive:/prod.json
        $text = Get-Content TestDrive:/prod.json -Raw:$Raw
        $prod | Compare-DmsConfiguration -Configuration $text | Should -BeNullOrEmpty
        (Get-DmsInstance kafka-dev | Compare-DmsConfiguration -Kind User -Configuration $text).Kind | Sort-Object -Unique | Should -Be 'User'
    }

    It 'an invalid configuration is not printed' {
        $seen = Watch-Command { Get-DmsInstance kafka-dev | Compare-DmsConfiguration -Configuration '{"Topics": 5, "Marker": 1}' }
        Assert-Failure $seen.Errors -Id HuaweiDms.ConfigurationUnreadable -From CompareDmsConfiguration -Category InvalidData -Says 'Topics in line 1 must be a list, not 5'
        "$($seen.Errors)" | Should -Not -BeLike '*Marker*'
    }

    It 'an error about an unknown partition names the existing ones: <Command>' -ForEach @(
        @{ Command = 'GetDmsMessage'; Script = { $dev | Get-DmsMessage orders -Partition 99 } }
        @{ Command = 'GetDmsMessage'; Script = { $dev | Get-DmsMessage orders -Partition 99 -Offset 5 } }
        @{ Command = 'GetDmsPartitionOffset'; Script = { $dev | Get-DmsPartitionOffset orders -Partition 99 } }
    ) {
        $dev = Get-DmsInstance kafka-dev
        $seen = Watch-Command $Script
        Assert-Failure $seen.Errors -Id DMS.00400062 -From $Command -Category InvalidArgument -Says 'The partitions of orders', '0 to 5'
    }

    It 'a plan saved by a spreadsheet with <Label> is read' -ForEach @{ Label = 'semicolons'; Separator = ';' }, @{ Label = 'tabs'; Separator = "`t" } {
        $dev = Get-DmsInstance kafka-dev
        (Invoke-Session { $given | Reset-DmsConsumerOffset fulfilment -ToEarliest -Topic orders -WhatIf } -Variable @{ given = $dev }).Output | Export-Csv TestDrive:/plan.csv -Delimiter $Separator
        (Reset-DmsConsumerOffset -FromFile TestDrive:/plan.csv -Force).Status | Sort-Object -Unique | Should -Be 'Done'
        "Topic${Separator}Partition${Separator}Broker", "orders${Separator}0${Separator}2,1,0" | Set-Content TestDrive:/placement.csv
        (Invoke-Session { $given | Start-DmsPartitionReassignment -Plan $plan -WhatIf } -Variable @{ given = $dev; plan = (Get-Item TestDrive:/placement.csv).FullName }).WhatIf |
            Should -BeLike '*orders (partition 0: 2,1,0)*'
    }

    It 'values are accepted in any case and sent as the service spells them' {
        $prod = Get-DmsInstance kafka-prod
        ($prod | Set-DmsInstance -RetentionPolicy TIME_BASE -PassThru).RetentionPolicy | Should -BeExactly 'time_base'
        $null = $prod | New-DmsTopic copied
        $peer = (Get-DmsInstance kafka-analytics).InstanceId
        $task = $prod | New-DmsSmartConnectTask copy-1 -Topic copied -PeerInstanceId $peer -Direction Push -CompressionType GZIP
        $task.SourceTask.Direction | Should -BeExactly 'push'
        $task.SourceTask.CompressionType | Should -BeExactly 'gzip'
    }

    It 'a quota is created again from a row with empty cells' {
        $prod = Get-DmsInstance kafka-prod
        $null = $prod | New-DmsClientQuota -UserName any-user -ProducerByteRate 1MB
        $prod | Get-DmsClientQuota | Export-Csv TestDrive:/quotas.csv
        $null = $prod | Get-DmsClientQuota | Remove-DmsClientQuota
        $null = Import-Csv TestDrive:/quotas.csv | New-DmsClientQuota
        $quota = $prod | Get-DmsClientQuota
        $quota.ProducerByteRate | Should -Be 1MB
        $quota.ConsumerByteRate | Should -BeNullOrEmpty
    }

    It 'the reason of a refusal is not replaced by a failure to read it' {
        $dev = Get-DmsInstance kafka-dev
        $null = $dev | Restart-DmsInstance -Force
        $null = Add-DmsEmulatorFault $service -Method GET -Action Reset
        $seen = Watch-Command { $dev | Restart-DmsInstance -Force }
        Assert-Failure $seen.Errors -Id HuaweiDms.ItemFailed -From RestartDmsInstance -Category InvalidOperation
        $seen.Output[0].Succeeded | Should -BeFalse
    }

    It '-<_> requires a whole address, not only a name' -ForEach 'Endpoint', 'DcsEndpoint', 'IamEndpoint' {
        $given = @{ $_ = 'dms.cn-north-4.myhuaweicloud.com' }
        $seen = Watch-Command { Connect-Dms @given -AccessKey any -SecretKey (New-Secure any) -ProjectId $service.ProjectId }
        Assert-Failure $seen.Errors -Id HuaweiDms.InvalidArgument -From ConnectDms -Category InvalidArgument -Says "-$_", 'https://'
    }

    It '-<_> accepts no password, and does not show it' -ForEach 'Endpoint', 'DcsEndpoint', 'IamEndpoint' {
        $given = @{ $_ = 'https://who:hunter22@dms.example.com'; AccessKey = 'AKTESTAKTEST'; SecretKey = 'x'; ProjectId = 'p' }
        $seen = Watch-Command { Connect-Dms @given }
        $seen.Errors[0].FullyQualifiedErrorId | Should -Match '^HuaweiDms.InvalidArgument'
        "$($seen.Errors[0] | Format-List * -Force | Out-String)" | Should -Not -Match 'hunter22'
    }

    It '<Given> is refused as a file: <Command>' -ForEach @(
        foreach ($given in 'env:x', 'nowhere:/x', "a`0b") {
            @{ Given = $given; Command = 'Export-DmsConfiguration'; Script = { Get-DmsInstance kafka-dev | Export-DmsConfiguration $Given } }
            @{ Given = $given; Command = 'Export-DmsReport'; Script = { Get-DmsInstance kafka-dev | Export-DmsReport $Given } }
            @{ Given = $given; Command = 'Start-DmsEmulator'; Script = { Start-DmsEmulator -Path $Given } }
            @{ Given = $given; Command = 'Connect-Dms'; Script = { Connect-Dms -CertificateAuthority $Given -AccessKey AKTESTAKTEST -SecretKey x -Region cn-north-4 -ProjectId p } }
        }
    ) {
        $seen = Watch-Command $Script
        $seen.Errors | Should -HaveCount 1
        $seen.Errors[0].FullyQualifiedErrorId | Should -Match '^HuaweiDms.InvalidArgument'
        "$($seen.Errors[0])" | Should -Match 'not the path of a file'
    }

    It 'v1 in lower case uses v1.0' {
        Connect-TestEmulator $service -Name old -More @{ ApiVersion = 'v1' }
        (Get-DmsContext old).ApiVersion | Should -Be 'V1'
    }

    It 'a state that never occurs gives a warning' {
        $seen = Watch-Command { Get-DmsInstance -Status RUNING }
        "$($seen.Warnings)" | Should -BeLike "*'RUNING'*RUNNING*"
        $seen = Watch-Command { Get-DmsInstance kafka-dev | Wait-DmsInstance -Status RUNING -Timeout 00:00:00.1 }
        "$($seen.Warnings)" | Should -BeLike "*'RUNING'*RUNNING*"
        (Watch-Command { Get-DmsInstance -Status running; Get-DmsInstance kafka-dev | Wait-DmsInstance -Status running }).Warnings | Should -BeNullOrEmpty
    }

    It 'a configuration that is already as requested is not sent, and needs no restart' {
        $dev = Get-DmsInstance kafka-dev
        $seen = Watch-Command { $dev | Get-DmsInstanceConfig | Set-DmsInstanceConfig }
        $seen.Errors | Should -BeNullOrEmpty
        $seen.Warnings | Should -BeNullOrEmpty
        $seen.Output.Changes | Should -BeNullOrEmpty
        Get-Changing $service | Should -BeNullOrEmpty
        ($dev | Set-DmsInstanceConfig -Config @{ 'log.retention.hours' = 66; 'num.partitions' = 3 } -Force -WarningAction Ignore).Changes.Name | Should -Be 'log.retention.hours'
    }

    It 'the time is the same in the calendar of <_>' -ForEach 'th-TH', 'fa-IR', 'ar-SA' {
        $id = (Get-DmsInstance kafka-dev).InstanceId
        $culture = [cultureinfo]::CurrentCulture
        try {
            [cultureinfo]::CurrentCulture = $_
            $seen = Watch-Command { Reset-DmsConsumerOffset fulfilment $id -Topic orders -ToDateTime '2026-03-04' -WhatIf }
        } finally { [cultureinfo]::CurrentCulture = $culture }
        $seen.Errors | Should -BeNullOrEmpty
        $seen.Output[0].TargetTime | Should -BeLike '2026-03-0*'
    }
}
