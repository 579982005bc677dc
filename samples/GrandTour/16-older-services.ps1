# Older services

# For a service that supports only v1.0 of the API, set -ApiVersion when you connect. The commands stay the same.
Connect-Dms @place @keys -ApiVersion V1 -Name older

# List the products of v1.0. Their limits apply to the whole instance.
Get-DmsProduct
Get-DmsAvailabilityZone -Available | Select-Object Name, ZoneId
Get-DmsMaintenanceWindow | Where-Object IsDefault

# Order an instance by its bandwidth, with a login for Kafka Manager. The command refuses values for which v1.0 has no field,
# instead of ignoring them; the rest of the order is the same.
$order['ProductId'] = '00300-30308-0--0'
$order['StorageSpaceGB'] = 600
$order['StorageSpecCode'] = 'dms.physical.storage.ultra'
'BrokerCount', 'SecurityProtocol' | ForEach-Object { $order.Remove($_) }
New-DmsInstance kafka-old @order -Specification 100MB -ManagerCredential (New-Login manager) -Force -Wait

# List, rename and restart it like any other instance.
Get-DmsInstance
Get-DmsInstance kafka-old | Set-DmsInstance -NewName kafka-older -PassThru | Format-List Name, Status, Specification
$old = Get-DmsInstance kafka-older
$old | Restart-DmsInstance -Force -Wait

# Create and delete topics.
$old | New-DmsTopic letters, telegrams -PartitionCount 3 -Wait
$old | Get-DmsTopic tele* | Remove-DmsTopic -Force
$old | Get-DmsTopic

# Delete the instance, and close the connection.
$old | Remove-DmsInstance -Force -Wait
Disconnect-Dms older

# Other gateways support v2, but not its newest paths. Here, six of these paths are disabled, each for one request ...
Select-DmsContext shop
$unknown = @{ Action = 'Status'; StatusCode = 404; ErrorCode = 'APIGW.0101'; Limit = 1 }
'/v2/*/instances/*', '*/management/groups/*', '*/messages' | ForEach-Object { $emulator | Add-DmsEmulatorFault @unknown -Method GET -Path $_ } | Out-Null
'*/topics', '*/groups/packing', '*/reset-message-offset' | ForEach-Object { $emulator | Add-DmsEmulatorFault @unknown -Method PUT -Path $_ } | Out-Null

# ... and the commands use other operations instead, some of them retired. The results are the same.
$shop = Get-DmsInstance -InstanceId (Get-DmsInstance kafka-shop).InstanceId
$shop | Set-DmsTopic parcels -PartitionCount 6 -PassThru
$shop | Set-DmsConsumerGroup packing -Description 'Packs parcels, at last' -PassThru
$shop | Reset-DmsConsumerOffset packing -ToLatest -Force | Select-Object -First 1
$shop | Get-DmsMessage orders -Partition 0 -Offset 0
$emulator.Requests | Where-Object StatusCode -EQ 404 | Format-Table Method, Operation, StatusCode
