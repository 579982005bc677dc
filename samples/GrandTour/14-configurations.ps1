# Configurations as files

# All that makes the shop what it is, in a file that goes under review.
Get-DmsInstance kafka-shop | Export-DmsConfiguration shop.json
(Get-Content shop.json | Select-Object -First 20) -join "`n"

# At night somebody repairs something by hand ...
Get-DmsInstance kafka-shop | Set-DmsTopic orders -RetentionHours 24 -Force
Get-DmsInstance kafka-shop | Set-DmsInstance -RetentionPolicy produce_reject

# ... which shows in the morning ...
Get-DmsInstance kafka-shop | Compare-DmsConfiguration shop.json

# ... and is put right. -WhatIf is the plan.
Get-DmsInstance kafka-shop | Import-DmsConfiguration shop.json -WhatIf
Get-DmsInstance kafka-shop | Import-DmsConfiguration shop.json
