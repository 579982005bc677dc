# Every script of the repository, checked by PSScriptAnalyzer as in an editor.
BeforeDiscovery {
    $root = (Resolve-Path "$PSScriptRoot/../..").Path
    $made = 'artifacts', 'bin', 'out', '.git'
    $scripts = Get-ChildItem $root | Where-Object Name -NotIn $made | Get-ChildItem -Recurse -File -Include *.ps1, *.psd1, *.psm1 |
        ForEach-Object { @{ Name = $_.FullName.Substring($root.Length + 1).Replace('\', '/') } }
    $everywhere = $scripts.Where{ $_.Name -match '^samples/|^HuaweiDms.psd1$|Essentials' }
}

BeforeAll {
    $Root = (Resolve-Path "$PSScriptRoot/../..").Path
    $Analyzer = Get-Module PSScriptAnalyzer -ListAvailable | Select-Object -First 1

    # Accounts of emulators are not secret, and their passwords are plain text.
    # Script blocks that are passed on share variables with their surroundings through the session.
    $InTests = 'PSAvoidUsingConvertToSecureStringWithPlainText', 'PSAvoidUsingPlainTextForPassword', 'PSAvoidUsingUsernameAndPasswordParams',
        'PSAvoidGlobalVars'

    # The findings as text; empty without findings.
    function Get-Finding([string] $Name, [hashtable] $Settings) {
        if (-not $Analyzer) { Set-ItResult -Skipped -Because 'PSScriptAnalyzer is not installed (Install-PSResource PSScriptAnalyzer)' }
        Import-Module $Analyzer
        Invoke-ScriptAnalyzer -Path (Join-Path $Root $Name) -Settings $Settings | ForEach-Object { "$($_.RuleName) $($_.ScriptName):$($_.Line) $($_.Message)" }
    }
}

Describe 'Scripts' {
    It '<Name> has no findings' -ForEach $scripts {
        $settings = Import-PowerShellDataFile "$Root/PSScriptAnalyzerSettings.psd1"
        if ($Name -like 'tests/*') { $settings.ExcludeRules += $InTests }
        Get-Finding $Name $settings | Should -BeNullOrEmpty
    }

    It '<Name> is also read by Windows PowerShell 5.1' -ForEach $everywhere {
        [System.IO.File]::ReadAllText((Join-Path $Root $Name)) | Should -Match '^[\x00-\x7F]*$'
        Get-Finding $Name @{ IncludeRules = @('PSUseCompatibleSyntax'); Rules = @{ PSUseCompatibleSyntax = @{ Enable = $true; TargetVersions = @('5.1', '7.4') } } } |
            Should -BeNullOrEmpty
    }
}
