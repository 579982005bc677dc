# Topics

# Which topics there are to be stands in a file, under review; here it is written first. -IfNotExists makes it repeatable.
Set-Content topics.csv 'Name,PartitionCount,RetentionHours,Description', 'orders,6,72,What was ordered', 'parcels,3,24,What was packed', 'notes,3,24,'
$shop = Get-DmsInstance kafka-shop
Import-Csv topics.csv | New-DmsTopic -InstanceId $shop -IfNotExists -Wait

# Orders are kept for a week, and notes too. Both changes are one request.
$shop | Get-DmsTopic orders, notes | Set-DmsTopic -RetentionHours 168 -WhatIf
$shop | Get-DmsTopic orders, notes | Set-DmsTopic -RetentionHours 168 -PassThru

# Until now everybody may do everything. From now on the till writes orders, and packing reads them. Without -Merge the list is
# replaced, and -WhatIf says who would lose what.
$shop | Set-DmsTopicAccessPolicy orders -UserName till -Access Publish -Wait
$shop | Set-DmsTopicAccessPolicy orders -UserName packing -Access Subscribe -WhatIf
$shop | Set-DmsTopicAccessPolicy orders -UserName packing -Access Subscribe -Merge -Wait
$shop | Get-DmsTopicAccessPolicy orders

# Where is it all? Partitions with their offsets ...
$shop | Get-DmsTopic orders | Get-DmsTopicPartition

# ... and the brokers they are on, the leader first.
$shop | Get-DmsTopicReplica orders

# What topics hold, who reads them, and what they grow to before anything is deleted.
Get-DmsInstance kafka-prod | Get-DmsTopic -Detailed

# Who writes to it? Nobody, yet; there are producers in production.
$shop | Get-DmsTopicProducer orders
Get-DmsInstance kafka-prod | Get-DmsTopicProducer orders

# Nobody writes notes, so the topic goes.
$shop | Get-DmsTopic notes | Remove-DmsTopic -WhatIf
$shop | Remove-DmsTopic notes -Force
$shop | Get-DmsTopic
