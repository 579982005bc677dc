BeforeAll {
    . $PSScriptRoot/Common.ps1

    # Roslyn comes with PowerShell. Creates an assembly with any name and version, as another module may load it.
    $null = [System.Reflection.Assembly]::LoadFrom((Join-Path $PSHOME 'Microsoft.CodeAnalysis.CSharp.dll'))
    function New-Assembly([string] $Name, [string] $Version, [string] $Source, [string] $Folder, [string[]] $Reference = @()) {
        $null = New-Item $Folder -ItemType Directory -Force
        $tree = [Microsoft.CodeAnalysis.CSharp.CSharpSyntaxTree]::ParseText("[assembly: System.Reflection.AssemblyVersion(`"$Version`")]`n$Source")
        $system = (Get-ChildItem (Split-Path ([object].Assembly.Location)) -Filter System*.dll).FullName | Where-Object { $_ -match 'System\.(Private\.CoreLib|Runtime|Collections|Linq)\.dll$' }
        $references = foreach ($file in @($system) + [psobject].Assembly.Location + $Reference) { [Microsoft.CodeAnalysis.MetadataReference]::CreateFromFile($file) }
        $options = [Microsoft.CodeAnalysis.CSharp.CSharpCompilationOptions]::new([Microsoft.CodeAnalysis.OutputKind]::DynamicallyLinkedLibrary)
        $file = Join-Path $Folder "$Name.dll"
        $made = [Microsoft.CodeAnalysis.CSharp.CSharpCompilation]::Create($Name, [Microsoft.CodeAnalysis.SyntaxTree[]] $tree, [Microsoft.CodeAnalysis.MetadataReference[]] $references, $options)
        $stream = [System.IO.File]::Create($file)
        try { $result = $made.Emit($stream) } finally { $stream.Dispose() }
        if (-not $result.Success) { throw "$($result.Diagnostics)" }
        $file
    }

    # A module with its own Polly.Core, which has none of the types of the real one.
    function New-Neighbour([string] $Version) {
        $folder = Join-Path $TestDrive "neighbour-$Version"
        $polly = New-Assembly Polly.Core $Version 'namespace Polly { public static class OnlyHere { public static string Version => typeof(OnlyHere).Assembly.GetName().Version.ToString(); } }' $folder
        New-Assembly Neighbour 1.0.0.0 '[System.Management.Automation.Cmdlet("Get", "NeighbourPolly")] public sealed class GetNeighbourPolly : System.Management.Automation.PSCmdlet { protected override void EndProcessing() { WriteObject(Polly.OnlyHere.Version); } }' $folder $polly
    }

    # Copies the module as another version: the manifest and the assemblies contain that version.
    function New-OtherVersion([int] $Major) {
        $folder = Join-Path $TestDrive "HuaweiDms-$Major"
        $null = New-Item $folder -ItemType Directory
        Copy-Item $ModulePath, (Join-Path (Split-Path $ModulePath) bin) $folder -Recurse
        $manifest = Join-Path $folder (Split-Path $ModulePath -Leaf)
        (Get-Content $manifest) -replace '^(\s*ModuleVersion\s*=).*', "`$1 '$Major.0.0'" | Set-Content $manifest
        foreach ($file in Get-ChildItem $folder -Recurse -Filter HuaweiDms.*.dll) {
            $bytes = [System.IO.File]::ReadAllBytes($file.FullName)
            $image = [System.Reflection.PortableExecutable.PEReader]::new([System.IO.MemoryStream]::new($bytes))
            $reader = [System.Reflection.Metadata.PEReaderExtensions]::GetMetadataReader($image)
            $tables = [System.Reflection.Metadata.Ecma335.MetadataReaderExtensions]
            $start = $image.PEHeaders.MetadataStartOffset
            $new = [System.BitConverter]::GetBytes([uint16] $Major)
            # The major version follows the four bytes of the hash algorithm; of the references it comes first.
            $new.CopyTo($bytes, $start + $tables::GetTableMetadataOffset($reader, [System.Reflection.Metadata.Ecma335.TableIndex]::Assembly) + 4)
            $at = $start + $tables::GetTableMetadataOffset($reader, [System.Reflection.Metadata.Ecma335.TableIndex]::AssemblyRef)
            foreach ($reference in $reader.AssemblyReferences) {
                if ($reader.GetString($reader.GetAssemblyReference($reference).Name) -like 'HuaweiDms.*') { $new.CopyTo($bytes, $at) }
                $at += $tables::GetTableRowSize($reader, [System.Reflection.Metadata.Ecma335.TableIndex]::AssemblyRef)
            }
            $image.Dispose()
            [System.IO.File]::WriteAllBytes($file.FullName, $bytes)
        }
        $manifest
    }

    $Works = @'
Connect-Dms -Emulator
@(Get-DmsInstance).Count
@(Get-DmsInstance *test* | Restart-DmsInstance -Force).Succeeded
Disconnect-Dms
$e = Get-DmsEmulator
$s = Start-DmsEmulator
Connect-Dms -Endpoint $s.Endpoint -AccessKey $s.AccessKey -SecretKey $s.SecretKey -ProjectId $s.ProjectId
@(Get-DmsInstance).Count
'@
    $Worked = '10', 'True', 'True', 'True', '10'
}

Describe 'Together with a module that has its own Polly' {
    It 'it works if the other was loaded first: version <_>' -ForEach '7.0.0.0', '8.0.0.0', '9.0.0.0' {
        $neighbour = New-Neighbour $_
        $child = Invoke-Child -NoImport "Import-Module '$neighbour'; Get-NeighbourPolly; Import-Module '$ModulePath'; $Works; Get-NeighbourPolly"
        $child.Errors | Should -BeNullOrEmpty
        $child.Output -split '\s+' | Should -Be (@($_) + $Worked + $_)
    }

    It 'it does not break the other if loaded later: version <_>' -ForEach '7.0.0.0', '8.0.0.0', '9.0.0.0' {
        $neighbour = New-Neighbour $_
        $child = Invoke-Child "$Works; Import-Module '$neighbour'; Get-NeighbourPolly"
        $child.Errors | Should -BeNullOrEmpty
        $child.Output -split '\s+' | Should -Be ($Worked + $_)
    }

    It 'it resolves no assemblies of others' {
        $child = Invoke-Child "$Works; [System.Runtime.Loader.AssemblyLoadContext]::Default.Assemblies | ForEach-Object { `$_.GetName().Name } | Where-Object { `$_ -match '^Polly' }"
        $child.Errors | Should -BeNullOrEmpty
        $child.Output -split '\s+' | Should -Be $Worked
    }

    It 'it works with the real Polly.Core 8.5.2' {
        $packages = if ($env:NUGET_PACKAGES) { $env:NUGET_PACKAGES } else { Join-Path ([Environment]::GetFolderPath('UserProfile')) '.nuget/packages' }
        $polly = Join-Path $packages 'polly.core/8.5.2/lib/net8.0/Polly.Core.dll'
        if (-not (Test-Path $polly) -and (Get-Command dotnet -ErrorAction Ignore)) {
            Set-Content (Join-Path $TestDrive 'older.csproj') '<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net8.0</TargetFramework></PropertyGroup><ItemGroup><PackageDownload Include="Polly.Core" Version="[8.5.2]" /></ItemGroup></Project>'
            $null = dotnet restore (Join-Path $TestDrive 'older.csproj') 2>&1
        }
        if (-not (Test-Path $polly)) { Set-ItResult -Skipped -Because 'Polly.Core 8.5.2 is neither in the package folder nor available for download' }
        $child = Invoke-Child -NoImport "Add-Type -Path '$polly'; Import-Module '$ModulePath'; $Works"
        $child.Errors | Should -BeNullOrEmpty
        $child.Output -split '\s+' | Should -Be $Worked
    }
}

Describe 'Together with a module that loaded another System.Text.Json or Microsoft.Bcl.AsyncInterfaces' {
    It 'it works: <Name> <Version>' -ForEach @(
        @{ Name = 'System.Text.Json'; Version = '6.0.0.0' }
        @{ Name = 'System.Text.Json'; Version = '99.0.0.0' }
        @{ Name = 'Microsoft.Bcl.AsyncInterfaces'; Version = '5.0.0.0' }
        @{ Name = 'Microsoft.Bcl.AsyncInterfaces'; Version = '99.0.0.0' }
    ) {
        $file = New-Assembly $Name $Version 'public static class Strange { }' (Join-Path $TestDrive "$Name-$Version")
        $child = Invoke-Child -NoImport "`$null = [System.Reflection.Assembly]::LoadFile('$file'); Import-Module '$ModulePath'; $Works"
        $child.Errors | Should -BeNullOrEmpty
        $child.Output -split '\s+' | Should -Be $Worked
    }
}

Describe 'The types of the module' {
    BeforeAll { Connect-Dms -Emulator }
    AfterAll { Stop-TestEmulator }

    It 'can be named by scripts after a command ran' {
        [HuaweiDms.Instance].Assembly.GetName().Name | Should -Be 'HuaweiDms.Client'
        [HuaweiDms.Emulator.DmsEmulator].Assembly.GetName().Name | Should -Be 'HuaweiDms.Emulator'
    }

    It 'expose no type of a third party' {
        foreach ($assembly in [HuaweiDms.Instance].Assembly, [HuaweiDms.Emulator.DmsEmulator].Assembly, [HuaweiDms.PowerShell.ModuleLifetime].Assembly) {
            $shown = foreach ($type in $assembly.GetExportedTypes()) {
                $type.BaseType
                $type.GetProperties().PropertyType
                $type.GetMethods().ReturnType
            }
            @($shown | Where-Object { $_.Namespace -like 'Polly*' }) | Should -HaveCount 0
        }
    }
}

Describe 'Together with another version of the module' {
    It 'it works, and no command mixes both, if <Label> was imported first' -ForEach @(
        @{ Label = 'this one'; Other = 99; Reverse = $false }
        @{ Label = 'the other one'; Other = 98; Reverse = $true }
    ) {
        $order = $ModulePath, (New-OtherVersion $Other)
        if ($Reverse) { [array]::Reverse($order) }
        $child = Invoke-Child -NoImport @"
Import-Module '$($order[0])'
$Works
Import-Module '$($order[1])'
@(Get-DmsInstance).Count
Get-DmsEmulator | Reset-DmsEmulator
$Works
@([System.AppDomain]::CurrentDomain.GetAssemblies() | Where-Object { `$_.GetName().Name -like 'HuaweiDms.*' } | ForEach-Object { `$_.GetName().Version.Major } | Select-Object -Unique).Count
Remove-Module HuaweiDms
Import-Module '$($order[1])'
$Works
"@
        $child.Errors | Should -BeNullOrEmpty
        $child.Output -split '\s+' | Should -Be ($Worked + '10' + $Worked + '1' + $Worked)
    }
}

Describe 'Thirty-two runspaces in parallel' {
    BeforeAll {
        $services = foreach ($number in 0..3) { Start-TestEmulator -Empty -Speed $Instant }
        foreach ($number in 0..3) {
            Connect-TestEmulator $services[$number] -Name "first-$number"
            $null = New-DmsInstance "only-in-$number" @Ordinary -Force
        }
    }
    AfterAll { Stop-TestEmulator }

    It 'use their own connections, whichever they select and whatever the others do' {
        $where = $services | ForEach-Object { @{ Endpoint = $_.Endpoint; AccessKey = $_.AccessKey; SecretKey = $_.SecretKey; ProjectId = $_.ProjectId } }
        $before = Get-DmsContext | Where-Object IsCurrent
        $wrong = 0..31 | ForEach-Object -ThrottleLimit 32 -Parallel {
            $ErrorActionPreference = 'Stop'
            try {
                Import-Module $using:ModulePath
                $all = $using:where
                $mine = $_ % 4
                $other = ($_ + 1 + [math]::Floor($_ / 4) % 3) % 4
                # The same names everywhere, for different endpoints.
                foreach ($one in @{ Name = 'mine'; Number = $mine }, @{ Name = 'other'; Number = $other }) {
                    $to = $all[$one.Number]
                    Connect-Dms @to -Name $one.Name
                }
                foreach ($round in 1..6) {
                    foreach ($one in @{ Name = 'mine'; Number = $mine }, @{ Name = 'other'; Number = $other }) {
                        Select-DmsContext $one.Name
                        $found = Get-DmsInstance
                        if ($found.Name -ne "only-in-$($one.Number)") { "$($one.Name) of $mine found $($found.Name)" }
                        $set = $found | Set-DmsInstance -Description "by $mine, round $round" -PassThru
                        if ($set.Context -ne $one.Name) { "changed through $($set.Context) instead of $($one.Name)" }
                        $elsewhere = Get-DmsInstance -Context mine, other | Sort-Object Name
                        if ("$($elsewhere.Name)" -ne "$("only-in-$mine", "only-in-$other" | Sort-Object)") { "both of $mine found $($elsewhere.Name)" }
                    }
                }
                Disconnect-Dms mine
                if ((Get-DmsContext | Where-Object IsCurrent).Name -ne 'other') { "after mine of $mine was closed, $((Get-DmsContext | Where-Object IsCurrent).Name) was current" }
                Disconnect-Dms other
                Remove-Module HuaweiDms
            } catch { "$_ $($_.ScriptStackTrace)" }
        }
        $wrong | Should -BeNullOrEmpty
        Get-DmsContext | Where-Object IsCurrent | Should -Be $before
        Get-DmsContext | Should -HaveCount 4
        (Get-DmsInstance).Name | Should -Be 'only-in-3'
    }
}

Describe 'Repeated import and removal' {
    It 'leaves nothing behind that grows' {
        $child = Invoke-Child -NoImport @"
`$ErrorActionPreference = 'Stop'
function Use-Once {
    Import-Module '$ModulePath'
    Connect-Dms -Emulator
    `$s = Start-DmsEmulator
    Connect-Dms -Endpoint `$s.Endpoint -AccessKey `$s.AccessKey -SecretKey `$s.SecretKey -ProjectId `$s.ProjectId
    `$null = Get-DmsInstance
    Remove-Module HuaweiDms
}
function Measure-Now {
    foreach (`$i in 1..3) { [System.GC]::Collect(); [System.GC]::WaitForPendingFinalizers() }
    [System.GC]::GetTotalMemory(`$true)
}
foreach (`$i in 1..15) { Use-Once }
`$memory = Measure-Now
`$assemblies = [System.AppDomain]::CurrentDomain.GetAssemblies().Count
foreach (`$i in 1..30) { Use-Once }
[math]::Max(0, [math]::Floor(((Measure-Now) - `$memory) / 1MB))
[System.AppDomain]::CurrentDomain.GetAssemblies().Count - `$assemblies
[System.Net.NetworkInformation.IPGlobalProperties]::GetIPGlobalProperties().GetActiveTcpListeners().Port -contains `$s.Port
"@
        $child.Errors | Should -BeNullOrEmpty
        $grown, $assemblies, $listening = $child.Output -split '\s+'
        # Thirty rounds of a megabyte each would be thirty; a few may be garbage that is not collected yet.
        [int] $grown | Should -BeLessThan 4
        [int] $assemblies | Should -BeLessOrEqual 2
        $listening | Should -Be 'False'
    }
}
