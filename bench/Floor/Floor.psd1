@{
    RootModule        = 'Floor.dll'
    ModuleVersion     = '1.0'
    GUID              = '8d4b8f3a-6a0f-4a41-8a51-3f9d1f2c7b10'
    Description       = 'The minimum that a compiled cmdlet must do for the same result: no signature, no retries, no helpful errors.'
    CmdletsToExport   = @('Invoke-Floor')
    FunctionsToExport = @()
    VariablesToExport = @()
    AliasesToExport   = @()
}
