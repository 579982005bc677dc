# A look inside

# Is the cluster itself well?
$prod = Get-DmsInstance kafka-prod
$prod | Get-DmsCluster

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
