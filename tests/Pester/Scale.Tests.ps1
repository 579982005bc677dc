BeforeAll { . $PSScriptRoot/Common.ps1 }

# Counts requests, never seconds.
Describe 'Many instances' {
    BeforeAll {
        $service = Start-TestEmulator -Speed $Instant
        Connect-TestEmulator $service
        $fleet = Get-DmsInstance
        function Measure-Request([scriptblock] $Script) {
            $before = $service.Requests.Count
            $output = @(& $Script)
            [pscustomobject]@{ Output = $output; Count = $service.Requests.Count - $before; Operation = @(Get-Request $service | Select-Object -Skip $before).Operation }
        }
    }
    AfterAll { Stop-TestEmulator }
    AfterEach { Reset-DmsEmulator -FaultsOnly }

    It 'are listed by <Command> in parallel, in their order' -ForEach @(
        @{ Command = 'Get-DmsTopic' }, @{ Command = 'Get-DmsUser' }, @{ Command = 'Get-DmsConsumerGroup' }, @{ Command = 'Get-DmsTask' }, @{ Command = 'Get-DmsInstanceConfig' }
    ) {
        $alone = $fleet | ForEach-Object { & $Command -InstanceId $_ -ErrorAction SilentlyContinue }
        # The later an instance comes, the sooner its response.
        foreach ($one in $fleet[0..2]) {
            $null = Add-DmsEmulatorFault $service -Method GET -Path "*/$($one.InstanceId)/*" -Action Latency -Latency 00:00:00.2
        }
        $together = $fleet | & $Command -ErrorAction SilentlyContinue
        $together.InstanceId -join ' ' | Should -Be ($alone.InstanceId -join ' ')
        "$together" | Should -Be "$alone"
    }

    It 'include one that cannot be listed, with its error at its position' {
        $lost = ($fleet | Where-Object { Get-DmsTopic -InstanceId $_ })[1]
        $null = Add-DmsEmulatorFault $service -Method GET -Path "*/$($lost.InstanceId)/topics*" -Action Status -StatusCode 403 -ErrorCode DMS.10240004
        $come = & { $fleet | Get-DmsTopic -ErrorAction Continue } 2>&1
        $errors = @($come | Where-Object { $_ -is [System.Management.Automation.ErrorRecord] })
        $errors | Should -HaveCount 1
        $errors[0].TargetObject | Should -Be $lost.InstanceId
        $at = [array]::IndexOf($come, $errors[0])
        $at | Should -BeGreaterThan 0
        @($come).Count | Should -BeGreaterThan ($at + 1)
    }

    It 'are read with -First only as far as necessary' {
        $first = ($fleet | Get-DmsTopic)[0].InstanceId
        $seen = Measure-Request { $fleet | Where-Object InstanceId -EQ $first | ForEach-Object { $_; $fleet } | Get-DmsTopic -First 2 }
        $seen.Output | Should -HaveCount 2
        $seen.Count | Should -Be 1
    }

    It 'share -Skip and -First' {
        $all = $fleet | Get-DmsTopic
        $some = $fleet | Get-DmsTopic -Skip 3 -First 7
        "$($some.Key)$some" | Should -Be "$($all[3..9].Key)$($all[3..9])"
        $counted = $fleet | Get-DmsTopic -Skip 1 -IncludeTotalCount
        $counted | Should -HaveCount $all.Count
        $counted[0].ToString() | Should -BeLike 'Unknown*'
    }

    It 'are found by name in one list, in their order, with an error and a suggestion for each missing one' {
        $names = 'kafka-test-perf', 'kafka-dev', 'kafka-de', 'KAFKA-PROD', 'kafka-prod', 'nothing-like-it', 'kafka-staging'
        $seen = Measure-Request { Watch-Command { Get-DmsInstance $names } }
        $seen.Output.Output.Name | Should -Be 'kafka-test-perf', 'kafka-dev', 'kafka-prod', 'kafka-staging'
        $seen.Output.Errors | Should -HaveCount 3
        $seen.Output.Errors[0] | Should -BeLike "*'kafka-de'*Did you mean 'kafka-dev'*"
        $seen.Output.Errors[1] | Should -BeLike "*'KAFKA-PROD'*Did you mean 'kafka-prod'*"
        $seen.Count | Should -Be 1
    }

    It 'are waited for with one list' {
        $seen = Measure-Request { $fleet | Wait-DmsInstance -Status ($fleet.Status | Select-Object -Unique) }
        $seen.Output.InstanceId | Should -Be $fleet.InstanceId
        @($seen.Operation -eq 'ListInstances').Count | Should -BeIn 1, 2
        # What is emitted is read in full.
        @($seen.Operation -eq 'ShowInstance').Count | Should -Be $fleet.Count
    }
}

Describe 'Many items in an instance' {
    BeforeAll {
        $service = Start-TestEmulator -Speed $Instant -Unrecorded
        Connect-TestEmulator $service
        $id = (Get-DmsInstance kafka-prod).InstanceId
    }
    AfterAll { Stop-TestEmulator }

    It 'show progress while a configuration is read' {
        $seen = Invoke-Session { $null = Get-DmsInstance kafka-prod | Compare-DmsConfiguration -Configuration (Get-DmsInstance kafka-prod | Export-DmsConfiguration -PassThru) }
        $seen.Progress.StatusDescription -match '^permissions of 2 of \d+ topics' | Should -Not -BeNullOrEmpty
        $seen.Progress[-1].RecordType | Should -Be 'Completed'
    }

    It 'complete a topic beyond the first 500 from the typed text' {
        1..510 | ForEach-Object { [pscustomobject]@{ Topic = "many-{0:000}" -f $_; InstanceId = $id } } |
            New-DmsTopic -PartitionCount 1 -ReplicationFactor 1 -ThrottleLimit 64 | Out-Null
        $line = "Get-DmsTopic -InstanceId $id -Name many-509"
        # A result that arrives too late is used for the next completion.
        foreach ($press in 1..20) {
            $proposed = @((TabExpansion2 $line $line.Length).CompletionMatches.CompletionText)
            if ($proposed) { break }
            Start-Sleep -Milliseconds 100
        }
        $proposed | Should -Be 'many-509'
    }
}
