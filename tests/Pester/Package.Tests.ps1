# The published package, as a user without this repository gets it. HUAWEIDMS_PACKAGE names a folder made by `build.ps1
# -Task Package`; if omitted, one is made.
BeforeAll {
    . $PSScriptRoot/Common.ps1
    $Out = if ($env:HUAWEIDMS_PACKAGE) { (Resolve-Path $env:HUAWEIDMS_PACKAGE).Path } else { "$TestDrive/out" }
    if (-not $env:HUAWEIDMS_PACKAGE) {
        $made = Invoke-Child "& '$Root/package/build-package.ps1' -Path '$Out'" -NoImport -PatienceSeconds 600
        $made.ExitCode | Should -Be 0 -Because "$($made.Output) $($made.Errors)"
    }
    $Version = (Import-PowerShellDataFile "$Root/HuaweiDms.psd1").ModuleVersion
    $Folder = "$Out/HuaweiDms/$Version"
    $Files = (Get-ChildItem $Folder -Recurse -File).FullName.ForEach{ $_.Substring((Get-Item $Folder).FullName.Length + 1).Replace('\', '/') }
    $Sbom = Get-Content "$Folder/sbom.cdx.json" -Raw | ConvertFrom-Json
    $Foreign = @($Files | Where-Object { $_ -like 'bin/*.dll' -and $_ -notlike '*HuaweiDms.*' })
    $Nupkg = "$Out/HuaweiDms.$Version.nupkg"

    # Runs a script that finds only the published module and those of PowerShell itself.
    function Invoke-Newcomer([string] $Script) {
        $paths = (Split-Path (Split-Path $Folder)), (Join-Path $PSHOME 'Modules') -join [System.IO.Path]::PathSeparator
        $own = (New-Item "$TestDrive/$([guid]::NewGuid())" -ItemType Directory).FullName
        Invoke-Child "`$env:PSModulePath = '$paths'`nSet-Location '$own'`n$Script" -NoImport -Environment @{ HOME = $own; USERPROFILE = $own } -PatienceSeconds 120
    }
}

Describe 'The package' {
    It 'contains what the module needs, what users must know, and nothing else' {
        $cultures = @(Get-ChildItem "$Root/en-US" -File).Name.ForEach{ "en-US/$_" }
        $expected = @('CHANGELOG.md', 'HuaweiDms.psd1', 'LICENSE', 'NOTICE.txt', 'README.md', 'sbom.cdx.json') + $cultures + @(
            'bin/HuaweiDms.Format.ps1xml', 'bin/HuaweiDms.PowerShell.dll'
            'bin/core/HuaweiDms.Client.dll', 'bin/core/HuaweiDms.Emulator.dll', 'bin/core/Microsoft.Bcl.AsyncInterfaces.dll', 'bin/core/Polly.Core.dll'
            'HuaweiDms.Client', 'HuaweiDms.Emulator', 'Microsoft.Bcl.AsyncInterfaces', 'Microsoft.Bcl.TimeProvider', 'Polly.Core', 'System.Buffers',
            'System.ComponentModel.Annotations', 'System.Memory', 'System.Numerics.Vectors', 'System.Runtime.CompilerServices.Unsafe',
            'System.Text.Encodings.Web', 'System.Text.Json', 'System.Threading.Tasks.Extensions' | ForEach-Object { if ($_ -like 'bin/*') { $_ } else { "bin/desktop/$_.dll" } }
        )
        # The code compiled for a platform is bin/core once more.
        $images, $plain = @($Files).Where({ $_ -match '^bin/core/\w+-\w+/' }, 'Split')
        $plain | Sort-Object | Should -Be ($expected | Sort-Object)
        foreach ($name in $images) { $name -replace '^bin/core/\w+-\w+/', 'bin/core/' | Should -BeIn $plain }
    }

    It 'has a manifest that the Gallery accepts' {
        $info = Test-ModuleManifest "$Folder/HuaweiDms.psd1" -WarningVariable warnings -ErrorVariable errors
        @($warnings) + $errors | Should -BeNullOrEmpty
        $data = $info.PrivateData.PSData
        foreach ($name in 'LicenseUri', 'ProjectUri', 'IconUri', 'ReleaseNotes') { [uri]::IsWellFormedUriString($data[$name], 'Absolute') | Should -BeTrue -Because $name }
        foreach ($tag in 'PSEdition_Core', 'PSEdition_Desktop', 'Windows', 'Linux', 'MacOS', 'Kafka') { $data.Tags | Should -Contain $tag }
        @($data.Tags -match '\s') | Should -BeNullOrEmpty
        # The paths in the addresses are those of this repository.
        foreach ($address in $data.LicenseUri, $data.IconUri, $data.ReleaseNotes) { "$Root/$($address -replace '^.*/main/')" | Should -Exist }
        $info.Author, $info.CompanyName, $info.Copyright, $info.Description | Should -Not -BeNullOrEmpty
    }

    It 'has a changelog that contains this version, in order' {
        $versions = [regex]::Matches((Get-Content "$Folder/CHANGELOG.md" -Raw), '(?m)^## \[(\d+\.\d+\.\d+)\]').ForEach{ [version] $_.Groups[1].Value }
        $versions[0] | Should -Be ([version] $Version)
        $versions | Should -Be ($versions | Sort-Object -Descending)
    }

    It 'does not reveal where it was built' {
        foreach ($name in $Files | Where-Object { $_ -like '*HuaweiDms.*.dll' -or $_ -like '*.json' }) {
            $bytes = [System.IO.File]::ReadAllBytes("$Folder/$name")
            foreach ($encoding in [System.Text.Encoding]::UTF8, [System.Text.Encoding]::Unicode) { $encoding.GetString($bytes).Contains($Root) | Should -BeFalse -Because $name }
        }
    }

    It 'has correct checksums' {
        $lines = Get-Content "$Out/SHA256SUMS"
        $lines.Count | Should -Be ((Get-ChildItem $Out -Recurse -File).Count - 1)
        foreach ($line in $lines) {
            $sum, $name = $line -split '  ', 2
            (Get-FileHash "$Out/$name" -Algorithm SHA256).Hash | Should -Be $sum -Because $name
        }
    }
}

Describe 'The bill of materials' {
    It 'is CycloneDX for this version' {
        $Sbom.bomFormat | Should -Be 'CycloneDX'
        $Sbom.specVersion | Should -Be '1.6'
        $Sbom.serialNumber | Should -Match '^urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
        $Sbom.metadata.component.version | Should -Be $Version
    }

    It 'lists each third-party assembly once, with package, version, license and the checksum of the file' {
        $listed = $Sbom.components.ForEach{ foreach ($file in $_.components) { [pscustomobject]@{ Name = $file.name; Sum = $file.hashes[0].content } } }
        $listed.Name | Sort-Object | Should -Be ($Foreign | Sort-Object)
        foreach ($file in $listed) { (Get-FileHash "$Folder/$($file.Name)" -Algorithm SHA256).Hash | Should -Be $file.Sum -Because $file.Name }
        foreach ($component in $Sbom.components) {
            $component.purl | Should -Be "pkg:nuget/$($component.name)@$($component.version)"
            $component.licenses[0].license.id | Should -BeIn 'MIT', 'BSD-3-Clause'
            $component.hashes[0].content | Should -Match '^[0-9a-f]{128}$'
        }
    }

    It 'has no dangling reference' {
        $known = @($Sbom.metadata.component.'bom-ref') + $Sbom.components.'bom-ref'
        foreach ($dependency in $Sbom.dependencies) { foreach ($reference in @($dependency.ref) + $dependency.dependsOn) { $reference | Should -BeIn $known } }
        $Sbom.dependencies.ref | Sort-Object | Should -Be ($known | Sort-Object)
    }

    It 'is repeated as text, with the licenses, in NOTICE.txt' {
        $notice = Get-Content "$Folder/NOTICE.txt" -Raw
        foreach ($component in $Sbom.components) { $notice | Should -BeLike "*$($component.name) $($component.version)*" }
        foreach ($words in 'App vNext', '.NET Foundation and Contributors', 'BSD 3-Clause License', 'The MIT License') { $notice | Should -BeLike "*$words*" }
    }
}

Describe 'A new user' {
    It 'imports the module by name and finds every command' {
        $child = Invoke-Newcomer "Import-Module HuaweiDms -Verbose:`$false *>&1; (Get-Module HuaweiDms).ModuleBase; (Get-Command -Module HuaweiDms).Count; (Get-Help Get-DmsInstance).Synopsis"
        $child.Errors | Should -BeNullOrEmpty
        $base, $count, $synopsis = $child.Output -split '\r?\n'
        $base | Should -Be (Get-Item $Folder).FullName
        $count | Should -Be (Import-PowerShellDataFile "$Root/HuaweiDms.psd1").CmdletsToExport.Count
        $synopsis | Should -Match '\.$'
    }

    It 'uses a command without importing the module' {
        $child = Invoke-Newcomer 'Connect-Dms -Emulator; @(Get-DmsInstance).Count; Get-Help about_HuaweiDms | Out-String | Select-String -Quiet "FIVE MINUTES|Five minutes"'
        $child.Errors | Should -BeNullOrEmpty
        $child.Output -split '\s+' | Should -Be '10', 'True'
    }

    It 'completes the tour' {
        $child = Invoke-Newcomer "& '$Root/samples/Tour.ps1' -Module HuaweiDms; (Get-Module HuaweiDms).ModuleBase"
        $child.ExitCode | Should -Be 0 -Because $child.Errors
        $child.Output | Should -BeLike "*kafka-prod*What if: *Succeeded*$((Get-Item $Folder).FullName)"
    }

    It 'completes the grand tour, with every command' {
        $child = Invoke-Newcomer "& '$Root/samples/GrandTour.ps1' -Module HuaweiDms; (Get-Module HuaweiDms).ModuleBase"
        $child.ExitCode | Should -Be 0 -Because $child.Errors
        $child.Errors | Should -BeNullOrEmpty
        $child.Output | Should -BeLike "*Clean up*$((Get-Item $Folder).FullName)"
    }

    It 'installs the nupkg from a repository' {
        if (-not (Test-Path $Nupkg)) { Set-ItResult -Skipped -Because 'this PowerShell has no Compress-PSResource to create one' }
        $child = Invoke-Newcomer @"
Register-PSResourceRepository here -Uri '$Out' -Trusted
`$found = Find-PSResource HuaweiDms -Repository here
"`$(`$found.Name) `$(`$found.Version) `$(`$found.ProjectUri) `$(`$found.Tags -contains 'Kafka')"
`$null = New-Item ./saved -ItemType Directory
Save-PSResource HuaweiDms -Repository here -Path ./saved
Import-Module ./saved/HuaweiDms
Connect-Dms -Emulator
@(Get-DmsInstance).Count
"@
        $child.Errors | Should -BeNullOrEmpty
        $child.Output -split '\r?\n' | Should -Be "HuaweiDms $Version https://github.com/huaweidms/HuaweiDms True", '10'
    }
}
