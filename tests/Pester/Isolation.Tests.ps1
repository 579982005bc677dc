BeforeAll {
    . $PSScriptRoot/Common.ps1

    # Roslyn comes with PowerShell. An assembly of any name and version, as a neighbour might bring it.
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

    # A module that needs a Polly.Core of its own, which has nothing that ours has.
    function New-Neighbour([string] $Version) {
        $folder = Join-Path $TestDrive "neighbour-$Version"
        $polly = New-Assembly Polly.Core $Version 'namespace Polly { public static class OnlyHere { public static string Version => typeof(OnlyHere).Assembly.GetName().Version.ToString(); } }' $folder
        New-Assembly Neighbour 1.0.0.0 '[System.Management.Automation.Cmdlet("Get", "NeighbourPolly")] public sealed class GetNeighbourPolly : System.Management.Automation.PSCmdlet { protected override void EndProcessing() { WriteObject(Polly.OnlyHere.Version); } }' $folder $polly
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

Describe 'Beside a module with a Polly of its own' {
    It 'works when that was loaded first: version <_>' -ForEach '7.0.0.0', '8.0.0.0', '9.0.0.0' {
        $neighbour = New-Neighbour $_
        $child = Invoke-Child -NoImport "Import-Module '$neighbour'; Get-NeighbourPolly; Import-Module '$ModulePath'; $Works; Get-NeighbourPolly"
        $child.Errors | Should -BeNullOrEmpty
        $child.Output -split '\s+' | Should -Be (@($_) + $Worked + $_)
    }

    It 'leaves that working when it comes later: version <_>' -ForEach '7.0.0.0', '8.0.0.0', '9.0.0.0' {
        $neighbour = New-Neighbour $_
        $child = Invoke-Child "$Works; Import-Module '$neighbour'; Get-NeighbourPolly"
        $child.Errors | Should -BeNullOrEmpty
        $child.Output -split '\s+' | Should -Be ($Worked + $_)
    }

    It 'keeps what is not ours out of everybody''s way' {
        $child = Invoke-Child "$Works; [System.Runtime.Loader.AssemblyLoadContext]::Default.Assemblies | ForEach-Object { `$_.GetName().Name } | Where-Object { `$_ -match '^Polly' }"
        $child.Errors | Should -BeNullOrEmpty
        $child.Output -split '\s+' | Should -Be $Worked
    }

    It 'works beside the real Polly.Core 8.5.2' {
        $packages = if ($env:NUGET_PACKAGES) { $env:NUGET_PACKAGES } else { Join-Path ([Environment]::GetFolderPath('UserProfile')) '.nuget/packages' }
        $polly = Join-Path $packages 'polly.core/8.5.2/lib/net8.0/Polly.Core.dll'
        if (-not (Test-Path $polly) -and (Get-Command dotnet -ErrorAction Ignore)) {
            Set-Content (Join-Path $TestDrive 'older.csproj') '<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net8.0</TargetFramework></PropertyGroup><ItemGroup><PackageDownload Include="Polly.Core" Version="[8.5.2]" /></ItemGroup></Project>'
            $null = dotnet restore (Join-Path $TestDrive 'older.csproj') 2>&1
        }
        if (-not (Test-Path $polly)) { Set-ItResult -Skipped -Because 'Polly.Core 8.5.2 is neither in the package folder nor to be had' }
        $child = Invoke-Child -NoImport "Add-Type -Path '$polly'; Import-Module '$ModulePath'; $Works"
        $child.Errors | Should -BeNullOrEmpty
        $child.Output -split '\s+' | Should -Be $Worked
    }
}

Describe 'Beside a module that loaded another System.Text.Json or Microsoft.Bcl.AsyncInterfaces' {
    It 'works: <Name> <Version>' -ForEach @(
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

Describe 'Our own types' {
    BeforeAll { Connect-Dms -Emulator }
    AfterAll { Stop-TestEmulator }

    It 'can be named by everybody once a command ran' {
        [HuaweiDms.Instance].Assembly.GetName().Name | Should -Be 'HuaweiDms.Client'
        [HuaweiDms.Emulator.DmsEmulator].Assembly.GetName().Name | Should -Be 'HuaweiDms.Emulator'
    }

    It 'show no type of a third party' {
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
