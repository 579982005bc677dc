# Smart Connect

# Orders must be archived outside of Kafka. Enable Smart Connect; its nodes cost money by the hour.
$shop = Get-DmsInstance kafka-shop
$shop | Enable-DmsSmartConnect -WhatIf
$shop | Enable-DmsSmartConnect -Force -Wait

# Create a task that copies orders to an OBS bucket, one file every five minutes.
$bucket = New-Login ACCESSKEYOFTHEBUCKET
$shop | New-DmsSmartConnectTask orders-archive -Topic orders -ObsBucketName shop-archive -ObsPath orders -ObsCredential $bucket -Wait

# Create a task that copies parcels to another instance, to a topic with another name. Start it later.
$shop | New-DmsSmartConnectTask parcels-copy -Topic parcels -Direction push -PeerInstanceId (Get-DmsInstance kafka-analytics) -TopicMapping @{ parcels = 'shop-parcels' } -StartLater
$shop | Get-DmsSmartConnectTask

# Start it.
$shop | Get-DmsSmartConnectTask -Status WAITING | Start-DmsSmartConnectTask -Wait -PassThru

# Pause the running tasks during maintenance of the target, and resume only those afterwards.
$running = $shop | Get-DmsSmartConnectTask -Status RUNNING
$running | Suspend-DmsSmartConnectTask -Wait -PassThru
$running | Resume-DmsSmartConnectTask -Wait -PassThru

# Restart a task that copied the wrong data. It starts again from the beginning.
$shop | Restart-DmsSmartConnectTask ($running | Where-Object Name -EQ parcels-copy).TaskId -WhatIf
$running | Where-Object Name -EQ parcels-copy | Restart-DmsSmartConnectTask -Force -Wait -PassThru

# Older scripts use dump tasks, the older form of the same tasks.
$prod = Get-DmsInstance kafka-prod
$prod | New-DmsSinkTask payments-dump -Topic payments -ObsBucketName kafka-archive -ObsCredential $bucket
$prod | Get-DmsSinkTask
$prod | Get-DmsSinkTask payments-dump -Detailed | Select-Object -ExpandProperty Progress
Get-DmsInstance kafka-analytics | Set-DmsSinkTaskQuota 12 -PassThru
$prod | Get-DmsSinkTask payments-dump | Remove-DmsSinkTask -WhatIf
$prod | Get-DmsSinkTask payments-dump | Remove-DmsSinkTask -Force

# When everything is copied, delete the tasks, then disable Smart Connect.
$shop | Get-DmsSmartConnectTask | Remove-DmsSmartConnectTask -WhatIf
$shop | Get-DmsSmartConnectTask | Remove-DmsSmartConnectTask -Force -Wait
$shop | Disable-DmsSmartConnect -Force -Wait

# For nodes with a yearly subscription, disabling is an order: use the retired operation through -Order.
$analytics = Get-DmsInstance kafka-analytics
$analytics | Get-DmsSmartConnectTask | Remove-DmsSmartConnectTask -Force -Wait
$analytics | Disable-DmsSmartConnect -Order -WhatIf
$analytics | Disable-DmsSmartConnect -Order -Force
