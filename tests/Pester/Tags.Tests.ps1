BeforeAll {
    . $PSScriptRoot/Common.ps1
}

Describe 'Tags' {
    BeforeEach {
        $service = Start-TestEmulator -Speed $Instant
        Connect-TestEmulator $service
        $prod = Get-DmsInstance kafka-prod
        $dev = Get-DmsInstance kafka-dev
    }
    AfterEach { Stop-TestEmulator }

    It 'of the project are listed without an instance, except with empty pipeline input' {
        $tags = Get-DmsTag
        $tags.Key | Should -Be 'env', 'team'
        $tags[0].Values | Should -Be 'prod', 'staging', 'test', 'dev'
        (Get-DmsTag te*).Key | Should -Be team
        Get-DmsInstance nothing* | Get-DmsTag | Should -BeNullOrEmpty
    }

    It 'of instances have their instance' {
        $tags = $prod, $dev | Get-DmsTag
        "$tags" | Should -Be 'env=prod team=platform env=dev'
        $tags.InstanceId | Should -Be $prod.InstanceId, $prod.InstanceId, $dev.InstanceId
    }

    It 'that do not exist are an error, which names the instance, and the others are emitted' {
        $seen = Watch-Command { $dev | Get-DmsTag env, none, nothing* }
        $seen.Output.Value | Should -Be dev
        Assert-Failure $seen.Errors -Id HuaweiDms.NotFound -From GetDmsTag -Category ObjectNotFound -Target none -Says 'kafka-dev'
    }

    It 'whose keys differ only in case are distinguished' {
        $dev | Add-DmsTag Env other
        "$($dev | Get-DmsTag Env)" | Should -BeExactly 'Env=other'
        "$($dev | Get-DmsTag ENV*)" | Should -BeExactly 'env=dev Env=other'
    }

    It 'are set by key and value or as a table, and existing ones get the new value' {
        Add-DmsTag env lab $dev.InstanceId
        $dev | Add-DmsTag -Tag ([ordered]@{ team = 'me'; empty = $null })
        "$($dev | Get-DmsTag)" | Should -Be 'env=lab team=me empty='
        (Get-DmsInstance -Tag @{ team = 'me' }).Name | Should -Be kafka-dev
        ($dev | Add-DmsTag more x -PassThru).Tags.more | Should -Be x
    }

    It 'keep their value if none is given, and the error says how to empty or change it' {
        $dev | Add-DmsTag alone
        $rows = 'env', 'alone', 'new' | ForEach-Object { [pscustomobject]@{ InstanceId = $dev.InstanceId; Key = $_ } }
        $before = @(Get-Request $service).Count
        $seen = Watch-Command { $rows | Add-DmsTag }
        Assert-Failure $seen.Errors -Id HuaweiDms.InvalidArgument -From AddDmsTag -Category InvalidArgument -Target $dev.InstanceId -Says "'env'", "'dev'", "-Value ''", 'kafka-dev'
        @(Get-Request $service).Count | Should -Be ($before + 2) -Because 'the tags of an instance are read once'
        "$($dev | Get-DmsTag)" | Should -Be 'env=dev alone= new='
        $dev | Add-DmsTag env -Value ''
        "$($dev | Get-DmsTag env)" | Should -Be 'env='
    }

    It 'are not read if a value is given' {
        $dev | Add-DmsTag env lab
        @(Get-Request $service)[-1].Method | Should -Be POST
        @(Get-Request $service)[-2].Path | Should -Not -BeLike '*tags*'
    }

    It 'without a value are not set if the present ones cannot be read' {
        $null = Add-DmsEmulatorFault -Method GET -Path '*/tags' -Action Status -StatusCode 403 -ErrorCode DMS.10240000
        $seen = Watch-Command { $dev | Add-DmsTag env }
        $seen.Errors | Should -HaveCount 1
        Get-Changing $service | Should -BeNullOrEmpty
    }

    It 'can be copied from another instance' {
        $tags = [System.Collections.Generic.Dictionary[string, string]]::new()
        $tags.Add('origin', 'elsewhere')
        Add-DmsTag -Tag $tags $dev
        ($dev | Get-DmsTag origin).Value | Should -Be elsewhere
        $seen = Watch-Command { Add-DmsTag -Tag (Get-DmsInstance kafka-prod).Tags $dev }
        $seen.Errors | Should -HaveCount 0
        ($dev | Get-DmsTag env).Value | Should -Be prod
    }

    It 'that need a confirmation nobody can give do not suggest -Force, which the command does not have' {
        $seen = Invoke-Session { $ConfirmPreference = 'Low'; Get-DmsInstance kafka-dev | Add-DmsTag a b }
        Assert-Failure $seen.Errors -Id HuaweiDms.ConfirmationImpossible -From AddDmsTag -Category InvalidArgument -Says 'Add -Confirm:$false to skip the prompt'
    }

    It 'can be text' {
        $dev | Add-DmsTag -Tag team=me, alone
        "$($dev | Get-DmsTag)" | Should -Be 'env=dev team=me alone='
        (Get-DmsInstance -Tag env=dev).Name | Should -Be kafka-dev
        (Get-DmsInstance -Tag env=dev, team=m*).Name | Should -Be kafka-dev
        (Get-DmsInstance -Tag alone).Name | Should -Be kafka-dev
        Get-DmsInstance -Tag env=dev, team=you | Should -BeNullOrEmpty
        Get-DmsInstance -Tag @{ env = 'd*', 'prod' } | Should -HaveCount 4
        (Watch-Command { Get-DmsInstance -Tag '' }).Errors[0].FullyQualifiedErrorId | Should -BeLike 'HuaweiDms.InvalidArgument,*'
    }

    It 'of one instance are sent in one request, however many rows name it' {
        $rows = foreach ($id in $prod.InstanceId, $dev.InstanceId, $prod.InstanceId.ToUpperInvariant()) {
            [pscustomobject]@{ InstanceId = $id; Key = "k$(([int]++$i))"; Value = "v$i" }
        }
        $path = Join-Path $TestDrive tags.csv
        $rows | Export-Csv $path
        Import-Csv $path | Add-DmsTag
        $sent = @(Get-Exchange $service -Changing)
        $sent | Should -HaveCount 2
        "$($prod | Get-DmsTag)" | Should -Be 'env=prod team=platform k1=v1 k3=v3'
        "$($dev | Get-DmsTag)" | Should -Be 'env=dev k2=v2'
    }

    It 'are shown one by one with -WhatIf, and nothing is sent' {
        $seen = Invoke-Session -Variable @{ id = $dev.InstanceId } {
            [pscustomobject]@{ InstanceId = $id; Key = 'a'; Value = '1' }, [pscustomobject]@{ InstanceId = $id; Key = 'b'; Value = '' } | Add-DmsTag -WhatIf
            Get-DmsInstance kafka-prod | Remove-DmsTag env, team, env -WhatIf
        }
        $seen.Errors | Should -BeNullOrEmpty
        $seen.WhatIf | Should -HaveCount 4
        $seen.WhatIf[0] | Should -BeLike "*Set tag 'a' to '1'*$($dev.InstanceId)*"
        $seen.WhatIf[3] | Should -BeLike "*Remove tag 'team'*kafka-prod*"
        Get-Changing $service | Should -BeNullOrEmpty
    }

    It 'that break a rule are an error each, and the others are set: <Key>' -ForEach @(
        @{ Key = ''; Value = ''; Parameter = 'Key' }
        @{ Key = ' a'; Value = ''; Parameter = 'Key' }
        @{ Key = '_sys_a'; Value = ''; Parameter = 'Key' }
        @{ Key = 'a*b'; Value = ''; Parameter = 'Key' }
        @{ Key = 'a' * 129; Value = ''; Parameter = 'Key' }
        @{ Key = 'a'; Value = 'b' * 256; Parameter = 'Value' }
        @{ Key = 'a'; Value = 'b;c'; Parameter = 'Value' }
    ) {
        $rows = [pscustomobject]@{ InstanceId = $dev.InstanceId; Key = $Key; Value = $Value }, [pscustomobject]@{ InstanceId = $dev.InstanceId; Key = 'good'; Value = '' }
        $seen = Watch-Command { $rows | Add-DmsTag }
        Assert-Failure $seen.Errors -Id HuaweiDms.InvalidArgument -From AddDmsTag -Category InvalidArgument -Says "-$Parameter cannot be", 'letters'
        ($dev | Get-DmsTag).Key | Should -Be 'env', 'good'
    }

    It 'can be in any language' {
        $dev | Add-DmsTag ('名' * 128) ('值' * 255)
        ($dev | Get-DmsTag '名*').Value | Should -Be ('值' * 255)
    }

    It 'given twice with different values for an instance are an error, and the first one is used' {
        $rows = 'x', 'y', 'x' | ForEach-Object { [pscustomobject]@{ InstanceId = $dev.InstanceId; Key = 'twice'; Value = $_ } }
        $seen = Watch-Command { $rows | Add-DmsTag }
        Assert-Failure $seen.Errors -Id HuaweiDms.InvalidArgument -From AddDmsTag -Category InvalidArgument -Says "'twice'", "'x'"
        ($dev | Get-DmsTag twice).Value | Should -Be x
    }

    It 'are removed, by key or as objects, and a missing one is not an error' {
        $prod | Remove-DmsTag team, nothing
        "$($prod | Get-DmsTag)" | Should -Be 'env=prod'
        ($prod | Get-DmsTag | Remove-DmsTag -PassThru).Tags.Count | Should -Be 0
    }

    It 'of an instance that does not exist are an error, and those of the others are set' {
        $seen = Watch-Command { Add-DmsTag a b $NoSuchId, $dev.InstanceId, no-id }
        @($seen.Errors.FullyQualifiedErrorId) | Should -Be 'HuaweiDms.InvalidArgument,HuaweiDms.PowerShell.AddDmsTag', 'DMS.00404022,HuaweiDms.PowerShell.AddDmsTag'
        ($dev | Get-DmsTag a).Value | Should -Be b
    }
}
