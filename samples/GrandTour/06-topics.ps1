# Topics

# Create topics from a file that is kept under review (here it is written first). With -IfNotExists, you can repeat the step.
Set-Content topics.csv 'Name,PartitionCount,RetentionHours,Description', 'orders,6,72,Customer orders', 'parcels,3,24,Packed parcels', 'notes,3,24,'
$shop = Get-DmsInstance kafka-shop
Import-Csv topics.csv | New-DmsTopic -InstanceId $shop -IfNotExists -Wait

# Keep orders and notes for a week. Both changes are one request.
$shop | Get-DmsTopic orders, notes | Set-DmsTopic -RetentionHours 168 -WhatIf
$shop | Get-DmsTopic orders, notes | Set-DmsTopic -RetentionHours 168 -PassThru

# So far, every user may do everything. From now on, till writes orders and packing reads them. The first permission locks out all
# other users, so the command prompts without -Force. Without -Merge, it replaces the whole list; -WhatIf shows who would lose which
# permission.
$shop | Set-DmsTopicAccessPolicy orders -UserName till -Access Publish -Wait -Force
$shop | Set-DmsTopicAccessPolicy orders -UserName packing -Access Subscribe -WhatIf
$shop | Set-DmsTopicAccessPolicy orders -UserName packing -Access Subscribe -Merge -Wait
$shop | Get-DmsTopicAccessPolicy orders

# List the partitions with their offsets ...
$shop | Get-DmsTopic orders | Get-DmsTopicPartition

# ... and the brokers with their replicas, the leader first.
$shop | Get-DmsTopicReplica orders

# Show what topics contain, which groups read them, and how large they grow before retention deletes messages.
Get-DmsInstance kafka-prod | Get-DmsTopic -Detailed

# Which producers write to a topic? None yet in the shop; kafka-prod has some.
$shop | Get-DmsTopicProducer orders
Get-DmsInstance kafka-prod | Get-DmsTopicProducer orders

# Delete the topic notes, because nobody writes to it.
$shop | Get-DmsTopic notes | Remove-DmsTopic -WhatIf
$shop | Remove-DmsTopic notes -Force
$shop | Get-DmsTopic
