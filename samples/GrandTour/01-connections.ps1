# Connections

# Start the emulator on a loopback port. It uses real HTTP and real signatures; operations finish a thousand times faster.
$emulator = Start-DmsEmulator -Speed 1000
$emulator

# Connect with an access key. Each connection has a name. -PassThru shows the connection, without secrets.
$place = @{ Endpoint = $emulator.Endpoint; IamEndpoint = $emulator.Endpoint }
$keys = @{ AccessKey = $emulator.AccessKey; SecretKey = $emulator.SecretKey; ProjectId = $emulator.ProjectId }
Connect-Dms @place @keys -Name shop -PassThru

# Connect as an IAM user with a password. The module requests a token, and finds the project by the name of the region.
Connect-Dms emulator @place -IamCredential (New-Login $emulator.UserName $emulator.Password) -DomainName $emulator.DomainName -Name by-token

# Both connections are open now. Commands use the current one, which is the latest.
Get-DmsContext

# Switch back to the first one.
Select-DmsContext shop

# -Context takes one or more connections. Each object in the output knows the connection it came from.
Get-DmsInstance kafka-prod* -Context shop, by-token | Format-Table Context, Name, Status

# Close a connection that is no longer needed. This also erases its secrets from memory.
Disconnect-Dms by-token

# Which projects can this key see?
Get-DmsProject

# For operations without a command, use Invoke-DmsApi. It signs the request like all others.
(Invoke-DmsApi '/v2/{project_id}/instances' -Query @{ engine = 'kafka'; status = 'FROZEN' }).instances | Format-List name, status, order_id
