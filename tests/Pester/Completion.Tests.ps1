BeforeAll {
    . $PSScriptRoot/Common.ps1
}

Describe 'Completion of values from the service' {
    BeforeAll {
        $service = Start-TestEmulator
        Connect-TestEmulator $service -Name completion
        $dev = Get-DmsInstance kafka-dev
        $prod = Get-DmsInstance kafka-prod
        $dev | Add-DmsTag bare ''
        $report = $prod | Start-DmsDiagnosis billing -Topic orders
        $changes = @(Get-Changing $service).Count
        # On a slow machine the first result may arrive too late; it is then used for the next completion.
        Wait-Until { (Complete 'Get-DmsInstance ').CompletionText -contains 'kafka-dev' }
    }
    AfterAll { Stop-TestEmulator }

    It 'offers ids and shows names' {
        $proposals = Complete 'Restart-DmsInstance -InstanceId '
        $proposals | Should -HaveCount 10
        ($proposals | Where-Object ListItemText -EQ kafka-dev).CompletionText | Should -Be $dev.InstanceId
        ($proposals | Where-Object ListItemText -EQ kafka-legacy).ToolTip | Should -BeLike '*FROZEN*'
    }

    It 'finds an id by its beginning' {
        (Complete "Restart-DmsInstance $($dev.InstanceId.Substring(0, 6))").CompletionText | Should -Be $dev.InstanceId
    }

    It 'finds an id by its name' {
        (Complete 'Restart-DmsInstance kafka-de').CompletionText | Should -Be $dev.InstanceId
    }

    It 'finds an id by the middle of its name if no name begins with the text' {
        (Complete 'Restart-DmsInstance staging').ListItemText | Should -Be 'kafka-staging'
    }

    It 'finds an id in quotes' {
        (Complete "Restart-DmsInstance 'kafka-de").CompletionText | Should -BeLike "*$($dev.InstanceId)*"
    }

    It 'offers names' {
        (Complete 'Get-DmsInstance kafka-prod').CompletionText | Should -Be 'kafka-prod', 'kafka-prod-orders', 'kafka-prod-payments'
    }

    It 'offers instances for <_>' -ForEach 'Restart-DmsInstance ', 'Remove-DmsInstance ', 'Set-DmsInstance ', 'Wait-DmsInstance ', 'Get-DmsInstance -InstanceId ', 'Get-DmsInstance -Id ' {
        (Complete $_).CompletionText | Should -Contain $dev.InstanceId
    }

    It 'offers what is in the instance from the pipeline, unless another is named: <_>' -ForEach @(
        '$dev | Get-DmsTopic ord'
        '$both | Get-DmsTopic -Name ord'
        '$topic | Get-DmsTopicPartition ord'
        'Get-DmsInstance kafka-dev | Get-DmsTopic ord'
        'Get-DmsInstance kafka-dev, kafka-prod | Get-DmsTopic ord'
        'Get-DmsInstance -Name kafka-de* | Get-DmsTopic audit* | Send-DmsMessage -Topic ord'
        'Get-DmsTopic -InstanceId (Get-DmsInstance kafka-dev) ord'
        'Get-DmsTopicPartition -InstanceId ($dev) -Topic ord'
        '(Get-DmsInstance kafka-dev) | Get-DmsTopic ord'
        '$dev.InstanceId | Get-DmsTopic ord'
        '$dev | Get-DmsTopicReplica ord'
        '$dev | Get-DmsPartitionOffset ord'
        '$dev | Get-DmsConsumerGroup -Topic ord'
        '$dev | Get-DmsDiskUsage -ByTopic -Topic ord'
        "'ee46dcff-737d-40dc-a79a-d11281e73e36' | Get-DmsTopic ord"
        'Get-DmsInstance -InstanceId ee46dcff-737d-40dc-a79a-d11281e73e36 | Get-DmsTopic ord'
        'HuaweiDms\Get-DmsInstance kafka-dev | Get-DmsTopic ord'
        'gdi kafka-dev | Get-DmsTopic ord'
        '$empty | Get-DmsTopic -InstanceId {0} -Name ord'
    ) {
        $line = $_ -f $dev.InstanceId
        # Completion looks up the variables of the user.
        $global:dev, $global:both, $global:topic, $global:empty = $dev, @($dev, $dev), ($dev | Get-DmsTopic clicks), (Get-DmsInstance kafka-poc-01 -IncludeFailed)
        Set-Alias gdi Get-DmsInstance -Scope Global
        try { Wait-Until { (Complete $line).CompletionText -eq 'orders' } }
        finally {
            Remove-Variable dev, both, topic, empty -Scope Global
            Remove-Item Alias:gdi
        }
    }

    It 'offers the sections of the credentials file, and yes and no' {
        $before = $env:HUAWEICLOUD_SDK_CREDENTIALS_FILE
        $env:HUAWEICLOUD_SDK_CREDENTIALS_FILE = "$TestDrive/credentials"
        try {
            Set-Content "$TestDrive/credentials" '[basic]', 'ak = a', 'sk = b', '[prod]', 'ak = c', 'sk = d'
            (Complete 'Connect-Dms -ProfileName ').CompletionText | Should -Be 'basic', 'prod'
            (Complete 'Connect-Dms -ProfileName p').CompletionText | Should -Be 'prod'
        }
        finally { $env:HUAWEICLOUD_SDK_CREDENTIALS_FILE = $before }
        (Complete 'New-DmsTopic fresh -SyncFlush ').CompletionText | Should -Be 'true', 'false'
        (Complete 'Set-DmsTopic orders -SyncReplication t').CompletionText | Should -Be 'true'
    }

    It 'offers the task types of the instance and the documented ones' {
        (Complete "Get-DmsTask -InstanceId $($dev.InstanceId) -Name kafkaConf").CompletionText | Should -Be kafkaConfigModify
        (Complete 'Get-DmsInstance | Get-DmsTask change').CompletionText | Should -Be changeRetentionPolicy
    }

    It 'offers nothing if the instance is unknown: <_>' -ForEach 'Get-DmsInstance | Where-Object Name | Get-DmsTopic ord', '$none | Get-DmsTopic ord', 'Get-DmsInstance kafka-gone | Get-DmsTopic ord' {
        (Complete $_).Where{ $_.ResultType -eq 'ParameterValue' } | Should -BeNullOrEmpty
    }

    It 'is independent of the culture, and treats an invalid pattern as text' {
        $before = [cultureinfo]::CurrentCulture
        try {
            [cultureinfo]::CurrentCulture = 'tr-TR'
            Wait-Until { (Complete 'Get-DmsInstance -Name KAFKA-ANALYTI').CompletionText -eq 'kafka-analytics' }
            Wait-Until { (Complete 'Get-DmsInstance KAFKA-ANALYTICS | Get-DmsTopic ord').CompletionText -eq 'orders' }
            (Complete "Get-DmsInstance 'kafka-[' | Get-DmsTopic ord").Where{ $_.ResultType -eq 'ParameterValue' } | Should -BeNullOrEmpty
        } finally { [cultureinfo]::CurrentCulture = $before }
    }

    It 'offers dump tasks of the instance, however it is given: <_>' -ForEach 'Get-DmsSinkTask -ConnectorId $connected -Name ', '$connected | Get-DmsSinkTask -Name ' {
        $line = $_
        $global:connected = Get-DmsInstance kafka-prod
        try { Wait-Until { (Complete $line).CompletionText -contains 'audit-archive' } }
        finally { Remove-Variable connected -Scope Global }
    }

    It 'offers a name as one value, whatever characters it has' {
        $odd = '-Force', '$(calc)', "it's;calc", "$([char] 0x2019);calc;$([char] 0x2019)", "$([char] 0x2013)Force", "gone`e[2J"
        foreach ($name in $odd) { $null = Start-DmsEmulatorConsumer $name $dev -Topic orders -Emulator $service }
        $line = "Remove-DmsConsumerGroup -InstanceId $($dev.InstanceId) -Name "
        Wait-Until { (Complete $line).Count -ge 9 }
        $proposals = @(Complete $line)
        # PowerShell parses the whole line as a name for -Name, and nothing else.
        foreach ($proposal in $proposals) {
            $ast = [System.Management.Automation.Language.Parser]::ParseInput($line + $proposal.CompletionText, [ref] $null, [ref] $null)
            $elements = $ast.EndBlock.Statements[0].PipelineElements[0].CommandElements
            $elements.Count | Should -Be 5
            $elements[4] | Should -BeOfType System.Management.Automation.Language.StringConstantExpressionAst
        }
        $proposals.CompletionText | Should -Contain "'-Force'"
        "$($proposals.ListItemText) $($proposals.ToolTip)" | Should -Not -Match '\e'
    }

    It 'offers every target of a reset after a pipe' {
        $proposals = (Complete 'Get-DmsInstance kafka-dev | Reset-DmsConsumerOffset fulfilment -').CompletionText
        foreach ($target in 'ToEarliest', 'ToLatest', 'ToOffset', 'ToDateTime', 'ByDuration', 'ShiftBy', 'ToCurrent') { $proposals | Should -Contain "-$target" }
    }

    It 'offers what the present user of a connection name can see, not what a previous one could' {
        try {
            Wait-Until { (Complete 'Get-DmsInstance ').CompletionText -contains 'kafka-dev' }
            Connect-Dms -Endpoint $service.Endpoint -AccessKey $service.AccessKey -SecretKey not-the-key -ProjectId $service.ProjectId -Name completion -RetryCount 0
            (Complete 'Get-DmsInstance ').Where{ $_.ResultType -eq 'ParameterValue' } | Should -BeNullOrEmpty
        }
        finally {
            Connect-TestEmulator $service -Name completion
            Wait-Until { (Complete 'Get-DmsInstance ').CompletionText -contains 'kafka-dev' }
        }
    }

    It 'offers values of the connection that the line names' {
        $other = Start-TestEmulator -Empty
        Connect-TestEmulator $other -Name empty
        try {
            $null = New-DmsInstance only-here @Ordinary -Force
            Wait-Until { (Complete 'Get-DmsInstance -Context empty -Name only').CompletionText -eq 'only-here' }
            (Complete 'Get-DmsInstance -Context completion -Name kafka-de').CompletionText | Should -Be 'kafka-dev'
        } finally {
            Disconnect-Dms empty
            Stop-DmsEmulator $other
        }
    }

    It 'offers connections' {
        (Complete 'Get-DmsInstance -Context comp').CompletionText | Should -Be 'completion'
        (Complete 'Select-DmsContext ').CompletionText | Should -Contain 'completion'
        (Complete 'Disconnect-Dms ').CompletionText | Should -Contain 'completion'
        (Complete 'Get-DmsContext ').CompletionText | Should -Contain 'completion'
    }

    It 'sends one request for several completions' {
        $before = @(Get-Request $service).Count
        1..5 | ForEach-Object { $null = Complete 'Restart-DmsInstance kafka-' }
        @(Get-Request $service).Count - $before | Should -BeLessOrEqual 1
    }

    It 'offers background tasks by their type, for <_>' -ForEach 'Get-DmsTask', 'Wait-DmsTask', 'Remove-DmsTask' {
        $tasks = $dev | Get-DmsTask
        $text = "$_ -InstanceId $($dev.InstanceId) -TaskId "
        Wait-Until { @((Complete $text).CompletionText) -contains @($tasks)[0].TaskId }
        (Complete $text).ListItemText | Should -Contain @($tasks)[0].Name
    }

    It 'offers tag keys of the instance, otherwise of the project' {
        Wait-Until { @((Complete "Remove-DmsTag -InstanceId $($dev.InstanceId) -Key ").CompletionText) -contains @($dev | Get-DmsTag)[0].Key }
        Wait-Until { @((Complete 'Get-DmsTag -Key ').CompletionText) -contains 'env' }
        Wait-Until { @((Complete 'Add-DmsTag -Key te').CompletionText) -contains 'team' }
    }

    It 'offers tag keys without values, with nothing to show next to them' {
        Wait-Until { @((Complete "Remove-DmsTag -InstanceId $($dev.InstanceId) -Key ba").CompletionText) -contains 'bare' }
    }

    It 'offers <Expected> for <Text>, with the hint <Hint>' -ForEach @(
        @{ Text = 'Get-DmsTopicPartition orders {0} -Partition '; Expected = 0, 1, 2, 3, 4, 5; Hint = 'offsets 1000 to *messages' }
        @{ Text = '$topic | Clear-DmsTopicMessage -Partition '; Expected = 0, 1, 2, 3, 4, 5; Hint = 'offsets 1000 to *messages' }
        @{ Text = 'Start-DmsPartitionReassignment orders {0} -Broker '; Expected = 0, 1, 2; Hint = '*.*.*.*:*' }
        @{ Text = 'Start-DmsPartitionReassignment -InstanceId {0} -ExcludeBroker '; Expected = 0, 1, 2; Hint = '*.*.*.*:*' }
        @{ Text = 'Set-DmsTopic orders {0} -NewPartitionBroker 0, '; Expected = 0, 1, 2; Hint = '*.*.*.*:*' }
    ) {
        $line = $Text -f $dev.InstanceId
        $global:topic = $dev | Get-DmsTopic orders
        try {
            Wait-Until { @((Complete $line).CompletionText) -contains '0' }
            $proposals = Complete $line
            $proposals.CompletionText | Should -Be $Expected
            $proposals[0].ToolTip | Should -BeLike $Hint
        } finally { Remove-Variable topic -Scope Global }
    }

    It 'offers client ids with quotas, and diagnosis reports by their subject' {
        $client = @($prod | Get-DmsClientQuota | Where-Object ClientId)[0]
        Wait-Until { @((Complete "Remove-DmsClientQuota -InstanceId $($prod.InstanceId) -ClientId ").CompletionText) -contains $client.ClientId }
        Wait-Until { @((Complete "Get-DmsDiagnosis -InstanceId $($prod.InstanceId) -ReportId bill").CompletionText) -contains $report.ReportId }
        (Complete "Remove-DmsDiagnosis -InstanceId $($prod.InstanceId) -ReportId ").ListItemText | Should -Be 'billing orders'
    }

    It 'offers the names of all zones, also of those that are sold out unless -Available is given' {
        Wait-Until { @((Complete 'Get-DmsAvailabilityZone ').CompletionText) -contains 'AZ4' }
        (Complete 'Get-DmsAvailabilityZone -Available ').CompletionText | Should -Be AZ1, AZ2, AZ3
        $zone = Get-DmsAvailabilityZone AZ4
        (Complete 'Get-DmsAvailabilityZone -ZoneId AZ4').CompletionText | Should -Be $zone.ZoneId
        Complete 'New-DmsInstance x -AvailabilityZone AZ4' | Should -BeNullOrEmpty
    }

    It 'offers filters for instances, and no file names where nothing can be listed' {
        Wait-Until { @((Complete 'Get-DmsInstance -Tag env=').CompletionText) -contains "'env=prod'" }
        (Complete 'Get-DmsInstance -EnterpriseProjectId ')[0].ToolTip | Should -BeLike 'kafka-prod, *'
        Complete 'Restart-DcsInstance -InstanceId ' | Should -BeNullOrEmpty
    }

    It 'offers the topics that a Smart Connect task can copy' {
        Wait-Until { @((Complete "New-DmsSmartConnectTask -InstanceId $($dev.InstanceId) -Topic ord").CompletionText) -contains 'orders' }
    }

    It 'never changes anything' {
        Get-Changing $service | Should -HaveCount $changes
    }
}

Describe 'Completion of fixed values' {
    It 'offers <Expected> for <Text>' -ForEach @(
        @{ Text = 'Connect-Dms cn-north-'; Expected = 'cn-north-4' }
        @{ Text = 'Connect-Dms -Region cn-north-4'; Expected = 'cn-north-4' }
        @{ Text = 'Connect-Dms -ApiVersion '; Expected = 'V1' }
        @{ Text = 'Get-DmsInstance -Status '; Expected = 'RUNNING' }
        @{ Text = 'Wait-DmsInstance x -Status '; Expected = 'DELETED' }
        @{ Text = 'New-DmsInstance x -EngineVersion '; Expected = '3.x' }
        @{ Text = 'New-DmsInstance x -ProductId '; Expected = 'c6.4u8g.cluster' }
        @{ Text = 'New-DmsInstance x -StorageSpecCode '; Expected = 'dms.physical.storage.ultra.v2' }
        @{ Text = 'New-DmsInstance x -SecurityProtocol '; Expected = 'SASL_SSL' }
        @{ Text = 'New-DmsInstance x -AccessMode '; Expected = 'PrivateSaslSsl' }
        @{ Text = 'New-DmsInstance x -ChargingMode '; Expected = 'PrePaid' }
        @{ Text = 'Set-DmsInstance x -RetentionPolicy '; Expected = 'time_base' }
        @{ Text = 'New-DmsInstance x -MaintenanceBegin '; Expected = "'22:00'" }
        @{ Text = 'Set-DmsInstance x -MaintenanceBegin 1'; Expected = "'10:00'" }
        @{ Text = 'Set-DmsInstance x -MaintenanceEnd '; Expected = "'06:00'" }
        @{ Text = 'Invoke-DmsApi /v2/x -Method '; Expected = 'DELETE' }
        @{ Text = 'Invoke-DmsApi /v2/x -Service '; Expected = 'Dcs' }
        @{ Text = 'Add-DmsEmulatorFault -Action '; Expected = 'Stall' }
        @{ Text = 'Add-DmsEmulatorFault -Path '; Expected = "'*/topics'" }
    ) {
        (Complete $Text).CompletionText | Should -Contain $Expected
    }
}

Describe 'Completion of a maintenance window' {
    It 'offers the end that belongs to the start' {
        (Complete 'Set-DmsInstance x -MaintenanceBegin 22:00 -MaintenanceEnd ').CompletionText | Should -Be "'02:00'"
        (Complete 'New-DmsInstance x -MaintenanceBegin 03:30 -MaintenanceEnd ').CompletionText | Should -Be "'07:30'"
    }
}

Describe 'Completion without data' {
    It 'is silent without a connection' {
        $before = $Error.Count
        (Complete 'Get-DmsInstance kafka-').CompletionText | Should -Not -Contain 'kafka-dev'
        @((Complete 'Restart-DmsInstance -InstanceId zz').CompletionText) -like '*-*-*-*' | Should -BeNullOrEmpty
        $Error.Count | Should -Be $before
    }

    It 'is silent if the service fails' {
        $service = Start-TestEmulator
        try {
            Connect-TestEmulator $service -Name failing
            $null = Add-DmsEmulatorFault $service -Action Status -StatusCode 403
            $before = $Error.Count
            @((Complete 'Restart-DmsInstance -InstanceId kafka').ListItemText) -like 'kafka-*' | Should -BeNullOrEmpty
            $Error.Count | Should -Be $before
        } finally { Stop-TestEmulator }
    }

    It 'does not wait for a slow service' {
        $service = Start-TestEmulator
        try {
            Connect-TestEmulator $service -Name slow
            $fault = Add-DmsEmulatorFault $service -Action Latency -Latency 01:00:00
            $null = Complete 'Restart-DmsInstance -InstanceId kafka'
            # The emulator logs a request when it has responded, or when the client has gone.
            Wait-Until { $fault.Hits -eq 1 }
            Get-Request $service | Should -HaveCount 0
        } finally { Stop-TestEmulator }
    }

    It 'quotes a name that needs quotes' {
        $service = Start-TestEmulator
        try {
            Connect-TestEmulator $service -Name "it's mine"
            (Complete 'Get-DmsInstance -Context it').CompletionText | Should -Be "'it''s mine'"
        } finally { Stop-TestEmulator }
    }
}
