@{
    RootModule        = 'Floor.dll'
    ModuleVersion     = '1.0'
    GUID              = '8d4b8f3a-6a0f-4a41-8a51-3f9d1f2c7b10'
    Description       = 'The minimum a compiled cmdlet needs for the same result: no signatures, no retries, no useful error messages.'
    CmdletsToExport   = @('Invoke-Floor')
    FunctionsToExport = @()
    VariablesToExport = @()
    AliasesToExport   = @()
}
