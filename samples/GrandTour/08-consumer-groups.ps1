# Consumer groups

# Create consumer groups. Groups are not created automatically here, because the setting auto.create.groups.enable is now false.
$shop = Get-DmsInstance kafka-shop
$shop | New-DmsConsumerGroup packing, statistics, trial-1, trial-2
$shop | Set-DmsConsumerGroup packing -Description 'Packs parcels' -PassThru

# Start two consumers of the emulator. They share the partitions, read, and commit. They are slow because time runs fast here.
1..2 | ForEach-Object { $shop | Start-DmsEmulatorConsumer packing -Topic orders -FromBeginning -MessagesPerSecond 0.006 }
$shop | Get-DmsConsumerGroup

# Which member reads which partitions?
$shop | Get-DmsConsumerGroupMember packing

# Do they keep up? With -Sample, the command measures twice and compares.
$shop | Get-DmsConsumerLag packing -Summary -Sample 00:00:01

# How long has the next message been waiting, partition by partition?
$shop | Get-DmsConsumerLag packing -Age

# Show the same as a live view in the terminal, until you press q, or as here after two updates.
$shop | Show-DmsConsumerLag -Count 2 -Interval 00:00:01

# One of the two consumers stops. The other one takes over its partitions.
$shop | Stop-DmsEmulatorConsumer packing -ClientId packing-1
$shop | Get-DmsConsumerGroupMember packing

# How far is the group, by topic and by partition? Which other groups read orders?
$shop | Get-DmsConsumerGroupTopic packing
$shop | Get-DmsConsumerOffset packing
$shop | Get-DmsConsumerGroup -Topic orders

# Half of the parcels had the wrong label, so packing must read all orders again. A group with members cannot be reset: the error
# names the members, and nothing is sent. (This error is shown on purpose.)
$shop | Reset-DmsConsumerOffset packing -ToEarliest -Force -ErrorAction SilentlyContinue -ErrorVariable failed
"$failed"

# Stop the consumers first. Then save the plan for review: it has the current and the target offset of each partition ...
$shop | Stop-DmsEmulatorConsumer packing
$shop | Reset-DmsConsumerOffset packing -ToEarliest -WhatIf | Export-Csv plan.csv -NoTypeInformation -Encoding UTF8

# ... and carry it out after the review.
Reset-DmsConsumerOffset -FromFile plan.csv -Force

# Delete the groups that nobody uses any more.
$shop | Remove-DmsConsumerGroup statistics -WhatIf
$shop | Remove-DmsConsumerGroup statistics -Force
$shop | Get-DmsConsumerGroup trial-* | Remove-DmsConsumerGroup -Force
