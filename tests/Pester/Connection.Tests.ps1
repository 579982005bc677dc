BeforeAll {
    . $PSScriptRoot/Common.ps1

    # Environment variables that the user who runs this may have set.
    $Variables = 'HUAWEICLOUD_SDK_AK', 'HUAWEICLOUD_SDK_SK', 'HUAWEICLOUD_SDK_SECURITY_TOKEN', 'HUAWEICLOUD_SDK_PROJECT_ID', 'CLOUD_SDK_AK', 'CLOUD_SDK_SK',
        'HW_ACCESS_KEY', 'HW_SECRET_KEY', 'HW_SECURITY_TOKEN', 'HW_PROJECT_NAME', 'HW_REGION_NAME', 'HUAWEICLOUD_SDK_CREDENTIALS_FILE', 'HUAWEICLOUD_SDK_IAM_ENDPOINT'

    # Replaces the environment while a script block runs.
    function Use-Environment([hashtable] $Values, [scriptblock] $Script) {
        $before = @{}
        foreach ($name in $Variables) {
            $before[$name] = [Environment]::GetEnvironmentVariable($name)
            [Environment]::SetEnvironmentVariable($name, $Values[$name])
        }
        try { & $Script } finally { foreach ($name in $Variables) { [Environment]::SetEnvironmentVariable($name, $before[$name]) } }
    }
}

Describe 'Connect-Dms -Emulator' {
    AfterEach { Stop-TestEmulator }

    It 'prints nothing, and is sufficient for all commands' {
        Connect-Dms -Emulator | Should -BeNullOrEmpty
        Get-DmsInstance | Should -HaveCount 10
    }

    It 'shows the connection with -PassThru, without secrets' {
        $context = Connect-Dms -Emulator -PassThru
        $context | Should -BeOfType HuaweiDms.PowerShell.DmsContext
        $context.Name | Should -Be 'emulator'
        $context.Region | Should -Be 'emulator'
        $context.ProjectId | Should -Match '^[0-9a-f]{32}$'
        $context.Endpoint | Should -Not -BeNullOrEmpty
        $context.IsEmulator | Should -BeTrue
        $context.IsCurrent | Should -BeTrue
        ($context | Format-List * -Force | Out-String) | Should -Not -Match (Get-DmsEmulator).SecretKey
    }

    It 'starts an emulator if none is running, and otherwise uses the running one' {
        Get-DmsEmulator | Should -BeNullOrEmpty
        Connect-Dms -Emulator
        Connect-Dms -Emulator -Name again
        Get-DmsEmulator | Should -HaveCount 1
        $service = Start-TestEmulator
        Connect-Dms -Emulator
        $null = Get-DmsInstance
        Get-Request $service | Should -HaveCount 1
    }

    It 'uses v1.0 if requested' {
        $service = Start-TestEmulator
        (Connect-Dms -Emulator -ApiVersion V1 -PassThru).ApiVersion | Should -Be 'V1'
        $null = Get-DmsInstance
        (Get-Request $service).Path | Should -BeLike '/v1.0/*'
    }
}

Describe 'Credentials of Connect-Dms' {
    BeforeAll { $service = Start-TestEmulator }
    BeforeEach { Reset-DmsEmulator $service }
    AfterEach { Get-DmsContext | Disconnect-Dms }
    AfterAll { Stop-TestEmulator }

    It 'accepts <Label>' -ForEach @(
        @{ Label = 'access key and secret key as text'; How = { @{ AccessKey = $service.AccessKey; SecretKey = $service.SecretKey } }; Kind = 'access key' }
        @{ Label = 'the secret key as SecureString'; How = { @{ AccessKey = $service.AccessKey; SecretKey = New-Secure $service.SecretKey } }; Kind = 'access key' }
        @{ Label = 'a PSCredential'; How = { @{ Credential = New-Login $service.AccessKey $service.SecretKey } }; Kind = 'access key' }
        @{ Label = 'temporary keys with their token'; How = { @{ AccessKey = $service.AccessKey; SecretKey = $service.SecretKey; SecurityToken = 'session-token' } }; Kind = 'temporary access key' }
        @{ Label = 'temporary keys as PSCredential'; How = { @{ Credential = New-Login $service.AccessKey $service.SecretKey; SecurityToken = New-Secure 'session-token' } }; Kind = 'temporary access key' }
        @{ Label = 'user and password of IAM'; How = { @{ IamCredential = New-Login $service.UserName $service.Password; DomainName = $service.DomainName } }; Kind = 'password' }
    ) {
        $who = & $How
        $context = Connect-Dms -Endpoint $service.Endpoint -ProjectId $service.ProjectId -Name who @who -PassThru
        $context.CredentialKind | Should -Be $Kind
        $context.CredentialSource | Should -Be 'parameters'
        $context.Identity | Should -Not -Be $service.AccessKey
        Get-DmsInstance | Should -HaveCount 10
    }

    It 'accepts an existing token' {
        $body = @{ auth = @{ identity = @{ methods = @('password'); password = @{ user = @{ name = $service.UserName; password = $service.Password; domain = @{ name = $service.DomainName } } } }; scope = @{ project = @{ id = $service.ProjectId } } } }
        $response = Invoke-WebRequest "$($service.Endpoint)v3/auth/tokens" -Method Post -Body ($body | ConvertTo-Json -Depth 9) -ContentType 'application/json'
        $token = "$($response.Headers['X-Subject-Token'])"
        (Connect-Dms -Endpoint $service.Endpoint -ProjectId $service.ProjectId -Token $token -PassThru).CredentialKind | Should -Be 'token'
        Get-DmsInstance | Should -HaveCount 10
    }

    It 'accepts a project as Get-DmsProject emits it, by id' {
        Connect-Dms -Endpoint $service.Endpoint -ProjectId $service.ProjectId -AccessKey $service.AccessKey -SecretKey $service.SecretKey
        $project = Get-DmsProject emulator_analytics
        (Connect-Dms -Endpoint $service.Endpoint -ProjectId $project -AccessKey $service.AccessKey -SecretKey $service.SecretKey -PassThru).ProjectId | Should -Be $project.ProjectId
    }

    It 'renews a refused token once' {
        Connect-Dms -Endpoint $service.Endpoint -ProjectId $service.ProjectId -IamCredential (New-Login $service.UserName $service.Password) -DomainName $service.DomainName
        Get-DmsInstance | Should -HaveCount 10
        Reset-DmsEmulator $service
        Get-DmsInstance | Should -HaveCount 10
        (Get-Request $service).StatusCode | Should -Be 401, 201, 200
    }

    It 'reads the environment: <Label>' -ForEach @(
        @{ Label = 'the SDK''s names'; Ak = 'HUAWEICLOUD_SDK_AK'; Sk = 'HUAWEICLOUD_SDK_SK'; More = @{} }
        @{ Label = 'the SDK''s names with a project'; Ak = 'HUAWEICLOUD_SDK_AK'; Sk = 'HUAWEICLOUD_SDK_SK'; Project = 'HUAWEICLOUD_SDK_PROJECT_ID' }
        @{ Label = 'the older names'; Ak = 'CLOUD_SDK_AK'; Sk = 'CLOUD_SDK_SK'; More = @{} }
        @{ Label = 'Terraform''s names'; Ak = 'HW_ACCESS_KEY'; Sk = 'HW_SECRET_KEY'; More = @{} }
    ) {
        $values = @{ $Ak = $service.AccessKey; $Sk = $service.SecretKey }
        $where = if ($Project) { $values[$Project] = $service.ProjectId; @{} } else { @{ ProjectId = $service.ProjectId } }
        Use-Environment $values {
            $context = Connect-Dms -FromEnvironment -Endpoint $service.Endpoint @where -PassThru
            $context.CredentialSource | Should -BeLike "*environment*$Ak*"
            $context.ProjectId | Should -Be $service.ProjectId
            Get-DmsInstance | Should -HaveCount 10
        }
    }

    It 'prefers the environment if no credential is given' {
        Use-Environment @{ HUAWEICLOUD_SDK_AK = $service.AccessKey; HUAWEICLOUD_SDK_SK = $service.SecretKey } {
            (Connect-Dms -Endpoint $service.Endpoint -ProjectId $service.ProjectId -PassThru).CredentialSource | Should -BeLike '*environment*'
        }
    }

    It 'names the missing half of a credential in the environment, and looks no further' {
        Use-Environment @{ HUAWEICLOUD_SDK_AK = 'half' } {
            $seen = Watch-Command { Connect-Dms cn-north-4 }
            Assert-Failure $seen.Errors -Id HuaweiDms.CredentialNotFound -From ConnectDms -Category AuthenticationError -Says 'HUAWEICLOUD_SDK_SK'
            "$($seen.Errors)" | Should -Not -BeLike '*Profile:*'
        }
    }

    It 'names a variable that the CI pipeline did not replace' {
        Use-Environment @{ HUAWEICLOUD_SDK_AK = 'AK'; HUAWEICLOUD_SDK_SK = 'SK'; HUAWEICLOUD_SDK_PROJECT_ID = '$(KAFKA_PROJECT)' } {
            $seen = Watch-Command { Connect-Dms cn-north-4 -FromEnvironment }
            Assert-Failure $seen.Errors -Id HuaweiDms.CredentialNotFound -From ConnectDms -Category AuthenticationError -Says HUAWEICLOUD_SDK_PROJECT_ID, 'no variable KAFKA_PROJECT'
        }
    }

    It 'refuses an invalid project id' {
        $seen = Watch-Command { Connect-Dms cn-north-4 -Credential (New-Login AK SK) -ProjectId 'my project/../x' }
        Assert-Failure $seen.Errors -Id HuaweiDms.InvalidArgument -From ConnectDms -Category InvalidArgument -Says ProjectId, 'my project/../x', digits
    }

    It 'reads a section of the credentials file: <Label>' -ForEach @(
        @{ Label = 'basic by default'; Named = @{}; Section = 'basic' }
        @{ Label = 'one by name'; Named = @{ ProfileName = 'ops' }; Section = 'ops' }
    ) {
        $file = Join-Path $TestDrive 'credentials'
        Set-Content $file "[basic]`nak = $($service.AccessKey)`nsk = $($service.SecretKey)`n[ops]`nak=$($service.AccessKey)`nsk=$($service.SecretKey)`nproject_id=$($service.ProjectId)"
        Use-Environment @{ HUAWEICLOUD_SDK_CREDENTIALS_FILE = $file } {
            $context = Connect-Dms @Named -Endpoint $service.Endpoint -ProjectId $service.ProjectId -PassThru
            $context.CredentialSource | Should -BeLike "*$Section*$file*"
            Get-DmsInstance | Should -HaveCount 10
        }
    }

    It 'reads the credentials file in the home folder' {
        $null = New-Item (Join-Path $TestDrive '.huaweicloud') -ItemType Directory
        Set-Content (Join-Path $TestDrive '.huaweicloud/credentials') "[basic]`nak = $($service.AccessKey)`nsk = $($service.SecretKey)"
        $away = @{ HOME = $TestDrive; USERPROFILE = $TestDrive }
        foreach ($name in $Variables) { $away[$name] = $null }
        $child = Invoke-Child -Environment $away "(Connect-Dms -Endpoint $($service.Endpoint) -ProjectId $($service.ProjectId) -PassThru).CredentialSource; @(Get-DmsInstance).Count"
        $child.Errors | Should -BeNullOrEmpty
        $child.Output | Should -BeLike '*basic*.huaweicloud*10'
    }

    It 'lists the existing sections if the named one does not exist' {
        $file = Join-Path $TestDrive 'others'
        Set-Content $file "[basic]`nak = a`nsk = b`n[ops]`nak = a`nsk = b"
        Use-Environment @{ HUAWEICLOUD_SDK_CREDENTIALS_FILE = $file } {
            $seen = Watch-Command { Connect-Dms -ProfileName prod -Region cn-north-4 }
            Assert-Failure $seen.Errors -Id HuaweiDms.CredentialNotFound -From ConnectDms -Category AuthenticationError -Says $file, 'prod', 'basic, ops'
        }
    }

    It 'advises only on the source that was searched: <Name>' -ForEach @(
        @{ Name = 'environment'; Given = @{ FromEnvironment = $true }; Says = 'HUAWEICLOUD_SDK_SK'; Not = 'section' }
        @{ Name = 'profile'; Given = @{ ProfileName = 'ops' }; Says = 'section [[]ops[]]'; Not = 'HUAWEICLOUD_SDK_SK' }
    ) {
        Use-Environment @{ HUAWEICLOUD_SDK_CREDENTIALS_FILE = (Join-Path $TestDrive none) } {
            $seen = Watch-Command { Connect-Dms cn-north-4 @Given }
            Assert-Failure $seen.Errors -Id HuaweiDms.CredentialNotFound -From ConnectDms -Category AuthenticationError
            "$($seen.Errors)" | Should -BeLike "*$Says*"
            "$($seen.Errors)" | Should -Not -BeLike "*$Not*"
        }
    }

    It 'names every source without a credential, and what to do' {
        Use-Environment @{} {
            $nowhere = @{ HOME = "$TestDrive/nobody"; USERPROFILE = "$TestDrive/nobody" }
            foreach ($name in $Variables) { $nowhere[$name] = $null }
            # Nothing listens there, and nothing leaves this machine.
            $nowhere.HUAWEIDMS_METADATA_ENDPOINT = 'http://127.0.0.1:9/'
            $child = Invoke-Child -Environment $nowhere 'try { Connect-Dms cn-north-4 } catch { $_.FullyQualifiedErrorId; "$_" }'
            $id, $text = $child.Output -split '\r?\n', 2
            $id | Should -Be 'HuaweiDms.CredentialNotFound,HuaweiDms.PowerShell.ConnectDms'
            foreach ($part in 'Environment:', 'HUAWEICLOUD_SDK_AK', 'HW_ACCESS_KEY', 'Profile:', '.huaweicloud', 'Metadata:', 'http://127.0.0.1:9/') { $text | Should -BeLike "*$part*" }
        }
    }

    It 'accepts only one kind of credential' {
        $seen = Watch-Command { Connect-Dms -Token x -AccessKey y -SecretKey z }
        $seen.Errors[0].FullyQualifiedErrorId | Should -Be 'AmbiguousParameterSet,HuaweiDms.PowerShell.ConnectDms'
    }

    It 'refuses <Label>, and does not repeat it' -ForEach @(
        @{ Label = 'a secret key that is empty'; More = @{ AccessKey = 'someone'; SecretKey = [securestring]::new() } }
        @{ Label = 'a token with a line break'; More = @{ Token = "canary`nvalue" } }
        @{ Label = 'an access key with a blank'; More = @{ AccessKey = 'canary value'; SecretKey = 'x' } }
    ) {
        $seen = Watch-Command { Connect-Dms -Endpoint $service.Endpoint -ProjectId $service.ProjectId -Name refused @More }
        Assert-Failure $seen.Errors -Id HuaweiDms.InvalidArgument -From ConnectDms -Category InvalidArgument
        "$($seen.Errors)" | Should -Not -BeLike '*canary*'
        Get-DmsContext | Should -BeNullOrEmpty
    }
}

Describe 'Endpoints of Connect-Dms' {
    BeforeAll { $service = Start-TestEmulator }
    BeforeEach { Reset-DmsEmulator $service }
    AfterEach { Get-DmsContext | Disconnect-Dms }
    AfterAll { Stop-TestEmulator }

    It 'looks up the project by the name of the region' {
        (Connect-Dms $service.Region -Endpoint $service.Endpoint -IamEndpoint $service.Endpoint -AccessKey $service.AccessKey -SecretKey $service.SecretKey -PassThru).ProjectId | Should -Be $service.ProjectId
        (Get-Request $service).Path | Should -BeLike '/v3/projects?*name=emulator*'
    }

    It 'requires the project if it cannot be looked up' {
        $seen = Watch-Command { Connect-Dms -Endpoint $service.Endpoint -AccessKey $service.AccessKey -SecretKey $service.SecretKey }
        Assert-Failure $seen.Errors -Id HuaweiDms.InvalidArgument -From ConnectDms -Category InvalidArgument -Says 'ProjectId', 'must be specified'
    }

    It 'lists the existing projects if none has the name of the region' {
        $seen = Watch-Command { Connect-Dms elsewhere -Endpoint $service.Endpoint -IamEndpoint $service.Endpoint -AccessKey $service.AccessKey -SecretKey $service.SecretKey }
        Assert-Failure $seen.Errors -Id HuaweiDms.ProjectNotFound -From ConnectDms -Category ObjectNotFound -Target elsewhere -Says "'elsewhere'", 'project id'
    }

    It 'requires the IAM endpoint of an unknown region, and sends the password nowhere else' {
        $seen = Watch-Command { Connect-Dms elsewhere -Endpoint $service.Endpoint -IamCredential (New-Login who 'Pa55-Canary') -DomainName d -Verbose }
        Assert-Failure $seen.Errors -Id HuaweiDms.EndpointMissing -From ConnectDms -Category InvalidArgument -Says "'elsewhere'", '-IamEndpoint', '-ProjectId'
        Get-Request $service | Should -BeNullOrEmpty
        Connect-Dms elsewhere -Endpoint $service.Endpoint -AccessKey $service.AccessKey -SecretKey $service.SecretKey -ProjectId $service.ProjectId
        @(Get-DmsInstance) | Should -HaveCount 10
        $seen = Watch-Command { Get-DmsProject }
        Assert-Failure $seen.Errors -Id HuaweiDms.EndpointMissing -From GetDmsProject -Category InvalidArgument -Says '-IamEndpoint'
    }

    It 'lists the known regions for an unknown one, suggests the nearest, and mentions -Endpoint' {
        $seen = Watch-Command { Connect-Dms cn-nort-4 -AccessKey a -SecretKey b }
        Assert-Failure $seen.Errors -Id HuaweiDms.UnknownRegion -From ConnectDms -Category InvalidArgument -Target cn-nort-4 -Says "'cn-nort-4'", 'ap-southeast-1', 'af-south-1', "'cn-north-4'", 'Endpoint'
        Get-DmsContext | Should -BeNullOrEmpty
    }

    It 'refuses plain HTTP to another machine before anything is sent' {
        $seen = Watch-Command { Connect-Dms -Endpoint http://dms.example.com -ProjectId $service.ProjectId -AccessKey a -SecretKey b }
        Assert-Failure $seen.Errors -Id HuaweiDms.InvalidArgument -From ConnectDms -Category InvalidArgument -Says 'http://dms.example.com', 'unencrypted', 'https'
    }

    It 'reports for an unreachable endpoint what was tried, how often and for how long' {
        $seen = Watch-Command {
            Connect-Dms -Endpoint http://127.0.0.1:1 -ProjectId $service.ProjectId -AccessKey a -SecretKey b -Name away -RetryCount 1
            Get-DmsInstance
        }
        Assert-Failure $seen.Errors -Id HuaweiDms.ConnectionFailed -From GetDmsInstance -Category ConnectionError -Says 'ListInstances', 'http://127.0.0.1:1', '2 attempts', ' s in total', 'Check the endpoint'
    }

    It 'reports a host that does not exist, without a retry' {
        $seen = Watch-Command {
            Connect-Dms -Endpoint https://no-such-host.invalid -ProjectId $service.ProjectId -AccessKey a -SecretKey b -Name away
            Get-DmsInstance
        }
        Assert-Failure $seen.Errors -Id HuaweiDms.ConnectionFailed -From GetDmsInstance -Category ConnectionError -Says 'no-such-host.invalid', '1 attempt'
    }

    It 'gives up after -Timeout' {
        $null = Add-DmsEmulatorFault $service -Action Latency -Latency 00:00:30
        Connect-TestEmulator $service -More @{ Timeout = '00:00:00.3' }
        $seen = Watch-Command { Get-DmsInstance }
        Assert-Failure $seen.Errors -Id HuaweiDms.TimedOut -From GetDmsInstance -Category OperationTimeout -Says 'ListInstances', '0.3 s', '1 attempt'
    }

    It 'reports a wrong secret key, and the clock as a possible reason' {
        Connect-TestEmulator $service -Name wrong -More @{ AccessKey = $service.AccessKey; SecretKey = 'Wr0ng-Secret-Canary' }
        $seen = Watch-Command { Get-DmsInstance }
        Assert-Failure $seen.Errors -Id APIGW.0301 -From GetDmsInstance -Category AuthenticationError -Says 'HTTP 401', 'access key', 'secret key', 'clock', '15 minutes', 'request id'
        "$($seen.Errors)" | Should -Not -BeLike '*Canary*'
        Get-Request $service | Should -HaveCount 1
    }

    It 'reports an unknown access key in the same way' {
        Connect-TestEmulator $service -Name wrong -More @{ AccessKey = 'NOBODYSKEY0000000001'; SecretKey = 'x' }
        $seen = Watch-Command { Get-DmsInstance }
        Assert-Failure $seen.Errors -Id APIGW.0301 -From GetDmsInstance -Category AuthenticationError
    }

    It 'reports a wrong password' {
        $seen = Watch-Command { Connect-Dms $service.Region -Endpoint $service.Endpoint -IamEndpoint $service.Endpoint -IamCredential (New-Login $service.UserName 'Wr0ng-Canary') -DomainName $service.DomainName }
        Assert-Failure $seen.Errors -Id IAM.0001 -From ConnectDms -Category AuthenticationError -Says 'password is wrong', 'HTTP 401'
        "$($seen.Errors)" | Should -Not -BeLike '*Canary*'
        "$($seen.Errors)" | Should -Not -BeLike '*secret key*'
    }

    It 'reports a refused token' {
        Connect-TestEmulator $service -Name wrong -More @{ Token = 'no-good' }
        $seen = Watch-Command { Get-DmsInstance }
        Assert-Failure $seen.Errors -Id APIGW.0307 -From GetDmsInstance -Category AuthenticationError -Says 'token', 'HTTP 401'
        "$($seen.Errors)" | Should -Not -BeLike '*secret key*'
    }

    It 'refuses -<Parameter> <Value>' -ForEach @(
        @{ Parameter = 'RetryCount'; Value = 21 }
        @{ Parameter = 'RetryCount'; Value = -1 }
        @{ Parameter = 'Timeout'; Value = '00:00:00' }
        @{ Parameter = 'ApiVersion'; Value = 'V3' }
        @{ Parameter = 'Name'; Value = '' }
        @{ Parameter = 'Region'; Value = '' }
    ) {
        $more = @{ $Parameter = $Value }
        $seen = Watch-Command { Connect-Dms -AccessKey a -SecretKey b @more }
        $seen.Errors[0].FullyQualifiedErrorId | Should -Be 'ParameterArgumentValidationError,HuaweiDms.PowerShell.ConnectDms'
        "$($seen.Errors[0])" | Should -BeLike "*'$Parameter'*"
    }

    It 'sends DCS requests to -DcsEndpoint' {
        $other = Start-TestEmulator
        Connect-TestEmulator $service -More @{ DcsEndpoint = $other.Endpoint }
        $null = Restart-DcsInstance ($other.DcsInstances | Where-Object Name -EQ redis-prod).InstanceId -Force
        Get-Changing $other | Should -HaveCount 1
        Get-Request $service | Should -BeNullOrEmpty
        Stop-DmsEmulator $other
    }
}

Describe 'Several connections' {
    BeforeEach {
        $east, $west = (Start-TestEmulator), (Start-TestEmulator -Empty)
        Connect-TestEmulator $east -Name east
        Connect-TestEmulator $west -Name west
    }
    AfterEach { Stop-TestEmulator }

    It 'are current until another one is created or selected' {
        (Get-DmsContext).Name | Should -Be 'east', 'west'
        (Get-DmsContext -Current).Name | Should -Be 'west'
        Get-DmsInstance | Should -BeNullOrEmpty
    }

    It 'are found by name and wildcard' {
        (Get-DmsContext e*).Name | Should -Be 'east'
        (Get-DmsContext EAST).Name | Should -Be 'east'
        (Get-DmsContext WEST, east).Name | Should -Be 'west', 'east'
        Get-DmsContext x* | Should -BeNullOrEmpty
    }

    It 'are filtered with -Current and a name' {
        Get-DmsContext east -Current | Should -BeNullOrEmpty
        (Get-DmsContext west, east -Current).Name | Should -Be west
    }

    It 'are selected by name, by object and from the pipeline' {
        Select-DmsContext east | Should -BeNullOrEmpty
        (Get-DmsContext -Current).Name | Should -Be 'east'
        (Select-DmsContext (Get-DmsContext west) -PassThru).Name | Should -Be 'west'
        Get-DmsContext east | Select-DmsContext
        (Get-DmsContext east).IsCurrent | Should -BeTrue
        (Get-DmsContext west).IsCurrent | Should -BeFalse
    }

    It 'are used as -Context says: <Label>' -ForEach @(
        @{ Label = 'a name'; Which = { 'east' } }
        @{ Label = 'a name in another case'; Which = { 'EAST' } }
        @{ Label = 'an object'; Which = { Get-DmsContext east } }
    ) {
        Get-DmsInstance -Context (& $Which) | Should -HaveCount 10
        Get-Request $west | Should -BeNullOrEmpty
    }

    It 'are used in parallel, and each object has its connection' {
        Select-DmsContext west
        $null = New-DmsInstance kafka-west @Ordinary -Force
        $all = Get-DmsInstance kafka-* -Context east, west
        $all | Should -HaveCount 11
        ($all | Where-Object Context -EQ west).Name | Should -Be 'kafka-west'
    }

    It 'name the connection in which something was not found' {
        $seen = Watch-Command { Get-DmsInstance kafka-dev -Context east, west }
        $seen.Output | Should -HaveCount 1
        Assert-Failure $seen.Errors -Id HuaweiDms.NotFound -From GetDmsInstance -Category ObjectNotFound -Target kafka-dev -Says "'west'"
    }

    It 'are restored for objects from the pipeline' {
        $result = Get-DmsInstance *test* -Context east | Restart-DmsInstance -Force
        $result.Context | Should -Be 'east', 'east', 'east'
        Get-Changing $east | Should -HaveCount 1
        Get-Request $west | Should -BeNullOrEmpty
        ($result | Wait-DmsInstance).Context | Should -Be 'east', 'east', 'east'
    }

    It 'are restored for objects as arguments' {
        $dev = Get-DmsInstance kafka-dev -Context east
        (Restart-DmsInstance $dev -Force).Context | Should -Be 'east'
        (Wait-DmsInstance $dev).Context | Should -Be 'east'
        (Get-DmsInstance -InstanceId $dev).Context | Should -Be 'east'
        (Set-DmsInstance $dev -Description x -PassThru).Context | Should -Be 'east'
        Get-Request $west | Should -BeNullOrEmpty
    }

    It 'are overridden by -Context' {
        $dev = Get-DmsInstance kafka-dev -Context east
        $null = Watch-Command { $dev | Restart-DmsInstance -Force -Context west; Restart-DmsInstance $dev -Force -Context west }
        Get-Changing $east | Should -BeNullOrEmpty
        Get-Changing $west | Should -HaveCount 2
    }

    It 'get one request each for objects of several connections' {
        Select-DmsContext west
        $null = 'kafka-w1', 'kafka-w2' | ForEach-Object { [pscustomobject]@{ Name = $_ } } | New-DmsInstance @Ordinary -Force -Wait
        $before = @(Get-Changing $west).Count
        $results = Get-DmsInstance *test*, kafka-w* -Context east, west | Restart-DmsInstance -Force
        $results | Should -HaveCount 5
        $results.Succeeded | Should -Not -Contain $false
        Get-Changing $east | Should -HaveCount 1
        @(Get-Changing $west) | Should -HaveCount ($before + 1)
    }

    It 'are replaced by one with the same name' {
        Connect-TestEmulator $east -Name west
        Get-DmsContext | Should -HaveCount 2
        Get-DmsInstance -Context west | Should -HaveCount 10
    }

    It 'are listed if the named one does not exist: <From>' -ForEach @(
        @{ From = 'GetDmsInstance'; Script = { Get-DmsInstance -Context north } }
        @{ From = 'GetDmsContext'; Script = { Get-DmsContext north } }
        @{ From = 'SelectDmsContext'; Script = { Select-DmsContext north } }
        @{ From = 'DisconnectDms'; Script = { Disconnect-Dms north } }
        @{ From = 'RestartDmsInstance'; Script = { Restart-DmsInstance $NoSuchId -Context north -Force } }
        @{ From = 'RestartDcsInstance'; Script = { Restart-DcsInstance $NoSuchId -Context north -Force } }
        @{ From = 'InvokeDmsApi'; Script = { Invoke-DmsApi /v3/projects -Service Iam -Context north } }
        @{ From = 'GetDmsProject'; Script = { Get-DmsProject -Context north } }
    ) {
        $seen = Watch-Command $Script
        Assert-Failure $seen.Errors -Id HuaweiDms.ContextNotFound -From $From -Category ObjectNotFound -Target north -Says "'north'", 'east, west', 'Get-DmsContext'
        Get-Request $east | Should -BeNullOrEmpty
    }

    It 'are disconnected by default, by name, and by object' {
        Disconnect-Dms
        (Get-DmsContext).Name | Should -Be 'east'
        Disconnect-Dms east
        Get-DmsContext | Should -BeNullOrEmpty
        Connect-TestEmulator $east -Name again
        Get-DmsContext again | Disconnect-Dms
        Get-DmsContext | Should -BeNullOrEmpty
    }

    It 'continue with another one if the current one is closed' {
        Disconnect-Dms west
        Get-DmsInstance | Should -HaveCount 10
    }

    It 'report every pending item of a closed connection' {
        $ids = (Get-DmsInstance -Context east -Status RUNNING | Select-Object -First 3).InstanceId
        $null = Add-DmsEmulatorFault $east -Path '*/management/cluster' -Action Latency -Latency 00:00:00.3
        $seen = Watch-Command { Get-DmsCluster $ids -Context east -ThrottleLimit 1 | ForEach-Object { Disconnect-Dms east; $_ } }
        $seen.Output | Should -HaveCount 1
        $seen.Errors | Should -HaveCount 2
        foreach ($record in $seen.Errors) { Assert-Failure $record -Id HuaweiDms.ConnectionClosed -From GetDmsCluster -Category ConnectionError -Says 'kafka-' }
    }

    It 'name the closed connection of an object' {
        $dev = Get-DmsInstance kafka-dev -Context east
        Disconnect-Dms east
        $seen = Watch-Command { $dev | Restart-DmsInstance -Force }
        Assert-Failure $seen.Errors -Id HuaweiDms.ContextNotFound -From RestartDmsInstance -Category ObjectNotFound -Target east -Says "'east'"
        Get-Request $west | Should -BeNullOrEmpty
    }

    It 'are required: <From>' -ForEach @(
        @{ From = 'GetDmsInstance'; Script = { Get-DmsInstance } }
        @{ From = 'NewDmsInstance'; Script = { New-DmsInstance some-name @Ordinary -Force } }
        @{ From = 'RemoveDmsInstance'; Script = { Remove-DmsInstance -AllFailed -Force } }
        @{ From = 'RestartDcsInstance'; Script = { Restart-DcsInstance $NoSuchId -Force } }
        @{ From = 'GetDmsProject'; Script = { Get-DmsProject } }
        @{ From = 'InvokeDmsApi'; Script = { Invoke-DmsApi /v3/projects } }
        @{ From = 'DisconnectDms'; Script = { Disconnect-Dms } }
    ) {
        Get-DmsContext | Disconnect-Dms
        $seen = Watch-Command $Script
        Assert-Failure $seen.Errors -Id HuaweiDms.NotConnected -From $From -Category AuthenticationError -Says 'Connect-Dms', '-Emulator'
    }
}

Describe 'Connections and runspaces' {
    BeforeEach {
        $east, $west = (Start-TestEmulator), (Start-TestEmulator -Empty)
        Connect-TestEmulator $east -Name east
        Connect-TestEmulator $west -Name west
        Select-DmsContext east
    }
    AfterEach { Stop-TestEmulator }

    It 'ForEach-Object -Parallel uses the first connection' {
        $found = 1..6 | ForEach-Object -ThrottleLimit 3 -Parallel { Import-Module $using:ModulePath; Get-DmsInstance kafka-dev }
        $found | Should -HaveCount 6
    }

    It 'many runspaces can write in parallel' {
        $names = 1..12 | ForEach-Object { "parallel-$_" }
        $null = $names | ForEach-Object -ThrottleLimit 6 -Parallel {
            Import-Module $using:ModulePath
            $ordinary = $using:Ordinary
            New-DmsInstance $_ @ordinary -Force
        }
        (Get-DmsInstance parallel-*).Name | Sort-Object | Should -Be ($names | Sort-Object)
    }

    It 'another runspace does not change the current connection of this one' {
        $job = Start-ThreadJob {
            Import-Module $using:ModulePath
            $e = $using:west
            Connect-Dms -Endpoint $e.Endpoint -ProjectId $e.ProjectId -AccessKey $e.AccessKey -SecretKey $e.SecretKey -Name job
            (Get-DmsContext -Current).Name
            Select-DmsContext west
            (Get-DmsContext -Current).Name
            Disconnect-Dms job
        }
        $job | Receive-Job -Wait -AutoRemoveJob | Should -Be 'job', 'west'
        (Get-DmsContext -Current).Name | Should -Be 'east'
        (Get-DmsContext).Name | Should -Be 'east', 'west'
    }

    It 'connections with the same name in two runspaces are kept apart' {
        $job = Start-ThreadJob {
            Import-Module $using:ModulePath
            $e = $using:west
            Connect-Dms -Endpoint $e.Endpoint -ProjectId $e.ProjectId -AccessKey $e.AccessKey -SecretKey $e.SecretKey -Name east
            @(Get-DmsInstance).Count
            @(Get-DmsInstance -Context east).Count
            Disconnect-Dms
        }
        $job | Receive-Job -Wait -AutoRemoveJob | Should -Be 0, 0
        Get-DmsInstance -Context east | Should -HaveCount 10
    }

    It 'no connection remains here once the own ones are closed, whatever jobs leave behind' {
        $left = Start-ThreadJob {
            Import-Module $using:ModulePath
            $e = $using:east
            Connect-Dms -Endpoint $e.Endpoint -ProjectId $e.ProjectId -AccessKey $e.AccessKey -SecretKey $e.SecretKey -Name left
            Get-DmsInstance kafka-dev
        } | Receive-Job -Wait -AutoRemoveJob
        Disconnect-Dms east, west
        { Get-DmsInstance -ErrorAction Stop } | Should -Throw -ErrorId 'HuaweiDms.NotConnected*'
        Get-DmsInstance -Context left | Should -HaveCount 10
        ($left | Get-DmsInstance).Name | Should -Be kafka-dev
        Disconnect-Dms left
    }

    It 'an object uses its own connection, although one here has the same name' {
        $other = Start-TestEmulator
        $job = Start-ThreadJob {
            Import-Module $using:ModulePath
            $e = $using:other
            Connect-Dms -Endpoint $e.Endpoint -ProjectId $e.ProjectId -AccessKey $e.AccessKey -SecretKey $e.SecretKey -Name east
            Get-DmsInstance kafka-dev
            Get-DmsTopic -InstanceId (Get-DmsInstance kafka-prod) -Name orders
        }
        $instance, $topic = $job | Receive-Job -Wait -AutoRemoveJob
        $instance.Context | Should -BeExactly east
        $instance | Set-DmsInstance -Description one
        Set-DmsInstance $instance -Description two
        $topic, (Get-DmsTopic -InstanceId (Get-DmsInstance kafka-prod) -Name payments) | Set-DmsTopic -RetentionHours 30 -Force
        @($other.Requests | Where-Object Changing) | Should -HaveCount 3
        @($east.Requests | Where-Object Changing) | Should -HaveCount 1
        $copy = $instance | ConvertTo-Json -Depth 3 | ConvertFrom-Json
        $copy | Set-DmsInstance -Description three
        @($east.Requests | Where-Object Changing) | Should -HaveCount 2

        Start-ThreadJob { Import-Module $using:ModulePath; $using:topic | Select-Object -ExpandProperty Context | Disconnect-Dms } | Receive-Job -Wait -AutoRemoveJob
        $instance, (Get-DmsInstance kafka-dev) | Set-DmsInstance -Description four -ErrorAction SilentlyContinue -ErrorVariable closed
        $closed | Should -HaveCount 1
        "$closed" | Should -BeLike "*'east'*closed*"
        @($east.Requests | Where-Object Changing) | Should -HaveCount 3
        Get-DmsInstance | Should -HaveCount 10
    }

    It 'a job finishes with a connection that was replaced here' {
        $fault = Add-DmsEmulatorFault $east -Action Latency -Latency 00:00:01
        $job = Start-ThreadJob { Import-Module $using:ModulePath; Get-DmsInstance kafka-dev | Set-DmsInstance -Description nightly -PassThru }
        Wait-Until { $fault.Hits -gt 0 }
        Connect-TestEmulator $east -Name east
        ($job | Receive-Job -Wait -AutoRemoveJob).Description | Should -Be nightly
    }

    It 'the connections here stay when a job that used them has ended' {
        Start-ThreadJob { Import-Module $using:ModulePath; $null = Get-DmsInstance } | Receive-Job -Wait -AutoRemoveJob
        Get-DmsInstance | Should -HaveCount 10
    }
}

Describe 'Get-DmsProject' {
    BeforeAll {
        $service = Start-TestEmulator
        Connect-TestEmulator $service
    }
    AfterAll { Stop-TestEmulator }

    It 'lists the projects that the credential can access' {
        $projects = Get-DmsProject
        $projects | Should -BeOfType HuaweiDms.Project
        $projects.Name | Should -Contain 'emulator'
        ($projects | Where-Object Name -EQ emulator).ProjectId | Should -Be $service.ProjectId
    }

    It 'finds projects by name and wildcard' {
        (Get-DmsProject emulator).ProjectId | Should -Be $service.ProjectId
        (Get-DmsProject *analytics).Name | Should -Be 'emulator_analytics'
        Get-DmsProject nothing* | Should -BeNullOrEmpty
    }

    It 'reports a name that does not exist' {
        $seen = Watch-Command { Get-DmsProject nothing }
        Assert-Failure $seen.Errors -Id HuaweiDms.NotFound -From GetDmsProject -Category ObjectNotFound -Target nothing -Says "'nothing'", 'Get-DmsProject'
    }
}

Describe 'Invoke-DmsApi' {
    BeforeAll { $service = Start-TestEmulator }
    BeforeEach {
        Reset-DmsEmulator $service
        Connect-TestEmulator $service -More @{ IamEndpoint = $service.Endpoint }
        $dev = Get-DmsInstance kafka-dev
    }
    AfterAll { Stop-TestEmulator }

    It 'fills in the project id and emits objects' {
        $response = Invoke-DmsApi '/v2/{project_id}/instances' -Query @{ engine = 'kafka'; limit = 2 }
        $response.instances | Should -HaveCount 2
        $response.instances[0].name | Should -Be 'kafka-prod'
        $response.instance_num | Should -Be 10
    }

    It 'accepts a query in the path, and -Query' {
        (Invoke-DmsApi '/v2/{project_id}/instances?engine=kafka' -Query @{ name = 'kafka-dev'; exact_match_name = $true }).instances.name | Should -Be 'kafka-dev'
    }

    It 'sends a body: <Label>' -ForEach @(
        @{ Label = 'a hashtable'; Body = { @{ action = 'restart'; instances = @($dev.InstanceId) } } }
        @{ Label = 'an object'; Body = { [pscustomobject]@{ action = 'restart'; instances = @($dev.InstanceId) } } }
        @{ Label = 'JSON'; Body = { "{`"action`":`"restart`",`"instances`":[`"$($dev.InstanceId)`"]}" } }
    ) {
        (Invoke-DmsApi '/v2/{project_id}/instances/action' POST -Body (& $Body)).results.result | Should -Be 'success'
        (& $Body | Invoke-DmsApi '/v2/{project_id}/instances/action' POST).results.result | Should -Be 'failed'
        @(Get-Exchange $service -Changing)[-1].request.instances | Should -Be $dev.InstanceId
    }

    It 'sends an object with calculated properties' {
        $body = [pscustomobject]@{ action = 'restart' } | Add-Member ScriptProperty instances { , @($dev.InstanceId) } -PassThru
        (Invoke-DmsApi '/v2/{project_id}/instances/action' POST -Body $body).results.result | Should -Be 'success'
    }

    It 'sends only GET with -WhatIf' {
        $seen = Invoke-Session { Invoke-DmsApi $path DELETE -WhatIf; (Invoke-DmsApi $path -WhatIf).name } -Variable @{ path = "/v2/{project_id}/instances/$($dev.InstanceId)" }
        $seen.WhatIf | Should -HaveCount 1
        $seen.WhatIf[0] | Should -BeLike "*DELETE*/v2/{project_id}/instances/$($dev.InstanceId)*"
        $seen.Output | Should -Be 'kafka-dev'
        Get-Changing $service | Should -BeNullOrEmpty
    }

    It 'prompts with -Confirm' {
        (Invoke-Session { Invoke-DmsApi $path DELETE -Confirm } -Variable @{ path = "/v2/{project_id}/instances/$($dev.InstanceId)" } -Answer 2).Questions | Should -HaveCount 1
        Get-Changing $service | Should -BeNullOrEmpty
    }

    It 'emits nothing for an empty response' {
        Invoke-DmsApi "/v2/{project_id}/instances/$($dev.InstanceId)" DELETE | Should -BeNullOrEmpty
        (Get-Changing $service).StatusCode | Should -Be 204
    }

    It 'calls IAM with -Service Iam and DCS with -Service Dcs' {
        (Invoke-DmsApi /v3/projects -Service Iam).projects.name | Should -Contain 'emulator'
        $redis = $service.DcsInstances | Where-Object Name -EQ redis-prod
        (Invoke-DmsApi '/v2/{project_id}/instances/status' PUT -Service Dcs -Body @{ action = 'restart'; instances = @($redis.InstanceId) }).results.result | Should -Be 'success'
    }

    It 'refuses an invalid path before anything is sent: <_>' -ForEach 'https://example.com/v2', 'v2/x', '//example.com/', '/v2/a b', '/v2/ä', '/v2/x#y', '/v2\x', '' {
        $before = @(Get-Request $service).Count
        $seen = Watch-Command { Invoke-DmsApi $_ }
        $seen.Errors[0].FullyQualifiedErrorId | Should -BeLike 'ParameterArgumentValidationError*,HuaweiDms.PowerShell.InvokeDmsApi'
        @(Get-Request $service) | Should -HaveCount $before
    }

    It 'explains where the method goes if it is given first' {
        "$((Watch-Command { Invoke-DmsApi GET '/v2/{project_id}/instances' }).Errors[0])" | Should -BeLike "*'GET' is not a path*the method after it*"
    }

    It 'explains that a path needs quotes' {
        foreach ($seen in (Watch-Command { Invoke-DmsApi /v2/{project_id}/instances }), (Watch-Command { Invoke-DmsApi /v2/{project_id}/instances POST -Body @{} })) {
            Assert-Failure $seen.Errors -Id ParameterArgumentTransformationError -From InvokeDmsApi -Category InvalidData -Says '{project_id} is part of the path', "'/v2/{project_id}/instances'"
        }
    }

    It 'refuses a path that would change in transit: <_>' -ForEach '/v2/../v3/projects', '/v2/./x', '/v2/%2e%2e/x' {
        $before = @(Get-Request $service).Count
        $seen = Watch-Command { Invoke-DmsApi $_ }
        Assert-Failure $seen.Errors -Id HuaweiDms.InvalidArgument -From InvokeDmsApi -Category InvalidArgument
        @(Get-Request $service) | Should -HaveCount $before
    }

    It 'refuses a body with a method that has none: <_>' -ForEach 'GET', 'head' {
        $before = @(Get-Request $service).Count
        foreach ($seen in (Watch-Command { Invoke-DmsApi '/v2/{project_id}/instances' -Method $_ -Body @{ name = 'x' } }), (Watch-Command { 1, 2 | Invoke-DmsApi '/v2/{project_id}/instances' -Method $_ })) {
            Assert-Failure $seen.Errors -Id HuaweiDms.InvalidArgument -From InvokeDmsApi -Category InvalidArgument -Says '-Method', "'$($_.ToUpperInvariant())'", '-Body', 'POST'
        }
        @(Get-Request $service) | Should -HaveCount $before
    }

    It 'refuses a body that contains itself' {
        $body = @{}
        $body['self'] = $body
        $seen = Watch-Command { Invoke-DmsApi '/v2/{project_id}/instances/action' POST -Body $body }
        Assert-Failure $seen.Errors -Id HuaweiDms.InvalidArgument -From InvokeDmsApi -Category InvalidArgument -Says '-Body', 'contains itself'
        Get-Changing $service | Should -BeNullOrEmpty
    }

    It 'is sent to each connection' {
        Connect-TestEmulator $service -Name other
        Invoke-DmsApi "/v2/{project_id}/instances/$($dev.InstanceId)" -Context test, other | Should -HaveCount 2
    }

    It 'reports a refusal of the service' {
        $seen = Watch-Command { Invoke-DmsApi "/v2/{project_id}/instances/$NoSuchId" }
        Assert-Failure $seen.Errors -Id DMS.00404022 -From InvokeDmsApi -Category ObjectNotFound -Target "/v2/{project_id}/instances/$NoSuchId" -Says 'does not exist', 'HTTP 404'
    }
}

Describe 'Invoke-DmsApi beyond the reference' {
    BeforeAll {
        $service = Start-TestEmulator -Unrecorded
        Connect-TestEmulator $service
    }
    AfterAll { Stop-TestEmulator }

    It 'reports a path that does not exist' {
        $seen = Watch-Command { Invoke-DmsApi /v2/nowhere }
        Assert-Failure $seen.Errors -Id APIGW.0101 -From InvokeDmsApi -Category ObjectNotFound -Target /v2/nowhere -Says 'does not exist', 'HTTP 404'
    }

    It 'repeats a name for a list in -Query, escaped once' {
        $null = Watch-Command { Invoke-DmsApi /v2/nowhere -Query ([ordered]@{ a = 1, 2; b = 'x&y=z/ü'; c = $true; d = $null }) }
        (Get-Request $service)[-1].Path | Should -Be '/v2/nowhere?a=1&a=2&b=x%26y%3Dz%2F%C3%BC&c=true&d='
        (Get-Request $service)[-1].StatusCode | Should -Be 404
    }

    It 'emits text if the response is not JSON' {
        $null = Add-DmsEmulatorFault $service -Path /v2/text -Action Status -StatusCode 200 -Body 'just text' -ContentType text/plain
        Invoke-DmsApi /v2/text | Should -Be 'just text'
    }
}
