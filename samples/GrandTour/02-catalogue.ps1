# Zones and products

# The shop needs three availability zones. One zone is sold out; -Available excludes it.
Get-DmsAvailabilityZone
(Get-DmsAvailabilityZone -Available).Name -join ', '

# Which product supports 600 partitions on three brokers? Limits are numbers, so you can compare and sort them.
Get-DmsProduct
Get-DmsProduct | Where-Object { 3 * $_.MaxPartitionsPerBroker -ge 600 } | Sort-Object MaxPartitionsPerBroker | Select-Object -First 1 -ExpandProperty ProductId

# When may the service do maintenance? The Kafka reference does not name a time zone; the DCS reference says UTC for the same windows.
Get-DmsMaintenanceWindow
