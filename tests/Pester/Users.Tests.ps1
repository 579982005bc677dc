BeforeAll {
    . $PSScriptRoot/Common.ps1
    $Good = 'Better-Pass-1'
}

Describe 'Get-DmsUser' {
    BeforeAll {
        $service = Start-TestEmulator
        Connect-TestEmulator $service
        $prod = Get-DmsInstance kafka-prod
        $orders = Get-DmsInstance kafka-prod-orders
    }
    AfterAll { Stop-TestEmulator }

    It 'lists the users of an instance, including the one with which SASL was turned on' {
        $users = $prod | Get-DmsUser
        $users.UserName | Should -Be 'app-user', 'orders-writer', 'billing', 'reporting'
        $users.Name | Should -Be $users.UserName
        $users[0].DefaultApp | Should -BeTrue
        $users[1].Role | Should -Be guest
        $users[1].CreatedAt | Should -BeOfType DateTimeOffset
        $users.InstanceId | Select-Object -Unique | Should -Be $prod.InstanceId
        $users.Context | Select-Object -Unique | Should -Be test
    }

    It 'accepts wildcards, and reports a name that does not exist together with the instance' {
        $seen = Watch-Command { $prod | Get-DmsUser *r*ing, orders-writer, nobody }
        $seen.Output.UserName | Should -Be 'orders-writer', 'reporting'
        Assert-Failure $seen.Errors -Id HuaweiDms.NotFound -From GetDmsUser -Category ObjectNotFound -Target nobody -Says "'nobody'", 'kafka-prod', 'Get-DmsUser'
        $prod | Get-DmsUser no* | Should -BeNullOrEmpty
    }

    It 'reads many instances, a part of the list, and its own objects again' {
        @($prod, $orders | Get-DmsUser app-user).InstanceId | Should -Be $prod.InstanceId, $orders.InstanceId
        ($prod | Get-DmsUser -Skip 1 -First 2).UserName | Should -Be 'orders-writer', 'billing'
        ($prod | Get-DmsUser -First 1 -IncludeTotalCount)[0] | Should -Be 4
        ($prod | Get-DmsUser b*, r* | Get-DmsUser).UserName | Should -Be 'billing', 'reporting'
    }

    It 'says what to do if SASL is off, and lists the others' {
        $seen = Watch-Command { Get-DmsInstance kafka-dev, kafka-prod-orders | Get-DmsUser }
        $seen.Output.UserName | Should -Be app-user
        Assert-Failure $seen.Errors -Id DMS.00400971 -From GetDmsUser -Category InvalidArgument -Target (Get-DmsInstance kafka-dev).InstanceId -Says 'Enable-DmsAccessMode'
    }

    It 'fits a window of 80 columns' {
        $prod | Get-DmsUser | Out-String -Width 80 | Should -Match 'orders-writer\s+guest\s+2024-03-05 09:15:0\dZ Order service, produces orders'
    }
}

Describe 'Changes of users' {
    BeforeEach {
        $service = Start-TestEmulator
        Connect-TestEmulator $service
        $prod = Get-DmsInstance kafka-prod
        $orders = Get-DmsInstance kafka-prod-orders
        $dev = Get-DmsInstance kafka-dev
    }
    AfterEach { Stop-TestEmulator }

    Context 'New-DmsUser' {
        It 'creates a user and emits it' {
            $made = $prod | New-DmsUser (New-Login audit-reader $Good) -Description Audit
            "$($made.UserName) $($made.Description) $($made.Role) $($made.InstanceId)" | Should -Be "audit-reader Audit guest $($prod.InstanceId)"
            ($made | Get-DmsUser).CreatedAt | Should -Be $made.CreatedAt
        }

        It 'creates many from a table, in several instances, and lists the users of each instance once' {
            $table = 1..5 | ForEach-Object { [pscustomobject]@{ Credential = New-Login "user-$_" $Good; Description = "Number $_" } }
            $made = $table | New-DmsUser -InstanceId $prod, $orders
            $made | Should -HaveCount 10
            ($orders | Get-DmsUser user-3).Description | Should -Be 'Number 3'
            $requests = @(Get-Request $service)
            $first = [array]::FindIndex($requests, [Predicate[object]] { $args[0].Operation -eq 'CreateInstanceUser' })
            @($requests[0..$first] | Where-Object Operation -EQ ShowInstanceUsers) | Should -HaveCount 2
        }

        It 'refuses an existing user before anything is sent, and accepts it with -IfNotExists' {
            $seen = Watch-Command { $prod, $orders | New-DmsUser (New-Login billing $Good) }
            $seen.Output.InstanceId | Should -Be $orders.InstanceId
            Assert-Failure $seen.Errors -Id HuaweiDms.AlreadyExists -From NewDmsUser -Category ResourceExists -Target billing -Says 'kafka-prod', 'Reset-DmsUserPassword', '-IfNotExists'
            $before = @(Get-Changing $service).Count
            $seen = Watch-Command { $prod | New-DmsUser (New-Login billing $Good) -Description Other -IfNotExists }
            $seen.Output.Description | Should -Be 'Writes invoices'
            "$($seen.Warnings)" | Should -BeLike "billing of kafka-prod*not changed*'Writes invoices', not 'Other'*Set-DmsUser*"
            (Watch-Command { $prod | New-DmsUser (New-Login billing $Good) -IfNotExists }).Warnings | Should -BeNullOrEmpty
            @(Get-Changing $service).Count | Should -Be $before
        }

        It 'refuses <User> with <Password> before anything is sent' -ForEach @(
            @{ User = 'abc'; Password = 'Better-Pass-1'; Says = '4 to 64' }
            @{ User = '1user'; Password = 'Better-Pass-1'; Says = 'letter' }
            @{ User = 'some user'; Password = 'Better-Pass-1'; Says = 'letter' }
            @{ User = 'some-user'; Password = 'Sh0rt'; Says = '8 to 32' }
            @{ User = 'some-user'; Password = '-Better-Pass-1'; Says = 'hyphen' }
            @{ User = 'some-user'; Password = 'onlylowercase1'; Says = 'three' }
        ) {
            $seen = Watch-Command { $prod | New-DmsUser (New-Login $User $Password) }
            Assert-Failure $seen.Errors -Id HuaweiDms.InvalidArgument -From NewDmsUser -Category InvalidArgument -Says '-Credential', "'$User'", $Says
            "$($seen.Errors)" | Should -Not -BeLike "*$Password*"
            @(Get-Request $service) | Should -HaveCount 3
        }

        It 'creates several from credentials; a bad one does not affect the others' {
            $logins = (New-Login one-user $Good), (New-Login two-user short), (New-Login three-user $Good)
            $seen = Watch-Command { $prod | New-DmsUser $logins }
            Assert-Failure $seen.Errors -Id HuaweiDms.InvalidArgument -From NewDmsUser -Category InvalidArgument -Says '-Credential', 'two-user'
            $seen.Output.UserName | Should -Be one-user, three-user
        }

        It 'prompts for the password of a name, also for one of several' {
            $seen = Invoke-Session -Variable @{ id = $prod.InstanceId; login = (New-Login one-user $Good) } { New-DmsUser $login, two-user $id }
            "$($seen.Errors)" | Should -BeLike '*No user can answer*'
        }

        It 'creates a user that is given twice once, and the others' {
            $seen = Watch-Command { 'one-user', 'two-user', 'one-user' | ForEach-Object { [pscustomobject]@{ Credential = New-Login $_ $Good } } | New-DmsUser -InstanceId $prod }
            $seen.Output.UserName | Should -Be 'one-user', 'two-user'
            Assert-Failure $seen.Errors -Id HuaweiDms.InvalidArgument -From NewDmsUser -Category InvalidArgument -Target one-user
        }

        It 'requires SASL, and says so' {
            $seen = Watch-Command { $dev, $prod | New-DmsUser (New-Login audit-reader $Good) }
            $seen.Output.InstanceId | Should -Be $prod.InstanceId
            Assert-Failure $seen.Errors -Id DMS.00400971 -From NewDmsUser -Category InvalidArgument -Target $dev.InstanceId -Says 'audit-reader of kafka-dev', 'Enable-DmsAccessMode'
        }

        It 'sends nothing with -WhatIf' {
            $seen = Invoke-Session { Get-DmsInstance kafka-prod | New-DmsUser ([pscredential]::new('audit-reader', (ConvertTo-SecureString 'Better-Pass-1' -AsPlainText -Force))) -WhatIf }
            $seen.WhatIf | Should -BeLike '*Create the user*audit-reader of kafka-prod*'
            Get-Changing $service | Should -BeNullOrEmpty
        }

        It 'looks up the user if the response to its creation is lost, and does not send it again' {
            $null = Add-DmsEmulatorFault $service -Method POST -Path '*/users' -Action Reset -AfterProcessing
            $seen = Watch-Command { $prod | New-DmsUser (New-Login audit-reader $Good) }
            $seen.Errors | Should -BeNullOrEmpty
            $seen.Output.UserName | Should -Be audit-reader
            $seen.Warnings | Should -BeLike '*audit-reader of kafka-prod*'
            @(Get-Changing $service) | Should -HaveCount 1
        }

        It 'reports an unknown outcome if the response is lost and the user does not exist' {
            $null = Add-DmsEmulatorFault $service -Method POST -Path '*/users' -Action Reset
            $seen = Watch-Command { $prod | New-DmsUser (New-Login audit-reader $Good) }
            Assert-Failure $seen.Errors -Id HuaweiDms.OutcomeUnknown -From NewDmsUser -Category ConnectionError -Target audit-reader -Says 'audit-reader of kafka-prod', 'Get-DmsUser', "Nothing named 'audit-reader'"
            @(Get-Changing $service) | Should -HaveCount 1
        }
    }

    Context 'Set-DmsUser' {
        It 'changes descriptions of users from the pipeline, and clears them' {
            ($prod | Get-DmsUser b*, r* | Set-DmsUser -Description new -PassThru).Description | Should -Be new, new
            Set-DmsUser billing $prod.InstanceId -Description '' | Should -BeNullOrEmpty
            ($prod | Get-DmsUser billing).Description | Should -BeNullOrEmpty
            $rows = "UserName,InstanceId,Description`nbilling,$($prod.InstanceId),one`nreporting,$($prod.InstanceId),two" | ConvertFrom-Csv
            $rows | Set-DmsUser
            ($prod | Get-DmsUser b*, r*).Description | Should -Be one, two
        }

        It 'shows with -WhatIf what would change' {
            (Invoke-Session { Get-DmsInstance kafka-prod | Set-DmsUser billing -Description new -WhatIf }).WhatIf | Should -BeLike "*'Writes invoices' -> 'new'*billing of kafka-prod*"
            Get-Changing $service | Should -BeNullOrEmpty
        }

        It 'does not use the description of an instance' {
            $null = $prod | Set-DmsInstance -Description 'of the instance'
            $described = Get-DmsInstance kafka-prod
            ($described | New-DmsUser (New-Login audit-reader $Good)).Description | Should -BeNullOrEmpty
            Assert-Failure (Watch-Command { $described | Set-DmsUser billing }).Errors -Id HuaweiDms.NothingToChange -From SetDmsUser -Category InvalidArgument
        }

        It 'reports each user that does not exist, has an invalid name, or has nothing to change' {
            $seen = Watch-Command { Set-DmsUser nobody, billing $prod.InstanceId -Description x -PassThru }
            $seen.Output.UserName | Should -Be billing
            Assert-Failure $seen.Errors -Id HuaweiDms.NotFound -From SetDmsUser -Category ObjectNotFound -Target nobody
            Assert-Failure (Watch-Command { $prod | Set-DmsUser b* -Description x }).Errors -Id HuaweiDms.InvalidArgument -From SetDmsUser -Category InvalidArgument -Says "'b*'", 'Get-DmsUser |'
            Assert-Failure (Watch-Command { $prod | Set-DmsUser billing }).Errors -Id HuaweiDms.NothingToChange -From SetDmsUser -Category InvalidArgument -Says '-Description'
        }
    }

    Context 'Reset-DmsUserPassword' {
        It 'accepts a password or a credential, and does not show them' {
            $seen = Watch-Command {
                $prod | Get-DmsUser billing | Reset-DmsUserPassword -NewPassword (New-Secure $Good) -Force -PassThru -Verbose
                $prod | Reset-DmsUserPassword -Credential (New-Login reporting $Good) -Force -PassThru -Verbose
            }
            $seen.Errors | Should -BeNullOrEmpty
            $seen.Output.UserName | Should -Be billing, reporting
            $seen.Verbose + $seen.Output | Out-String | Should -Not -BeLike "*$Good*"
            Get-Content $service.RecordPath -Raw | Should -Not -BeLike "*$Good*"
            @(Get-Changing $service).Operation | Should -Be ResetUserPasswrod, ResetUserPasswrod
        }

        It 'accepts several credentials, also from a property; a bad one does not affect the others' {
            $logins = (New-Login billing $Good), (New-Login reporting short), (New-Login nobody $Good), (New-Login orders-writer $Good)
            $seen = Watch-Command { $prod | Reset-DmsUserPassword -Credential $logins -Force -PassThru }
            $seen.Output.UserName | Should -Be billing, orders-writer
            $seen.Errors | Should -HaveCount 2
            "$($seen.Errors[0])" | Should -BeLike "-Credential cannot be 'reporting'*8 to 32*"
            "$($seen.Errors[1])" | Should -BeLike "*'nobody'*"
            $rows = [pscustomobject]@{ InstanceId = $prod.InstanceId; UserName = 'billing'; Credential = (New-Login billing $Good) }
            ($rows | Reset-DmsUserPassword -Force -PassThru).UserName | Should -Be billing
        }

        It 'prompts, because clients are disconnected' {
            $seen = Invoke-Session { Get-DmsInstance kafka-prod | Reset-DmsUserPassword billing -NewPassword 'Better-Pass-1' } -Answer 2
            $seen.Questions | Should -HaveCount 1
            Get-Changing $service | Should -BeNullOrEmpty
        }

        It 'checks the password against each user, and resets the valid ones' {
            $null = $prod | New-DmsUser (New-Login Some-User1 $Good)
            $seen = Watch-Command { $prod | Reset-DmsUserPassword Some-User1, billing, nobody -NewPassword (New-Secure '1resU-emoS') -Force -PassThru }
            $seen.Output.UserName | Should -Be billing
            $seen.Errors | Should -HaveCount 2
            Assert-Failure $seen.Errors[0] -Id HuaweiDms.InvalidArgument -From ResetDmsUserPassword -Category InvalidArgument -Target Some-User1 -Says '-NewPassword', 'reversed'
            Assert-Failure $seen.Errors[1] -Id HuaweiDms.NotFound -From ResetDmsUserPassword -Category ObjectNotFound -Target nobody
            "$($seen.Errors)" | Should -Not -BeLike '*1resU-emoS*'
        }
    }

    Context 'Remove-DmsUser' {
        It 'removes users with one request per instance' {
            $null = $orders | New-DmsUser (New-Login audit-reader $Good)
            $before = @(Get-Changing $service).Count
            $results = $prod, $orders | Get-DmsUser a*-reader, b*, r* | Remove-DmsUser -Force
            $results.UserName | Should -Be billing, reporting, audit-reader
            $results.Succeeded | Should -Be $true, $true, $true
            @(Get-Changing $service).Count - $before | Should -Be 2
            ($prod | Get-DmsUser).UserName | Should -Be 'app-user', 'orders-writer'
        }

        It 'removes the others if one does not exist and one belongs to the instance' {
            $seen = Watch-Command { Remove-DmsUser billing, nobody, app-user, reporting $prod.InstanceId -Force }
            $seen.Output.UserName | Should -Be billing, nobody, app-user, reporting
            $seen.Output.Succeeded | Should -Be $true, $false, $false, $true
            $seen.Errors | Should -HaveCount 2
            Assert-Failure $seen.Errors[0] -Id HuaweiDms.NotFound -From RemoveDmsUser -Category ObjectNotFound -Says 'nobody'
            $seen.Errors[0].TargetObject.UserName | Should -Be nobody
            Assert-Failure $seen.Errors[1] -Id DMS.00400062 -From RemoveDmsUser -Category InvalidArgument -Says 'app-user', 'cannot be deleted'
            ($prod | Get-DmsUser).UserName | Should -Be 'app-user', 'orders-writer'
        }

        It 'sends nothing if no user exists, for a pattern, and with -WhatIf' {
            $seen = Watch-Command { $prod | Remove-DmsUser nobody, b* -Force }
            $seen.Errors | Should -HaveCount 2
            $seen = Invoke-Session { Get-DmsInstance kafka-prod | Get-DmsUser b*, r* | Remove-DmsUser -WhatIf }
            $seen.WhatIf | Should -HaveCount 2
            $seen.WhatIf[0] | Should -BeLike '*Delete the user; clients that use it lose access*billing of*'
            Get-Changing $service | Should -BeNullOrEmpty
        }

        It 'prompts, because clients are disconnected' {
            $seen = Invoke-Session { Get-DmsInstance kafka-prod | Remove-DmsUser billing, nobody, reporting } -Answer 0, 2
            $seen.Questions | Should -HaveCount 2 -Because 'a user that does not exist is only reported'
            "$($seen.Errors)" | Should -BeLike "*no user named 'nobody'*"
            ($prod | Get-DmsUser).UserName | Should -Be 'app-user', 'orders-writer', 'reporting'
        }

        It 'fits a window of 80 columns' {
            $prod | Remove-DmsUser orders-writer -Force | Out-String -Width 80 | Should -Match "orders-writer\s+True\s+$($prod.Name)"
        }
    }

    It 'are completed: <_>' -ForEach 'Get-DmsUser', 'Set-DmsUser', 'Remove-DmsUser', 'Reset-DmsUserPassword', 'Get-DmsClientQuota', 'New-DmsClientQuota', 'Set-DmsClientQuota', 'Set-DmsTopicAccessPolicy' {
        Wait-Until { (Complete "$_ -InstanceId $($prod.InstanceId) -UserName o").CompletionText -eq 'orders-writer' }
        Complete "$_ -UserName o" | Where-Object ResultType -EQ ParameterValue | Should -BeNullOrEmpty
    }
}
