# It is set up

# What can be set, and what is set.
$shop = Get-DmsInstance kafka-shop
$shop | Get-DmsInstanceConfig *retention*, num.partitions

# A value that is not taken is refused before anything is sent; the error names what is. (This error is shown on purpose.)
$shop | Set-DmsInstanceConfig -Name log.retention.hours -Value 999 -ErrorAction SilentlyContinue -ErrorVariable failed
"$failed"

# Two that are taken, with one request. What needs a restart says so ...
$changed = $shop | Set-DmsInstanceConfig -Config @{ 'log.retention.hours' = 66; 'auto.create.groups.enable' = $false } -Wait
$changed

# ... and goes on to the command that restarts it.
$changed | Where-Object RequiresRestart | Restart-DmsInstance -Force -Wait

# Topics that a typo creates: convenient while one tries things out, and turned off for production.
$shop | Enable-DmsAutoTopic -Wait -PassThru | Format-Table Name, AutoTopicEnabled
$shop | Disable-DmsAutoTopic -Wait -PassThru | Format-Table Name, AutoTopicEnabled

# Somebody asks for access without encryption within the network. It is given ...
$shop | Enable-DmsAccessMode -AccessMode PrivatePlain -Wait

# ... and taken away again. That cuts clients off, so one looks first.
$shop | Disable-DmsAccessMode -AccessMode PrivatePlain -WhatIf
$shop | Disable-DmsAccessMode -AccessMode PrivatePlain -Force -Wait

# Another network reaches the first broker under another address; the other brokers keep theirs.
$shop | Set-DmsCrossVpcAddress @{ $shop.CrossVpcAddresses[0].ListenerIp = '10.1.0.4' }
(Get-DmsInstance kafka-shop).CrossVpcAddresses

# The password of the owner was in a chat, so there is a new one.
$shop | Reset-DmsInstancePassword -Credential (New-Login shop-owner) -Force

# What has been done so far is in the records of the instance.
$shop | Get-DmsTask

# One that goes on can be waited for, whoever began it.
$shop | Set-DmsInstance -RetentionPolicy time_base
$shop | Get-DmsTask change* -First 1 | Wait-DmsTask

# Records of what went wrong are cleared away when they have been read.
Get-DmsInstance kafka-prod | Get-DmsTask -Status FAILED | Remove-DmsTask -WhatIf
Get-DmsInstance kafka-prod | Get-DmsTask -Status FAILED | Remove-DmsTask
