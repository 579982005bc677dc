# Why is there a lag?

# Which consumer groups have the largest lag?
$prod = Get-DmsInstance kafka-prod
$prod | Get-DmsConsumerLag -Summary | Sort-Object Lag -Descending

# Can the service diagnose the first of them? The check says that the group has no members, and what to do.
$prod | Test-DmsDiagnosis reporting -Topic clicks
$prod | Test-DmsDiagnosis reporting -Topic clicks | Where-Object Passed -EQ $false | Format-List Name, Message, Remedy

# Diagnose a group that reads slowly. The report covers each partition.
$report = $prod | Start-DmsDiagnosis billing -Topic orders -Wait
$report

# Reports are kept until you delete them.
$prod | Get-DmsDiagnosis
$prod | Get-DmsDiagnosis -Status finished | Remove-DmsDiagnosis -WhatIf
$prod | Get-DmsDiagnosis -Status finished | Remove-DmsDiagnosis -Force
