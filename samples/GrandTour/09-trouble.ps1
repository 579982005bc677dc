# It breaks

# Two requests in a row are refused by a service that is too busy. Reading is repeated, and one notices nothing but the time.
$emulator | Add-DmsEmulatorFault -Action Status -StatusCode 503 -Method GET -Limit 2
Get-DmsInstance kafka-shop
$emulator.Requests | Select-Object -Last 3 | Format-Table Method, Operation, StatusCode, Fault

# The answer to a change is lost on the way. It is not sent twice: it is looked up whether it came about, and it did.
$emulator | Add-DmsEmulatorFault -Action Reset -Method POST -Path */topics -AfterProcessing -Limit 1
Get-DmsInstance kafka-shop | New-DmsTopic returns
$emulator.Requests | Select-Object -Last 3 | Format-Table Method, Operation, StatusCode, Fault

# The emulator says what it is up to, and is well again when the faults are gone.
$emulator.Faults.Clear()
Get-DmsEmulator
