BeforeAll {
    . $PSScriptRoot/Common.ps1
}

Describe 'The catalog of the service' {
    BeforeAll {
        $service = Start-TestEmulator
        Connect-TestEmulator $service
        $zones = @(Get-DmsAvailabilityZone)
    }
    AfterAll { Stop-TestEmulator }

    It 'lists availability zones with typed properties' {
        $zones | Should -HaveCount 4
        $zones[0].SoldOut | Should -BeOfType bool
        $zones[0].Port | Should -BeOfType int
        $zones[0].RemainingTime | Should -Be ([long]::MaxValue)
        $zones[0].Context | Should -Be test
    }

    It 'finds a zone by name, code, id and wildcard: <Name>' -ForEach @(
        @{ Name = 'AZ2'; Count = 1 }, @{ Name = 'az*'; Count = 4 }, @{ Name = '*b'; Count = 1 }, @{ Name = 'nothing*'; Count = 0 }
    ) {
        @(Get-DmsAvailabilityZone $Name) | Should -HaveCount $Count
        (Get-DmsAvailabilityZone -ZoneId $zones[1].ZoneId).Code | Should -Be $zones[1].Code
        (Get-DmsAvailabilityZone -Code $zones[1].Code).ZoneId | Should -Be $zones[1].ZoneId
    }

    It 'is read through the connection from the pipeline' {
        (Get-DmsContext | Get-DmsAvailabilityZone).ZoneId | Should -Be $zones.ZoneId
        (Get-DmsContext | Get-DmsProject).ProjectId | Should -Be $service.ProjectId
        Assert-Failure (Watch-Command { Get-DmsContext | Get-DmsInstance }).Errors 'HuaweiDms.InvalidArgument' GetDmsInstance InvalidArgument -Says 'InstanceId'
    }

    It 'reports a name that does not exist, and omits zones that are sold out' {
        $seen = Watch-Command { Get-DmsAvailabilityZone AZ1, AZ4, AZ9 -Available }
        $seen.Output.Name | Should -Be AZ1
        $seen.Errors | Should -HaveCount 2
        Assert-Failure $seen.Errors[1] 'HuaweiDms.NotFound' GetDmsAvailabilityZone ObjectNotFound -Target AZ9 -Says 'resources left'
    }

    It 'supplies zones to New-DmsInstance' {
        $given = $Ordinary.Clone()
        $given.AvailabilityZone = Get-DmsAvailabilityZone -Available | Select-Object -First 3
        (New-DmsInstance kafka-zoned @given -Force).AvailabilityZones | Should -Be $zones[0..2].ZoneId
        $given.AvailabilityZone = $zones[3]
        # A sold-out zone may be tried again, but not by this test.
        Connect-TestEmulator $service -Name once -More @{ RetryCount = 0 }
        try { $seen = Watch-Command { New-DmsInstance kafka-nowhere @given -Force -Context once } } finally { Disconnect-Dms once }
        $seen.Errors[0].FullyQualifiedErrorId | Should -BeLike 'DMS.00400055,*'
    }

    It 'lists products with numeric properties' {
        $products = @(Get-DmsProduct)
        $products | Should -HaveCount 5
        foreach ($limit in 'MinBrokerCount', 'MaxBrokerCount', 'MaxPartitionsPerBroker', 'MaxTpsPerBroker', 'MaxConsumersPerBroker') { $products[0].$limit | Should -BeOfType int }
        $products[0].MaxStoragePerBrokerGB | Should -BeOfType long
        "$($products[0])" | Should -Be c6.2u4g.cluster
    }

    It 'filters products at the service for one exact id' {
        (Get-DmsInstance kafka-prod | Get-DmsProduct).ProductId | Should -Be c6.8u16g.cluster
        (Get-Request $service)[-1].Path | Should -BeLike '*product_id=c6.8u16g.cluster*'
        @(Get-DmsProduct 'c6.1*').ProductId | Should -Be c6.12u24g.cluster, c6.16u32g.cluster
        Assert-Failure (Watch-Command { Get-DmsProduct c9.none }).Errors 'HuaweiDms.NotFound' GetDmsProduct ObjectNotFound -Target c9.none
    }

    It 'counts processor cores with the current product and with another' {
        $prod = Get-DmsInstance kafka-prod
        ($prod | Get-DmsProductCore).CoreCount | Should -Be 24
        (Get-DmsProductCore -InstanceId $prod.InstanceId).CoreCount | Should -Be 24
        $other = $prod | Get-DmsProductCore -ProductId c6.16u32g.cluster
        $other.CoreCount | Should -Be 48
        $other.InstanceId | Should -Be $prod.InstanceId
        Assert-Failure (Watch-Command { $prod | Get-DmsProductCore -ProductId none }).Errors 'DMS.00400009' GetDmsProductCore InvalidArgument -Target $prod.InstanceId
        Assert-Failure (Watch-Command { Get-DmsProductCore c6.2u4g.cluster $NoSuchId }).Errors 'DMS.00404022' GetDmsProductCore ObjectNotFound -Target $NoSuchId
    }

    It 'lists maintenance windows that New-DmsInstance accepts' {
        $windows = @(Get-DmsMaintenanceWindow)
        $windows | Should -HaveCount 6
        ($windows | Where-Object IsDefault).MaintenanceBegin | Should -Be ([timespan] '02:00')
        $dev = Get-DmsInstance kafka-dev | Set-DmsInstance -MaintenanceBegin $windows[5].MaintenanceBegin -MaintenanceEnd $windows[5].MaintenanceEnd -PassThru
        $dev.MaintenanceBegin | Should -Be ([timespan] '18:00')
    }

    It 'reads metric hierarchies of many instances in their order, and reports those that do not exist' {
        $all = @(Get-DmsInstance)
        $seen = Watch-Command { @($all.InstanceId) + $NoSuchId, 'x' | Get-DmsMetricHierarchy }
        $seen.Output.InstanceId | Should -Be $all.InstanceId
        $seen.Errors | Should -HaveCount 2
        $seen.Output[0].Dimensions[0].Metrics | Should -Contain current_topics
        $seen.Output[0].Topics[0].Partitions[0] | Should -BeOfType int
    }

    It 'contains less in v1.0, with the same cmdlets' {
        Connect-TestEmulator $service -Name older -More @{ ApiVersion = 'V1' }
        try {
            @(Get-DmsProduct -Context older).Bandwidth | Should -Be 100MB, 300MB, 600MB, 1200MB
            (Get-DmsProduct 00300-30308-0--0 -Context older).PartitionLimit | Should -Be 300
            @(Get-DmsAvailabilityZone -Context older).ZoneId | Should -Be $zones.ZoneId
            @(Get-DmsMaintenanceWindow -Context older) | Should -HaveCount 6
        } finally { Disconnect-Dms older }
    }
}

Describe 'Completion from the catalog' {
    BeforeAll {
        $service = Start-TestEmulator
        Connect-TestEmulator $service -Name offers
        $zones = @(Get-DmsAvailabilityZone)
    }
    AfterAll { Stop-TestEmulator }

    It 'offers zones that are not sold out, also by their names' {
        Wait-Until { @((Complete 'New-DmsInstance x -AvailabilityZone ').CompletionText).Count -eq 3 }
        (Complete 'New-DmsInstance x -AvailabilityZone AZ2').CompletionText | Should -Match $zones[1].ZoneId
    }

    It 'offers the products of the service' {
        Wait-Until { (Complete 'New-DmsInstance x -ProductId ').ToolTip -like '*250 partitions each*' }
        (Complete 'Get-DmsProduct c6.1').CompletionText | Should -Be c6.12u24g.cluster, c6.16u32g.cluster
    }

    It 'falls back to the documented products if the service fails' {
        Connect-TestEmulator $service -Name failing
        $null = Add-DmsEmulatorFault $service -Action Status -StatusCode 403
        (Complete 'New-DmsInstance x -Context failing -ProductId ').CompletionText | Should -Contain c6.4u8g.cluster
    }
}
