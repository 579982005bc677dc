# Configure the instance

# List settings with their current and allowed values.
$shop = Get-DmsInstance kafka-shop
$shop | Get-DmsInstanceConfig *retention*, num.partitions

# An invalid value is refused before anything is sent; the error says which values are allowed. (This error is shown on purpose.)
$shop | Set-DmsInstanceConfig -Name log.retention.hours -Value 999 -ErrorAction SilentlyContinue -ErrorVariable failed
"$failed"

# Change two settings with one request. A shorter retention deletes messages, so the command prompts without -Force. The result shows
# which setting requires a restart ...
$changed = $shop | Set-DmsInstanceConfig -Config @{ 'log.retention.hours' = 66; 'auto.create.groups.enable' = $false } -Wait -Force
$changed

# ... and you can pipe it to the restart.
$changed | Where-Object RequiresRestart | Restart-DmsInstance -Force -Wait

# Automatic topic creation: convenient for experiments, but a typo creates a topic. Disable it for production.
$shop | Enable-DmsAutoTopic -Wait -PassThru | Format-Table Name, AutoTopicEnabled
$shop | Disable-DmsAutoTopic -Wait -PassThru | Format-Table Name, AutoTopicEnabled

# Enable access without encryption inside the private network ...
$shop | Enable-DmsAccessMode -AccessMode PrivatePlain -Wait

# ... and disable it again. This disconnects clients, so check with -WhatIf first.
$shop | Disable-DmsAccessMode -AccessMode PrivatePlain -WhatIf
$shop | Disable-DmsAccessMode -AccessMode PrivatePlain -Force -Wait

# Give the first broker another address for access from another VPC. The other brokers keep theirs.
$shop | Set-DmsCrossVpcAddress @{ $shop.CrossVpcAddresses[0].ListenerIp = '10.1.0.4' }
(Get-DmsInstance kafka-shop).CrossVpcAddresses

# The owner's password was posted in a chat, so set a new one.
$shop | Reset-DmsInstancePassword -Credential (New-Login shop-owner) -Force

# The background tasks of the instance show what has been done so far.
$shop | Get-DmsTask

# Wait for a task that is running, no matter who started it.
$shop | Set-DmsInstance -RetentionPolicy time_base
$shop | Get-DmsTask change* -First 1 | Wait-DmsTask

# After you have read them, delete the records of failed tasks.
Get-DmsInstance kafka-prod | Get-DmsTask -Status FAILED | Remove-DmsTask -WhatIf
Get-DmsInstance kafka-prod | Get-DmsTask -Status FAILED | Remove-DmsTask
