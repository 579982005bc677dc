# Older services

# Where only v1.0 of the API is spoken, -ApiVersion says so once, and the commands stay the same.
Connect-Dms @place @keys -ApiVersion V1 -Name older

# What was on offer then: products with limits for the whole instance.
Get-DmsProduct
Get-DmsAvailabilityZone -Available | Select-Object Name, ZoneId
Get-DmsMaintenanceWindow | Where-Object IsDefault

# An instance is ordered by its bandwidth, and with a login for its Kafka Manager. What v1.0 has no field for would be refused,
# not left out in silence; the rest of the order is the same.
$order['ProductId'] = '00300-30308-0--0'
$order['StorageSpaceGB'] = 600
$order['StorageSpecCode'] = 'dms.physical.storage.ultra'
'BrokerCount', 'SecurityProtocol' | ForEach-Object { $order.Remove($_) }
New-DmsInstance kafka-old @order -Specification 100MB -ManagerCredential (New-Login manager) -Force -Wait

# It is found, changed and restarted as any other.
Get-DmsInstance
Get-DmsInstance kafka-old | Set-DmsInstance -NewName kafka-older -PassThru | Format-List Name, Status, Specification
$old = Get-DmsInstance kafka-older
$old | Restart-DmsInstance -Force -Wait

# Topics come and go.
$old | New-DmsTopic letters, telegrams -PartitionCount 3 -Wait
$old | Get-DmsTopic tele* | Remove-DmsTopic -Force
$old | Get-DmsTopic

# And so do instances.
$old | Remove-DmsInstance -Force -Wait
Disconnect-Dms older

# Other gateways speak v2, but do not know its latest paths. Six of them are taken away here, each for one request ...
Select-DmsContext shop
$unknown = @{ Action = 'Status'; StatusCode = 404; ErrorCode = 'APIGW.0101'; Limit = 1 }
'/v2/*/instances/*', '*/management/groups/*', '*/messages' | ForEach-Object { $emulator | Add-DmsEmulatorFault @unknown -Method GET -Path $_ } | Out-Null
'*/topics', '*/groups/packing', '*/reset-message-offset' | ForEach-Object { $emulator | Add-DmsEmulatorFault @unknown -Method PUT -Path $_ } | Out-Null

# ... and the commands take the other ways there are, some of them retired. Nobody notices.
$shop = Get-DmsInstance -InstanceId (Get-DmsInstance kafka-shop).InstanceId
$shop | Set-DmsTopic parcels -PartitionCount 6 -PassThru
$shop | Set-DmsConsumerGroup packing -Description 'Packs parcels, at last' -PassThru
$shop | Reset-DmsConsumerOffset packing -ToLatest -Force | Select-Object -First 1
$shop | Get-DmsMessage orders -Partition 0 -Offset 0
$emulator.Requests | Where-Object StatusCode -EQ 404 | Format-Table Method, Operation, StatusCode
