BeforeAll {
    . $PSScriptRoot/Common.ps1
    $service = Start-TestEmulator
    $where = @{ Endpoint = $service.Endpoint; ProjectId = $service.ProjectId }
    $Kept = @{
        login = New-Login $service.AccessKey $service.SecretKey
        table = @{ AccessKey = $service.AccessKey; SecretKey = $service.SecretKey }
        short = @{ ak = New-Secure $service.AccessKey; sk = New-Secure $service.SecretKey; project_id = $service.ProjectId; region = 'emulator' }
        temporary = @{ AccessKey = $service.AccessKey; SecretKey = $service.SecretKey; SecurityToken = 'some-token' }
        half = @{ AccessKey = 'ALONE' }
        number = 7
        key = New-Secure $service.AccessKey
        secret = $service.SecretKey
        blank = "a key`nof two lines"
    }

    # A substitute for the SecretManagement command of that name, which a session may have from any source.
    function Get-Secret {
        [CmdletBinding()]
        param([string] $Name, [string] $Vault)
        if ($Vault -eq 'locked') { throw 'The vault is locked.' }
        if (-not $Kept.ContainsKey($Name)) { Write-Error "The secret $Name was not found." }
        else { $Kept[$Name] }
    }
}
AfterAll { Stop-TestEmulator }

Describe 'Connect-Dms -SecretName' {
    AfterEach { Get-DmsContext | Disconnect-Dms }

    It 'accepts <Label>' -ForEach @(
        @{ Label = 'a PSCredential'; Name = 'login' }
        @{ Label = 'a hashtable of texts'; Name = 'table' }
        @{ Label = 'a hashtable of SecureStrings under the names of the profile file'; Name = 'short' }
        @{ Label = 'one secret for each key'; Name = 'key', 'secret' }
    ) {
        Connect-Dms @where -SecretName $Name -SecretVault team -PassThru | ForEach-Object CredentialSource | Should -Be "secret '$(@($Name)[0])' in 'team'"
        @(Get-DmsInstance).Count | Should -Be 10
    }

    It 'accepts temporary keys' {
        (Connect-Dms @where -SecretName temporary -PassThru).CredentialKind | Should -Be 'temporary access key'
        (Connect-Dms @where -SecretName key, secret, secret -PassThru).CredentialKind | Should -Be 'temporary access key'
    }

    It 'takes the region and project stored with the keys, unless they are given' {
        $found = Connect-Dms -Endpoint $service.Endpoint -SecretName short -PassThru
        $found.Region | Should -Be 'emulator'
        $found.ProjectId | Should -Be $service.ProjectId
        (Connect-Dms cn-north-4 -SecretName short -PassThru).Region | Should -Be 'cn-north-4'
    }

    It 'reports what is wrong with <Label>' -ForEach @(
        @{ Label = 'half a pair of keys'; Name = 'half'; Id = 'HuaweiDms.SecretHasNoKeys'; Says = "'half'", 'SecretKey' }
        @{ Label = 'a number'; Name = 'number'; Id = 'HuaweiDms.SecretHasNoKeys'; Says = "'number'", 'PSCredential' }
        @{ Label = 'one key only'; Name = 'key'; Id = 'HuaweiDms.SecretHasNoKeys'; Says = "'key'", 'one secret for each' }
        @{ Label = 'a pair where a key belongs'; Name = 'key', 'login'; Id = 'HuaweiDms.SecretHasNoKeys'; Says = "'login'", 'secret key' }
        @{ Label = 'a name that does not exist'; Name = 'nothing'; Id = 'HuaweiDms.SecretNotRead'; Says = "'nothing'", 'not found', 'Get-SecretInfo' }
    ) {
        $seen = Watch-Command { Connect-Dms @where -SecretName $Name }
        Assert-Failure $seen.Errors -Id $Id -From ConnectDms -Category AuthenticationError -Says $Says
        Get-DmsContext | Should -BeNullOrEmpty
    }

    It 'names the vault and the reason if a vault does not respond' {
        $seen = Watch-Command { Connect-Dms @where -SecretName login -SecretVault locked }
        Assert-Failure $seen.Errors -Id HuaweiDms.SecretNotRead -From ConnectDms -Category AuthenticationError -Target login -Says "'locked'", 'The vault is locked.'
    }

    It 'refuses <Label> before anything is sent' -ForEach @(
        @{ Label = 'four names'; Name = 'a', 'b', 'c', 'd' }
        @{ Label = 'an invalid key'; Name = 'blank', 'secret' }
    ) {
        $seen = Watch-Command { Connect-Dms @where -SecretName $Name }
        Assert-Failure $seen.Errors -Id HuaweiDms.InvalidArgument -From ConnectDms -Category InvalidArgument
    }

    It 'reveals no secret, whatever the outcome' {
        $seen = Watch-Command { foreach ($name in 'login', 'table', 'half', 'secret') { Connect-Dms @where -SecretName $name -PassThru -Verbose | Format-List * -Force } }
        ($seen.Output + $seen.Errors + $seen.Verbose | Out-String).Contains($service.SecretKey) | Should -BeFalse
    }
}

Describe 'SecretManagement' {
    It 'is optional, and a secret name without it gets an error that says what to do' {
        $child = Invoke-Child 'try { Connect-Dms cn-north-4 -SecretName login } catch { "$($_.FullyQualifiedErrorId)`n$_" }' -Environment @{ PSModulePath = $TestDrive; PSModuleAutoLoadingPreference = 'None' }
        if ($child.Output -like '*no extension vaults*' -or $child.Output -like 'HuaweiDms.SecretNotRead*') {
            Set-ItResult -Skipped -Because 'SecretManagement is installed in the folder of PowerShell itself'
        }
        $child.Output | Should -BeLike 'HuaweiDms.SecretManagementMissing,*'
        foreach ($part in 'Install-PSResource Microsoft.PowerShell.SecretManagement', 'Register-SecretVault', '-Credential') { $child.Output | Should -BeLike "*$part*" }
    }

    It 'supplies the keys from its own vault' {
        if (-not (Get-Module Microsoft.PowerShell.SecretStore -ListAvailable)) { Set-ItResult -Skipped -Because 'Microsoft.PowerShell.SecretStore is not installed' }
        if ($env:OS -eq 'Windows_NT') { Set-ItResult -Skipped -Because 'the vaults of the user would be changed; on other systems their location depends on HOME' }
        $child = Invoke-Child -Environment @{ HOME = (New-Item "$TestDrive/home" -ItemType Directory).FullName } @'
$null = Reset-SecretStore -Scope CurrentUser -Authentication None -Interaction None -Force -WarningAction Ignore
Register-SecretVault store -ModuleName Microsoft.PowerShell.SecretStore
$e = Start-DmsEmulator
$where = @{ Endpoint = $e.Endpoint; ProjectId = $e.ProjectId }
Set-Secret login ([pscredential]::new($e.AccessKey, (ConvertTo-SecureString $e.SecretKey -AsPlainText -Force)))
Set-Secret table @{ AccessKey = $e.AccessKey; SecretKey = $e.SecretKey }
Set-Secret ak $e.AccessKey
Set-Secret sk $e.SecretKey
foreach ($name in 'login', 'table', @('ak', 'sk')) { Connect-Dms @where -SecretName $name -SecretVault store; @(Get-DmsInstance).Count }
'@
        $child.Errors | Should -BeNullOrEmpty
        $child.Output -split '\s+' | Should -Be '10', '10', '10'
    }
}
