# Who may do what

# Three users: one who writes, two who read. In real use their passwords come from a vault.
$shop = Get-DmsInstance kafka-shop
$shop | New-DmsUser (New-Login till) -Description 'Writes orders'
$shop | New-DmsUser (New-Login packing) -Description 'Reads orders'
$shop | New-DmsUser (New-Login trial)

# What is there, and what it is for. An empty description would clear it.
$shop | Set-DmsUser packing -Description 'Reads orders, packs parcels' -PassThru

# Passwords change now and then.
$shop | Get-DmsUser packing | Reset-DmsUserPassword -NewPassword (New-Login packing).Password -Force

# Nobody knows any more what that one was for.
$shop | Get-DmsUser | Where-Object { -not $_.Description } | Remove-DmsUser -WhatIf
$shop | Remove-DmsUser trial -Force
$shop | Get-DmsUser

# A till that runs wild must not take everything: a limit in bytes a second, for each broker.
$shop | New-DmsClientQuota till -ProducerByteRate 1MB -Wait
$shop | Set-DmsClientQuota till -ProducerByteRate 2MB -Wait

# And one for all who have none of their own.
$shop | New-DmsClientQuota -DefaultUser -ConsumerByteRate 10MB -Wait
$shop | Get-DmsClientQuota

# That one was too strict.
$shop | Get-DmsClientQuota -DefaultUser | Remove-DmsClientQuota -WhatIf
$shop | Get-DmsClientQuota -DefaultUser | Remove-DmsClientQuota -Wait
