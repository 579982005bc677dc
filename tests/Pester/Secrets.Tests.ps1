BeforeDiscovery {
    $module = if ($env:HUAWEIDMS_MODULE) { $env:HUAWEIDMS_MODULE } else { "$PSScriptRoot/../../HuaweiDms.psd1" }
    Import-Module $module
    # Every parameter of every command that takes a secret, including future ones.
    $takers = foreach ($command in Get-Command -Module HuaweiDms) {
        foreach ($parameter in $command.Parameters.Values.Where{ $_.ParameterType -match 'SecureString|PSCredential' }) {
            foreach ($set in $parameter.ParameterSets.Keys) { @{ Command = $command.Name; Parameter = $parameter.Name; Set = $set } }
        }
    }
}

BeforeAll {
    . $PSScriptRoot/Common.ps1
    . $PSScriptRoot/Calls.ps1

    # Each is deliberately wrong or a test secret, and must not appear anywhere.
    $Canary = @{
        SecretKey = 'Canary-Secret-Key-7391'
        SecurityToken = 'Canary-Security-Token-7392'
        Token = 'Canary-Token-7393'
        IamPassword = 'Canary-Password-7394'
        AccessPassword = 'Canary-Access-7395'
        ObsAccessKey = 'CANARYOBSKEY00007396'
        ObsSecretKey = 'Canary-Obs-7397'
        PeerPassword = 'Canary-Peer-7398'
        RedisPassword = 'Canary-Redis-7399'
    }

    # Everything a script writes in every stream, in $Error, in a transcript, and what the objects contain.
    function Get-EverythingSaid([scriptblock] $Script) {
        $transcript = Join-Path $TestDrive "$([guid]::NewGuid()).txt"
        $Error.Clear()
        $null = Start-Transcript $transcript
        try { $said = Watch-Command $Script } finally { $null = Stop-Transcript }
        $records = @($said.Output) + $said.Errors + $said.Warnings + $said.Verbose + @($Error)
        $seen = @(
            $records | Out-String -Width 500
            $records | Format-List * -Force | Out-String -Width 500
            $records | ForEach-Object { $_.Exception } | Where-Object { $_ } | ForEach-Object { $_.ToString(); $_ | Format-List * -Force | Out-String -Width 500 }
            $records | ForEach-Object { $_.InvocationInfo.BoundParameters } | Out-String -Width 500
            $said.Output | ForEach-Object { ConvertTo-Json $_ -Depth 4 -WarningAction SilentlyContinue }
            [System.Management.Automation.PSSerializer]::Serialize(@($said.Output), 3)
            Get-Content $transcript -Raw
        )
        # The script itself is in the error records; it takes its secrets from variables.
        $seen -join "`n"
    }
}

Describe 'No secret is revealed by a command that takes one' {
    BeforeAll {
        $record = Join-Path $TestDrive 'exchanges.jsonl'
        $service = Start-DmsEmulator -Speed $Instant -RecordPath $record
    }
    AfterAll { Stop-TestEmulator }

    It '<Command> -<Parameter> (<Set>), <How>' -ForEach @(
        foreach ($taker in $takers) {
            foreach ($how in 'accepted', 'refused and repeated to us', 'lost') { $taker + @{ How = $how } }
        }
    ) {
        $null = Reset-DmsEmulator
        Connect-TestEmulator $service -More @{ RetryCount = 0; ApiVersion = if ($Parameter -eq 'ManagerCredential') { 'V1' } else { 'V2' } }
        $instance = Get-DmsInstance kafka-dev
        $secret = $Canary.AccessPassword
        $given = New-Call $Command $Parameter $Set
        $before = @(Get-Request $service).Count
        switch ($How) {
            'refused and repeated to us' { foreach ($method in 'POST', 'PUT') { $null = Add-DmsEmulatorFault $service -Method $method -Action Status -StatusCode 400 -ErrorMessage "You sent $($Canary.AccessPassword) to us." } }
            'lost' { $null = Add-DmsEmulatorFault $service -Action Reset -AfterProcessing }
        }
        $said = Get-EverythingSaid {
            $VerbosePreference = $DebugPreference = 'Continue'
            & $Command @given -Verbose -Debug
            if ($Command -eq 'Connect-Dms') { Get-DmsInstance -First 1 -Verbose -Debug }
        }
        $log = @(Get-Request $service)
        # What a proxy receives does not reach the service.
        if ($Parameter -ne 'ProxyCredential') { $log.Count | Should -BeGreaterThan $before -Because "the test is meaningful only if the secret is sent: $($Error -join ' | ')" }
        foreach ($text in $said, ($log | Format-List * -Force | Out-String -Width 500)) { $text.Contains($Canary.AccessPassword) | Should -BeFalse }
        # What the fault says is not a secret of a request.
        Get-Content $record | Where-Object { $_.Contains($Canary.AccessPassword) -and -not $_.Contains('You sent') } | Should -HaveCount 0
    }
}

Describe 'No secret is revealed' {
    BeforeAll {
        $service = Start-TestEmulator -More @{ AccessKey = 'CANARYACCESSKEY00001'; SecretKey = $Canary.SecretKey }
        $where = @{ Endpoint = $service.Endpoint; ProjectId = $service.ProjectId; RetryCount = 0 }
    }
    AfterEach { Get-DmsContext | Disconnect-Dms }
    AfterAll { Stop-TestEmulator }

    It 'by <Label>, on success and on failure' -ForEach @(
        @{ Label = 'access key and secret key'; Who = { @{ AccessKey = 'CANARYACCESSKEY00001'; SecretKey = New-Secure $Canary.SecretKey } } }
        @{ Label = 'a secret key as text'; Who = { @{ AccessKey = 'CANARYACCESSKEY00001'; SecretKey = $Canary.SecretKey } } }
        @{ Label = 'a wrong secret key'; Who = { @{ AccessKey = 'CANARYACCESSKEY00001'; SecretKey = $Canary.IamPassword } } }
        @{ Label = 'temporary keys'; Who = { @{ AccessKey = 'CANARYACCESSKEY00001'; SecretKey = $Canary.SecretKey; SecurityToken = $Canary.SecurityToken } } }
        @{ Label = 'a PSCredential'; Who = { @{ Credential = New-Login CANARYACCESSKEY00001 $Canary.SecretKey } } }
        @{ Label = 'a token'; Who = { @{ Token = $Canary.Token } } }
        @{ Label = 'user and password'; Who = { @{ IamCredential = New-Login someone $Canary.IamPassword; DomainName = 'somewhere' } } }
    ) {
        $who = & $Who
        $said = Get-EverythingSaid {
            $VerbosePreference = $DebugPreference = 'Continue'
            Connect-Dms @where @who -Name canary -PassThru -Verbose -Debug
            Get-DmsContext -Verbose -Debug
            Get-DmsInstance -First 1 -Verbose -Debug
            Get-DmsInstance no-such-one -Verbose -Debug
            Invoke-DmsApi '/v2/{project_id}/instances?engine=kafka&limit=1' -Verbose -Debug
        }
        $said | Should -Not -BeNullOrEmpty
        foreach ($secret in $Canary.Values) { $said.Contains($secret) | Should -BeFalse -Because "$secret must not be shown" }
    }

    It 'by -AccessCredential and -ManagerCredential: <Label>' -ForEach @(
        @{ Label = 'accepted'; Version = 'V2' }
        @{ Label = 'for v1.0'; Version = 'V1' }
        @{ Label = 'refused'; Version = 'V2'; Fault = @{ Action = 'Status'; StatusCode = 400 } }
        @{ Label = 'lost'; Version = 'V2'; Fault = @{ Action = 'Reset' } }
    ) {
        Connect-Dms @where -AccessKey CANARYACCESSKEY00001 -SecretKey $Canary.SecretKey -ApiVersion $Version
        if ($Fault) { $null = Add-DmsEmulatorFault $service @Fault -Limit 1 }
        $login = New-Login app-user $Canary.AccessPassword
        $given = $Ordinary.Clone()
        if ($Version -eq 'V1') {
            $given['StorageSpaceGB'] = 600
            $given['StorageSpecCode'] = 'dms.physical.storage.ultra'
            $given['Specification'] = '100MB'
            $given['ManagerCredential'] = $login
        }
        $said = Get-EverythingSaid { New-DmsInstance "kafka-$(Get-Random)" @given -AccessCredential $login -Force -Verbose -Debug }
        $service.Faults.Clear()
        $said.Contains($Canary.AccessPassword) | Should -BeFalse
    }

    It 'by a Smart Connect task: <Label>' -ForEach @(
        @{ Label = 'accepted' }
        @{ Label = 'refused'; Fault = @{ Action = 'Status'; StatusCode = 400 } }
        @{ Label = 'lost'; Fault = @{ Action = 'Reset' } }
    ) {
        Connect-Dms @where -AccessKey CANARYACCESSKEY00001 -SecretKey $Canary.SecretKey
        $instance = Get-DmsInstance kafka-prod
        $obs = @{ ObsBucketName = 'b'; ObsCredential = New-Login $Canary.ObsAccessKey $Canary.ObsSecretKey }
        $peer = @{ Direction = 'push'; BootstrapServer = 'a:1'; SaslMechanism = 'PLAIN'; PeerCredential = New-Login bob $Canary.PeerPassword }
        $secure = New-Secure $Canary.RedisPassword
        $redis = @{
            SourceRedisAddress = 'a:1'; SourceRedisType = 'standalone'; SourceRedisPassword = $secure; SyncMode = 'RDB_ONLY'
            SinkRedisAddress = 'b:1'; SinkRedisType = 'standalone'; SinkRedisPassword = $secure
        }
        foreach ($number in 1..4) {
            $name = "canary-$(Get-Random)"
            if ($Fault) { $null = Add-DmsEmulatorFault $service -Method POST @Fault -Limit 1 }
            $said = Get-EverythingSaid {
                switch ($number) {
                    1 { $instance | New-DmsSmartConnectTask $name -TopicRegex "x$name.*" @obs -Verbose -Debug }
                    2 { $instance | New-DmsSmartConnectTask $name -TopicRegex "x$name.*" @peer -Verbose -Debug }
                    3 { $instance | New-DmsSmartConnectTask $name -Topic payments @redis -Verbose -Debug }
                    4 { $instance | New-DmsSinkTask $name -Topic "x$name.*" @obs -Verbose -Debug }
                }
                $instance | Get-DmsSmartConnectTask $name -Verbose -Debug | ForEach-Object { $_; $_.SourceTask; $_.SinkTask; $_ | Remove-DmsSmartConnectTask -Force -Verbose }
                $instance | New-DmsSmartConnectTask $name -Topic nowhere @obs -Verbose -Debug
                $instance | New-DmsSmartConnectTask x -Topic payments @peer -Verbose -Debug
            }
            $service.Faults.Clear()
            foreach ($secret in $Canary.Values) { $said.Contains($secret) | Should -BeFalse -Because "$secret must not be shown" }
        }
        $service.Requests | Out-String -Width 500 | Should -Not -BeLike '*Canary-*'
    }

    It 'by a password that breaks a rule' {
        Connect-Dms @where -AccessKey CANARYACCESSKEY00001 -SecretKey $Canary.SecretKey
        $login = New-Login app-user 'canarycanary'
        (Get-EverythingSaid { New-DmsInstance kafka-weak @Ordinary -AccessCredential $login -Force -Verbose -Debug }).Contains('canarycanary') | Should -BeFalse
    }

    It 'by users: <Label>' -ForEach @(
        @{ Label = 'accepted'; Password = 'Canary-User-7396' }
        @{ Label = 'refused by the cmdlet'; Password = 'canaryuser' }
        @{ Label = 'refused by the service'; Password = 'Canary-User-7397'; Fault = @{ Action = 'Status'; StatusCode = 400 } }
        @{ Label = 'lost'; Password = 'Canary-User-7398'; Fault = @{ Action = 'Reset' } }
    ) {
        Connect-Dms @where -AccessKey CANARYACCESSKEY00001 -SecretKey $Canary.SecretKey
        $prod = Get-DmsInstance kafka-prod
        if ($Fault) { $null = 'POST', 'PUT' | ForEach-Object { Add-DmsEmulatorFault $service @Fault -Method $_ } }
        $login = New-Login "canary-$(Get-Random)" $Password
        $said = Get-EverythingSaid {
            $prod | New-DmsUser $login -Verbose -Debug
            $prod | Reset-DmsUserPassword -Credential $login -Force -Verbose -Debug
            $prod | Reset-DmsUserPassword billing -NewPassword $login.Password -Force -PassThru -Verbose -Debug
        }
        $service.Faults.Clear()
        $said.Contains($Password) | Should -BeFalse
        (Get-Content $service.RecordPath -Raw).Contains($Password) | Should -BeFalse
    }

    It 'in a recording' {
        $text = Get-Content $service.RecordPath -Raw
        $text | Should -Not -BeNullOrEmpty
        foreach ($secret in @($Canary.Values) + $service.Password) { $text.Contains($secret) | Should -BeFalse -Because "$secret must not be recorded" }
        $text | Should -BeLike '*"password":"[*][*]*'
    }

    It 'by an invalid profile file' {
        $file = Join-Path $TestDrive 'credentials'
        Set-Content $file "[basic]`nak = someone`n$($Canary.SecretKey)"
        $before = $env:HUAWEICLOUD_SDK_CREDENTIALS_FILE
        $env:HUAWEICLOUD_SDK_CREDENTIALS_FILE = $file
        try {
            $said = Get-EverythingSaid { Connect-Dms -ProfileName basic -Verbose -Debug }
            $said | Should -BeLike "*$file*line 3*"
            $said.Contains($Canary.SecretKey) | Should -BeFalse
        } finally { $env:HUAWEICLOUD_SDK_CREDENTIALS_FILE = $before }
    }

    It 'by the objects that contain it' {
        Connect-Dms @where -AccessKey CANARYACCESSKEY00001 -SecretKey $Canary.SecretKey
        $context = Get-DmsContext
        $text = ($context | Format-Custom * -Force | Out-String) + ($context | ConvertTo-Json -Depth 10) + ($context | Get-Member -Force | Out-String) + ($context | ConvertTo-Csv | Out-String)
        $text.Contains($Canary.SecretKey) | Should -BeFalse
        $context.Identity | Should -Be 'CANA****01'
    }
}

Describe 'Secrets are accepted unchanged' {
    BeforeAll { $service = Start-TestEmulator -More @{ SecretKey = 'with = and "quotes" and ü' } }
    AfterAll { Stop-TestEmulator }

    It 'with any characters' {
        Connect-TestEmulator $service
        Get-DmsInstance -First 1 | Should -HaveCount 1
    }
}
