# Users and quotas

# Create three users: one to write orders, one to read them, and one for a trial. In real use, passwords come from a vault.
$shop = Get-DmsInstance kafka-shop
$shop | New-DmsUser (New-Login till) -Description 'Writes orders'
$shop | New-DmsUser (New-Login packing) -Description 'Reads orders'
$shop | New-DmsUser (New-Login trial)

# Change the description of a user. An empty description would clear it.
$shop | Set-DmsUser packing -Description 'Reads orders, packs parcels' -PassThru

# Set a new password.
$shop | Get-DmsUser packing | Reset-DmsUserPassword -NewPassword (New-Login packing).Password -Force

# Delete users that have no description.
$shop | Get-DmsUser | Where-Object { -not $_.Description } | Remove-DmsUser -WhatIf
$shop | Remove-DmsUser trial -Force
$shop | Get-DmsUser

# Limit a user, so that a faulty till cannot use up the instance: in bytes per second, for each broker.
$shop | New-DmsClientQuota till -ProducerByteRate 1MB -Wait
$shop | Set-DmsClientQuota till -ProducerByteRate 2MB -Wait

# Set a default quota for users without a quota of their own.
$shop | New-DmsClientQuota -DefaultUser -ConsumerByteRate 10MB -Wait
$shop | Get-DmsClientQuota

# Remove the default quota, because it was too strict.
$shop | Get-DmsClientQuota -DefaultUser | Remove-DmsClientQuota -WhatIf
$shop | Get-DmsClientQuota -DefaultUser | Remove-DmsClientQuota -Wait
