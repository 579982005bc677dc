# What must work everywhere, including Windows PowerShell 5.1: written in its language version, and independent of the
# other suites, which require PowerShell 7.
BeforeAll {
    $module = if ($env:HUAWEIDMS_MODULE) { $env:HUAWEIDMS_MODULE } else { Join-Path $PSScriptRoot '../../HuaweiDms.psd1' }
    $env:HUAWEIDMS_METADATA_ENDPOINT = 'off'
    $env:HUAWEIDMS_CI = 'off'
    Import-Module $module
    $service = Start-DmsEmulator -Speed 450
    $where = @{ Endpoint = $service.Endpoint; ProjectId = $service.ProjectId; RetryCount = 1 }
}
AfterAll {
    Get-DmsContext | Disconnect-Dms
    Get-DmsEmulator | Stop-DmsEmulator
}

Describe 'The module' {
    BeforeEach {
        Reset-DmsEmulator $service
        Connect-Dms @where -AccessKey $service.AccessKey -SecretKey $service.SecretKey
    }

    It 'has its commands and their help' {
        $commands = @(Get-Command -Module HuaweiDms)
        $commands.Count | Should -Be @((Import-PowerShellDataFile $module).CmdletsToExport).Count
        foreach ($command in $commands) { (Get-Help $command.Name).Synopsis | Should -Match '\.\s*$' -Because $command.Name }
    }

    It 'signs requests that a real gateway accepts, over a real socket' {
        @(Get-DmsInstance).Count | Should -Be 10
        { Connect-Dms @where -AccessKey $service.AccessKey -SecretKey wrong -Name wrong; Get-DmsInstance -Context wrong -ErrorAction Stop } | Should -Throw
    }

    It 'requests tokens' {
        $login = New-Object pscredential $service.UserName, (ConvertTo-SecureString $service.Password -AsPlainText -Force)
        Connect-Dms @where -IamCredential $login -DomainName $service.DomainName -Name token
        @(Get-DmsInstance kafka-dev -Context token).Count | Should -Be 1
    }

    It 'works in process, without a socket' {
        Connect-Dms -Emulator -Name inside
        @(Get-DmsInstance kafka-prod -Context inside).Count | Should -Be 1
    }

    It 'shows tables' {
        Get-DmsInstance kafka-dev | Out-String | Should -Match 'kafka-dev\s+RUNNING'
    }

    It 'sends nothing with -WhatIf' {
        Get-DmsInstance kafka-dev | Restart-DmsInstance -WhatIf | Should -BeNullOrEmpty
        @($service.Requests | Where-Object Changing).Count | Should -Be 0
    }

    It 'changes, waits and reports each result' {
        $results = @(Get-DmsInstance kafka-test-0* | Restart-DmsInstance -Force -Wait -Timeout 00:01:00)
        $results.Count | Should -Be 2
        $results.Succeeded | Should -Not -Contain $false
        (Get-DmsInstance kafka-dev | Set-DmsInstance -Description 'For trials' -PassThru).Description | Should -Be 'For trials'
    }

    It 'names what does not exist' {
        $failed = $null
        Get-DmsInstance nothing -ErrorAction SilentlyContinue -ErrorVariable failed
        $failed[0].FullyQualifiedErrorId | Should -BeLike 'HuaweiDms.NotFound,*'
        $failed[0].CategoryInfo.Category | Should -Be 'ObjectNotFound'
    }

    It 'recovers from a transient fault' {
        $null = Add-DmsEmulatorFault $service -Action Status -StatusCode 503 -Limit 1
        @(Get-DmsInstance kafka-dev).Count | Should -Be 1
    }

    It 'completes names' {
        $line = 'Connect-Dms -Region cn-n'
        (TabExpansion2 $line $line.Length).CompletionMatches.CompletionText | Should -Contain 'cn-north-4'
    }

    It 'completes the tour' {
        $said = & (Get-Process -Id $PID).Path -NoProfile -NonInteractive -File (Join-Path $PSScriptRoot '../../samples/Tour.ps1') -Module $module 2>&1
        $LASTEXITCODE | Should -Be 0 -Because ($said -join "`n")
    }
}
