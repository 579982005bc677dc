# Redis

# Old sessions fill one of the Redis caches. Check with -WhatIf that it is the right one, then delete its data.
$caches = $emulator.DcsInstances
$caches | Where-Object Name -EQ redis-session | Clear-DcsInstance -WhatIf
$caches | Where-Object Name -EQ redis-session | Clear-DcsInstance -Force

# Stop the test cache for the weekend. This takes a moment ...
$caches | Where-Object Name -EQ redis-test | Stop-DcsInstance -Force
do { Start-Sleep -Milliseconds 100 } until (($emulator.DcsInstances | Where-Object Name -EQ redis-test).Status -eq 'STOPPED')

# ... and start it on Monday.
$caches | Where-Object Name -EQ redis-test | Start-DcsInstance

# Restart only the processes of the other two caches, with one request for both.
$caches | Where-Object Name -In redis-prod, redis-legacy | Restart-DcsInstance -Soft -WhatIf
$caches | Where-Object Name -In redis-prod, redis-legacy | Restart-DcsInstance -Soft -Force
