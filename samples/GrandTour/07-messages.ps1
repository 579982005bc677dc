# Messages

# Send one message. Messages with the same key go to the same partition and stay in order.
$shop = Get-DmsInstance kafka-shop
$shop | Send-DmsMessage orders -Value '{ "order": 4711, "item": "teapot" }' -Key customer-7

# Send many messages: convert objects to JSON, each with its own key.
1..30 | ForEach-Object { [pscustomobject]@{ Value = @{ order = 5000 + $_ } | ConvertTo-Json -Compress; Key = "customer-$_" } } |
    Send-DmsMessage orders -InstanceId $shop | Select-Object -Last 1

# Read the latest messages, the first ones of a partition, and those that contain a keyword.
$shop | Get-DmsMessage orders -First 3
$shop | Get-DmsMessage orders -Partition 0 -Ascending -First 2
$found = $shop | Get-DmsMessage orders -Keyword teapot
$found

# Read the same message again: the object has its topic, partition and offset.
$found | Get-DmsMessage | Format-List Topic, Partition, Offset, Key, Value, SizeBytes

# How far back does each partition go?
$shop | Get-DmsPartitionOffset orders

# Delete the message about the teapot. This deletes all earlier messages of the partition as well, so check how many with -WhatIf.
$shop | Clear-DmsTopicMessage orders -Partition $found.Partition -BeforeOffset ($found.Offset + 1) -WhatIf
$shop | Clear-DmsTopicMessage orders -Partition $found.Partition -BeforeOffset ($found.Offset + 1) -Force
