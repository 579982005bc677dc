BeforeAll {
    . $PSScriptRoot/Common.ps1

    # A page as a reader sees it: the document, and the text of each part by its heading.
    function Read-Page([string] $Path) {
        $text = [System.IO.File]::ReadAllText($Path)
        $html = [xml] ($text -replace '^<!DOCTYPE html>')
        $parts = @{}
        foreach ($section in $html.SelectNodes('//section/h3')) { $parts[$section.InnerText] = @($parts[$section.InnerText]) + $section.ParentNode | Where-Object { $_ } }
        [pscustomobject]@{ Text = $text; Html = $html; Parts = $parts; Title = $html.SelectSingleNode('//h1').InnerText }
    }

    # The cells of the rows of a table, by its caption.
    function Get-Row($Page, [string] $Caption) {
        foreach ($row in $Page.Html.SelectNodes("//table[starts-with(caption, '$Caption')]/tbody/tr")) { , @($row.ChildNodes.ForEach{ $_.InnerText }) }
    }
}

Describe 'A report' {
    BeforeAll {
        $service = Start-TestEmulator
        Connect-TestEmulator $service -More @{ RetryCount = 0 }
        $prod = Get-DmsInstance kafka-prod
        $file = Join-Path $TestDrive prod.html
    }
    AfterAll { Stop-TestEmulator }
    AfterEach { $service.Faults.Clear() }

    It 'is one file, which is emitted' {
        $written = $prod | Export-DmsReport $file
        $written | Should -BeOfType System.IO.FileInfo
        $written.FullName | Should -Be $file
        $page = Read-Page $file
        $page.Title | Should -Be kafka-prod
        $page.Parts.Keys | Sort-Object | Should -Be Balance, 'Consumer lag', Disks, Topics
        $page.Text | Should -Not -Match '<script|<link|<img|src=|url\(|@import|https?:'
        @((Get-ChildItem (Split-Path $file)).Name) -match '^prod\.html.' | Should -BeNullOrEmpty
    }

    It 'contains the data of the other commands' {
        $null = $prod | Export-DmsReport $file
        $page = Read-Page $file
        $groups = @($prod | Get-DmsConsumerLag -Summary | Sort-Object Lag -Descending)
        $rows = @(Get-Row $page 'Consumer groups')
        $rows.ForEach{ $_[0] } | Should -Be $groups.ConsumerGroup
        $rows.ForEach{ [long] $_[1] } | Should -Be $groups.Lag
        $rows.ForEach{ $_[3] } | Should -Be $groups.State
        $rows[0][4] | Should -BeLike "$($groups[0].LargestLagAt) (*"
        @(Get-Row $page 'Brokers: 612 GB').ForEach{ $_[0] } | Should -Be broker-0, broker-1, broker-2
        @(Get-Row $page 'Topics with').ForEach{ $_[0] } | Should -Be ($prod | Get-DmsDiskUsage -ByTopic).Topic
        $replicas = $prod | Get-DmsTopic | Where-Object IsSystem -EQ $false | Get-DmsTopicReplica
        @(Get-Row $page 'Brokers: 18 partitions').ForEach{ [int] $_[2] } | Should -Be ($replicas | Where-Object IsLeader | Group-Object Broker -NoElement | Sort-Object Name).ForEach{ $_.Count }
        $page.Parts.Balance.InnerText | Should -BeLike '*Every partition is in sync and led by its preferred leader.*'
        $page.Parts.Topics.InnerText | Should -BeLike '*4 topics with 18 partitions*'
    }

    It 'shows verdicts after two readings' {
        $null = $prod | Start-DmsEmulatorConsumer fulfilment -Topic orders -MessagesPerSecond 0.2
        $null = $prod | Export-DmsReport $file -Part Lag -Sample 00:00:00.5
        $rows = @(Get-Row (Read-Page $file) 'Consumer groups')
        $rows.Where{ $_[0] -eq 'reporting' }[0][4] | Should -BeLike '*Stuck'
        $rows.Where{ $_[0] -eq 'fulfilment' }[0][4] | Should -BeIn CatchingUp, KeepingUp, Idle
        $prod | Stop-DmsEmulatorConsumer fulfilment
    }

    It 'names topics at risk, and topics without readers' {
        $staging = Get-DmsInstance kafka-staging
        $null = $staging | New-DmsTopic fragile -ReplicationFactor 1 -PartitionCount 1
        $null = $staging | Export-DmsReport $file -Part Balance, Topic -Topic fragile, clicks
        $page = Read-Page $file
        $rows = @(Get-Row $page 'Topics that need attention')
        $rows[0][0] | Should -Be fragile
        $rows[0][1] | Should -BeLike '*Only one replica*'
        $rows.Where{ $_[1] -like '*ever written*' }.ForEach{ $_[0] } | Should -Be fragile
        $page.Html.DocumentElement.InnerText | Should -Not -BeLike '*orders*'
    }

    It 'says that topics are checked for their configuration, not for the state of brokers' {
        $null = $prod | Export-DmsReport $file -Part Topic -Topic orders
        $page = Read-Page $file
        $page.Parts['Topics'].InnerText | Should -BeLike '*configured and used, not the state of their replicas*'
        $page.Html.DocumentElement.InnerText | Should -BeLike '*at risk by their configuration*'
    }

    It 'contains the requested amount' {
        $null = $prod | Export-DmsReport $file -Part lag, disk -Top 1 -Topic orders, payments
        $page = Read-Page $file
        $page.Parts.Keys | Sort-Object | Should -Be 'Consumer lag', Disks
        @(Get-Row $page 'Topics with').ForEach{ $_[0] } | Should -Be orders
        $page.Parts.Disks.InnerText | Should -BeLike '*1 topic more.*'
        @(Get-Request $service)[-6..-1].Path | Should -Not -BeLike '*management/topics*'
    }

    It 'requires that named topics exist' {
        Remove-Item $file -ErrorAction Ignore
        $seen = Watch-Command { $prod | Export-DmsReport $file -Topic nope -Part Lag }
        Assert-Failure $seen.Errors -Id HuaweiDms.NotFound -From ExportDmsReport -Category ObjectNotFound -Target nope -Says 'kafka-prod'
        $file | Should -Not -Exist
        $seen = Watch-Command { $prod | Export-DmsReport $file -Topic nope, clicks -Part Lag }
        Assert-Failure $seen.Errors -Id HuaweiDms.NotFound -From ExportDmsReport -Category ObjectNotFound -Target nope
        (Read-Page $file).Parts['Consumer lag'].InnerText | Should -BeLike '*clicks/0*'
        $null = $prod | Export-DmsReport $file -Topic nope* -Part Lag
        (Read-Page $file).Parts['Consumer lag'].InnerText | Should -BeLike '*No consumer group reads the requested topics.*'
    }

    It 'can cover several instances' {
        $null = Get-DmsInstance kafka-prod, kafka-dev | Export-DmsReport $file -Part Lag
        $page = Read-Page $file
        $page.Title | Should -Be 'Kafka instances'
        @(Get-Row $page 'All instances').ForEach{ $_[0] } | Should -Be kafka-prod, kafka-dev
        $page.Html.SelectNodes('//h2').InnerText | Should -Be kafka-prod, kafka-dev
        $page.Parts['Consumer lag'] | Should -HaveCount 2
    }

    It 'omits only what could not be read, and reports it on the page and in one error' {
        $null = Add-DmsEmulatorFault $service -Path '*diskusage*' -Action Status -StatusCode 500
        $seen = Watch-Command { $prod | Export-DmsReport $file }
        $seen.Output.FullName | Should -Be $file
        $seen.Errors | Should -HaveCount 1
        "$($seen.Errors)" | Should -BeLike '*Reading disks failed for kafka-prod (*'
        $page = Read-Page $file
        $page.Parts.Disks.InnerText | Should -BeLike '*Not read: *'
        $page.Html.SelectSingleNode('//aside').InnerText | Should -BeLike '*disks:*'
        @(Get-Row $page 'Consumer groups') | Should -HaveCount 3
    }

    It 'lists groups that could not be read together with the others' {
        $null = Add-DmsEmulatorFault $service -Path '*groups/billing*' -Action Status -StatusCode 429
        $seen = Watch-Command { $prod | Export-DmsReport $file -Part Lag }
        Assert-Failure $seen.Errors -Id APIGW.0308 -From ExportDmsReport -Category LimitsExceeded -Target $prod.InstanceId -Says 'lag of billing'
        @(Get-Row (Read-Page $file) 'Consumer groups').ForEach{ $_[0] } | Should -Be reporting, fulfilment
    }

    It 'is written before an error can end the command' {
        Remove-Item $file -ErrorAction Ignore
        $null = Add-DmsEmulatorFault $service -Path '*diskusage*' -Action Status -StatusCode 500
        { $prod | Export-DmsReport $file -ErrorAction Stop } | Should -Throw '*DiskUsage*'
        (Read-Page $file).Parts.Keys | Should -Contain Balance
    }

    It 'contains what is known of an instance that is not RUNNING, with one error for it' {
        $seen = Watch-Command { Get-DmsInstance kafka-prod, kafka-legacy | Export-DmsReport $file }
        Assert-Failure $seen.Errors -Id DMS.00400026 -From ExportDmsReport -Category ResourceBusy -Says 'brokers, balance', 'kafka-legacy'
        $page = Read-Page $file
        @(Get-Row $page 'All instances')[1][1] | Should -BeLike '*FROZEN'
        $page.Parts['Consumer lag'] | Should -HaveCount 2
    }

    It 'omits an instance that does not exist, and is not written if none exists' {
        $seen = Watch-Command { $NoSuchId, $prod.InstanceId, 'no-id', $prod.InstanceId | Export-DmsReport $file -Part Lag }
        $seen.Output | Should -HaveCount 1
        $seen.Errors | Should -HaveCount 2
        @(Get-Row (Read-Page $file) 'All instances').ForEach{ $_[1] } | Should -Be "$([char] 0x25B2)$([char] 0xA0)not read", RUNNING

        $none = Join-Path $TestDrive none.html
        $seen = Watch-Command { $NoSuchId | Export-DmsReport $none }
        Assert-Failure $seen.Errors -Id DMS.00404022 -From ExportDmsReport -Category ObjectNotFound -Target $NoSuchId
        $seen.Output | Should -HaveCount 0
        Test-Path $none | Should -BeFalse
    }

    It 'treats a name as text, whatever it contains' {
        $name = '<img src=x onerror=alert(1)>'
        $strange = Start-TestEmulator -Unrecorded
        Connect-TestEmulator $strange -Name strange
        # The service's console has rules for names; clients create groups with any name.
        $body = @{ groups = @(@{ group_id = $name; state = 'EMPTY'; lag = 3 }); total = 1 } | ConvertTo-Json -Depth 5
        $null = Add-DmsEmulatorFault $strange -Path '*/groups' -Action Status -StatusCode 200 -Body $body -ContentType application/json
        $null = Get-DmsInstance kafka-prod -Context strange | Export-DmsReport $file -Part Lag
        $page = Read-Page $file
        $page.Text | Should -Not -Match '<img'
        $page.Html.DocumentElement.InnerText | Should -BeLike "*$name*"
    }
}

Describe 'The file of a report' {
    BeforeAll {
        $service = Start-TestEmulator
        Connect-TestEmulator $service
        $prod = Get-DmsInstance kafka-prod
    }
    AfterAll { Stop-TestEmulator }

    It 'is found relative to the current location, and on PowerShell drives' {
        Push-Location TestDrive:
        try { ($prod | Export-DmsReport here.html -Part Lag).FullName | Should -Be (Join-Path $TestDrive here.html) } finally { Pop-Location }
        ($prod | Export-DmsReport TestDrive:\there.html -Part Lag).FullName | Should -Be (Join-Path $TestDrive there.html)
    }

    It 'has the name of the instance in a folder' {
        ($prod | Export-DmsReport "$TestDrive/new/" -Part Lag).FullName | Should -Be (Join-Path $TestDrive new kafka-prod.html)
        (Get-DmsInstance kafka-prod, kafka-dev | Export-DmsReport "$TestDrive/new" -Part Lag).Name | Should -Be kafka-report.html
    }

    It 'is replaced, unless -NoClobber is given' {
        $file = Join-Path $TestDrive kept.html
        Set-Content $file old
        $before = @(Get-Request $service).Count
        $seen = Watch-Command { $prod | Export-DmsReport $file -NoClobber }
        Assert-Failure $seen.Errors -Id HuaweiDms.AlreadyExists -From ExportDmsReport -Category ResourceExists -Target $file -Says '-NoClobber'
        Get-Content $file | Should -Be old
        @(Get-Request $service) | Should -HaveCount $before
        $null = $prod | Export-DmsReport $file -Part Lag
        Get-Content $file -TotalCount 1 | Should -BeLike '<!DOCTYPE html>*'
    }

    It 'requires an existing folder, which is checked before anything is read' {
        $before = @(Get-Request $service).Count
        $seen = Watch-Command { $prod | Export-DmsReport "$TestDrive/no/such/file.html" }
        Assert-Failure $seen.Errors -Id HuaweiDms.ReportUnwritable -From ExportDmsReport -Category WriteError -Says 'no', 'such', 'cannot be written'
        $seen = Watch-Command { $prod | Export-DmsReport Env:report.html }
        Assert-Failure $seen.Errors -Id HuaweiDms.InvalidArgument -From ExportDmsReport -Category InvalidArgument -Target Env:report.html -Says '-Path', 'not the path of a file'
        @(Get-Request $service) | Should -HaveCount $before
    }

    It 'must be named as a page, which is checked before anything is read: <_>' -ForEach r.json, r.csv, r.md, r.txt, r.xml, r.pdf, r.xlsx {
        $before = @(Get-Request $service).Count
        $seen = Watch-Command { $prod | Export-DmsReport "$TestDrive/$_" }
        Assert-Failure $seen.Errors -Id HuaweiDms.InvalidArgument -From ExportDmsReport -Category InvalidArgument -Says '-Path', 'HTML page', '.html', 'Test-DmsInstance'
        Test-Path "$TestDrive/$_" | Should -BeFalse
        @(Get-Request $service) | Should -HaveCount $before
    }

    It 'may be named <_>' -ForEach r.HTM, plain {
        ($prod | Export-DmsReport "$TestDrive/$_" -Part Lag).Name | Should -Be $_
    }

    It 'may be in a folder whose name has an extension' {
        $null = New-Item "$TestDrive/reports.v1" -ItemType Directory
        ($prod | Export-DmsReport "$TestDrive/reports.v1" -Part Lag).Name | Should -Be kafka-prod.html
    }

    It 'is not written with -WhatIf, and nothing is read' {
        $file = Join-Path $TestDrive imagined.html
        $before = @(Get-Request $service).Count
        $seen = Invoke-Session { $instance | Export-DmsReport $where -WhatIf } -Variable @{ where = $file; instance = $prod }
        $seen.WhatIf | Should -HaveCount 1
        $seen.WhatIf | Should -BeLike '*Write the report on kafka-prod (*imagined.html*'
        Test-Path $file | Should -BeFalse
        @(Get-Request $service) | Should -HaveCount $before
    }

    It 'refuses <Parameter> <Value>' -ForEach @(
        @{ Parameter = 'Part'; Value = 'Weather' }
        @{ Parameter = 'Top'; Value = 0 }
        @{ Parameter = 'Sample'; Value = '-00:00:01' }
        @{ Parameter = 'ThrottleLimit'; Value = 0 }
    ) {
        $given = @{ $Parameter = $Value }
        $seen = Watch-Command { $prod | Export-DmsReport "$TestDrive/x.html" @given }
        $seen.Errors[0].FullyQualifiedErrorId | Should -BeLike 'ParameterArgument*,HuaweiDms.PowerShell.ExportDmsReport'
    }
}
