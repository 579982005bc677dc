# Preferences of a session: defaults of parameters, and the amount of output.
BeforeAll {
    . $PSScriptRoot/Common.ps1
    $service = Start-TestEmulator
}
AfterAll { Stop-TestEmulator }

Describe '$PSDefaultParameterValues' {
    BeforeEach {
        # A copy, so that one test does not affect the next.
        $PSDefaultParameterValues = $PSDefaultParameterValues.Clone()
        Get-DmsContext | Disconnect-Dms
        Reset-DmsEmulator $service
    }

    It 'supplies the parameters of Connect-Dms' {
        $PSDefaultParameterValues['Connect-Dms:Endpoint'] = "$($service.Endpoint)"
        $PSDefaultParameterValues['Connect-Dms:ProjectId'] = $service.ProjectId
        $PSDefaultParameterValues['Connect-Dms:RetryCount'] = '1'
        $PSDefaultParameterValues['Connect-Dms:Timeout'] = '00:00:20'
        $context = Connect-Dms -Credential (New-Login $service.AccessKey $service.SecretKey) -PassThru
        $context.Endpoint | Should -Be $service.Endpoint
        @(Get-DmsInstance).Count | Should -Be 10
    }

    It 'selects the connection of many commands, by name' {
        Connect-TestEmulator $service -Name first
        Connect-TestEmulator $service -Name second
        $PSDefaultParameterValues['Get-Dms*:Context'] = 'first'
        (Get-DmsInstance kafka-dev).Context | Should -Be 'first'
        (Get-DmsContext -Current).Name | Should -Be 'second'
    }

    It 'is overridden by explicit parameters' {
        Connect-TestEmulator $service -Name first
        Connect-TestEmulator $service -Name second
        $PSDefaultParameterValues['Get-Dms*:Context'] = 'first'
        (Get-DmsInstance kafka-dev -Context second).Context | Should -Be 'second'
    }

    It 'also applies to changes: <Label>' -ForEach @(
        @{ Label = 'prompts'; Key = 'Restart-DmsInstance:Force'; Value = $true }
        @{ Label = 'a switch by its text'; Key = 'Restart-DmsInstance:Confirm'; Value = $false }
    ) {
        Connect-TestEmulator $service
        $PSDefaultParameterValues[$Key] = $Value
        (Get-DmsInstance kafka-dev | Restart-DmsInstance).Succeeded | Should -BeTrue
    }

    It 'can make all commands use -WhatIf' {
        Connect-TestEmulator $service
        $PSDefaultParameterValues['*-Dms*:WhatIf'] = $true
        Get-DmsInstance kafka-dev | Restart-DmsInstance -Force | Should -BeNullOrEmpty
        Get-DmsInstance kafka-dev | Set-DmsInstance -Description changed | Should -BeNullOrEmpty
        Get-Changing $service | Should -BeNullOrEmpty
    }
}

Describe '-Verbose' {
    BeforeEach {
        Get-DmsContext | Disconnect-Dms
        Reset-DmsEmulator $service
        Connect-TestEmulator $service
    }

    It 'shows each attempt on one line: method, path, outcome, time, attempt, request id' {
        $null = Add-DmsEmulatorFault $service -Action Status -StatusCode 503 -Limit 1
        $seen = Watch-Command { Get-DmsInstance kafka-dev -Verbose }
        $seen.Verbose | Should -HaveCount 2
        "$($seen.Verbose[0])" | Should -Match '^GET /v2/[0-9a-f]{32}/instances\?\S+ -> 503 in \d+ ms, attempt 1, request id \S+$'
        "$($seen.Verbose[1])" | Should -Match '^GET /v2/[0-9a-f]{32}/instances\?\S+ -> 200 in \d+ ms, attempt 2, request id \S+$'
    }

    It 'shows why there was no response' {
        $null = Add-DmsEmulatorFault $service -Action Reset -Limit 1
        $seen = Watch-Command { Get-DmsInstance kafka-dev -Verbose }
        "$($seen.Verbose[0])" | Should -Match '^GET \S+ -> .+ in \d+ ms, attempt 1, request id -$'
    }

    It 'shows changes and the status requests of a wait' {
        $seen = Watch-Command { Get-DmsInstance kafka-dev | Restart-DmsInstance -Force -Wait -Verbose }
        @($seen.Verbose -like 'POST */instances/action -> 200*').Count | Should -Be 1
        @($seen.Verbose -like 'GET */instances/*-> 200*').Count | Should -BeGreaterThan 0
    }

    It 'shows nothing unless requested' {
        (Watch-Command { Get-DmsInstance kafka-dev }).Verbose | Should -BeNullOrEmpty
    }
}
