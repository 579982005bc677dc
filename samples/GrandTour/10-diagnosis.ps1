# Why do messages wait?

# Who is behind, the worst first?
$prod = Get-DmsInstance kafka-prod
$prod | Get-DmsConsumerLag -Summary | Sort-Object Lag -Descending

# Can the service look into the first of them? It checks before it starts: nobody reads there, and it says what helps.
$prod | Test-DmsDiagnosis reporting -Topic clicks
$prod | Test-DmsDiagnosis reporting -Topic clicks | Where-Object Passed -EQ $false | Format-List Name, Message, Remedy

# A group that is read, slowly, is looked at closely. The report goes down to each partition.
$report = $prod | Start-DmsDiagnosis billing -Topic orders -Wait
$report

# Reports stay until they are removed.
$prod | Get-DmsDiagnosis
$prod | Get-DmsDiagnosis -Status finished | Remove-DmsDiagnosis -WhatIf
$prod | Get-DmsDiagnosis -Status finished | Remove-DmsDiagnosis -Force
