# Messages

# One message. Those of one key go to one partition, and stay in order.
$shop = Get-DmsInstance kafka-shop
$shop | Send-DmsMessage orders -Value '{ "order": 4711, "item": "teapot" }' -Key customer-7

# Many: objects become JSON, and each brings its own key along.
1..30 | ForEach-Object { [pscustomobject]@{ Value = @{ order = 5000 + $_ } | ConvertTo-Json -Compress; Key = "customer-$_" } } |
    Send-DmsMessage orders -InstanceId $shop | Select-Object -Last 1

# The latest ones, the first ones of a partition, and one that somebody asks about.
$shop | Get-DmsMessage orders -First 3
$shop | Get-DmsMessage orders -Partition 0 -Ascending -First 2
$found = $shop | Get-DmsMessage orders -Keyword teapot
$found

# The same by its place, which came along with it.
$found | Get-DmsMessage | Format-List Topic, Partition, Offset, Key, Value, SizeBytes

# How far back does each partition go?
$shop | Get-DmsPartitionOffset orders

# The teapot was a joke. Messages are deleted from the beginning of a partition on, so one looks how many that would be.
$shop | Clear-DmsTopicMessage orders -Partition $found.Partition -BeforeOffset ($found.Offset + 1) -WhatIf
$shop | Clear-DmsTopicMessage orders -Partition $found.Partition -BeforeOffset ($found.Offset + 1) -Force
