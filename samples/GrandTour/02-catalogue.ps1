# What is offered

# The shop needs three zones. One of those here is sold out, so -Available leaves it out.
Get-DmsAvailabilityZone
(Get-DmsAvailabilityZone -Available).Name -join ', '

# Which product has room for 600 partitions on three brokers? Limits are numbers, so they compare and sort as such.
Get-DmsProduct
Get-DmsProduct | Where-Object { 3 * $_.MaxPartitionsPerBroker -ge 600 } | Sort-Object MaxPartitionsPerBroker | Select-Object -First 1 -ExpandProperty ProductId

# When may the service work on it? The reference of Kafka names no time zone; that of DCS says UTC of the same windows.
Get-DmsMaintenanceWindow
