# What the tours share. Dot-source it.

# Says what comes; then shows and runs each command, as at a prompt. Where the variables of the commands are to stay, the call
# is dot-sourced as well.
function Show-Step([string] $Text, [scriptblock] $Command) {
    Write-Host "`n$Text" -ForegroundColor Cyan
    foreach ($statement in $Command.Ast.EndBlock.Statements) {
        Write-Host "PS> $statement" -ForegroundColor DarkGray
        . ([scriptblock]::Create("$statement")) | Out-Host
    }
}
