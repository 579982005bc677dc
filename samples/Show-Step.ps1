# Shared by the tours. Dot-source it.

# Prints the text, then shows and runs each command, as at a prompt. To keep the variables that the commands set, dot-source the
# call as well.
function Show-Step([string] $Text, [scriptblock] $Command) {
    Write-Host "`n$Text" -ForegroundColor Cyan
    foreach ($statement in $Command.Ast.EndBlock.Statements) {
        Write-Host "PS> $statement" -ForegroundColor DarkGray
        . ([scriptblock]::Create("$statement")) | Out-Host
    }
}
