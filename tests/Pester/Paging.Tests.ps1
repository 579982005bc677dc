BeforeDiscovery {
    # Every command that has -First, with several instances, topics, groups, connections or records.
    $Listings = [ordered]@{
        'Get-DmsInstance'            = { Get-DmsInstance -Context test, other @args }
        'Get-DmsInstance *p*, exact' = { Get-DmsInstance kafka-dev, *p*, kafka-prod -Context test, other @args }
        'Get-DmsInstance by id'      = { $all | Get-DmsInstance @args }
        'Get-DmsInstanceConfig'      = { $all | Get-DmsInstanceConfig log* @args }
        'Get-DmsTopic'               = { $all | Get-DmsTopic @args }
        'Get-DmsTopic by name'       = { Get-DmsTopic orders, p* $all @args }
        'Get-DmsTopic -Detailed'     = { $all | Get-DmsTopic -Detailed @args }
        'Get-DmsTopicPartition'      = { $all[0] | Get-DmsTopic p*, orders | Get-DmsTopicPartition @args }
        'Get-DmsTopicReplica'        = { Get-DmsTopicReplica orders, payments $all[0] @args }
        'Get-DmsTopicProducer'       = { $all[0] | Get-DmsTopic | Get-DmsTopicProducer @args }
        'Get-DmsTopicAccessPolicy'   = { $all[0] | Get-DmsTopic | Get-DmsTopicAccessPolicy @args }
        'Get-DmsConsumerGroup'       = { $all | Get-DmsConsumerGroup @args }
        'Get-DmsConsumerGroup -Detailed' = { $all | Get-DmsConsumerGroup -Detailed @args }
        'Get-DmsConsumerGroupMember' = { $all | Get-DmsConsumerGroupMember @args }
        'Get-DmsConsumerGroupTopic'  = { $all | Get-DmsConsumerGroupTopic @args }
        'Get-DmsConsumerOffset'      = { $all | Get-DmsConsumerOffset @args }
        'Get-DmsUser'                = { $sasl | Get-DmsUser @args }
        'Get-DmsUser by name'        = { $sasl | Get-DmsUser *ing, app* @args }
        'Get-DmsClientQuota'         = { $all | Get-DmsClientQuota @args }
        'Get-DmsTask'                = { $all | Get-DmsTask @args }
        'Get-DmsTask by id'          = { $tasks | Get-DmsTask @args }
        'Get-DmsSmartConnectTask'    = { $all | Get-DmsSmartConnectTask @args }
        'Get-DmsSmartConnectTask by id' = { Get-DmsSmartConnectTask -TaskId $connect.TaskId -InstanceId $all[0].InstanceId @args }
        'Get-DmsSinkTask'            = { $all | Get-DmsSinkTask @args }
        'Get-DmsSinkTask by id'      = { $dumps | Get-DmsSinkTask @args }
        'Get-DmsDiagnosis'           = { $all | Get-DmsDiagnosis @args }
        'Get-DmsDiagnosis by id'     = { $reports | Get-DmsDiagnosis @args }
        'Get-DmsMessage'             = { Get-DmsMessage orders, payments $all[0] -Start $month -NoContent @args }
        'Get-DmsMessage by keyword'  = { Get-DmsMessage orders, payments $all[0] -Start $month -Keyword e @args }
        'Get-DmsMessage by offset'   = { Get-DmsMessage orders, payments $all[0] -Partition 0 -Offset 0 @args }
    }
    $Cases = foreach ($name in $Listings.Keys) { @{ Name = $name; List = $Listings[$name] } }
}

BeforeAll {
    . $PSScriptRoot/Common.ps1
    $service = Start-TestEmulator -Speed $Instant
    Connect-TestEmulator $service -Name other
    Connect-TestEmulator $service
    $all = Get-DmsInstance kafka-prod, kafka-staging, kafka-dev
    $sasl = $all | Where-Object SaslEnabled
    $month = [DateTimeOffset]::UtcNow.AddDays(-30)
    $tasks = $all | Get-DmsTask
    $connect = $all[0] | Get-DmsSmartConnectTask
    $dumps = $all | Get-DmsSinkTask
    1..12 | ForEach-Object { New-DmsClientQuota -ClientId "c$_" -ProducerByteRate 1MB -InstanceId $all[0].InstanceId -Wait -Confirm:$false | Out-Null }
    foreach ($topic in 'orders', 'payments') { $all[0..1] | Start-DmsDiagnosis billing -Topic $topic -Wait | Out-Null }
    $reports = $all | Get-DmsDiagnosis
    function Get-Key($Objects) { $Objects | ForEach-Object { "$($_.Context) $($_.InstanceId) $($_.ConsumerGroup) $($_.ReportId) $($_.TaskId) $_" } }
}

AfterAll { Stop-TestEmulator }

Describe 'Paging' {
    It 'applies to everything that <Name> emits, and the total is emitted once' -ForEach $Cases {
        # Messages at an offset are those from the offset onwards as soon as paging is requested.
        $whole = @(Get-Key (& $List -Skip 0 -First 1000000))
        $whole.Count | Should -BeGreaterThan 1
        @(Get-Key (& $List -First 1)) | Should -Be $whole[0]
        @(Get-Key (& $List -Skip 1 -First 2)) | Should -Be $whole[1..2]
        @(Get-Key (& $List -Skip ($whole.Count - 1))) | Should -Be $whole[-1]
        & $List -First 0 | Should -BeNullOrEmpty
        $total, $first, $rest = & $List -IncludeTotalCount -First 1
        $total | Should -BeOfType ulong
        if ($total.Accuracy -eq 1) { $total | Should -Be $whole.Count }
        Get-Key $first | Should -Be $whole[0]
        $rest | Should -BeNullOrEmpty
        @(& $List -IncludeTotalCount -First 0) | Should -HaveCount 1
    }

    It 'counts the total for a single list: <Name>' -ForEach @(
        @{ Name = 'Get-DmsInstance'; List = { Get-DmsInstance @args } }
        @{ Name = 'Get-DmsTopic'; List = { $all[0] | Get-DmsTopic @args } }
        @{ Name = 'Get-DmsUser'; List = { $all[0] | Get-DmsUser @args } }
        @{ Name = 'Get-DmsTask'; List = { $all[0] | Get-DmsTask @args } }
        @{ Name = 'Get-DmsConsumerGroupTopic'; List = { $all[0] | Get-DmsConsumerGroupTopic billing @args } }
        @{ Name = 'Get-DmsMessage'; List = { $all[0] | Get-DmsMessage orders -Partition 0 -Start $month -NoContent @args } }
    ) {
        $total = & $List -IncludeTotalCount -First 0
        $total.Accuracy | Should -Be 1
        $total | Should -Be @(& $List).Count
    }

    It 'sends no more requests than necessary' {
        (Measure-Request $service { $all | Get-DmsTopic -First 2 }).Count | Should -Be 1
        (Measure-Request $service { $all | Get-DmsTopic -First 0 -IncludeTotalCount }).Count | Should -Be 0
        (Measure-Request $service { Get-DmsInstance -InstanceId $all -First 1 }).Count | Should -Be 1
        (Measure-Request $service { Get-DmsUser app-user, billing, nobody, r* $all[0] -ErrorAction Ignore }).Count | Should -Be 1
    }
}

Describe 'An exact name' {
    It 'is not reported as missing if its page was not read' {
        $seen = Watch-Command { Get-DmsClientQuota -ClientId c1, c12 -InstanceId $all[0] -First 1 }
        $seen.Errors | Should -BeNullOrEmpty
        $seen.Output.ClientId | Should -Be c1
        @(Get-DmsClientQuota -ClientId c1, c12 -InstanceId $all[0]).ClientId | Should -Be c1, c12
    }

    It 'that several items have finds all of them, on every page' {
        1..25 | ForEach-Object { $null = New-DmsClientQuota busy -ClientId "b$_" -ProducerByteRate 1MB -InstanceId $all[2].InstanceId -Wait }
        @(Get-DmsClientQuota busy $all[2]).ClientId | Should -Be (1..25 | ForEach-Object { "b$_" })
        @(Get-DmsClientQuota busy $all[2] -Skip 22).ClientId | Should -Be b23, b24, b25
    }

    It 'is reported as missing until -First is satisfied: <_>' -ForEach 'Get-DmsInstance', 'Get-DmsTopic' {
        $command = $_
        $there, $where = if ($command -eq 'Get-DmsTopic') { 'orders', @{ InstanceId = $all[0] } } else { 'kafka-prod', @{} }
        (Watch-Command { & $command $there, nosuch @where -First 1 }).Errors | Should -BeNullOrEmpty
        (Watch-Command { & $command $there, nosuch @where -First 2 }).Errors | Should -HaveCount 1
    }

    It 'that also matches a pattern is emitted once: <_>' -ForEach 'Get-DmsInstance', 'Get-DmsTopic' {
        $command = $_
        $there, $pattern, $where = if ($command -eq 'Get-DmsTopic') { 'orders', 'ord*', @{ InstanceId = $all[0] } } else { 'kafka-prod', 'kafka-p*', @{} }
        @(& $command $there, $pattern @where | Where-Object Name -EQ $there) | Should -HaveCount 1
    }
}
