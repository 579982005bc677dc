# It grows

# Christmas is coming. What can the instance become?
$shop = Get-DmsInstance kafka-shop
$shop | Get-DmsResizeOption

# Two brokers more. The rules are held against the instance before anything is sent.
$shop | Resize-DmsInstance -BrokerCount 5 -WhatIf
$shop | Resize-DmsInstance -BrokerCount 5 -Force -Wait

# New brokers have nothing to do until partitions move to them. How long will that take?
$shop | Measure-DmsPartitionReassignment orders -Broker 0, 1, 2, 3, 4

# It is done, slowly enough that nobody notices.
$shop | Start-DmsPartitionReassignment orders -Broker 0, 1, 2, 3, 4 -ThrottleMBps 50 -WhatIf
$shop | Start-DmsPartitionReassignment orders -Broker 0, 1, 2, 3, 4 -ThrottleMBps 50 -Wait

# Broker 1 is to rest. Everything on it goes to the others, and what is answered knows the way back.
$moved = $shop | Start-DmsPartitionReassignment -ExcludeBroker 1 -Wait
($shop | Get-DmsCluster -Detailed).Brokers
$shop | Start-DmsPartitionReassignment -Plan $moved.Previous -Wait

# One partition by hand: the first broker leads.
$shop | Set-DmsTopicReplica orders -Partition 0 -Broker 4, 3, 0 -Wait -PassThru
$shop | Get-DmsTopicReplica orders -Partition 0

# The kernel is due. It could wait for the night with -At.
$shop | Update-DmsInstance -WhatIf
$shop | Update-DmsInstance -Force -Wait
