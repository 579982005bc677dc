BeforeAll {
    . $PSScriptRoot/Common.ps1

    function Get-Access($Topic) { Get-DmsTopicAccessPolicy $Topic $prod | ForEach-Object { "$_" } }
}

Describe 'Access policies of topics' {
    BeforeEach {
        $service = Start-TestEmulator -Speed $Instant
        Connect-TestEmulator $service
        $prod = Get-DmsInstance kafka-prod
    }
    AfterEach { Stop-TestEmulator }

    It 'are listed per user' {
        Get-Access orders | Should -Be 'orders-writer: Publish', 'billing: Subscribe'
        $policies = @($prod | Get-DmsTopic or*, pay*, cl* | Get-DmsTopicAccessPolicy)
        $policies.Topic | Should -Be orders, orders, payments
        $policies.InstanceId | Select-Object -Unique | Should -Be $prod.InstanceId
        $policies[0].IsOwner | Should -BeFalse
        $policies | Out-String -Width 80 | Should -Match 'orders\s+orders-writer\s+Publish'
    }

    It 'can be filtered by user, also from the pipeline' {
        ($prod | Get-DmsTopicAccessPolicy -UserName bill* | ForEach-Object { "$($_.Topic) $_" }) | Should -Be 'orders billing: Subscribe', 'payments billing: All'
        ($prod | Get-DmsUser billing, reporting | Get-DmsTopicAccessPolicy).Topic | Should -Be orders, payments, audit-log
        ($prod | Get-DmsTopicAccessPolicy orders -UserName billing | Get-DmsTopicAccessPolicy | ForEach-Object { "$_" }) | Should -Be 'billing: Subscribe'
        ($prod | Get-DmsTask -First 1 | Get-DmsTopicAccessPolicy) | Should -HaveCount 4 -Because 'the user of a task is not a user of the instance'
    }

    It 'are empty for a user without permissions, and an error for an unknown user' {
        $seen = Watch-Command { $prod | Get-DmsTopicAccessPolicy -UserName app-user, biling, none* }
        Assert-Failure $seen.Errors -Id HuaweiDms.NotFound -From GetDmsTopicAccessPolicy -Category ObjectNotFound -Target biling -Says kafka-prod, "'billing'?"
        $seen.Output | Should -BeNullOrEmpty
        @(Get-Request $service | Where-Object Operation -Like '*User*') | Should -HaveCount 1
        (Watch-Command { $prod | Get-DmsTopicAccessPolicy -UserName billing, biling -First 1 }).Errors | Should -BeNullOrEmpty
    }

    It 'are set for many topics with one request' {
        $given = $prod | Get-DmsTopic cl*, au* | Set-DmsTopicAccessPolicy -UserName app-user, reporting -Access subscribe -Wait -PassThru -Force
        $given | ForEach-Object { "$($_.Topic) $_" } | Should -Be 'audit-log app-user: Subscribe', 'audit-log reporting: Subscribe', 'clicks app-user: Subscribe', 'clicks reporting: Subscribe'
        @(Get-Changing $service) | Should -HaveCount 1
    }

    It 'replace the previous policy, with a prompt if a user loses a permission' {
        $seen = Invoke-Session { $prod | Set-DmsTopicAccessPolicy orders -UserName billing -Access All } -Answer 0 -Variable @{ prod = $prod }
        $seen.Questions | Should -HaveCount 1
        $seen.Questions[0] | Should -BeLike '*change billing from Subscribe to All, remove Publish from orders-writer*orders of kafka-prod*'
        Wait-Until { (Get-Access orders) -eq 'billing: All' }
    }

    It 'prompt before the first permission of a topic, which locks out all other users' {
        $seen = Invoke-Session { $prod | Set-DmsTopicAccessPolicy clicks -UserName billing -Access All } -Answer 2 -Variable @{ prod = $prod }
        $seen.Questions | Should -HaveCount 1
        $seen.Questions[0] | Should -BeLike '*give billing All, and lock out all other users*clicks of kafka-prod*'
        Get-Changing $service | Should -BeNullOrEmpty
    }

    It 'keep the other users with -Merge, without a prompt if nobody loses a permission' {
        $seen = Invoke-Session { $prod | Set-DmsTopicAccessPolicy orders -UserName reporting -Access Subscribe -Merge -Wait } -Variable @{ prod = $prod }
        $seen.Questions | Should -HaveCount 0
        Get-Access orders | Should -Be 'orders-writer: Publish', 'billing: Subscribe', 'reporting: Subscribe'
        $null = $prod | Set-DmsTopicAccessPolicy orders -UserName billing -Access None -Merge -Force -Wait
        Get-Access orders | Should -Be 'orders-writer: Publish', 'reporting: Subscribe'
    }

    It 'can be requested for each instance separately' {
        $staging = Get-DmsInstance kafka-staging
        $rows = @(
            [pscustomobject]@{ Topic = 'orders'; InstanceId = $prod.InstanceId; UserName = 'app-user'; Access = 'All' }
            [pscustomobject]@{ Topic = 'orders'; InstanceId = $staging.InstanceId; UserName = 'app-user'; Access = 'All' }
            [pscustomobject]@{ Topic = 'orders'; InstanceId = $prod.InstanceId; UserName = 'reporting'; Access = 'Subscribe' }
        )
        $seen = Invoke-Session { $rows | Set-DmsTopicAccessPolicy -Merge -WhatIf } -Variable @{ rows = $rows }
        $seen.WhatIf[0] | Should -BeLike '*give app-user All, give reporting Subscribe*orders of kafka-prod*'
        $seen.WhatIf[1] | Should -BeLike '*"Set permissions: give app-user All, and lock out all other users*orders of kafka-staging*'
    }

    It 'warn that a topic may be open to all users before the last permission is removed' {
        $seen = Invoke-Session {
            $prod | Set-DmsTopicAccessPolicy audit-log -UserName reporting -Access None -Merge -WhatIf
            $prod | Set-DmsTopicAccessPolicy orders -Clear -WhatIf
        } -Variable @{ prod = $prod }
        $seen.WhatIf | Should -HaveCount 2
        $seen.WhatIf | Should -BeLike '*leave no permissions*allow.everyone.if.no.acl.found*'
    }

    It 'are removed with -Clear, once per user' {
        $prod | Set-DmsTopicAccessPolicy orders, clicks -Clear -Force -Wait
        Get-Access orders | Should -BeNullOrEmpty
        (Get-Exchange $service -Changing).request.topics.name | Should -Be orders
    }

    It 'can be copied from one topic to another' {
        Get-DmsTopicAccessPolicy orders $prod | Set-DmsTopicAccessPolicy -Topic clicks -Wait -Force
        Get-Access clicks | Should -Be 'orders-writer: Publish', 'billing: Subscribe'
        "Topic,UserName,Access`nclicks,app-user,All`naudit-log,billing,Publish" | ConvertFrom-Csv | Set-DmsTopicAccessPolicy -InstanceId $prod.InstanceId -Force -Wait
        Get-Access clicks | Should -Be 'app-user: All'
        Get-Access audit-log | Should -Be 'billing: Publish'
    }

    It 'are shown with -WhatIf as they would change, and nothing is sent' {
        $seen = Invoke-Session { Set-DmsTopicAccessPolicy orders $prod -UserName billing, app-user -Access Subscribe -Force -WhatIf } -Variable @{ prod = $prod }
        $seen.WhatIf | Should -BeLike '*give app-user Subscribe, remove Publish from orders-writer*'
        Get-Changing $service | Should -BeNullOrEmpty
    }

    It 'are not sent if they are already as requested' {
        $seen = Watch-Command { Set-DmsTopicAccessPolicy orders $prod -UserName billing -Access Subscribe -Merge -Verbose }
        "$($seen.Verbose)" | Should -BeLike '*nothing is sent*'
        Get-Changing $service | Should -BeNullOrEmpty
    }

    It 'do not affect the other topics if one topic does not exist' {
        $seen = Watch-Command { Set-DmsTopicAccessPolicy nope, clicks $prod -UserName billing -Access All -PassThru -Force }
        Assert-Failure $seen.Errors -Id DMS.00400876 -From SetDmsTopicAccessPolicy -Category ObjectNotFound -Target nope
        $seen.Output.Topic | Should -Be clicks
    }

    It 'are emitted with -PassThru, although those of one topic can no longer be read' {
        $null = Add-DmsEmulatorFault $service -Method GET -Path '*topics/orders/accesspolicy*' -Action Status -StatusCode 403 -ErrorCode DMS.10240004 -Every 3
        $seen = Watch-Command { Set-DmsTopicAccessPolicy orders, payments $prod -UserName app-user -Access All -Merge -Wait -PassThru -Force }
        $seen.Output.Topic | Select-Object -Unique | Should -Be payments
        Assert-Failure $seen.Errors -Id DMS.10240004 -From SetDmsTopicAccessPolicy -Category PermissionDenied -Target orders -Says 'Read', 'orders of kafka-prod'
    }

    It 'of one topic are not replaced with -Merge if they can no longer be read' {
        $null = Add-DmsEmulatorFault $service -Method GET -Path '*topics/orders/accesspolicy*' -Action Status -StatusCode 403 -ErrorCode DMS.00403003 -Every 2
        $seen = Watch-Command { Set-DmsTopicAccessPolicy orders, payments $prod -UserName app-user -Access All -Merge -Force }
        Assert-Failure $seen.Errors -Id DMS.00403003 -From SetDmsTopicAccessPolicy -Category PermissionDenied -Says 'orders of kafka-prod'
        (Get-Exchange $service -Changing).request.topics.name | Should -Be payments
    }

    It 'that another user gets in the meantime are kept with -Merge' {
        $null = Add-DmsEmulatorFault $service -Method GET -Path '*topics/clicks/accesspolicy*' -Action Latency -Latency 00:00:03 -Limit 1
        $job = Start-ThreadJob { Import-Module $using:ModulePath; $using:prod | Set-DmsTopicAccessPolicy orders, clicks -UserName app-user -Access Subscribe -Merge -Force -Wait }
        Wait-Until { $service.Requests.Path -like '*topics/orders/accesspolicy*' }
        $prod | Set-DmsTopicAccessPolicy orders -UserName reporting -Access Subscribe -Merge -Force -Wait
        Receive-Job $job -Wait -AutoRemoveJob
        Get-Access orders | Should -Be 'orders-writer: Publish', 'billing: Subscribe', 'reporting: Subscribe', 'app-user: Subscribe'
    }

    It 'of all topics are set one after the other if the service refuses them together' {
        $null = Add-DmsEmulatorFault $service -Method POST -Path '*/topics/accesspolicy' -Action Status -StatusCode 400 -ErrorCode DMS.00400085 -Limit 1
        $seen = Watch-Command { Set-DmsTopicAccessPolicy orders, payments $prod -UserName app-user -Access All -Force -Wait }
        $seen.Errors | Should -BeNullOrEmpty
        Get-Access orders | Should -Be 'app-user: All'
        Get-Access payments | Should -Be 'app-user: All'
    }

    It 'for an unknown user are refused for that topic alone' {
        $seen = Watch-Command { "Topic,UserName,Access`nclicks,nobody,All`npayments,app-user,All" | ConvertFrom-Csv | Set-DmsTopicAccessPolicy -InstanceId $prod.InstanceId -Merge -PassThru }
        Assert-Failure $seen.Errors -Id HuaweiDms.InvalidArgument -From SetDmsTopicAccessPolicy -Category InvalidArgument -Target clicks -Says '-UserName', nobody, Get-DmsUser
        $seen.Output.Topic | Select-Object -Unique | Should -Be payments
    }

    It 'for an unknown user are refused in any spelling of the instance id' {
        $rows = [pscustomobject]@{ InstanceId = $prod.InstanceId; Topic = 'orders' }, [pscustomobject]@{ InstanceId = $prod.InstanceId.ToUpperInvariant(); Topic = 'payments' }
        $seen = Watch-Command { $rows | Set-DmsTopicAccessPolicy -UserName nobody -Access All -Force }
        $seen.Errors | Should -HaveCount 2
        Assert-Failure $seen.Errors[1] -Id HuaweiDms.InvalidArgument -From SetDmsTopicAccessPolicy -Category InvalidArgument -Says 'payments', 'nobody'
        Get-Changing $service | Should -BeNullOrEmpty
    }

    It 'cannot be <Access><More>' -ForEach @(
        @{ Access = 'read'; More = ''; Given = @{} }
        @{ Access = 'None'; More = ' where the others would lose theirs'; Given = @{} }
    ) {
        $seen = Watch-Command { Set-DmsTopicAccessPolicy orders $prod -UserName billing -Access $Access -Force }
        Assert-Failure $seen.Errors -Id HuaweiDms.InvalidArgument -From SetDmsTopicAccessPolicy -Category InvalidArgument -Says 'All, Publish or Subscribe', '-Merge'
    }

    It 'require SASL' {
        $dev = Get-DmsInstance kafka-dev
        $seen = Watch-Command { $dev | Get-DmsTopic | Get-DmsTopicAccessPolicy -UserName anyone }
        Assert-Failure $seen.Errors -Id DMS.00400971 -From GetDmsTopicAccessPolicy -Category InvalidArgument -Target $dev.InstanceId -Says 'kafka-dev', 'Enable-DmsAccessMode'
    }
}
