BeforeAll {
    . $PSScriptRoot/Common.ps1
    $PSDefaultParameterValues['Start-DmsDiagnosis:Timeout'] = '00:00:30'

    function Show($Objects, [int] $Width = 80) {
        $before = $PSStyle.OutputRendering
        $PSStyle.OutputRendering = 'PlainText'
        try { $Objects | Out-String -Width $Width } finally { $PSStyle.OutputRendering = $before }
    }
}

Describe 'Test-DmsDiagnosis' {
    BeforeAll {
        $service = Start-TestEmulator
        Connect-TestEmulator $service
        $prod = Get-DmsInstance kafka-prod
    }
    AfterAll { Stop-TestEmulator }

    It 'describes each check with typed figures' {
        $checks = $prod | Test-DmsDiagnosis reporting -Topic audit-log
        $checks.Name | Should -Be RAM, CPU, SUBSCRIPTION, LAG, PRODUCE
        $checks.Passed | Should -Be $true, $true, $false, $false, $true
        $checks[2].Partitions | Should -Be 0, 1, 2
        $checks[3].Lags.Lag | Should -Be 24, 24, 24
        $checks[3].Lags[2].Partition | Should -Be 2
        $checks[3].Message | Should -Be '72 messages wait in 3 partitions, most in partition 0: 24.'
        $checks[3].Remedy | Should -BeLike 'Add consumers*'
        $checks[0].Remedy | Should -BeNullOrEmpty
        "$($checks[0].ConsumerGroup) $($checks[0].Topic) $($checks[0].InstanceId) $($checks[0].Context)" | Should -Be "reporting audit-log $($prod.InstanceId) test"
    }

    It 'accepts groups and topics from the pipeline, each pair once' {
        $rows = foreach ($topic in 'orders', 'orders', 'payments') { [pscustomobject]@{ ConsumerGroup = 'billing'; Topic = $topic; Partition = 1; InstanceId = $prod.InstanceId } }
        $checks = $rows | Test-DmsDiagnosis
        $checks | Should -HaveCount 10
        $checks.Topic | Select-Object -Unique | Should -Be orders, payments
    }

    It 'reports a group or topic that does not exist, and checks the others' {
        $rows = [pscustomobject]@{ ConsumerGroup = 'nobody'; Topic = 'orders' }, [pscustomobject]@{ ConsumerGroup = 'billing'; Topic = 'orders' }
        $seen = Watch-Command { $rows | Test-DmsDiagnosis -InstanceId $prod.InstanceId }
        $seen.Output | Should -HaveCount 5
        Assert-Failure $seen.Errors -Id DMS.111400864 -From TestDmsDiagnosis -Category ObjectNotFound
        $seen = Watch-Command { $prod | Test-DmsDiagnosis billing -Topic nothing }
        Assert-Failure $seen.Errors -Id DMS.00400876 -From TestDmsDiagnosis -Category ObjectNotFound -Says 'topic does not exist'
    }

    It 'is shown at 80 columns with group and topic above the table' {
        $text = Show ($prod | Test-DmsDiagnosis billing -Topic orders)
        $text | Should -Match "Check: billing reading orders of $($prod.Name)"
        $text | Should -Match 'LAG\s+False\s+12 messages wait in 6 partitions'
    }
}

Describe 'Diagnoses' {
    BeforeEach {
        $service = Start-TestEmulator
        Connect-TestEmulator $service
        $prod = Get-DmsInstance kafka-prod
        $staging = Get-DmsInstance kafka-staging
    }
    AfterEach { Stop-TestEmulator }

    It 'are started, waited for, and emitted with their findings' {
        $report = $prod | Start-DmsDiagnosis billing -Topic orders -Wait
        $report.Status | Should -Be finished
        $report.AbnormalItemCount | Should -Be 1
        $report.LaggingPartitionCount | Should -Be 6
        $report.EndedAt | Should -BeOfType DateTimeOffset
        $lag = $report.Dimensions.Items.Where{ $_.Name -eq 'lag' }
        $lag.Result | Should -Be abnormal
        $lag.Partitions | Should -Be 0, 1, 2, 3, 4, 5
        $lag.Causes[1].Parameters.MEMBERS | Should -Be 2
        $lag.Message | Should -BeLike 'Messages wait to be read in partitions 0,*'
    }

    It 'continue in the background without -Wait' {
        $started = $prod | Start-DmsDiagnosis billing -Topic orders
        "$($started.Status) $($started.LaggingPartitionCount) $($started.InstanceId)" | Should -Be "diagnosing 6 $($prod.InstanceId)"
        Wait-Until { ($started | Get-DmsDiagnosis).Status -eq 'finished' }
    }

    It 'of one instance wait for their turn, those of another run meanwhile' {
        Stop-TestEmulator
        $service = Start-TestEmulator -Speed 100
        Connect-TestEmulator $service
        $null = $prod | Start-DmsDiagnosis billing -Topic orders
        $rows = 'orders', 'payments' | ForEach-Object { [pscustomobject]@{ ConsumerGroup = 'billing'; Topic = $_ } }
        $seen = Watch-Command { $rows | Start-DmsDiagnosis -InstanceId $prod.InstanceId, $staging.InstanceId -Wait }
        $seen.Errors | Should -BeNullOrEmpty
        $seen.Output.Topic | Should -Be orders, orders, payments, payments
        $seen.Output.Status | Select-Object -Unique | Should -Be finished
    }

    It 'of one instance at two connections have a turn at each' {
        $other = Start-TestEmulator -Speed 100
        Connect-TestEmulator $other -Name other
        $null = Start-DmsDiagnosis billing $prod.InstanceId -Topic orders -Context other
        $seen = Watch-Command { Start-DmsDiagnosis billing $prod.InstanceId -Topic payments -Context test, other -Wait }
        $seen.Errors | Should -BeNullOrEmpty
        $seen.Output.Context | Should -Be test, other
    }

    It 'are refused while another one runs, and the error says what to do' {
        Stop-TestEmulator
        $service = Start-TestEmulator -Speed 1
        Connect-TestEmulator $service
        $seen = Watch-Command { $prod | Start-DmsDiagnosis billing -Topic orders -Wait -Timeout 00:00:00.1 }
        $seen.Output | Should -HaveCount 0
        $begun = $seen.Errors[0].TargetObject
        Assert-Failure $seen.Errors -Id HuaweiDms.Timeout -From StartDmsDiagnosis -Category OperationTimeout -Says "Get-DmsDiagnosis -ReportId $($begun.ReportId) -InstanceId $($begun.InstanceId)"
        $seen = Watch-Command { $prod | Start-DmsDiagnosis billing -Topic payments }
        Assert-Failure $seen.Errors -Id DMS.00400017 -From StartDmsDiagnosis -Category ResourceBusy -Says 'billing reading payments of kafka-prod', '-Wait', 'Get-DmsDiagnosis'
        $seen = Watch-Command { $prod | Start-DmsDiagnosis billing -Topic payments -Wait -Timeout 00:00:00.3 }
        Assert-Failure $seen.Errors -Id HuaweiDms.Timeout -From StartDmsDiagnosis -Category OperationTimeout -Says 'diagnosing billing', '; Get-DmsDiagnosis shows'
    }

    It 'require waiting messages and a group that reads the topic; the others are diagnosed' {
        $rows = @{ G = 'billing'; T = 'clicks' }, @{ G = 'fulfilment'; T = 'orders' }, @{ G = 'billing'; T = 'payments' } |
            ForEach-Object { [pscustomobject]@{ ConsumerGroup = $_.G; Topic = $_.T } }
        $seen = Watch-Command { $rows | Start-DmsDiagnosis -InstanceId $prod.InstanceId -Wait }
        $seen.Output.Topic | Should -Be payments
        $seen.Errors | Should -HaveCount 2
        Assert-Failure $seen.Errors[0] -Id HuaweiDms.NothingToDiagnose -From StartDmsDiagnosis -Category InvalidArgument -Says 'billing reading clicks', 'Test-DmsDiagnosis'
        Assert-Failure $seen.Errors[1] -Id DMS.50050004 -From StartDmsDiagnosis -Category ResourceBusy -Says 'fulfilment reading orders', 'start its consumers'
        @(Get-Changing $service) | Should -HaveCount 2
    }

    It 'are shown with -WhatIf, and not started' {
        $seen = Invoke-Session { Get-DmsInstance kafka-prod | Start-DmsDiagnosis billing -Topic orders -WhatIf }
        $seen.WhatIf | Should -BeLike '*Diagnose why 12 messages wait in 6 partitions*billing reading orders of kafka-prod*'
        Get-Changing $service | Should -BeNullOrEmpty
    }

    It 'are found if the response to their start is lost, and not started twice' {
        $null = Add-DmsEmulatorFault $service -Method POST -Path '*/message-diagnosis-tasks' -Action Reset -AfterProcessing
        $seen = Watch-Command { $prod | Start-DmsDiagnosis billing -Topic orders -Wait }
        $seen.Errors | Should -BeNullOrEmpty
        $seen.Output.AbnormalItemCount | Should -Be 1
        $seen.Warnings | Should -HaveCount 1
        @(Get-Changing $service) | Should -HaveCount 1
    }

    Context 'when finished' {
        BeforeEach {
            foreach ($topic in 'orders', 'payments') { $null = $prod | Start-DmsDiagnosis billing -Topic $topic -Wait }
            $null = $staging | Start-DmsDiagnosis billing -Topic orders -Wait
        }

        It 'are listed the newest first, by group, topic and state' {
            ($prod | Get-DmsDiagnosis).Topic | Should -Be payments, orders
            ($prod, $staging | Get-DmsDiagnosis bill* -Topic ord* -Status FINISHED).InstanceId | Should -Be $prod.InstanceId, $staging.InstanceId
            $prod | Get-DmsDiagnosis -Status diagnosing | Should -BeNullOrEmpty
            ($prod | Get-DmsDiagnosis -First 1 -IncludeTotalCount)[0] | Should -Be 2
            $seen = Watch-Command { $prod | Get-DmsDiagnosis billing, nobody }
            $seen.Output | Should -HaveCount 2
            Assert-Failure $seen.Errors -Id HuaweiDms.NotFound -From GetDmsDiagnosis -Category ObjectNotFound -Target nobody -Says 'kafka-prod'
        }

        It 'of groups and topics from the pipeline are those of the groups and topics' {
            $all = @($prod | Get-DmsDiagnosis)
            $prod | Get-DmsConsumerGroup | Get-DmsDiagnosis | Should -HaveCount $all.Count
            foreach ($property in 'ConsumerGroup', 'Topic') {
                foreach ($same in $all | Group-Object $property) {
                    $items = if ($property -eq 'Topic') { $prod | Get-DmsTopic $same.Name } else { $prod | Get-DmsConsumerGroup $same.Name }
                    ($items | Get-DmsDiagnosis).ReportId | Should -Be $same.Group.ReportId
                }
            }
            $prod | Get-DmsConsumerGroup fulfilment | Get-DmsDiagnosis -Topic clicks | Should -BeNullOrEmpty
        }

        It 'are read with all findings, by id or from the pipeline' {
            $listed = $prod | Get-DmsDiagnosis -Topic orders
            $report = Get-DmsDiagnosis -InstanceId $prod.InstanceId -ReportId $listed.ReportId
            $report.ConsumerGroup | Should -Be billing
            $report.Dimensions.Name | Should -Be server, consumer, producer
            ($prod, $staging | Get-DmsDiagnosis | Get-DmsDiagnosis).Dimensions | Should -HaveCount 9
            $seen = Watch-Command { Get-DmsDiagnosis -InstanceId $prod.InstanceId -ReportId $NoSuchId, $listed.ReportId }
            $seen.Output.ReportId | Should -Be $listed.ReportId
            Assert-Failure $seen.Errors -Id HuaweiDms.NotFound -From GetDmsDiagnosis -Category ObjectNotFound -Target $NoSuchId
        }

        It 'are shown from a file, without blank lines, at -Depth <_>' -ForEach 1, 2, 4 {
            $report = Get-DmsDiagnosis -InstanceId $prod.InstanceId -ReportId ($prod | Get-DmsDiagnosis)[0].ReportId
            $file = Join-Path $TestDrive report.xml
            $report | Export-Clixml $file -Depth $_
            $shown = Show (Import-Clixml $file)
            foreach ($said in 'server', 'consumer', $(if ($_ -gt 1) { 'lag' })) { $shown | Should -Match "(?m)^ *(\[abnormal\] )?$said\b" }
            $shown.Trim() | Should -Not -Match '\n *\r?\n'
        }

        It 'are found in one list, however many are read' {
            $reports = @($prod | Get-DmsDiagnosis)
            $before = @(Get-Request $service | Where-Object Operation -EQ ListMessageDiagnosisReports).Count
            Get-DmsDiagnosis -InstanceId $prod.InstanceId -ReportId $reports.ReportId | Should -HaveCount 2
            $reports | Get-DmsDiagnosis | Should -HaveCount 2
            @(Get-Request $service | Where-Object Operation -EQ ListMessageDiagnosisReports).Count - $before | Should -Be 2
        }

        It 'are removed with one request per instance; a missing one does not affect the others' {
            $ids = @(($prod | Get-DmsDiagnosis).ReportId)
            $before = @(Get-Changing $service).Count
            $seen = Watch-Command { Remove-DmsDiagnosis $ids[0], $NoSuchId, $ids[1] $prod.InstanceId }
            $seen.Output.Succeeded | Should -Be $true, $false, $true
            Assert-Failure $seen.Errors -Id HuaweiDms.NotFound -From RemoveDmsDiagnosis -Category ObjectNotFound -Says $NoSuchId
            @(Get-Changing $service).Count - $before | Should -Be 1
            $prod | Get-DmsDiagnosis | Should -BeNullOrEmpty
            ($staging | Get-DmsDiagnosis | Remove-DmsDiagnosis).Succeeded | Should -BeTrue
        }

        It 'are removed once, although the reason of a failure cannot be read: <_>' -ForEach 404, 403 {
            $ids = @(($prod | Get-DmsDiagnosis).ReportId)
            $before = @(Get-Changing $service).Count
            $null = Add-DmsEmulatorFault $service -Method GET -Path '*diagnosis*' -Action Status -StatusCode $_ -ErrorCode DMS.10240004
            $seen = Watch-Command { Remove-DmsDiagnosis $ids[0], $NoSuchId $prod.InstanceId }
            $seen.Output.Succeeded | Should -Be $true, $false
            Assert-Failure $seen.Errors -Id HuaweiDms.ItemFailed -From RemoveDmsDiagnosis -Category InvalidOperation -Says $NoSuchId
            @(Get-Changing $service).Count - $before | Should -Be 1
        }

        It 'are not removed with -WhatIf' {
            (Invoke-Session { Get-DmsInstance kafka-prod | Get-DmsDiagnosis | Remove-DmsDiagnosis -WhatIf }).WhatIf | Should -HaveCount 2
            $prod | Get-DmsDiagnosis | Should -HaveCount 2
        }

        It 'are shown at 80 columns, in the list and as a tree' {
            $listed = $prod | Get-DmsDiagnosis -Topic orders
            Show $listed | Should -Match "billing\s+orders\s+finished\s+6 $($listed.ReportId)"
            $lines = (Show ($listed | Get-DmsDiagnosis)).Trim() -split '\r?\n'
            $lines[0] | Should -Be 'Diagnosis of billing reading orders: finished'
            $lines[1] | Should -BeLike '1 abnormal, 0 not diagnosed, 5 normal.*'
            $lines | Should -Contain 'consumer'
            $lines | Should -Contain '  [normal] cpu: Nothing found.'
            $lines | Should -Contain '  [abnormal] lag: Messages wait to be read in partitions 0, 1, 2, 3, 4, 5.'
            $lines | Should -Contain '    cause 2: members 2, partitions 6'
            "$lines" | Should -BeLike '*what helps: Add consumers*'
            $lines | Where-Object Length -GT 80 | Should -BeNullOrEmpty
            $lines | Should -Not -Contain ''
        }
    }

    It 'in progress are not removed, and the error says why' {
        Stop-TestEmulator
        $service = Start-TestEmulator -Speed 1
        Connect-TestEmulator $service
        $started = $prod | Start-DmsDiagnosis billing -Topic orders
        $seen = Watch-Command { $started | Remove-DmsDiagnosis }
        Assert-Failure $seen.Errors -Id HuaweiDms.ItemFailed -From RemoveDmsDiagnosis -Category InvalidOperation -Says 'diagnosing'
    }
}

Describe 'Completion of diagnoses' {
    BeforeAll {
        $service = Start-TestEmulator
        Connect-TestEmulator $service
        $prod = Get-DmsInstance kafka-prod
    }
    AfterAll { Stop-TestEmulator }

    It 'offers groups and topics of the instance for <_>' -ForEach 'Test-DmsDiagnosis', 'Start-DmsDiagnosis', 'Get-DmsDiagnosis' {
        Wait-Until { (Complete "$_ -InstanceId $($prod.InstanceId) -ConsumerGroup b").CompletionText -eq 'billing' }
        Wait-Until { (Complete "$_ -InstanceId $($prod.InstanceId) -Topic pay").CompletionText -eq 'payments' }
    }
}
