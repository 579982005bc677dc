# Smart Connect

# Orders are to be kept for years, outside of Kafka. Nodes that copy cost money by the hour.
$shop = Get-DmsInstance kafka-shop
$shop | Enable-DmsSmartConnect -WhatIf
$shop | Enable-DmsSmartConnect -Force -Wait

# To a bucket, in files of five minutes.
$bucket = New-Login ACCESSKEYOFTHEBUCKET
$shop | New-DmsSmartConnectTask orders-archive -Topic orders -ObsBucketName shop-archive -ObsPath orders -ObsCredential $bucket -Wait

# To another instance, under another name there; not before somebody starts it.
$shop | New-DmsSmartConnectTask parcels-copy -Topic parcels -Direction push -PeerInstanceId (Get-DmsInstance kafka-analytics) -TopicMapping @{ parcels = 'shop-parcels' } -StartLater
$shop | Get-DmsSmartConnectTask

# It is started.
$shop | Get-DmsSmartConnectTask -Status WAITING | Start-DmsSmartConnectTask -Wait -PassThru

# The other side is worked on. What runs pauses, and only that goes on afterwards.
$running = $shop | Get-DmsSmartConnectTask -Status RUNNING
$running | Suspend-DmsSmartConnectTask -Wait -PassThru
$running | Resume-DmsSmartConnectTask -Wait -PassThru

# One has copied the wrong thing and begins again from the beginning.
$shop | Restart-DmsSmartConnectTask ($running | Where-Object Name -EQ parcels-copy).TaskId -WhatIf
$running | Where-Object Name -EQ parcels-copy | Restart-DmsSmartConnectTask -Force -Wait -PassThru

# Older scripts know dump tasks, which are the same by their old name.
$prod = Get-DmsInstance kafka-prod
$prod | New-DmsSinkTask payments-dump -Topic payments -ObsBucketName kafka-archive -ObsCredential $bucket
$prod | Get-DmsSinkTask
$prod | Get-DmsSinkTask payments-dump -Detailed | Select-Object -ExpandProperty Progress
Get-DmsInstance kafka-analytics | Set-DmsSinkTaskQuota 12 -PassThru
$prod | Get-DmsSinkTask payments-dump | Remove-DmsSinkTask -WhatIf
$prod | Get-DmsSinkTask payments-dump | Remove-DmsSinkTask -Force

# When all is copied, tasks go first and then the nodes.
$shop | Get-DmsSmartConnectTask | Remove-DmsSmartConnectTask -WhatIf
$shop | Get-DmsSmartConnectTask | Remove-DmsSmartConnectTask -Force -Wait
$shop | Disable-DmsSmartConnect -Force -Wait

# Nodes that are paid for by the year are not turned off but ordered to end: the retired form of the same command.
$analytics = Get-DmsInstance kafka-analytics
$analytics | Get-DmsSmartConnectTask | Remove-DmsSmartConnectTask -Force -Wait
$analytics | Disable-DmsSmartConnect -Order -WhatIf
$analytics | Disable-DmsSmartConnect -Order -Force
