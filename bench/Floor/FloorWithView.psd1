@{
    RootModule        = 'Floor.dll'
    ModuleVersion     = '1.0'
    GUID              = '8b1c2a54-3d0f-4c56-9c7e-5f2f6b0a9e31'
    Description       = 'The floor module with one view, which makes PowerShell rebuild its table of views.'
    FormatsToProcess  = @('PlainTopic.Format.ps1xml')
    CmdletsToExport   = @('Invoke-Floor')
    FunctionsToExport = @()
    VariablesToExport = @()
    AliasesToExport   = @()
}
