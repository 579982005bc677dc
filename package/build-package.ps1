<#
.SYNOPSIS
Builds what is published: the module folder, the nupkg for the Gallery, and the checksums of both.

.DESCRIPTION
Builds into separate folders, so that the bin folder of the working copy stays unchanged. The same sources produce the same files in
any location: paths are mapped, and the revision comes from -Revision. Besides the module, the folder contains information about
third-party components: their licenses (NOTICE.txt) and versions (sbom.cdx.json, CycloneDX).

.EXAMPLE
./package/build-package.ps1 -Path out

.EXAMPLE
./package/build-package.ps1 -Path out -Verify

Builds a second time from a copy of the sources in another folder, and fails if a file differs.
#>
#Requires -Version 7.4
[CmdletBinding()]
param(
    # The output folder. Existing content is replaced.
    [Parameter(Mandatory)]
    [string] $Path,

    # The revision of the sources, for the version of the assemblies. If omitted, the revision of the working copy.
    [string] $Revision,

    # Builds twice, and compares.
    [switch] $Verify
)

$ErrorActionPreference = 'Stop'
Set-StrictMode -Version 3
$Root = Split-Path $PSScriptRoot
$Version = (Import-PowerShellDataFile (Join-Path $Root 'HuaweiDms.psd1')).ModuleVersion
$Path = $PSCmdlet.GetUnresolvedProviderPathFromPSPath($Path)
$Folder = Join-Path $Path "HuaweiDms/$Version"
# Separate from the regular build, which stays unchanged.
$Artifacts = Join-Path $Root 'artifacts/package'
$Parts = 'HuaweiDms.psd1', 'LICENSE', 'README.md', 'CHANGELOG.md', 'en-US'
if (-not $Revision -and (Get-Command git -ErrorAction Ignore)) { $Revision = git -C $Root rev-parse HEAD 2>$null }
if (-not $Revision) { $Revision = 'unknown' }

# A relative path with forward slashes, the same on every system.
function Get-RelativePath([string] $Base, [string] $File) {
    [IO.Path]::GetRelativePath($Base, $File).Replace('\', '/')
}

# The files of a folder, in an order that does not depend on the culture.
function Get-SortedFile([string] $Base) {
    $files = @((Get-ChildItem $Base -Recurse -File).FullName)
    $names = [string[]] $files.ForEach{ Get-RelativePath $Base $_ }
    [Array]::Sort($names, [StringComparer]::Ordinal)
    $names
}

# Writes the same on every system: UTF-8 without a byte order mark, line feeds.
function Save-Text([string] $Name, [string] $Text) {
    [IO.File]::WriteAllText((Join-Path $Folder $Name), $Text.Replace("`r`n", "`n"))
}

function Get-Sha256([string] $File) {
    (Get-FileHash $File -Algorithm SHA256).Hash.ToLowerInvariant()
}

function Build-Module {
    # No debug file and no queries to git, because their results would become part of the build. No analyzers, because the regular
    # build runs them.
    $arguments = @(
        'build', (Join-Path $Root 'src/HuaweiDms.PowerShell'), '--configuration', 'Release', '--verbosity', 'quiet', '-nologo'
        '-p:ContinuousIntegrationBuild=true', '-p:DebugType=none', '-p:RunAnalyzers=false'
        '-p:EnableSourceControlManagerQueries=false', "-p:SourceRevisionId=$Revision"
        "-p:ArtifactsPath=$Artifacts", "-p:ModuleFolder=$(Join-Path $Folder 'bin')/"
    )
    dotnet @arguments | Out-Host
    if ($LASTEXITCODE -ne 0) { throw 'The module could not be built.' }
    foreach ($part in $Parts) { Copy-Item (Join-Path $Root $part) $Folder -Recurse }
}

# Adds machine code for these platforms. Without it the module works, but its first call is slower.
function Add-Image {
    foreach ($platform in 'linux-x64', 'linux-arm64', 'win-x64', 'osx-arm64') {
        $arguments = @(
            'publish', (Join-Path $Root 'src/Precompiled'), '--configuration', 'Release', '--runtime', $platform, '--verbosity', 'quiet', '-nologo'
            '-p:RunAnalyzers=false', "-p:ArtifactsPath=$Artifacts", "-p:ModuleFolder=$(Join-Path $Folder 'bin')/"
        )
        $said = dotnet @arguments
        if ($LASTEXITCODE -eq 0) { continue }
        Remove-Item (Join-Path $Folder "bin/core/$platform") -Recurse -Force -ErrorAction Ignore
        Write-Warning "Not compiled ahead of time for ${platform}: $($said -match '\berror\b' | Select-Object -First 1)"
    }
}

# The packages whose assemblies are shipped, as the build restored them: { Id, Version, License, Sha512, Folder, Needs, Files }.
function Get-ShippedPackage {
    $shipped = @(Get-ChildItem (Join-Path $Folder 'bin') -Recurse -Filter *.dll | Where-Object Name -NotLike 'HuaweiDms.*')
    $found = @{}
    foreach ($file in Get-ChildItem (Join-Path $Artifacts 'obj') -Recurse -Filter project.assets.json) {
        $assets = Get-Content $file.FullName -Raw | ConvertFrom-Json -AsHashtable
        foreach ($target in $assets.targets.Values) {
            foreach ($key in $target.Keys.Where{ $target[$_].type -eq 'package' -and $target[$_].ContainsKey('runtime') }) {
                $names = @($target[$key].runtime.Keys).ForEach{ Split-Path $_ -Leaf }
                $files = @($shipped | Where-Object Name -In $names)
                if ($files.Count -eq 0) { continue }
                $id, $number = $key -split '/'
                $place = $assets.packageFolders.Keys.ForEach{ Join-Path $_ $assets.libraries[$key].path }.Where{ Test-Path $_ }[0]
                $found[$key] ??= @{ Id = $id; Version = $number; Folder = $place; Sha512 = $assets.libraries[$key].sha512; Needs = @{}; Files = $files }
                if ($target[$key].ContainsKey('dependencies')) { $target[$key].dependencies.Keys.ForEach{ $found[$key].Needs[$_] = $true } }
            }
        }
    }
    $keys = [string[]] $found.Keys
    [Array]::Sort($keys, [StringComparer]::Ordinal)
    foreach ($file in $shipped) {
        if (@($keys.Where{ $file.FullName -in $found[$_].Files.FullName }).Count -ne 1) { throw "$($file.Name) ships, but does not come from exactly one package." }
    }
    foreach ($key in $keys) {
        $package = $found[$key]
        [xml] $nuspec = Get-Content (Get-ChildItem $package.Folder -Filter *.nuspec).FullName -Raw
        # Older packages only link to the license of .NET, which is MIT.
        $license = $nuspec.package.metadata['license']
        $package.License = if ($license) { $license.InnerText } elseif ($nuspec.package.metadata.licenseUrl -like '*dotnet/corefx*') { 'MIT' }
        if (-not $package.License) { throw "The license of $key is unknown." }
        $package
    }
}

# Creates the third-party notices: each license text once, with the packages it applies to.
function New-Notice($Packages) {
    $texts = [ordered]@{}
    foreach ($package in $Packages) {
        $text = (Get-Content (Get-ChildItem $package.Folder -Filter 'LICENSE*')[0].FullName -Raw).Replace("`r`n", "`n").Trim()
        $texts[$text] = @($texts[$text]) + "$($package.Id) $($package.Version)" | Where-Object { $_ }
    }
    $blocks = foreach ($text in $texts.Keys) { "$($texts[$text] -join "`n")`n`n$text`n" }
    "This module contains third-party components under these licenses:`n`n" + ($blocks -join "`n$('-' * 80)`n`n")
}

# The component of a file in the module folder.
function New-FileComponent([string] $Name) {
    [ordered]@{
        type = 'file'; 'bom-ref' = "file:$Name"; name = $Name
        hashes = @([ordered]@{ alg = 'SHA-256'; content = Get-Sha256 (Join-Path $Folder $Name) })
    }
}

# Creates the SBOM in CycloneDX 1.6. Its serial number is derived from its content, so that the same parts produce the same SBOM.
function New-Sbom($Packages) {
    $ours = "pkg:nuget/HuaweiDms@$Version"
    $urls = @{}
    foreach ($package in $Packages) { $urls[$package.Id] = "pkg:nuget/$($package.Id)@$($package.Version)" }
    $list = [ordered]@{
        bomFormat    = 'CycloneDX'
        specVersion  = '1.6'
        version      = 1
        metadata     = [ordered]@{
            component = [ordered]@{
                type = 'library'; 'bom-ref' = $ours; name = 'HuaweiDms'; version = $Version; purl = $ours
                licenses = @(@{ license = @{ id = 'MIT' } })
                properties = @([ordered]@{ name = 'revision'; value = $Revision })
                components = @(
                    foreach ($name in Get-SortedFile $Folder | Where-Object { $_ -like 'bin/*HuaweiDms.*' -or $_ -eq 'HuaweiDms.psd1' }) { New-FileComponent $name }
                )
            }
        }
        components   = @(
            foreach ($package in $Packages) {
                [ordered]@{
                    type = 'library'; 'bom-ref' = $urls[$package.Id]; name = $package.Id; version = $package.Version; purl = $urls[$package.Id]
                    licenses = @(@{ license = @{ id = $package.License } })
                    hashes = @([ordered]@{ alg = 'SHA-512'; content = [Convert]::ToHexString([Convert]::FromBase64String($package.Sha512)).ToLowerInvariant() })
                    components = @(
                        foreach ($file in $package.Files | Sort-Object FullName -Culture '') { New-FileComponent (Get-RelativePath $Folder $file.FullName) }
                    )
                }
            }
        )
        dependencies = @(
            [ordered]@{ ref = $ours; dependsOn = @($Packages.ForEach{ $urls[$_.Id] }) }
            foreach ($package in $Packages) {
                [ordered]@{ ref = $urls[$package.Id]; dependsOn = @($package.Needs.Keys.Where{ $urls.ContainsKey($_) }.ForEach{ $urls[$_] } | Sort-Object -Culture '') }
            }
        )
    }
    $hash = [Security.Cryptography.SHA256]::HashData([Text.Encoding]::UTF8.GetBytes((ConvertTo-Json $list -Depth 10 -Compress)))
    $list.Insert(1, 'serialNumber', "urn:uuid:$([guid]::new([byte[]] $hash[0..15]))")
    (ConvertTo-Json $list -Depth 10) + "`n"
}

# Creates the nupkg for the Gallery. This requires PSResourceGet 1.1 or newer; PowerShell before 7.4.10 includes an older version.
function New-Nupkg {
    if (-not (Get-Command Compress-PSResource -ErrorAction Ignore)) {
        Write-Warning 'No nupkg was created: Compress-PSResource is not available (Microsoft.PowerShell.PSResourceGet 1.1 or newer).'
        return
    }
    Compress-PSResource -Path $Folder -DestinationPath $Path
}

# Writes checksums in the format of sha256sum.
function New-Checksum {
    $lines = foreach ($name in Get-SortedFile $Path | Where-Object { $_ -ne 'SHA256SUMS' }) { "$(Get-Sha256 (Join-Path $Path $name))  $name" }
    [IO.File]::WriteAllText((Join-Path $Path 'SHA256SUMS'), ($lines -join "`n") + "`n")
}

# Builds a copy of the sources in another folder, which must produce the same files. The nupkg is excluded: it is a zip file and
# contains the time of its creation.
function Test-Reproducible {
    $copy = Join-Path ([IO.Path]::GetTempPath()) "HuaweiDms-$([guid]::NewGuid())"
    try {
        foreach ($part in $Parts + 'Directory.Build.props', 'Directory.Packages.props', 'global.json', '.editorconfig', 'package') {
            $null = New-Item $copy -ItemType Directory -Force
            Copy-Item (Join-Path $Root $part) $copy -Recurse
        }
        Copy-Item (Join-Path $Root 'src') $copy -Recurse
        & (Join-Path $copy 'package/build-package.ps1') -Path (Join-Path $copy 'out') -Revision $Revision -WarningAction Ignore
        $sums = foreach ($place in $Path, (Join-Path $copy 'out')) {
            , @((Get-Content (Join-Path $place 'SHA256SUMS')).Where{ $_ -notlike '*.nupkg' })
        }
        $different = @(Compare-Object $sums[0] $sums[1])
        if ($different) { throw "Two builds of the same sources differ: $(($different.InputObject -replace '^\S+\s+' | Sort-Object -Unique) -join ', ')" }
        Write-Host "A second build in $copy produced the same $($sums[0].Count) files."
    }
    finally { Remove-Item $copy -Recurse -Force -ErrorAction Ignore }
}

# Start clean: files of an earlier build, possibly with other options, must not become part of this one.
Remove-Item $Path, $Artifacts -Recurse -Force -ErrorAction Ignore
$null = New-Item $Folder -ItemType Directory -Force
Build-Module
if (Test-Path (Join-Path $Root 'src/Precompiled')) { Add-Image }
$packages = @(Get-ShippedPackage)
Save-Text NOTICE.txt (New-Notice $packages)
Save-Text sbom.cdx.json (New-Sbom $packages)
$null = Test-ModuleManifest (Join-Path $Folder 'HuaweiDms.psd1')
New-Nupkg
New-Checksum
Write-Host "HuaweiDms $Version is in $Folder"
if ($Verify) { Test-Reproducible }
