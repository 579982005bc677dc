BeforeAll {
    . $PSScriptRoot/Common.ps1
}

Describe 'Resize-DmsInstance' {
    BeforeEach {
        $service = Start-TestEmulator -Speed 2000
        Connect-TestEmulator $service
        $dev = Get-DmsInstance kafka-dev
    }
    AfterEach { Stop-TestEmulator }

    It 'increases the storage, then the brokers, then changes the product, and waits until each is visible' {
        $grown = $dev | Resize-DmsInstance -StorageSpaceGB 600 -Force -Wait -PassThru
        "$($grown.Status) $($grown.TotalStorageSpaceGB) $($grown.DiskExtensionCount)" | Should -Be 'RUNNING 600 1'
        $grown = $dev | Resize-DmsInstance -BrokerCount 4 -Force -Wait -PassThru
        "$($grown.Status) $($grown.TotalStorageSpaceGB) $($grown.BrokerCount)" | Should -Be 'RUNNING 800 4'
        $grown = $dev | Resize-DmsInstance -ProductId c6.4u8g.cluster -Force -Wait -PassThru
        "$($grown.Status) $($grown.ProductId) $($grown.PartitionLimit)" | Should -Be 'RUNNING c6.4u8g.cluster 2000'
        ($dev | Get-DmsTask).Status | Should -Be 'SUCCESS', 'SUCCESS', 'SUCCESS'
    }

    It 'shows with -WhatIf the present and the requested size, and sends nothing' {
        $seen = Invoke-Session { Get-DmsInstance kafka-dev, kafka-test-01 | Resize-DmsInstance -StorageSpaceGB 900 -Wait -WhatIf }
        $seen.Errors | Should -BeNullOrEmpty
        $seen.WhatIf | Should -HaveCount 2
        $seen.WhatIf[0] | Should -BeLike '*Change storage to 900 GB*kafka-dev*300 GB on 3 brokers*'
        Get-Changing $service | Should -BeNullOrEmpty
    }

    It 'prompts, and does nothing if the answer is no' {
        $seen = Invoke-Session -Answer 2 { Get-DmsInstance kafka-dev | Resize-DmsInstance -StorageSpaceGB 900 }
        $seen.Questions | Should -HaveCount 1
        Get-Changing $service | Should -BeNullOrEmpty
    }

    It 'refuses an impossible size before sending, and suggests a possible one: <Label>' -ForEach @(
        @{ Label = 'less'; Name = 'kafka-dev'; With = @{ StorageSpaceGB = 200 }; Says = '-StorageSpaceGB', '600 GB' }
        @{ Label = 'too little more'; Name = 'kafka-dev'; With = @{ StorageSpaceGB = 500 }; Says = '-StorageSpaceGB', '600 GB' }
        @{ Label = 'not shared by the brokers'; Name = 'kafka-dev'; With = @{ StorageSpaceGB = 700 }; Says = '699', '702' }
        @{ Label = 'more than the product has'; Name = 'kafka-dev'; With = @{ StorageSpaceGB = 30003 }; Says = '30000', 'c6.4u8g.cluster' }
        @{ Label = 'fewer brokers'; Name = 'kafka-prod-payments'; With = @{ BrokerCount = 4 }; Says = '-BrokerCount', 'has 5' }
        @{ Label = 'other storage a broker'; Name = 'kafka-dev'; With = @{ BrokerCount = 4; StorageSpaceGB = 900 }; Says = '400 GB', '-StorageSpaceGB' }
        @{ Label = 'no public addresses'; Name = 'kafka-prod'; With = @{ BrokerCount = 4 }; Says = '-PublicIpId is missing', 'specify 1' }
        @{ Label = 'public addresses without public access'; Name = 'kafka-dev'; With = @{ BrokerCount = 4; PublicIpId = 'x' }; Says = '-PublicIpId', 'no public access' }
        @{ Label = 'too many private addresses'; Name = 'kafka-dev'; With = @{ BrokerCount = 4; TenantIp = '192.168.9.1', '192.168.9.2' }; Says = '-TenantIp', 'which is 1' }
        @{ Label = 'no such product'; Name = 'kafka-dev'; With = @{ ProductId = 'c7.large' }; Says = 'c7.large', 'c6.4u8g.cluster' }
        @{ Label = 'yearly/monthly'; Name = 'kafka-analytics'; With = @{ StorageSpaceGB = 24000 }; Says = '-InstanceId', 'pay-per-use' }
    ) {
        $instance = Get-DmsInstance $Name
        $seen = Watch-Command { $instance | Resize-DmsInstance @With -Force }
        Assert-Failure $seen.Errors -Id HuaweiDms.InvalidArgument -From ResizeDmsInstance -Category InvalidArgument -Target $instance.InstanceId -Says $Says
        Get-Changing $service | Should -BeNullOrEmpty
    }

    It 'distinguishes a size that is already reached from a mistake: <Says>' -ForEach @(
        @{ With = @{ StorageSpaceGB = 300 }; Says = '-StorageSpaceGB', 'kafka-dev already has' }
        @{ With = @{ BrokerCount = 3 }; Says = '-BrokerCount', 'kafka-dev already has' }
        @{ With = @{ ProductId = 'C6.2U4G.cluster' }; Says = '-ProductId', 'c6.4u8g.cluster' }
    ) {
        $dev = Get-DmsInstance kafka-dev
        $seen = Watch-Command { $dev | Resize-DmsInstance @With -Force }
        Assert-Failure $seen.Errors -Id HuaweiDms.NothingToChange -From ResizeDmsInstance -Category InvalidArgument -Target $dev.InstanceId -Says $Says
        Get-Changing $service | Should -BeNullOrEmpty
    }

    It 'refuses an invalid number in plain words: <Given>' -ForEach @(
        @{ Given = 2000GB; Says = 'is larger than any allowed value', 'already states the unit' }
        @{ Given = 1800, 2000; Says = @('1800, 2000 is not a whole number') }
        @{ Given = 1800.5; Says = @('1800.5 is not a whole number') }
    ) {
        $instance = Get-DmsInstance kafka-dev
        $thrown = { $instance | Resize-DmsInstance -StorageSpaceGB $Given -Force } | Should -Throw -PassThru
        foreach ($part in @("'StorageSpaceGB'") + $Says) { "$thrown" | Should -BeLike "*$part*" }
        Get-Changing $service | Should -BeNullOrEmpty
    }

    It 'waits for several in parallel, whatever the limit of requests, and shows one progress' {
        $seen = Invoke-Session { Get-DmsInstance kafka-dev, kafka-staging | Resize-DmsInstance -StorageSpaceGB 1200 -Force -Wait -PassThru -ThrottleLimit 1 }
        $seen.Errors | Should -BeNullOrEmpty
        $seen.Output.Name | Should -Be kafka-dev, kafka-staging
        $seen.Output.TotalStorageSpaceGB | Should -Be 1200, 1200
        $seen.Progress.Activity | Select-Object -Unique | Should -Be 'Change storage to 1200 GB: 2 instances'
        (@($seen.Progress.StatusDescription) -match '^2 of 2 done') | Should -Not -BeNullOrEmpty
    }

    It 'is refused while the instance is busy, and says what to do' {
        $dev | Resize-DmsInstance -StorageSpaceGB 600 -Force
        $seen = Watch-Command { $dev | Resize-DmsInstance -StorageSpaceGB 900 -Force }
        Assert-Failure $seen.Errors -Id DMS.00400026 -From ResizeDmsInstance -Category ResourceBusy -Target $dev.InstanceId -Says 'Wait-DmsInstance'
    }

    It 'ends the wait immediately if the change failed' {
        $dev | Set-DmsInstance -NewName fail-later
        $seen = Watch-Command { $dev | Resize-DmsInstance -StorageSpaceGB 600 -Force -Wait }
        Assert-Failure $seen.Errors -Id HuaweiDms.WaitFailed -From ResizeDmsInstance -Category InvalidResult -Says EXTENDEDFAILED
    }

    It 'does not affect the others if one instance does not exist' {
        $seen = Watch-Command { $NoSuchId, $dev.InstanceId | Resize-DmsInstance -StorageSpaceGB 600 -Force }
        Assert-Failure $seen.Errors -Id DMS.00404022 -From ResizeDmsInstance -Category ObjectNotFound
        (Get-DmsInstance kafka-dev).Status | Should -Be EXTENDING
    }
}

Describe 'Get-DmsResizeOption' {
    BeforeAll { Connect-TestEmulator (Start-TestEmulator) }
    AfterAll { Stop-TestEmulator }

    It 'lists the available products, with figures to compare' {
        $options = Get-DmsInstance kafka-dev | Get-DmsResizeOption
        $options | Should -HaveCount 5
        ($options | Where-Object MaxPartitionsPerBroker -ge 1500).ProductId | Should -Be c6.12u24g.cluster, c6.16u32g.cluster
        $options[0].Features[0].MaxTaskCount | Should -Be 10
    }

    It 'finds products by pattern, and reports one that is not available' {
        $seen = Watch-Command { Get-DmsInstance kafka-dev | Get-DmsResizeOption c6.4*, c9.huge }
        $seen.Output.ProductId | Should -Be c6.4u8g.cluster
        Assert-Failure $seen.Errors -Id HuaweiDms.NotFound -From GetDmsResizeOption -Category ObjectNotFound -Target c9.huge -Says 'kafka-dev'
    }
}
