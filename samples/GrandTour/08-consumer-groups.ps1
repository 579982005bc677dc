# Consumer groups

# Packing reads the orders. Groups come to be when somebody reads; here they do not, because of the setting made above.
$shop = Get-DmsInstance kafka-shop
$shop | New-DmsConsumerGroup packing, statistics, trial-1, trial-2
$shop | Set-DmsConsumerGroup packing -Description 'Packs parcels' -PassThru

# Two consumers, as the emulator has them: they share the partitions, read, and commit. They are slow, as the clock is fast.
1..2 | ForEach-Object { $shop | Start-DmsEmulatorConsumer packing -Topic orders -FromBeginning -MessagesPerSecond 0.006 }
$shop | Get-DmsConsumerGroup

# Who reads what?
$shop | Get-DmsConsumerGroupMember packing

# Do they keep up? A second look after a moment tells which way it goes.
$shop | Get-DmsConsumerLag packing -Summary -Sample 00:00:01

# How long has the next message been waiting, partition by partition?
$shop | Get-DmsConsumerLag packing -Age

# The same as a view in the terminal that goes on until q is pressed, as top has it; or, as here, after two looks.
$shop | Show-DmsConsumerLag -Count 2 -Interval 00:00:01

# One of the two falls over. Its partitions go to the other one.
$shop | Stop-DmsEmulatorConsumer packing -ClientId packing-1
$shop | Get-DmsConsumerGroupMember packing

# How far is the group, topic by topic, and partition by partition? And who else reads orders?
$shop | Get-DmsConsumerGroupTopic packing
$shop | Get-DmsConsumerOffset packing
$shop | Get-DmsConsumerGroup -Topic orders

# Half of the parcels had the wrong label, so everything is packed again. A group that is being read is left alone: the error
# names its members, and nothing is sent. (This error is shown on purpose.)
$shop | Reset-DmsConsumerOffset packing -ToEarliest -Force -ErrorAction SilentlyContinue -ErrorVariable failed
"$failed"

# Consumers first, then. The plan tells of each partition where it stands and where it goes, and is kept for review ...
$shop | Stop-DmsEmulatorConsumer packing
$shop | Reset-DmsConsumerOffset packing -ToEarliest -WhatIf | Export-Csv plan.csv -NoTypeInformation -Encoding UTF8

# ... and carried out as it was agreed upon.
Reset-DmsConsumerOffset -FromFile plan.csv -Force

# Nobody counts at night any more, and the trials are over.
$shop | Remove-DmsConsumerGroup statistics -WhatIf
$shop | Remove-DmsConsumerGroup statistics -Force
$shop | Get-DmsConsumerGroup trial-* | Remove-DmsConsumerGroup -Force
