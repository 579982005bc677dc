# The runbooks do what they document, and the CI pipelines call them correctly.
BeforeDiscovery {
    $pipelines = Get-ChildItem "$PSScriptRoot/../../samples/pipelines", "$PSScriptRoot/../../.github/workflows" -Recurse -File -Include *.yml |
        ForEach-Object { @{ Name = "$(Split-Path (Split-Path $_.FullName) -Leaf)/$($_.Name)"; Path = $_.FullName; IsSample = $_.FullName -match 'pipelines' } }
}

BeforeAll {
    . $PSScriptRoot/Common.ps1
    $Samples = Join-Path $Root 'samples'
    $Runbooks = Join-Path $Samples 'runbooks'
    $service = Start-TestEmulator
    $InWindow = [datetimeoffset] '2026-05-02T02:30:00Z'
}
AfterAll { Stop-TestEmulator }

Describe 'Runbooks' {
    BeforeEach {
        Get-DmsContext | Disconnect-Dms
        Reset-DmsEmulator $service
        Connect-TestEmulator $service
    }

    Context 'Restart-InWindow.ps1' {
        BeforeAll { function Restart { & "$Runbooks/Restart-InWindow.ps1" -Timeout 00:00:30 @args } }

        It 'restarts the instances in their maintenance window with one request' {
            $seen = Watch-Command { Restart -Name kafka-test-0* -At $InWindow }
            $seen.Output.Succeeded | Should -Be $true, $true
            @(Get-Changing $service).Count | Should -Be 1
        }

        It 'skips the others, and says so' {
            $seen = Watch-Command { Restart -Name kafka-test-0* -At $InWindow.AddHours(6) }
            $seen.Warnings | Should -HaveCount 2
            "$($seen.Warnings[0])" | Should -BeLike 'kafka-test-01 has its maintenance window from 02:00:00 to 06:00:00 UTC*'
            Get-Changing $service | Should -BeNullOrEmpty
        }

        It 'handles windows that pass midnight' {
            Get-DmsInstance kafka-dev | Set-DmsInstance -MaintenanceBegin 22:00 -MaintenanceEnd 02:00
            foreach ($hour in 23, 1) { @((Watch-Command { Restart -Name kafka-dev -At "2026-05-02T${hour}:00:00Z".Replace('T1:', 'T01:') -WhatIf }).Warnings).Count | Should -Be 0 -Because $hour }
            @((Watch-Command { Restart -Name kafka-dev -At '2026-05-02T12:00:00Z' -WhatIf }).Warnings).Count | Should -Be 1
        }

        It 'is independent of the time zone' {
            @((Watch-Command { Restart -Name kafka-dev -At '2026-05-02T10:30:00+08:00' -WhatIf }).Warnings).Count | Should -Be 0
        }

        It 'changes nothing with -WhatIf' {
            $said = Invoke-Session { & $Path -Name kafka-test-0* -At $At -WhatIf } -Variable @{ Path = "$Runbooks/Restart-InWindow.ps1"; At = $InWindow; service = $service }
            $said.Errors | Should -HaveCount 0
            $said.WhatIf | Should -HaveCount 2
            Get-Changing $service | Should -BeNullOrEmpty
        }

        It 'finishes all and then ends with an error if one does not come back' {
            $null = Add-DmsEmulatorFault $service -Method POST -Path */instances/action -Action Status -StatusCode 400 -ErrorCode DMS.00400100 -Limit 1
            { Restart -Name kafka-dev -At $InWindow -ErrorAction SilentlyContinue 2>$null } | Should -Throw '1 of 1 instances were not restarted*'
        }

        It 'ends with an error for a name that does not exist' {
            { Restart -Name kafka-gone -At $InWindow } | Should -Throw '*kafka-gone*'
        }

        It 'reports a pattern without matches' {
            $seen = Watch-Command { Restart -Name nothing* -At $InWindow }
            $seen.Errors | Should -BeNullOrEmpty
            $seen.Warnings | Should -Be 'There is no instance named nothing*.'
        }
    }

    Context 'Sync-Topic.ps1' {
        BeforeAll {
            $File = Join-Path $TestDrive 'topics.csv'
            function Sync { & "$Runbooks/Sync-Topic.ps1" -Path $File -InstanceName kafka-dev @args }
        }
        BeforeEach { Copy-Item "$Samples/data/topics.csv" $File }

        It 'creates missing topics, as the file says' {
            $made = Sync
            $made.Name | Should -Be 'invoices', 'invoices-dead', 'audit'
            $topic = Get-DmsInstance kafka-dev | Get-DmsTopic invoices
            $topic.PartitionCount | Should -Be 12
            $topic.RetentionHours | Should -Be 168
            $topic.Description | Should -Be 'Billed orders'
        }

        It 'changes nothing the second time' {
            $null = Sync
            $before = @(Get-Changing $service).Count
            Sync | Should -BeNullOrEmpty
            @(Get-Changing $service).Count | Should -Be $before
        }

        It 'adds partitions and changes settings; impossible changes are reported' {
            $null = Sync
            Set-Content $File 'Name,PartitionCount,ReplicationFactor,RetentionHours,Description', 'invoices,14,3,24,Anew', 'audit,1,1,720,Audit trail of user actions'
            $seen = Watch-Command { Sync }
            $seen.Output[0].PartitionCount, $seen.Output[0].RetentionHours, $seen.Output[0].Description | Should -Be 14, 24, 'Anew'
            $seen.Warnings | Should -HaveCount 2
            "$($seen.Warnings[0])" | Should -BeLike 'audit has 3 partitions, which cannot be reduced to 1.'
        }

        It 'changes nothing with -WhatIf' {
            Sync -WhatIf | Should -BeNullOrEmpty
            Get-Changing $service | Should -BeNullOrEmpty
        }

        It 'accepts a pattern only if it matches one instance, before anything is sent' {
            { & "$Runbooks/Sync-Topic.ps1" -Path $File -InstanceName kafka-* } | Should -Throw 'kafka-`* matches * instances*'
            Get-Changing $service | Should -BeNullOrEmpty
        }

        It 'distinguishes names by case' {
            Set-Content $File 'Name,PartitionCount,ReplicationFactor,RetentionHours,Description', 'Orders,3,3,72,', 'orders,6,3,72,'
            (Sync).Name | Should -BeExactly 'Orders'
        }

        It 'does not change what the file omits' {
            $null = Sync
            $before = @(Get-Changing $service).Count
            Set-Content $File 'Name,PartitionCount,ReplicationFactor,RetentionHours,Description', 'invoices,,,,', 'invoices-dead,,,,'
            $seen = Watch-Command { Sync }
            $seen.Warnings | Should -BeNullOrEmpty
            $seen.Errors | Should -BeNullOrEmpty
            @(Get-Changing $service).Count | Should -Be $before
        }

        It 'refuses a file <Label> before anything is sent' -ForEach @(
            @{ Label = 'without a column'; Text = "Name,PartitionCount`na-topic,3"; Says = '*no column ReplicationFactor*' }
            @{ Label = 'with a name twice'; Text = "Name,PartitionCount,ReplicationFactor,RetentionHours,Description`nsame,3,3,72,`nsame,3,3,72,"; Says = '*a name twice: same*' }
            @{ Label = 'without rows'; Text = 'Name,PartitionCount,ReplicationFactor,RetentionHours,Description'; Says = '*no rows*' }
        ) {
            Set-Content $File $Text
            { Sync } | Should -Throw $Says
            Get-Changing $service | Should -BeNullOrEmpty
        }

        It 'creates the other topics if a row is wrong, and ends with an error' {
            Set-Content $File 'Name,PartitionCount,ReplicationFactor,RetentionHours,Description', '9lives,3,3,72,', 'cats,3,3,72,'
            { Sync 2>$null } | Should -Throw '1 of the topics in * could not be created or changed:*'
            (Get-DmsInstance kafka-dev | Get-DmsTopic cats).PartitionCount | Should -Be 3
        }
    }

    Context 'Reset-ReviewedOffset.ps1' {
        BeforeAll { $Plan = Join-Path $TestDrive 'plan.csv' }
        BeforeEach {
            Get-DmsInstance kafka-dev | Reset-DmsConsumerOffset fulfilment -ToEarliest -WhatIf | Export-Csv $Plan -NoTypeInformation
            $rows = @(Import-Csv $Plan)
        }

        It 'shows the plan as it would now be carried out, and changes nothing, with -WhatIf' {
            $shown = & "$Runbooks/Reset-ReviewedOffset.ps1" -Path $Plan -WhatIf
            @($shown).Count | Should -Be $rows.Count
            Get-Changing $service | Should -BeNullOrEmpty
        }

        It 'carries out the reviewed plan and saves the result, which is the way back' {
            $done = & "$Runbooks/Reset-ReviewedOffset.ps1" -Path $Plan -ResultPath "$TestDrive/done.csv"
            $done.Status | Sort-Object -Unique | Should -Be 'Done'
            $lag = Get-DmsInstance kafka-dev | Get-DmsConsumerLag fulfilment
            $lag.CurrentOffset | Should -Be $rows.ForEach{ [long] $_.TargetOffset }
            Import-Csv "$TestDrive/done.csv" | Should -HaveCount $rows.Count

            Import-Csv "$TestDrive/done.csv" | Select-Object InstanceId, ConsumerGroup, Topic, Partition, @{ n = 'TargetOffset'; e = { $_.CurrentOffset } } | Export-Csv $Plan -NoTypeInformation
            $null = & "$Runbooks/Reset-ReviewedOffset.ps1" -Path $Plan
            (Get-DmsInstance kafka-dev | Get-DmsConsumerLag fulfilment).CurrentOffset | Should -Be $rows.ForEach{ [long] $_.CurrentOffset }
        }

        It 'ends with an error if a group has members, and does not change it' {
            $rows | ForEach-Object { $_.ConsumerGroup = 'billing' }
            $rows | Export-Csv $Plan -NoTypeInformation
            { & "$Runbooks/Reset-ReviewedOffset.ps1" -Path $Plan 2>$null } | Should -Throw 'Not carried out: *'
            Get-Changing $service | Should -BeNullOrEmpty
        }

        It 'has emitted every row by then, for the table of a pull request' {
            $rows[0].ConsumerGroup = 'billing'
            $rows | Export-Csv $Plan -NoTypeInformation
            $said = try { & "$Runbooks/Reset-ReviewedOffset.ps1" -Path $Plan -WhatIf -OutVariable shown 2>$null | Out-Null } catch { "$_" }
            $said | Should -BeLike 'Not carried out: *'
            $shown | Should -HaveCount $rows.Count
            @($shown.Status) -eq 'Refused' | Should -HaveCount 1
        }
    }

    Context 'Copy-Topic.ps1' {
        BeforeEach {
            Connect-TestEmulator $service -Name other
            Select-DmsContext test
            Get-DmsInstance kafka-dev | Get-DmsTopic orders, clicks | Remove-DmsTopic -Force | Out-Null
        }

        It 'creates the topics of one instance on another, through another connection' {
            & "$Runbooks/Copy-Topic.ps1" -From kafka-prod-orders -To kafka-dev -ToContext other -Topic orders, clicks | Out-Null
            $left = Get-DmsInstance kafka-prod-orders | Get-DmsTopic orders, clicks
            $right = Get-DmsInstance kafka-dev | Get-DmsTopic orders, clicks
            Compare-Object $left $right -Property Name, PartitionCount, ReplicationFactor, RetentionHours, Description | Should -BeNullOrEmpty
        }

        It 'can be repeated, and changes nothing with -WhatIf' {
            $before = @(Get-Changing $service).Count
            & "$Runbooks/Copy-Topic.ps1" -From kafka-prod-orders -To kafka-dev -WhatIf | Out-Null
            @(Get-Changing $service).Count | Should -Be $before
            foreach ($time in 1, 2) { & "$Runbooks/Copy-Topic.ps1" -From kafka-prod-orders -To kafka-dev | Out-Null }
            @(Get-Changing $service).Count | Should -Be ($before + 2)
        }

        It 'copies from one instance to one: -<_>' -ForEach 'From', 'To' {
            $names = @{ From = 'kafka-prod-orders'; To = 'kafka-dev' }
            $names.$_ = 'kafka-*'
            $before = @(Get-Changing $service).Count
            { & "$Runbooks/Copy-Topic.ps1" @names } | Should -Throw '*from one to one*'
            @(Get-Changing $service).Count | Should -Be $before
        }

        It 'does not copy an instance onto itself' {
            { & "$Runbooks/Copy-Topic.ps1" -From kafka-dev -To kafka-dev } | Should -Throw 'From and To are the same instance*'
        }
    }

    Context 'Test-ConsumerLag.ps1' {
        It 'prints nothing if no group is late' {
            & "$Runbooks/Test-ConsumerLag.ps1" -InstanceName kafka-dev -MaximumLag 1000000 | Should -BeNullOrEmpty
        }

        It 'ends with an error that counts the late groups, the worst first' {
            $seen = Watch-Command { & "$Runbooks/Test-ConsumerLag.ps1" -InstanceName kafka-dev -MaximumLag 20 }
            $seen.Output.ConsumerGroup | Should -Be 'reporting', 'fulfilment'
            "$($seen.Errors[-1])" | Should -Be '2 consumer groups are more than 20 messages behind.'
        }

        It 'ends with an error for instances that it cannot read' {
            $seen = Watch-Command { & "$Runbooks/Test-ConsumerLag.ps1" -InstanceName kafka-dev, kafka-legacy -MaximumLag 1000000 }
            $seen.Warnings | Should -Be 'kafka-legacy is FROZEN, so its consumer groups could not be checked.'
            "$($seen.Errors[-1])" | Should -Be 'Could not be checked: kafka-legacy.'
        }

        It 'reports both late groups and unreadable ones' {
            $seen = Watch-Command { & "$Runbooks/Test-ConsumerLag.ps1" -InstanceName kafka-dev, kafka-legacy -MaximumLag 20 }
            $seen.Output.ConsumerGroup | Should -Be 'reporting', 'fulfilment'
            "$($seen.Errors[-1])" | Should -Be '2 consumer groups are more than 20 messages behind. Could not be checked: kafka-legacy.'
        }

        It 'ends with an error if no instance has the name' {
            { & "$Runbooks/Test-ConsumerLag.ps1" -InstanceName nothing* } | Should -Throw 'There is no instance named nothing`*, so nothing was checked.'
        }
    }
}

Describe 'A runbook with -Confirm' {
    It 'prompts, and does nothing without an answer: <Name>' -ForEach @(
        @{ Name = 'Restart-InWindow.ps1'; With = '-Name kafka-dev -IgnoreWindow' }
        @{ Name = 'Reset-ReviewedOffset.ps1'; With = '-Path plan.csv' }
        @{ Name = 'Sync-Topic.ps1'; With = '-Path topics.csv -InstanceName kafka-dev' }
        @{ Name = 'Copy-Topic.ps1'; With = '-From kafka-prod -To kafka-dev' }
    ) {
        $child = Invoke-Child @"
Connect-Dms -Emulator
Set-Location '$TestDrive'
Get-DmsInstance kafka-dev | Reset-DmsConsumerOffset fulfilment -ToEarliest -WhatIf | Export-Csv plan.csv
'Name,PartitionCount,ReplicationFactor,RetentionHours,Description', 'orders,6,3,1,' | Set-Content topics.csv
`$null = Get-DmsInstance kafka-prod | New-DmsTopic missing-elsewhere
`$before = @((Get-DmsEmulator).Requests | Where-Object Changing).Count
try { & '$Runbooks/$Name' $With -Confirm } catch { "Said `$(`$_.FullyQualifiedErrorId)" }
"Sent `$(@((Get-DmsEmulator).Requests | Where-Object Changing).Count - `$before)"
"@
        $child.Output | Should -BeLike '*Said HuaweiDms.ConfirmationImpossible,*Sent 0'
    }
}

Describe 'The grand tour' {
    BeforeAll {
        $Chapters = @(Get-ChildItem (Join-Path $Samples 'GrandTour') -Filter *.ps1)
        $Recording = Join-Path $ExchangeFolder 'Samples-GrandTour.jsonl'

        # As a user runs it, except that each call of a command of the module is counted.
        # Uses its own temporary folder: other runs may be in progress on this machine.
        $Temporary = (New-Item "$TestDrive/temporary" -ItemType Directory).FullName
        $Tour = Invoke-Child -PatienceSeconds 180 -Environment @{ TMPDIR = $Temporary; TMP = $Temporary; TEMP = $Temporary } @"
`$watched = (Get-Module HuaweiDms).ExportedCommands.Keys | ForEach-Object { Set-PSBreakpoint -Command `$_ -Action { } }
`$PSDefaultParameterValues = @{ 'Start-DmsEmulator:RecordPath' = '$Recording' }
Set-Location '$TestDrive'
& '$Samples/GrandTour.ps1' -Module '$ModulePath'
`$PSDefaultParameterValues.Clear()
Write-Host "Left: `$(@(Get-DmsContext).Count) connections, `$(@(Get-DmsEmulator -ErrorAction Ignore).Count) emulators, in `$(Get-Location)"
`$watched | Where-Object HitCount -EQ 0 | ForEach-Object { Write-Host "Not called: `$(`$_.Command)" }
"@
    }

    It 'completes without a prompt or an error' {
        $Tour.Ended | Should -BeTrue
        $Tour.Errors | Should -BeNullOrEmpty
        $Tour.ExitCode | Should -Be 0
    }

    It 'calls every command' {
        $Tour.Output | Should -Match 'Left:'
        [regex]::Matches($Tour.Output, 'Not called: (\S+)').ForEach{ $_.Groups[1].Value } | Should -BeNullOrEmpty
    }

    It 'calls none of them only with -WhatIf' {
        $earnest = foreach ($chapter in $Chapters) {
            $errors = $null
            $ast = [System.Management.Automation.Language.Parser]::ParseFile($chapter.FullName, [ref] $null, [ref] $errors)
            $errors | Should -BeNullOrEmpty
            foreach ($call in $ast.FindAll({ $args[0] -is [System.Management.Automation.Language.CommandAst] }, $true)) {
                if (-not $call.CommandElements.Where{ $_ -is [System.Management.Automation.Language.CommandParameterAst] -and $_.ParameterName -eq 'WhatIf' }) { $call.GetCommandName() }
            }
        }
        foreach ($name in (Get-Module HuaweiDms).ExportedCommands.Keys) { $name | Should -BeIn $earnest }
    }

    It 'covers every operation of the reference' {
        $contract = Get-Content "$Root/tests/Contract/openapi.json" -Raw | ConvertFrom-Json -AsHashtable
        $done = Get-Content $Recording | ConvertFrom-Json | Where-Object status -LT 300 | ForEach-Object operation
        foreach ($operation in $contract['paths'].Values.Values | Where-Object { $_['operationId'] }) { $operation['operationId'] | Should -BeIn $done }
    }

    It 'explains each step before doing it' {
        foreach ($chapter in $Chapters) {
            foreach ($step in [System.IO.File]::ReadAllText($chapter.FullName).Trim() -split '(?:\r?\n){2,}') { $step | Should -Match '^# \S' -Because $chapter.Name }
        }
    }

    It 'leaves nothing behind' {
        $Tour.Output | Should -BeLike "*Left: 0 connections, 0 emulators, in $TestDrive*"
        Join-Path $Temporary 'GrandTour-*' | Should -Not -Exist
    }
}

Describe 'The CI pipeline <Name>' -ForEach $pipelines {
    BeforeAll {
        $packages = if ($env:NUGET_PACKAGES) { $env:NUGET_PACKAGES } else { Join-Path $HOME '.nuget/packages' }
        [xml] $versions = Get-Content (Join-Path $Root 'Directory.Packages.props') -Raw
        $library = Join-Path $packages "yamldotnet/$($versions.SelectSingleNode('//YamlDotNetVersion').InnerText)/lib/netstandard2.0/YamlDotNet.dll"
        # Another module of this process may have loaded its own, such as PlatyPS; two cannot be loaded.
        $isLoaded = [bool] ('YamlDotNet.Serialization.DeserializerBuilder' -as [type])
        $HasYaml = $isLoaded -or (Test-Path $library)
        $Whole = $null
        $Scripts = [System.Collections.Generic.List[string]]::new()
        if ($HasYaml) {
            if (-not $isLoaded) { Add-Type -Path $library }
            $reader = [System.IO.StringReader]::new([System.IO.File]::ReadAllText($Path))
            $Whole = [YamlDotNet.Serialization.DeserializerBuilder]::new().Build().Deserialize($reader, [object])

            # Every script in it, at any depth, that runs with a PowerShell shell: pwsh, powershell.
            function Find-PipelineScript($Node) {
                if ($Node -is [System.Collections.IDictionary]) {
                    if ($Node.Keys -contains 'run' -and "$($Node['shell'])" -in 'pwsh', 'powershell') { $Scripts.Add($Node['run']) }
                    foreach ($key in 'pwsh', 'powershell') { if ($Node.Keys -contains $key -and $Node[$key] -is [string]) { $Scripts.Add($Node[$key]) } }
                    foreach ($value in $Node.Values) { Find-PipelineScript $value }
                }
                elseif ($Node -is [System.Collections.IEnumerable] -and $Node -isnot [string]) { foreach ($item in $Node) { Find-PipelineScript $item } }
            }
            Find-PipelineScript $Whole
        }
        function Skip-WithoutYaml { if (-not $HasYaml) { Set-ItResult -Skipped -Because 'YamlDotNet was not restored (build the tests first)' } }
        $Folder = if ($IsSample) { $Samples } else { $Root }
    }

    It 'is YAML and has scripts' {
        Skip-WithoutYaml
        $Whole | Should -Not -BeNullOrEmpty
        $Scripts.Count | Should -BeGreaterThan 0
    }

    It 'calls existing scripts, with their parameters' {
        Skip-WithoutYaml
        $called = 0
        foreach ($script in $Scripts) {
            $errors = $null
            $ast = [System.Management.Automation.Language.Parser]::ParseInput($script, [ref] $null, [ref] $errors)
            $errors | Should -BeNullOrEmpty
            foreach ($call in $ast.FindAll({ $args[0] -is [System.Management.Automation.Language.CommandAst] }, $true)) {
                $name = "$($call.GetCommandName())"
                if ($name -like './*.ps1') { $command = Get-Command (Join-Path $Folder $name) }
                elseif ($name -match '-(Dms|Dcs)' -or $name -like '*-PSResource') { $command = Get-Command $name -ErrorAction Ignore }
                else { continue }
                if (-not $command -and $name -like '*-PSResource') { continue }
                $command | Should -Not -BeNullOrEmpty -Because $name
                $called++
                foreach ($element in $call.CommandElements.Where{ $_ -is [System.Management.Automation.Language.CommandParameterAst] }) {
                    $command.ResolveParameter($element.ParameterName).Name | Should -Not -BeNullOrEmpty -Because "$call"
                }
            }
        }
        $called | Should -BeGreaterThan 0
    }

    It 'inserts no value of the platform into a script' {
        Skip-WithoutYaml
        foreach ($script in $Scripts) { $script | Should -Not -Match '\$\{\{|\$\([A-Z_]+\)' }
    }

    It 'installs only from the Gallery, and in a reviewed version' {
        Skip-WithoutYaml
        foreach ($line in @($Scripts -split "`n") -match 'Install-PSResource') {
            $line | Should -Match '-Version \d\S* -Repository PSGallery '
        }
    }

    It 'leaves no token of the platform next to the sources' {
        $text = [System.IO.File]::ReadAllText($Path)
        [regex]::Matches($text, 'uses: actions/checkout').Count | Should -Be ([regex]::Matches($text, 'uses: actions/checkout@\S+(?: # \S+)?\s+with:\s+persist-credentials: false').Count)
    }

    It 'takes the region from the environment, and the error says what is missing' {
        [System.IO.File]::ReadAllText($Path) | Should -Not -Match 'Connect-Dms[^\n]* -Region'
    }

    It 'changes something only on the main branch' {
        $text = [System.IO.File]::ReadAllText($Path)
        $text | Should -Not -Match 'BUILD_REASON'
    }

    It 'takes its keys from the secrets of the platform, and contains none' {
        $text = [System.IO.File]::ReadAllText($Path)
        foreach ($line in ($text -split "`n") -cmatch '(_SK|_AK|_KEY|TOKEN):') { $line | Should -Match '\$\{\{ (secrets\.|github\.token)|\$\(HUAWEICLOUD_SDK_' }
    }
}
