# Scale the instance

# Christmas is coming. To what can the instance be resized?
$shop = Get-DmsInstance kafka-shop
$shop | Get-DmsResizeOption

# Add two brokers. The command checks the rules for this instance before it sends anything.
$shop | Resize-DmsInstance -BrokerCount 5 -WhatIf
$shop | Resize-DmsInstance -BrokerCount 5 -Force -Wait

# New brokers have no partitions until you move some to them. How long will that take?
$shop | Measure-DmsPartitionReassignment orders -Broker 0, 1, 2, 3, 4

# Move the partitions, slowly enough that clients do not notice.
$shop | Start-DmsPartitionReassignment orders -Broker 0, 1, 2, 3, 4 -ThrottleMBps 50 -WhatIf
$shop | Start-DmsPartitionReassignment orders -Broker 0, 1, 2, 3, 4 -ThrottleMBps 50 -Wait

# Empty broker 1: all its replicas move to other brokers. The result contains the plan that reverses this.
$moved = $shop | Start-DmsPartitionReassignment -ExcludeBroker 1 -Wait
($shop | Get-DmsCluster -Detailed).Brokers
$shop | Start-DmsPartitionReassignment -Plan $moved.Previous -Wait

# Place the replicas of one partition. The first broker leads.
$shop | Set-DmsTopicReplica orders -Partition 0 -Broker 4, 3, 0 -Wait -PassThru
$shop | Get-DmsTopicReplica orders -Partition 0

# Upgrade the kernel. With -At, you could schedule this for the night.
$shop | Update-DmsInstance -WhatIf
$shop | Update-DmsInstance -Force -Wait
