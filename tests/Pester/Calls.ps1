# Builds a call of any command with the arguments it requires, so that suites can run all commands, including future ones.
# Dot-source it after Common.ps1; it uses $service, $instance and $secret when a call is made. BeforeDiscovery needs only the lists.

# The commands that send nothing to the service: those of connections and emulators. All others must reach it when they are called.
$SendNothing = @(
    'Connect-Dms', 'Disconnect-Dms', 'Get-DmsContext', 'Select-DmsContext'
    'Get-DmsEmulator', 'Start-DmsEmulator', 'Stop-DmsEmulator', 'Reset-DmsEmulator', 'Add-DmsEmulatorFault'
    'Start-DmsEmulatorBroker', 'Stop-DmsEmulatorBroker', 'Start-DmsEmulatorConsumer', 'Stop-DmsEmulatorConsumer'
)

# A valid value for a parameter of this name, in any command.
$ValidValue = $Ordinary + @{
    InstanceId    = { $instance.InstanceId }
    ProjectId     = { $service.ProjectId }
    AccessKey     = { $service.AccessKey }
    Endpoint      = { $service.Endpoint }
    Region        = { $service.Region }
    Name          = { "any-$(Get-Random)" }
    TaskId        = { 'ff80808170e0ad3b0170e0f2c1d40001' }
    ReportId      = { '8a2c259182ab0e9d0182ab1882560009' }
    ToDateTime    = { [datetimeoffset]::Now.AddHours(-1) }
    UserName      = { 'any-user' }
    Topic         = { 'orders' }
    AllFailed     = { $true }
    AccessMode    = { 'PublicPlain' }
    Path          = { '/v2/{project_id}/instances?engine=kafka' }
    ConnectorId   = { '55b78880-9077-4c74-ad5a-6868555f76a4' }
    ConsumerGroup = { 'any-group' }
    Broker        = { 0, 1 }
    ExcludeBroker = { 0 }
    Partition     = { 0 }
    Access        = { 'All' }
    Plan          = { New-File plan.csv 'Topic,Partition,Broker', 'orders,0,"0,1"' }
    FromFile      = { New-OffsetPlan }
}

# What else a command, one of its parameters or one of its parameter sets needs to reach the service; null marks what it cannot be
# combined with.
$Needed = @{
    'New-DmsInstance'                    = @{ BrokerCount = 3 }
    'New-DmsInstance -ManagerCredential' = @{ Specification = '100MB'; StorageSpaceGB = 600; StorageSpecCode = 'dms.physical.storage.ultra' }
    'New-DmsClientQuota'                 = @{ UserName = 'any-user'; ProducerByteRate = 1MB }
    'Set-DmsClientQuota'                 = @{ UserName = 'any-user'; ProducerByteRate = 1MB }
    'Remove-DmsClientQuota'              = @{ UserName = 'any-user' }
    'Set-DmsInstance'                    = @{ Description = 'any' }
    'Set-DmsTopic'                       = @{ RetentionHours = 5 }
    'Set-DmsUser'                        = @{ Description = 'any' }
    'New-DmsSmartConnectTask -Direction' = @{ PeerInstanceId = { $instance.InstanceId } }
    'New-DmsSmartConnectTask -SyncMode'  = @{ SourceRedisAddress = '192.168.0.4:6379'; SinkRedisAddress = '192.168.0.5:6379' }
    'Set-DmsInstanceConfig -Config'      = @{ Config = @{ 'log.retention.hours' = 66 } }
    'Set-DmsInstanceConfig -Name'        = @{ Name = 'log.retention.hours'; Value = 66 }
    'Connect-Dms'                        = @{ Endpoint = { $service.Endpoint }; ProjectId = { $service.ProjectId }; RetryCount = 0 }
    'Connect-Dms -ProxyCredential'       = @{ Proxy = 'http://127.0.0.1:9'; AccessKey = { $service.AccessKey }; SecretKey = { $service.SecretKey } }
    'Reset-DmsConsumerOffset (Plan)'     = @{ Plan = { Import-Csv (New-OffsetPlan) } }
    'Compare-DmsConfiguration'           = @{ Configuration = @{ Topics = @() } }
    'Import-DmsConfiguration'            = @{ InstanceId = { (Get-DmsInstance kafka-prod).InstanceId }; Configuration = @{ Users = @(@{ UserName = 'any-user' }) } }
    'Export-DmsReport'                   = @{ Path = { Join-Path $TestDrive "report-$(Get-Random).html" } }
    'Show-DmsConsumerLag'                = @{ Count = 1 }
    'New-DmsSinkTask'                    = @{ ConnectorId = { (Get-DmsInstance kafka-prod).ConnectorId }; Topic = 'payments' }
    'New-DmsSmartConnectTask'            = @{ InstanceId = { (Get-DmsInstance kafka-prod).InstanceId }; Topic = 'payments' }
    'New-DmsSmartConnectTask -PeerCredential'      = @{ PeerInstanceId = $null; BootstrapServer = '10.1.0.4:9093'; SaslMechanism = 'PLAIN' }
    'New-DmsSmartConnectTask -SourceRedisPassword' = @{ SourceRedisAddress = '10.1.0.4:6379'; SinkRedisAddress = '10.1.0.5:6379' }
    'New-DmsSmartConnectTask -SinkRedisPassword'   = @{ SourceRedisAddress = '10.1.0.4:6379'; SinkRedisAddress = '10.1.0.5:6379' }
}
foreach ($way in 'ToEarliest', 'ToLatest', 'ToOffset', 'ToDateTime', 'ByDuration', 'ShiftBy', 'ToCurrent') {
    $Needed["Reset-DmsConsumerOffset -$way"] = @{ ConsumerGroup = 'any-group'; InstanceId = { $instance.InstanceId } }
}
foreach ($command in Get-Command -Module HuaweiDms -Noun Dcs*) {
    $Needed[$command.Name] = @{ InstanceId = { $service.DcsInstances[0].InstanceId } }
}

function New-File([string] $Name, [string[]] $Line) {
    $path = Join-Path $TestDrive $Name
    Set-Content $path $Line
    $path
}

function New-OffsetPlan {
    New-File offsets.csv 'InstanceId,ConsumerGroup,Topic,Partition,CurrentOffset,TargetOffset', "$($instance.InstanceId),any-group,orders,0,1,0"
}

function Get-ValidValue($Parameter) {
    $value = $ValidValue[$Parameter.Name]
    if ($value -is [scriptblock]) { return & $value }
    if ($null -ne $value) { return $value }
    $allowed = $Parameter.Attributes.Where{ $_ -is [System.Management.Automation.ValidateSetAttribute] }.ValidValues
    switch -Regex ($Parameter.ParameterType) {
        { $allowed } { return @($allowed)[0] }
        'SecureString' { return New-Secure $secret }
        'PSCredential' { return New-Login any-user $secret }
        'Switch|Boolean' { return $true }
        'int|long|Double|Decimal|Number' { return 3 }
        'Dictionary|Hashtable' { return @{ any = 'a' } }
        'TimeSpan' { return [timespan] '01:00' }
        'DateTime' { return [datetimeoffset]::Now.AddHours(1) }
    }
    'any'
}

# The parameters of a call: those that the set requires, the requested one, and what else is needed. Nothing prompts.
function New-Call {
    param([Parameter(Mandatory)] [string] $Command, [string] $Parameter, [string] $Set = '__AllParameterSets')
    $info = Get-Command $Command
    $parameterSet = if ($Set -eq '__AllParameterSets') { $info.ParameterSets[0] } else { $info.ParameterSets | Where-Object Name -EQ $Set }
    $required = foreach ($one in $parameterSet.Parameters) { if ($one.IsMandatory -or $one.Name -eq $Parameter) { $one.Name } }
    $given = @{}
    foreach ($name in $required) { $given[$name] = Get-ValidValue $info.Parameters[$name] }
    $keys = foreach ($name in @($required) + $Parameter) { "$Command -$name" }
    foreach ($key in @($Command, "$Command ($Set)") + $keys) {
        if (-not $Needed.ContainsKey($key)) { continue }
        foreach ($name in $Needed[$key].Keys) {
            $value = $Needed[$key][$name]
            if ($value -is [scriptblock]) { $value = & $value }
            if ($null -eq $value) { $given.Remove($name) } else { $given[$name] = $value }
        }
    }
    # A wait survives transient failures, so its timeout is short.
    if ($info.Verb -eq 'Wait') { $given['Timeout'] = [timespan] '00:00:00.3' }
    if ($info.Parameters.ContainsKey('Force')) { $given['Force'] = $true }
    elseif ($info.Parameters.ContainsKey('Confirm')) { $given['Confirm'] = $false }
    $given
}
