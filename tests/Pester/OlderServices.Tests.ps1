# Chapter 7 of the reference, operation by operation: v1.0 and retired operations, each through the command that uses it.
BeforeDiscovery {
    $contract = Get-Content "$PSScriptRoot/../Contract/openapi.json" -Raw | ConvertFrom-Json -AsHashtable
    $Retired = @($contract['paths'].Values.Values | Where-Object { $_['x-historical'] } | ForEach-Object { @{ Section = $_['x-section']; Operation = $_['operationId'] } })
    $OfV1, $OfV2 = $Retired.Where({ $_.Section -like '7.1.*' }, 'Split')
}

BeforeAll {
    . $PSScriptRoot/Common.ps1
    $older = $Ordinary + @{ Specification = '100MB'; ManagerCredential = New-Login manager 'Corr3ct-Horse'; Force = $true }
    $older.Remove('BrokerCount')
    $older['ProductId'] = '00300-30308-0--0'
    $older['StorageSpaceGB'] = 600
    $older['StorageSpecCode'] = 'dms.physical.storage.ultra'
    $keys = New-Login ACCESSKEYOFTHEBUCKET 'secret-key-of-the-bucket'

    # A call of each operation, with $dev an instance; and what the gateway must not know for it.
    $Calls = @{
        CreateInstanceV1                = { New-DmsInstance kafka-older @older }
        ListInstancesV1                 = { Get-DmsInstance kafka-* }
        ShowInstanceV1                  = { $dev | Get-DmsInstance }
        UpdateInstanceV1                = { $dev | Set-DmsInstance -Description any }
        DeleteInstanceV1                = { $dev | Remove-DmsInstance -Force }
        BatchRestartOrDeleteInstancesV1 = { $dev | Restart-DmsInstance -Force }
        CreateInstanceTopicV1           = { $dev | New-DmsTopic older-topic }
        ListInstanceTopicsV1            = { $dev | Get-DmsTopic }
        BatchDeleteInstanceTopicV1      = { $dev | Remove-DmsTopic clicks -Force }
        ListAvailableZonesV1            = { Get-DmsAvailabilityZone }
        ListProductsV1                  = { Get-DmsProduct }
        ShowMaintainWindowsV1           = { Get-DmsMaintenanceWindow }

        ShowInstanceWithEngine               = { $dev | Get-DmsInstance }
        CreatePartition                      = { $dev | Set-DmsTopic clicks -PartitionCount 8 -PassThru }
        ResetMessageOffset                   = { $dev | Reset-DmsConsumerOffset fulfilment -ToEarliest -Force }
        ListInstanceConsumerGroupsWithEngine = { $dev | Get-DmsConsumerGroup -Topic orders }
        UpdateSinkTaskQuota                  = { Get-DmsInstance kafka-analytics | Set-DmsSinkTaskQuota 12 -PassThru }
        CreateSinkTask                       = { Get-DmsInstance kafka-prod | New-DmsSinkTask any-dump -Topic payments -ObsBucketName any-bucket -ObsCredential $keys }
        ListSinkTasks                        = { Get-DmsInstance kafka-prod | Get-DmsSinkTask }
        ShowSinkTaskDetail                   = { Get-DmsInstance kafka-prod | Get-DmsSinkTask audit-archive -Detailed }
        DeleteSinkTask                       = { Get-DmsInstance kafka-prod | Get-DmsSinkTask audit-archive | Remove-DmsSinkTask -Force }
        CreateDeleteConnectorOrder           = {
            $analytics = Get-DmsInstance kafka-analytics
            $analytics | Get-DmsSmartConnectTask | Remove-DmsSmartConnectTask -Force -Wait -Timeout 00:00:30
            $analytics | Disable-DmsSmartConnect -Order -Force
        }
    }
    $Unknown = @{
        ShowInstanceWithEngine = @{ Method = 'GET'; Path = '/v2/*/instances/*' }
        CreatePartition        = @{ Method = 'PUT'; Path = '*/topics' }
        ResetMessageOffset     = @{ Method = 'PUT'; Path = '*/reset-message-offset' }
    }

    function Assert-Operation([string] $Operation) {
        $missing = $Unknown[$Operation]
        if ($missing) { $null = Add-DmsEmulatorFault $service @missing -Action Status -StatusCode 404 -ErrorCode APIGW.0101 -Limit 1 }
        (Watch-Command $Calls[$Operation]).Errors | Should -BeNullOrEmpty
        $requests = @(Get-Request $service | Where-Object Operation -EQ $Operation)
        $requests.Count | Should -BeGreaterThan 0
        foreach ($request in $requests) { $request.StatusCode | Should -BeIn 200, 204 }
    }
}

Describe 'v1.0' {
    BeforeEach {
        $service = Start-TestEmulator -Speed $Instant
        Connect-TestEmulator $service -More @{ ApiVersion = 'V1' }
        $dev = Get-DmsInstance kafka-dev
    }
    AfterEach { Stop-TestEmulator }

    It 'has <Operation> (<Section>) behind the same command' -ForEach $OfV1 {
        Assert-Operation $Operation
        foreach ($request in Get-Request $service) { $request.Path | Should -BeLike '/v1.0/*' }
    }

    It 'does not report the number of brokers, which is nevertheless known' {
        $grown = $dev | Resize-DmsInstance -BrokerCount 4 -Force -Wait -PassThru
        "$($grown.BrokerCount) $($grown.TotalStorageSpaceGB)" | Should -Be '4 400'
        $seen = Invoke-Session { Get-DmsInstance kafka-dev | Resize-DmsInstance -StorageSpaceGB 800 -WhatIf }
        $seen.WhatIf | Should -BeLike '*now 400 GB on 4 brokers of*'
        $dev | Disable-DmsManager -Force
        $seen = Watch-Command { $dev | Set-DmsTopic orders -PartitionCount 8 -NewPartitionBroker 0, 1, 3 }
        $seen.Errors | Should -BeNullOrEmpty
    }
}

Describe 'Retired operations' {
    BeforeEach {
        $service = Start-TestEmulator -Speed $Instant
        Connect-TestEmulator $service
        $dev = Get-DmsInstance kafka-dev
    }
    AfterEach { Stop-TestEmulator }

    It 'are used if nothing newer exists: <Operation> (<Section>)' -ForEach $OfV2 {
        Assert-Operation $Operation
    }

    It 'add partitions to one topic after the other: finished ones stay, and a refused one does not affect the others' {
        $null = Add-DmsEmulatorFault $service -Method PUT -Path */topics -Action Status -StatusCode 404 -ErrorCode APIGW.0101
        $null = Add-DmsEmulatorFault $service -Method POST -Path */topics/clicks/partitions-reassignment -Action Status -StatusCode 400 -ErrorCode DMS.00400102
        $seen = Watch-Command { $dev | Set-DmsTopic orders, clicks -PartitionCount 8 -PassThru }
        Assert-Failure $seen.Errors -Id DMS.00400102 -From SetDmsTopic -Category InvalidArgument -Target 'update clicks: failed'
        "$($seen.Output.Name) $($seen.Output.PartitionCount)" | Should -Be 'orders 8'
        @(Get-Changing $service) | Should -HaveCount 3
    }
}
