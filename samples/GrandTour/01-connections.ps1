# Connections

# The service in miniature, on a loopback port: real HTTP, real signatures, and a clock that runs a thousand times faster.
$emulator = Start-DmsEmulator -Speed 1000
$emulator

# A connection has a name. Connecting prints nothing; -PassThru shows the connection, without a secret.
$place = @{ Endpoint = $emulator.Endpoint; IamEndpoint = $emulator.Endpoint }
$keys = @{ AccessKey = $emulator.AccessKey; SecretKey = $emulator.SecretKey; ProjectId = $emulator.ProjectId }
Connect-Dms @place @keys -Name shop -PassThru

# The same as an IAM user with a password: a token is fetched, and the project is found by the name of the region.
Connect-Dms emulator @place -IamCredential (New-Login $emulator.UserName $emulator.Password) -DomainName $emulator.DomainName -Name by-token

# Both are open now. Commands use the current one, which is the latest.
Get-DmsContext

# Back to the first one.
Select-DmsContext shop

# Any command takes -Context with one connection or several. What comes out knows where it is from.
Get-DmsInstance kafka-prod* -Context shop, by-token | Format-Table Context, Name, Status

# A connection that is not needed is closed, and its secrets are wiped.
Disconnect-Dms by-token

# Which projects are there for this key?
Get-DmsProject

# What has no command of its own is one call away, signed as all the others.
(Invoke-DmsApi '/v2/{project_id}/instances' -Query @{ engine = 'kafka'; status = 'FROZEN' }).instances | Format-List name, status, order_id
