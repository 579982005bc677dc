# An instance is ordered

# What is to be ordered, as a table of parameters; the network is that of an instance that exists.
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

# It costs money from the first hour on, so one looks first. With -WhatIf nothing is sent that changes anything.
New-DmsInstance kafka-shop @order -WhatIf

# -Force leaves the question out, as runbooks do; -Wait comes back when it is RUNNING.
New-DmsInstance kafka-shop @order -Force -Wait

# Objects carry what the next command needs. -PassThru shows what became of the change.
Get-DmsInstance kafka-shop | Set-DmsInstance -Description 'Messages of the shop' -MaintenanceBegin 22:00 -MaintenanceEnd 02:00 -PassThru |
    Format-List Name, Status, Description, MaintenanceBegin, MaintenanceEnd, SecurityProtocol

# A tag says whom to call at night.
Get-DmsInstance kafka-shop | Add-DmsTag -Tag @{ team = 'shop'; 'on-call' = 'nobody' } -PassThru

# With tags one finds again what belongs together. Which ones are in use, all in all?
Get-DmsInstance -Tag @{ team = 'shop' }
Get-DmsTag

# A tag that helps nobody goes.
Get-DmsInstance kafka-shop | Remove-DmsTag on-call
Get-DmsInstance kafka-shop | Get-DmsTag

# How many cores is that? The product comes along with the instance.
Get-DmsInstance kafka-shop | Get-DmsProductCore

# A restart without -Wait comes back at once, and something else can be done until it is waited for.
Get-DmsInstance kafka-shop | Restart-DmsInstance -Force
Get-DmsInstance kafka-shop | Wait-DmsInstance
