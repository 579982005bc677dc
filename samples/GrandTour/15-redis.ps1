# Redis

# Old sessions fill one of the caches beside it. It is emptied, after a look at which one that is.
$caches = $emulator.DcsInstances
$caches | Where-Object Name -EQ redis-session | Clear-DcsInstance -WhatIf
$caches | Where-Object Name -EQ redis-session | Clear-DcsInstance -Force

# The one for tests sleeps over the weekend. Stopping takes a moment ...
$caches | Where-Object Name -EQ redis-test | Stop-DcsInstance -Force
do { Start-Sleep -Milliseconds 100 } until (($emulator.DcsInstances | Where-Object Name -EQ redis-test).Status -eq 'STOPPED')

# ... and on Monday it is woken up.
$caches | Where-Object Name -EQ redis-test | Start-DcsInstance

# The others are restarted, the processes only: one request for both.
$caches | Where-Object Name -In redis-prod, redis-legacy | Restart-DcsInstance -Soft -WhatIf
$caches | Where-Object Name -In redis-prod, redis-legacy | Restart-DcsInstance -Soft -Force
