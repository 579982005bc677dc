<#
.SYNOPSIS
Runs examples of the help, each in a runspace of its own with a new emulator, and writes down what went wrong in each.
#>
param(
    # JSON: a list of { Name, Code }.
    [Parameter(Mandatory)]
    [string] $Path,

    # JSON: { name: [errors] }.
    [Parameter(Mandatory)]
    [string] $ResultPath,

    # An empty folder for the examples to write into.
    [Parameter(Mandatory)]
    [string] $Folder,

    [Parameter(Mandatory)]
    [string] $Manifest
)

$ErrorActionPreference = 'Stop'
Import-Module $Manifest
$variables = Get-ChildItem Env:
$results = [ordered]@{}

foreach ($example in Get-Content $Path -Raw | ConvertFrom-Json) {
    $shell = [powershell]::Create([initialsessionstate]::CreateDefault2())
    try {
        [void] $shell.AddScript('param($Manifest, $Folder) Import-Module $Manifest; Set-Location $Folder; Connect-Dms -Emulator')
        [void] $shell.AddArgument($Manifest).AddArgument($Folder).Invoke()
        $shell.Commands.Clear()
        $ended = try { [void] $shell.AddScript($example.Code).AddCommand('Out-String').Invoke() }
        catch { "$($_.Exception.InnerException.ErrorRecord.FullyQualifiedErrorId): $($_.Exception.InnerException.Message)" }
        $results[$example.Name] = @($shell.Streams.Error.ForEach{ "$($_.FullyQualifiedErrorId): $_" }) + @($ended)
    }
    finally { $shell.Dispose() }

    # What one example leaves behind is not there for the next.
    Get-DmsContext | Disconnect-Dms
    Get-DmsEmulator | Stop-DmsEmulator
    Get-ChildItem $Folder | Remove-Item -Recurse
    Get-ChildItem Env: | Where-Object Name -NotIn $variables.Name | Remove-Item
}
$results | ConvertTo-Json -Depth 3 | Set-Content $ResultPath
