# A look inside

# Is everything as it should be, of all that runs? A monitor asks the same, and takes for wrong what could not be found out, too.
Get-DmsInstance -Status RUNNING | Test-DmsInstance | Where-Object Passed -NE $true

# Is the cluster itself well?
$prod = Get-DmsInstance kafka-prod
$prod | Get-DmsCluster

# A broker goes down. Others lead in its place, and every partition lacks a replica; nobody notices but whoever looks.
$prod | Stop-DmsEmulatorBroker 1
$down = $prod | Get-DmsCluster -Detailed
$down
$down.MisledPartitions | Select-Object -First 3

# It comes back, and has to catch up before it leads again.
$prod | Start-DmsEmulatorBroker 1

# Which broker looks after which group?
$prod | Get-DmsCoordinator

# Is there room for more topics, and for more copies?
$prod | Get-DmsInstanceLimit

# Which disks are the fullest, of all there are? And what fills them here?
Get-DmsInstance -Status RUNNING | Get-DmsDiskUsage | Sort-Object UsedPercent -Descending | Select-Object -First 3
$prod | Get-DmsDiskUsage -ByTopic

# What Cloud Eye measures, for whoever draws the dashboards.
($prod | Get-DmsMetricHierarchy).Dimensions | Select-Object Name, Metrics

# The page of Kafka Manager hangs, and nobody knows its password. It is a page only; the brokers are not touched.
$prod | Reset-DmsManagerPassword -NewPassword (New-Login manager).Password
$prod | Restart-DmsManager

# Nobody uses that of the test instances, and what is off has no holes. There is no way back, so one looks first.
Get-DmsInstance kafka-test-0* | Disable-DmsManager -WhatIf
Get-DmsInstance kafka-test-0* | Disable-DmsManager -Force -PassThru | Format-Table Name, ManagerAddress

# All of this for the weekly review: one page with charts that needs nothing but itself.
Get-DmsInstance kafka-prod* | Export-DmsReport report.html -Sample 00:00:01
