# Clean up

# Check with -WhatIf that the name selects the right instance. Then delete it with everything in it.
Get-DmsInstance kafka-shop | Remove-DmsInstance -WhatIf
Get-DmsInstance kafka-shop | Remove-DmsInstance -Force -Wait

# Instances whose creation failed stay until you delete them. One request deletes all of them.
Get-DmsInstance *poc* -IncludeFailed
Remove-DmsInstance -AllFailed -WhatIf
Remove-DmsInstance -AllFailed -Force

# How many requests was that? The emulator keeps a log, and the tour has used every operation of the API.
$emulator.Requests | Group-Object Changing -NoElement
($emulator.Requests | Where-Object StatusCode -LT 300 | Select-Object Operation -Unique | Measure-Object).Count

# For tests, reset the emulator before each test: sample data, no faults, an empty log.
$emulator | Reset-DmsEmulator
(Get-DmsInstance | Measure-Object).Count

# Close the connection and stop the emulator. For details of each command, use Get-Help.
Disconnect-Dms shop
Stop-DmsEmulator $emulator
