# It is taken down

# Its name says which instance is meant, and -WhatIf that it is no other. Then it is deleted, with all that is in it.
Get-DmsInstance kafka-shop | Remove-DmsInstance -WhatIf
Get-DmsInstance kafka-shop | Remove-DmsInstance -Force -Wait

# Creations that have failed stay until they are removed. One request, and they are gone.
Get-DmsInstance *poc* -IncludeFailed
Remove-DmsInstance -AllFailed -WhatIf
Remove-DmsInstance -AllFailed -Force

# What was it all? The emulator keeps a log of the requests, and the tour has come by every operation there is.
$emulator.Requests | Group-Object Changing -NoElement
($emulator.Requests | Where-Object StatusCode -LT 300 | Select-Object Operation -Unique | Measure-Object).Count

# Whoever tests with the emulator begins each test anew: sample data, no faults, an empty log.
$emulator | Reset-DmsEmulator
(Get-DmsInstance | Measure-Object).Count

# The connection is closed, the emulator stopped. Get-Help tells the rest of each command.
Disconnect-Dms shop
Stop-DmsEmulator $emulator
