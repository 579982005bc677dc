BeforeDiscovery {
    $manifest = Join-Path $PSScriptRoot '../../HuaweiDms.psd1'
    if ($env:HUAWEIDMS_MODULE) { $manifest = $env:HUAWEIDMS_MODULE }
    $cmdlets = (Import-PowerShellDataFile $manifest).CmdletsToExport
}

BeforeAll {
    . $PSScriptRoot/Common.ps1
    $Manifest = Import-PowerShellDataFile $ModulePath
}

Describe 'The manifest' {
    It 'is valid' {
        $info = Test-ModuleManifest $ModulePath -WarningVariable warnings -ErrorVariable errors
        $warnings | Should -BeNullOrEmpty
        $errors | Should -BeNullOrEmpty
        $info.Name | Should -Be 'HuaweiDms'
        $info.Version | Should -BeGreaterThan ([version] '0.0')
        $info.CompatiblePSEditions | Should -Be 'Core', 'Desktop'
        $info.PowerShellVersion | Should -Be '5.1'
        $info.Description | Should -Not -BeNullOrEmpty
    }

    It 'exports exactly the existing cmdlets' {
        (Get-Command -Module HuaweiDms).Name | Sort-Object | Should -Be ($Manifest.CmdletsToExport | Sort-Object)
        $assembly = (Get-Module HuaweiDms).ImplementingAssembly ?? [HuaweiDms.PowerShell.ModuleLifetime].Assembly
        $written = $assembly.GetExportedTypes() | ForEach-Object { $_.GetCustomAttributes([System.Management.Automation.CmdletAttribute], $false) } | ForEach-Object { "$($_.VerbName)-$($_.NounName)" }
        $written | Sort-Object | Should -Be ($Manifest.CmdletsToExport | Sort-Object)
    }

    It 'exports no function, variable or alias' {
        @($Manifest.FunctionsToExport) + $Manifest.VariablesToExport + $Manifest.AliasesToExport | Should -HaveCount 0
        (Get-Module HuaweiDms).ExportedCommands.Values.CommandType | Sort-Object -Unique | Should -Be 'Cmdlet'
    }

    It 'uses only what Windows PowerShell 5.1 can read' {
        $errors = $null
        $ast = [System.Management.Automation.Language.Parser]::ParseFile($ModulePath, [ref] $null, [ref] $errors)
        $errors | Should -BeNullOrEmpty
        $ast.Extent.Text | Should -Match '^[\x00-\x7F]*$'
        foreach ($file in @($Manifest.RootModule) + $Manifest.FormatsToProcess) { Join-Path (Split-Path $ModulePath) $file | Should -Exist }
    }

    It 'ships what each edition needs, and nothing that PowerShell already contains' {
        $bin = Join-Path (Split-Path $ModulePath) 'bin'
        (Get-ChildItem (Join-Path $bin 'core')).Name | Should -Contain 'HuaweiDms.Client.dll'
        (Get-ChildItem (Join-Path $bin 'core')).Name | Should -Not -Contain 'System.Text.Json.dll'
        (Get-ChildItem (Join-Path $bin 'core')).Name | Should -Not -Contain 'System.Management.Automation.dll'
        (Get-ChildItem (Join-Path $bin 'desktop')).Name | Should -Contain 'HuaweiDms.Client.dll'
        (Get-ChildItem $bin -File -Filter *.dll).Name | Should -Be 'HuaweiDms.PowerShell.dll'
    }
}

Describe 'Importing' {
    It 'prints nothing, in any stream' {
        $child = Invoke-Child -NoImport "Import-Module '$ModulePath' *>&1"
        $child.Output | Should -BeNullOrEmpty
        $child.Errors | Should -BeNullOrEmpty
        $child.ExitCode | Should -Be 0
    }

    It 'loads neither the client nor Polly nor the emulator, nor does Get-Command' {
        $child = Invoke-Child @'
$null = Get-Command -Module HuaweiDms
@([AppDomain]::CurrentDomain.GetAssemblies().GetName().Name -match '^(HuaweiDms\.(Client|Emulator)|Polly.*)$').Count
'@
        $child.Errors | Should -BeNullOrEmpty
        $child.Output -split '\s+' | Should -Be '0'
    }

    It 'loads neither the client nor Polly for completion of commands and parameters' {
        $child = Invoke-Child @'
(TabExpansion2 'Restart-DmsI' 12).CompletionMatches.CompletionText
(TabExpansion2 'Get-DmsInstance -' 17).CompletionMatches.Count -gt 3
$null = Get-Command -Module HuaweiDms -Syntax
@([AppDomain]::CurrentDomain.GetAssemblies().GetName().Name -match '^(Polly|HuaweiDms\.Client)').Count
'@
        $child.Errors | Should -BeNullOrEmpty
        $child.Output -split '\s+' | Should -Be 'Restart-DmsInstance', 'True', '0'
    }

    It 'loads the emulator only for those who use it' {
        $child = Invoke-Child @'
Connect-Dms -Endpoint http://127.0.0.1:1 -AccessKey a -SecretKey b -ProjectId p
@([AppDomain]::CurrentDomain.GetAssemblies().GetName().Name -match '^HuaweiDms\.(Client|Emulator)$')
'@
        $child.Errors | Should -BeNullOrEmpty
        $child.Output | Should -Be 'HuaweiDms.Client'
    }

    It 'works again after Remove-Module' {
        $child = Invoke-Child @"
Connect-Dms -Emulator
@(Get-DmsInstance).Count
Remove-Module HuaweiDms
@(Get-Module HuaweiDms).Count
@(Get-Command Get-DmsInstance -ErrorAction Ignore).Count
Import-Module '$ModulePath'
@(Get-DmsContext).Count
Connect-Dms -Emulator
@(Get-DmsInstance).Count
"@
        $child.Errors | Should -BeNullOrEmpty
        $child.Output -split '\s+' | Should -Be '10', '0', '0', '0', '10'
    }

    It 'closes connections and stops emulators with Remove-Module' {
        $child = Invoke-Child @'
$e = Start-DmsEmulator
Connect-Dms -Emulator
$port = $e.Endpoint.Port
Remove-Module HuaweiDms
try { [System.Net.Sockets.TcpClient]::new('127.0.0.1', $port); 'listens' } catch { 'closed' }
'@
        $child.Output | Should -Be 'closed'
    }

    It 'stops an emulator that Connect-Dms started with Remove-Module' {
        $child = Invoke-Child @"
Connect-Dms -Emulator
Get-DmsInstance kafka-dev | Remove-DmsTopic orders -Force | Out-Null
Remove-Module HuaweiDms
Import-Module '$ModulePath'
Connect-Dms -Emulator
(Get-DmsInstance kafka-dev | Get-DmsTopic orders).Name
"@
        $child.Errors | Should -BeNullOrEmpty
        $child.Output | Should -Be 'orders'
    }

    It 'works twice and with -Force' {
        $child = Invoke-Child "Import-Module '$ModulePath'; Connect-Dms -Emulator; Import-Module '$ModulePath' -Force; Connect-Dms -Emulator; @(Get-DmsInstance).Count"
        $child.Errors | Should -BeNullOrEmpty
        $child.Output | Should -Be '10'
    }

    It 'works from a copy with a space and a non-ASCII letter in its path' {
        $copy = Join-Path $TestDrive 'a kopie ж'
        $null = New-Item $copy -ItemType Directory
        Copy-Item $ModulePath, (Join-Path (Split-Path $ModulePath) 'bin') $copy -Recurse
        $child = Invoke-Child -NoImport "Import-Module '$copy/HuaweiDms.psd1'; Connect-Dms -Emulator; @(Get-DmsInstance).Count; [HuaweiDms.DmsClient].Assembly.Location"
        $child.Errors | Should -BeNullOrEmpty
        $child.Output | Should -BeLike '10*a kopie ж*'
    }

    It 'uses the code compiled for this platform, and works without it' {
        $copy = Join-Path $TestDrive 'damaged'
        $null = New-Item $copy -ItemType Directory
        Copy-Item $ModulePath, (Join-Path (Split-Path $ModulePath) 'bin') $copy -Recurse
        $system = if ($IsWindows) { 'win' } elseif ($IsMacOS) { 'osx' } else { 'linux' }
        $platform = "$system-$([System.Runtime.InteropServices.RuntimeInformation]::ProcessArchitecture)".ToLowerInvariant()
        $null = New-Item "$copy/bin/core/$platform" -ItemType Directory -Force
        $look = "Import-Module '$copy/HuaweiDms.psd1'; Connect-Dms -Emulator; @(Get-DmsInstance).Count; [HuaweiDms.DmsClient].Assembly.Location"

        Copy-Item "$copy/bin/core/*.dll" "$copy/bin/core/$platform"
        $child = Invoke-Child -NoImport $look
        $child.Errors | Should -BeNullOrEmpty
        $child.Output | Should -BeLike "10*$platform*HuaweiDms.Client.dll"

        Set-Content "$copy/bin/core/$platform/HuaweiDms.Client.dll" 'made for another platform'
        $child = Invoke-Child -NoImport $look
        $child.Errors | Should -BeNullOrEmpty
        $child.Output | Should -BeLike '10*core?HuaweiDms.Client.dll'
    }
}

Describe 'The cmdlet <_>' -ForEach $cmdlets {
    BeforeAll { $command = Get-Command $_ -Module HuaweiDms }

    It 'has an approved verb' {
        $command.Verb | Should -BeIn (Get-Verb).Verb
    }

    It 'has -WhatIf and -Confirm if, and only if, it changes something' {
        $reads = $command.Verb -in 'Get', 'Wait', 'Connect', 'Disconnect', 'Select', 'Measure', 'Test', 'Compare', 'Show' -or $command.Name -in 'Start-DmsEmulator', 'Add-DmsEmulatorFault', 'Start-DmsEmulatorBroker', 'Start-DmsEmulatorConsumer'
        $changes = -not $reads
        $command.Parameters.ContainsKey('WhatIf') | Should -Be $changes
        $command.Parameters.ContainsKey('Confirm') | Should -Be $changes
    }

    It 'has -Context if it calls the service, or changes connections' {
        # Get-DmsContext has none: it would receive the default that is set for all other cmdlets, and list only that
        # connection.
        $talks = $command.Noun -ne 'Dms' -and $command.Noun -notlike '*Emulator*' -and $command.Name -ne 'Get-DmsContext'
        $command.Parameters.ContainsKey('Context') | Should -Be ($talks -or $command.Name -eq 'Disconnect-Dms')
    }

    It 'declares what it emits' {
        $silent = $command.Name -in 'Disconnect-Dms', 'Stop-DmsEmulator', 'Reset-DmsEmulator', 'Remove-DmsTask', 'Remove-DmsSmartConnectTask', 'Remove-DmsSinkTask'
        [bool] $command.OutputType | Should -Be (-not $silent)
    }

    It 'accepts secrets only as SecureString or PSCredential, except for the emulator, whose secrets are not secret' {
        if ($command.Name -ne 'Start-DmsEmulator') {
            # The name of a secret is not secret.
            $command.Parameters.Values | Where-Object Name -Match 'Secret|Password|Token$|Credential$' | Where-Object Name -NotIn 'SecretName', 'SecretVault' |
                ForEach-Object { $_.ParameterType.Name | Should -BeIn 'SecureString', 'PSCredential', 'PSCredential[]' -Because $_.Name }
        }
    }
}

Describe 'A prompt without a user' {
    It 'ends pwsh -NonInteractive with a clear error: <Command>' -ForEach @(
        @{ Command = 'Get-DmsInstance *test* | Restart-DmsInstance'; From = 'RestartDmsInstance' }
        @{ Command = 'Get-DmsInstance kafka-dev | Remove-DmsInstance'; From = 'RemoveDmsInstance' }
        @{ Command = 'Remove-DmsInstance -AllFailed'; From = 'RemoveDmsInstance' }
        @{ Command = 'New-DmsInstance some-name @ordinary'; From = 'NewDmsInstance' }
        @{ Command = 'Clear-DcsInstance (Get-DmsEmulator).DcsInstances[0].InstanceId'; From = 'ClearDcsInstance' }
        @{ Command = 'Get-DmsInstance kafka-dev | Set-DmsInstance -Description x -Confirm'; From = 'SetDmsInstance' }
    ) {
        $child = Invoke-Child @"
`$ordinary = @{ EngineVersion = '2.7'; BrokerCount = 3; StorageSpaceGB = 300; ProductId = 'p'; StorageSpecCode = 's'; VpcId = 'v'; SubnetId = 'n'; SecurityGroupId = 'g'; AvailabilityZone = 'z' }
Connect-Dms -Emulator
try { $Command } catch { `$_.FullyQualifiedErrorId; "`$_" }
@((Get-DmsEmulator).Requests | Where-Object Changing).Count
"@
        $child.Ended | Should -BeTrue
        $child.Errors | Should -BeNullOrEmpty
        $id, $text, $changing = $child.Output -split '\r?\n'
        $id | Should -Be "HuaweiDms.ConfirmationImpossible,HuaweiDms.PowerShell.$From"
        foreach ($part in '-Confirm:$false', '-WhatIf') { $text | Should -BeLike "*$part*" }
        $text.Contains('-Force') | Should -Be (Get-Command -Module HuaweiDms | Where-Object ImplementingType -Like "*.$From").Parameters.ContainsKey('Force')
        $changing | Should -Be '0'
    }

    It 'is an error also in a job' {
        $child = Invoke-Child @"
`$job = Start-Job { Import-Module '$ModulePath'; Connect-Dms -Emulator; try { Get-DmsInstance kafka-dev | Restart-DmsInstance } catch { `$_.FullyQualifiedErrorId } }
`$null = `$job | Wait-Job -Timeout 60
Receive-Job `$job -Wait
"@
        $child.Output | Should -Be 'HuaweiDms.ConfirmationImpossible,HuaweiDms.PowerShell.RestartDmsInstance'
    }

    It 'is skipped in pwsh -NonInteractive with -Force' {
        $child = Invoke-Child 'Connect-Dms -Emulator; (Get-DmsInstance *test* | Restart-DmsInstance -Force).Succeeded'
        $child.Errors | Should -BeNullOrEmpty
        $child.Output -split '\s+' | Should -Be 'True', 'True', 'True'
    }

    It 'is answered in an interactive session' {
        $child = Invoke-Child -Interactive -Typed "n`ny`n" 'Connect-Dms -Emulator; $r = Get-DmsInstance kafka-test-0* | Restart-DmsInstance; "restarted: $($r.Name)"'
        $child.Ended | Should -BeTrue
        $child.Output | Should -BeLike '*kafka-test-01*kafka-test-02*restarted: kafka-test-02*'
    }

    It 'ends when the input ends, and says what to do' {
        $child = Invoke-Child -Interactive 'Connect-Dms -Emulator; try { Get-DmsInstance kafka-dev | Restart-DmsInstance } catch { "$_" }; @((Get-DmsEmulator).Requests | Where-Object Changing).Count'
        $child.Ended | Should -BeTrue
        $child.Output | Should -BeLike '*"Restart" on kafka-dev*needs confirmation*-Force*0'
    }
}
