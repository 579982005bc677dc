# A call of any command with whatever it cannot do without, so that suites can run all commands there are, those included
# that nobody has thought of yet. Dot-source it after Common.ps1; it looks for $service, $instance and $secret when a call is made.

# What fits a parameter of that name, in any command.
$Fitting = $Ordinary + @{
    InstanceId = { $instance.InstanceId }
    ProjectId  = { $service.ProjectId }
    AccessKey  = { $service.AccessKey }
    Endpoint   = { $service.Endpoint }
    Region     = { $service.Region }
    Name       = { "any-$(Get-Random)" }
    TaskId     = { 'ff80808170e0ad3b0170e0f2c1d40001' }
    UserName   = { 'any-user' }
    Topic      = { 'orders' }
    AllFailed  = { $true }
    AccessMode = { 'PublicPlain' }
    Path       = { '/v2/{project_id}/instances?engine=kafka' }
}

# What else a command, or one of its parameters, needs to come as far as the service.
$Needed = @{
    'New-DmsInstance'                    = @{ BrokerCount = 3 }
    'New-DmsInstance -ManagerCredential' = @{ Specification = '100MB'; StorageSpaceGB = 600; StorageSpecCode = 'dms.physical.storage.ultra' }
    'New-DmsClientQuota'                 = @{ UserName = 'any-user'; ProducerByteRate = 1MB }
    'Set-DmsClientQuota'                 = @{ UserName = 'any-user'; ProducerByteRate = 1MB }
    'Remove-DmsClientQuota'              = @{ UserName = 'any-user' }
    'Set-DmsInstance'                    = @{ Description = 'any' }
    'Set-DmsInstanceConfig -Config'      = @{ Config = @{ 'log.retention.hours' = 66 } }
    'Set-DmsInstanceConfig -Name'        = @{ Name = 'log.retention.hours'; Value = 66 }
    'Connect-Dms'                        = @{ Endpoint = { $service.Endpoint }; ProjectId = { $service.ProjectId }; RetryCount = 0 }
    'Connect-Dms -ProxyCredential'       = @{ Proxy = 'http://127.0.0.1:9' }
    'Compare-DmsConfiguration'           = @{ Configuration = @{ Topics = @() } }
    'Import-DmsConfiguration'            = @{ InstanceId = { (Get-DmsInstance kafka-prod).InstanceId }; Configuration = @{ Users = @(@{ UserName = 'any-user' }) } }
    'New-DmsSinkTask'                    = @{ ConnectorId = { (Get-DmsInstance kafka-prod).ConnectorId }; Topic = 'payments' }
    'New-DmsSmartConnectTask'            = @{ InstanceId = { (Get-DmsInstance kafka-prod).InstanceId }; Topic = 'payments' }
    'New-DmsSmartConnectTask -PeerCredential'      = @{ BootstrapServer = '10.1.0.4:9093'; SaslMechanism = 'PLAIN' }
    'New-DmsSmartConnectTask -SourceRedisPassword' = @{ SourceRedisAddress = '10.1.0.4:6379'; SinkRedisAddress = '10.1.0.5:6379' }
    'New-DmsSmartConnectTask -SinkRedisPassword'   = @{ SourceRedisAddress = '10.1.0.4:6379'; SinkRedisAddress = '10.1.0.5:6379' }
}
foreach ($command in Get-Command -Module HuaweiDms -Noun Dcs*) {
    $Needed[$command.Name] = @{ InstanceId = { $service.DcsInstances[0].InstanceId } }
}

function Get-Fitting($Parameter) {
    $value = $Fitting[$Parameter.Name]
    if ($value -is [scriptblock]) { return & $value }
    if ($null -ne $value) { return $value }
    $allowed = $Parameter.Attributes.Where{ $_ -is [System.Management.Automation.ValidateSetAttribute] }.ValidValues
    switch -Regex ($Parameter.ParameterType) {
        { $allowed } { return @($allowed)[0] }
        'SecureString' { return New-Secure $secret }
        'PSCredential' { return New-Login any-user $secret }
        'Switch|Boolean' { return $true }
        'Int|Double|Decimal' { return 3 }
        'Dictionary|Hashtable' { return @{ any = 'a' } }
        'TimeSpan' { return [timespan] '01:00' }
        'DateTime' { return [datetimeoffset]::Now.AddHours(1) }
    }
    'any'
}

# The parameters of a call: what the set demands, the one asked for, and what is needed besides. Nobody is asked.
function New-Call {
    param([Parameter(Mandatory)] [string] $Command, [string] $Parameter, [string] $Set = '__AllParameterSets')
    $about = Get-Command $Command
    $demanded = $about.ParameterSets.Where{ $_.Name -eq $Set -or $Set -eq '__AllParameterSets' }[0].Parameters.Where{ $_.IsMandatory -or $_.Name -eq $Parameter }.Name
    $given = @{}
    foreach ($name in $demanded) { $given[$name] = Get-Fitting $about.Parameters[$name] }
    foreach ($key in @($Command) + @($demanded).ForEach{ "$Command -$_" }) {
        foreach ($more in @($Needed[$key]).Where{ $_ }) {
            foreach ($name in $more.Keys) { $given[$name] = if ($more[$name] -is [scriptblock]) { & $more[$name] } else { $more[$name] } }
        }
    }
    # A wait outlives failures in passing, so it is given little time.
    if ($about.Verb -eq 'Wait') { $given['Timeout'] = [timespan] '00:00:00.3' }
    if ($about.Parameters.ContainsKey('Force')) { $given['Force'] = $true }
    elseif ($about.Parameters.ContainsKey('Confirm')) { $given['Confirm'] = $false }
    $given
}
