BeforeAll {
    . $PSScriptRoot/Common.ps1
}

Describe 'Client quotas' {
    BeforeEach {
        $service = Start-TestEmulator -Speed $Instant
        Connect-TestEmulator $service
        $prod = Get-DmsInstance kafka-prod
        $dev = Get-DmsInstance kafka-dev
    }
    AfterEach { Stop-TestEmulator }

    It 'are created, listed with their instance, and waited for' {
        $made = $dev | New-DmsClientQuota reports -ProducerByteRate 1MB -Wait
        (Get-DmsTask -InstanceId $dev.InstanceId -TaskId $made.TaskId).Status | Should -Be SUCCESS
        $null = New-DmsClientQuota reports $dev.InstanceId -ClientId app -ConsumerByteRate 2M
        $null = $dev | New-DmsClientQuota -DefaultClient -ConsumerByteRate 5
        $quotas = @($dev | Get-DmsClientQuota)
        "$quotas" | Should -Be 'user reports user reports, client app all clients'
        $quotas[0].ProducerByteRate | Should -Be 1048576
        $quotas[1].ConsumerByteRate | Should -Be 2097152
        $quotas.InstanceId | Select-Object -Unique | Should -Be $dev.InstanceId
        (Get-DmsClientQuota rep* $dev.InstanceId -ClientId a*).ConsumerByteRate | Should -Be 2097152
        ($dev | Get-DmsClientQuota -ClientId app) | Should -HaveCount 1
        ($dev | Get-DmsClientQuota -DefaultClient).DefaultClient | Should -BeTrue
        ($dev | Get-DmsClientQuota -First 1 -Skip 1).ClientId | Should -Be app
    }

    It 'can be piped: to another instance, to a change, to a removal' {
        $null = 'a', 'b' | ForEach-Object { $dev | New-DmsClientQuota $_ -ProducerByteRate 10 -ConsumerByteRate 20 }
        $null = $dev | Get-DmsClientQuota | Select-Object UserName, ClientId, DefaultUser, DefaultClient, ProducerByteRate, ConsumerByteRate |
            New-DmsClientQuota -InstanceId $prod.InstanceId
        "$($prod | Get-DmsClientQuota)" | Should -Be 'user a user b'
        $null = $prod | Get-DmsClientQuota | Set-DmsClientQuota -ProducerByteRate 30 -Wait
        ($prod | Get-DmsClientQuota).ProducerByteRate | Should -Be 30, 30
        ($prod | Get-DmsClientQuota).ConsumerByteRate | Should -Be 20, 20
        $null = $prod, $dev | Get-DmsClientQuota b | Remove-DmsClientQuota -Wait
        "$($prod, $dev | Get-DmsClientQuota)" | Should -Be 'user a user a'
    }

    It 'of users from the pipeline are those of the users, so that a removal does not affect the others' {
        $null = 'billing', 'reporting' | ForEach-Object { $prod | New-DmsClientQuota $_ -ProducerByteRate 10 }
        $null = $prod | New-DmsClientQuota billing -ClientId app -ProducerByteRate 10
        $null = $prod | New-DmsClientQuota -DefaultUser -ProducerByteRate 10
        $users = $prod | Get-DmsUser billing, orders-writer
        "$($users | Get-DmsClientQuota -ClientId app)" | Should -Be 'user billing, client app'
        "$($users | Get-DmsClientQuota reporting)" | Should -Be 'user reporting'
        $null = $users | Get-DmsClientQuota | Remove-DmsClientQuota -Wait
        "$($prod | Get-DmsClientQuota)" | Should -Be 'user reporting all users'
    }

    It 'keep their kind in a CSV file: all clients of a user differ from the user' {
        $null = $dev | New-DmsClientQuota al -ConsumerByteRate 1
        $null = $dev | New-DmsClientQuota al -DefaultClient -ConsumerByteRate 2
        $null = $dev | New-DmsClientQuota -DefaultUser -ClientId app -ConsumerByteRate 3
        $dev | Get-DmsClientQuota | Select-Object UserName, ClientId, DefaultUser, DefaultClient, ConsumerByteRate | Export-Csv TestDrive:/quotas.csv
        $null = Import-Csv TestDrive:/quotas.csv | New-DmsClientQuota -InstanceId $prod
        # Rows are sent in parallel, and the service lists quotas in the order of their creation, which is not guaranteed.
        $made = $prod | Get-DmsClientQuota | Sort-Object ConsumerByteRate
        "$made" | Should -Be 'user al user al, all clients all users, client app'
        $made.ConsumerByteRate | Should -Be 1, 2, 3
        $null = Import-Csv TestDrive:/quotas.csv | Remove-DmsClientQuota -InstanceId $prod
        $prod | Get-DmsClientQuota | Should -BeNullOrEmpty
        $before = @(Get-Changing $service).Count
        $seen = Watch-Command { [pscustomobject]@{ UserName = 'bo'; DefaultClient = 'perhaps'; ConsumerByteRate = 1 } | New-DmsClientQuota -InstanceId $prod }
        "$($seen.Errors)" | Should -BeLike "*'DefaultClient'*'perhaps' is neither true nor false*"
        @(Get-Changing $service).Count | Should -Be $before
    }

    It 'keep omitted rates, separately for each instance' {
        $null = $dev | New-DmsClientQuota a -ConsumerByteRate 1
        $null = $prod | New-DmsClientQuota a -ConsumerByteRate 2
        $null = $dev, $prod | Set-DmsClientQuota a -ProducerByteRate 9
        ($dev, $prod | Get-DmsClientQuota).ConsumerByteRate | Should -Be 1, 2
    }

    It 'with rates that are already as requested are not sent' {
        $made = $dev | New-DmsClientQuota a -ProducerByteRate 1 -ConsumerByteRate 2
        $before = @(Get-Changing $service).Count
        $seen = Watch-Command { $dev | Set-DmsClientQuota a -ProducerByteRate 1 -Wait; $made | Set-DmsClientQuota }
        $seen.Errors | Should -BeNullOrEmpty
        $seen.Output.ConsumerByteRate | Should -Be 2, 2
        $seen.Output.TaskId | Where-Object { $_ } | Should -BeNullOrEmpty
        @(Get-Changing $service).Count | Should -Be $before
        ($dev | Set-DmsClientQuota a -ProducerByteRate 3).TaskId | Should -Not -BeNullOrEmpty
    }

    It 'that exist are accepted with -IfNotExists, with a warning if their rates differ' {
        $null = $dev | New-DmsClientQuota a -ProducerByteRate 10 -Wait
        $before = @(Get-Changing $service).Count
        $seen = Watch-Command { $dev | New-DmsClientQuota a -ProducerByteRate 10 -IfNotExists -Wait }
        $seen.Errors.Count, $seen.Warnings.Count | Should -Be 0, 0
        "$($seen.Output)", $seen.Output.InstanceId | Should -Be 'user a', $dev.InstanceId
        $seen = Watch-Command { $dev | New-DmsClientQuota a -ProducerByteRate 20 -IfNotExists }
        $seen.Output.ProducerByteRate | Should -Be 10
        "$($seen.Warnings)" | Should -BeLike '*user a of kafka-dev*produce 10 B/s*not produce 20 B/s*Set-DmsClientQuota*'
        @(Get-Changing $service).Count | Should -Be $before
        ($prod, $dev | New-DmsClientQuota a -ProducerByteRate 10 -IfNotExists).Instance | Sort-Object | Should -Be kafka-dev, kafka-prod
    }

    It 'that exist are not created again, and missing ones are not changed or removed: nothing is sent' {
        $null = $dev | New-DmsClientQuota a -ProducerByteRate 1
        $before = @(Get-Changing $service).Count
        $seen = Watch-Command { $dev | New-DmsClientQuota a -ProducerByteRate 2 }
        Assert-Failure $seen.Errors -Id HuaweiDms.AlreadyExists -From NewDmsClientQuota -Category ResourceExists -Says 'user a', 'kafka-dev', 'Set-DmsClientQuota'
        $seen = Watch-Command { $dev | Set-DmsClientQuota A -ProducerByteRate 2 }
        Assert-Failure $seen.Errors -Id HuaweiDms.NotFound -From SetDmsClientQuota -Category ObjectNotFound -Says 'user A', 'New-DmsClientQuota'
        $seen = Watch-Command { $dev | Remove-DmsClientQuota -DefaultUser }
        Assert-Failure $seen.Errors -Id HuaweiDms.NotFound -From RemoveDmsClientQuota -Category ObjectNotFound -Says 'all users'
        @(Get-Changing $service).Count | Should -Be $before
    }

    It 'that are given twice with different rates are changed once, and the second one is an error' {
        $null = $dev | New-DmsClientQuota a -ProducerByteRate 1 -Wait
        $before = @(Get-Changing $service).Count
        $rows = '10,', '20,', '10,', ',30' | ForEach-Object { [pscustomobject]@{ UserName = 'a'; ProducerByteRate = ($_ -split ',')[0]; ConsumerByteRate = ($_ -split ',')[1] } }
        $seen = Watch-Command { $rows | Set-DmsClientQuota -InstanceId $dev.InstanceId }
        $seen.Errors | Should -HaveCount 2
        $seen.Errors | ForEach-Object { "$_" | Should -BeLike "-UserName cannot be 'a': the quota of user a of kafka-dev*already specified*" }
        $seen.Output.ProducerByteRate | Should -Be 10
        @(Get-Changing $service).Count | Should -Be ($before + 1)
        # In another instance they are different quotas.
        $rows = @{ I = $prod; R = 1 }, @{ I = $dev; R = 2 } | ForEach-Object { [pscustomobject]@{ DefaultClient = $true; ProducerByteRate = $_.R; InstanceId = $_.I.InstanceId } }
        ($rows | New-DmsClientQuota).ProducerByteRate | Sort-Object | Should -Be 1, 2
    }

    It 'with contradictory parameters are refused: <Given>' -ForEach @(
        @{ Given = @{ ProducerByteRate = 1 }; Says = '-UserName' }
        @{ Given = @{ UserName = 'a'; DefaultUser = $true; ProducerByteRate = 1 }; Says = '-DefaultUser' }
        @{ Given = @{ ClientId = 'a'; DefaultClient = $true; ProducerByteRate = 1 }; Says = '-DefaultClient' }
        @{ Given = @{ UserName = 'a'; ProducerByteRate = 0 }; Says = '-ProducerByteRate' }
        @{ Given = @{ UserName = 'a'; ConsumerByteRate = -1 }; Says = '-ConsumerByteRate' }
    ) {
        $seen = Watch-Command { $dev | New-DmsClientQuota @Given }
        Assert-Failure $seen.Errors -Id HuaweiDms.InvalidArgument -From NewDmsClientQuota -Category InvalidArgument -Says $Says
        Get-Changing $service | Should -BeNullOrEmpty
    }

    It 'require a rate' {
        $seen = Watch-Command { $dev | New-DmsClientQuota a }
        Assert-Failure $seen.Errors -Id HuaweiDms.NothingToChange -From NewDmsClientQuota -Category InvalidArgument -Says '-ConsumerByteRate'
    }

    It 'are shown with -WhatIf, and nothing is sent' {
        $dev | New-DmsClientQuota a -ProducerByteRate 1 -WhatIf
        Get-Changing $service | Should -BeNullOrEmpty
    }

    It 'of an instance that is not running are an error, and those of the others are created' {
        $seen = Watch-Command { Get-DmsInstance kafka-legacy, kafka-dev | New-DmsClientQuota a -ProducerByteRate 1 }
        Assert-Failure $seen.Errors -Id DMS.00400026 -From NewDmsClientQuota -Category ResourceBusy
        $seen.Output.InstanceId | Should -Be $dev.InstanceId
    }

    It 'without a user or client are an error' {
        $seen = Watch-Command { $dev | Get-DmsClientQuota nobody }
        Assert-Failure $seen.Errors -Id HuaweiDms.NotFound -From GetDmsClientQuota -Category ObjectNotFound -Target nobody
    }

    It 'fit a window of 80 columns' {
        $null = $dev | New-DmsClientQuota reports -ClientId app -ProducerByteRate 1048576
        $dev | Get-DmsClientQuota | Out-String -Width 80 | Should -Match 'reports\s+app\s+1048576'
    }
}
