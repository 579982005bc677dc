# Configurations as files

# Export the configuration of the instance to a file that you can keep under review.
Get-DmsInstance kafka-shop | Export-DmsConfiguration shop.json
(Get-Content shop.json | Select-Object -First 20) -join "`n"

# At night, someone makes changes by hand ...
Get-DmsInstance kafka-shop | Set-DmsTopic orders -RetentionHours 24 -Force
Get-DmsInstance kafka-shop | Set-DmsInstance -RetentionPolicy produce_reject

# ... the comparison shows them in the morning ...
Get-DmsInstance kafka-shop | Compare-DmsConfiguration shop.json

# ... and the import reverts them. -WhatIf shows the plan.
Get-DmsInstance kafka-shop | Import-DmsConfiguration shop.json -WhatIf
Get-DmsInstance kafka-shop | Import-DmsConfiguration shop.json
