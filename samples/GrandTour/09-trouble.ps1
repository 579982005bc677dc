# Failures

# The service is too busy and refuses two requests in a row. The module retries reads, so the command only takes longer.
$emulator | Add-DmsEmulatorFault -Action Status -StatusCode 503 -Method GET -Limit 2
Get-DmsInstance kafka-shop
$emulator.Requests | Select-Object -Last 3 | Format-Table Method, Operation, StatusCode, Fault

# The response to a change is lost. The module does not send the change again; it checks whether the topic was created, and it was.
$emulator | Add-DmsEmulatorFault -Action Reset -Method POST -Path */topics -AfterProcessing -Limit 1
Get-DmsInstance kafka-shop | New-DmsTopic returns
$emulator.Requests | Select-Object -Last 3 | Format-Table Method, Operation, StatusCode, Fault

# Remove the faults. The emulator reports its state.
$emulator.Faults.Clear()
Get-DmsEmulator
