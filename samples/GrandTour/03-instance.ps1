# Order an instance

# Describe the order as a hashtable of parameters. The network is that of an existing instance.
$like = Get-DmsInstance kafka-dev
$order = @{
    EngineVersion    = '2.7'
    ProductId        = 'c6.2u4g.cluster'
    BrokerCount      = 3
    StorageSpaceGB   = 300
    StorageSpecCode  = 'dms.physical.storage.ultra.v2'
    VpcId            = $like.VpcId
    SubnetId         = $like.SubnetId
    SecurityGroupId  = $like.SecurityGroupId
    AvailabilityZone = Get-DmsAvailabilityZone -Available | Select-Object -First 3
    SecurityProtocol = 'SASL_SSL'
    AccessCredential = New-Login shop-owner
    Tag              = @{ env = 'shop' }
}

# An instance costs money from the first hour, so check the order first. With -WhatIf, no request that changes something is sent.
New-DmsInstance kafka-shop @order -WhatIf

# Order it. -Force skips the confirmation prompt, as in a runbook; -Wait returns when the instance is RUNNING.
New-DmsInstance kafka-shop @order -Force -Wait

# Change it. Objects carry what the next command needs; -PassThru shows the result.
Get-DmsInstance kafka-shop | Set-DmsInstance -Description 'Messages of the shop' -MaintenanceBegin 22:00 -MaintenanceEnd 02:00 -PassThru |
    Format-List Name, Status, Description, MaintenanceBegin, MaintenanceEnd, SecurityProtocol

# Add tags, for example to say who is on call.
Get-DmsInstance kafka-shop | Add-DmsTag -Tag @{ team = 'shop'; 'on-call' = 'nobody' } -PassThru

# Find instances by tag. Which tags are in use in the project?
Get-DmsInstance -Tag @{ team = 'shop' }
Get-DmsTag

# Remove a tag that is not useful.
Get-DmsInstance kafka-shop | Remove-DmsTag on-call
Get-DmsInstance kafka-shop | Get-DmsTag

# How many cores does the instance have? The instance supplies its product.
Get-DmsInstance kafka-shop | Get-DmsProductCore

# Without -Wait, a restart returns immediately. You can do something else, and wait later.
Get-DmsInstance kafka-shop | Restart-DmsInstance -Force
Get-DmsInstance kafka-shop | Wait-DmsInstance
