# Brokers, disks, reports

# Do all running instances pass their checks? Use the same command for monitoring; a check that could not be made has not passed.
Get-DmsInstance -Status RUNNING | Test-DmsInstance | Where-Object Passed -NE $true

# Is the cluster healthy?
$prod = Get-DmsInstance kafka-prod
$prod | Get-DmsCluster

# A broker goes down. Other brokers take over as leaders, and partitions are missing a replica. Clients can continue.
$prod | Stop-DmsEmulatorBroker 1
$down = $prod | Get-DmsCluster -Detailed
$down
$down.NonPreferredLeaderPartitions | Select-Object -First 3

# The broker comes back. It must catch up before it leads partitions again.
$prod | Start-DmsEmulatorBroker 1

# Which broker coordinates which consumer group?
$prod | Get-DmsCoordinator

# How many more topics and replicas are allowed?
$prod | Get-DmsInstanceLimit

# Which disks of all instances are the fullest? Which topics use the space?
Get-DmsInstance -Status RUNNING | Get-DmsDiskUsage | Sort-Object UsedPercent -Descending | Select-Object -First 3
$prod | Get-DmsDiskUsage -ByTopic

# List the metrics of Cloud Eye, for dashboards.
($prod | Get-DmsMetricHierarchy).Dimensions | Select-Object Name, Metrics

# Set a new password for Kafka Manager and restart it. This affects only its web page, not the brokers.
$prod | Reset-DmsManagerPassword -NewPassword (New-Login manager).Password
$prod | Restart-DmsManager

# Disable Kafka Manager on the test instances to reduce the attack surface. You cannot enable it again, so check first.
Get-DmsInstance kafka-test-0* | Disable-DmsManager -WhatIf
Get-DmsInstance kafka-test-0* | Disable-DmsManager -Force -PassThru | Format-Table Name, ManagerAddress

# Write all of this to one self-contained HTML page with charts, for the weekly review.
Get-DmsInstance kafka-prod* | Export-DmsReport report.html -Sample 00:00:01
