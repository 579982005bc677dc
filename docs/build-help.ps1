<#
.SYNOPSIS
Builds the files that Get-Help reads (en-US) from their sources (docs).

.DESCRIPTION
First, this script updates the Markdown of each command: the syntax and the facts of each parameter come from the module, written
text stays, and a new parameter gets a placeholder for its description. Then it converts the Markdown to MAML, and the about
topics to plain text. A second run changes nothing.

Run docs/build-examples.ps1 first, which records the output of the examples.

Needs the built module and Microsoft.PowerShell.PlatyPS, which reads the Markdown and knows its schema. The script writes the MAML
itself, because PlatyPS omits default values and merges the code of examples into their text.

.EXAMPLE
pwsh ./docs/build-help.ps1 -Check

Writes nothing. Lists all differences and fails if there are any.
#>
#Requires -Version 7.4
[CmdletBinding()]
param(
    # Writes nothing, and fails with a list of all differences between commands, Markdown and en-US.
    [switch] $Check
)

$ErrorActionPreference = 'Stop'
Set-StrictMode -Version 3
$Root = Split-Path $PSScriptRoot
$Culture = 'en-US'
$Placeholder = '{{ Fill in }}'

# The public address of the Markdown, which Get-Help -Online opens.
$Online = "$((Import-PowerShellDataFile (Join-Path $Root 'HuaweiDms.psd1')).PrivateData.PSData.ProjectUri)/blob/main/docs/cmdlets"

# The first line of the first example of every command. It is not in the Markdown, because it is always the same.
$Setting = '# With the emulator: Connect-Dms -Emulator. Ids and names are those it has.'
$Sections = 'SYNOPSIS', 'SYNTAX', 'DESCRIPTION', 'EXAMPLES', 'PARAMETERS', 'INPUTS', 'OUTPUTS', 'NOTES', 'RELATED LINKS'
$Drift = [Collections.Generic.List[string]]::new()

if (-not (Get-Module Microsoft.PowerShell.PlatyPS -ListAvailable)) {
    throw 'Microsoft.PowerShell.PlatyPS is required. Install it: Install-PSResource Microsoft.PowerShell.PlatyPS -Version 1.0.3'
}
Import-Module Microsoft.PowerShell.PlatyPS -MinimumVersion 1.0.1
Import-Module (Join-Path $Root 'HuaweiDms.psd1') -Force

# --- Text ---------------------------------------------------------------------------------------------------------------

# Reads a file, with line feeds on every system.
function Read-Text([string] $Path) { [IO.File]::ReadAllText($Path).Replace("`r`n", "`n") }

# Writes a file, or with -Check records that it would. The same on every system: UTF-8 without a byte order mark, line feeds.
function Save-Text([string] $Path, [string] $Text, [string[]] $Reasons) {
    $relative = [IO.Path]::GetRelativePath($Root, $Path).Replace('\', '/')
    $old = (Test-Path $Path) ? (Read-Text $Path) : $null
    if ($old -ceq $Text) { return }
    if ($Check) {
        foreach ($reason in ($Reasons ?? 'differs from what docs/build-help.ps1 creates')) { $Drift.Add("${relative}: $reason") }
        return
    }
    New-Item (Split-Path $Path) -ItemType Directory -Force | Out-Null
    [IO.File]::WriteAllText($Path, $Text)
    Write-Host "$relative written"
}

# Splits text at its headings of one level, except inside code. Text before the first heading has the key ''.
function Split-Heading([string] $Text, [string] $Mark) {
    $parts = [ordered]@{ '' = '' }
    $name = ''
    $inCode = $false
    foreach ($line in $Text -split "`n") {
        if ($line.StartsWith('```')) { $inCode = -not $inCode }
        if (-not $inCode -and $line.StartsWith("$Mark ")) {
            $name = $line.Substring($Mark.Length).Trim()
            $parts[$name] = ''
        }
        else { $parts[$name] += "$line`n" }
    }
    foreach ($key in @($parts.Keys)) { $parts[$key] = $parts[$key].Trim("`n") }
    $parts
}

# Wraps a line at spaces, or at the pattern -At. Indents all lines after the first.
function Format-Line([string] $Text, [int] $Width, [string] $Indent = '', [string] $First = $Indent, [string] $At = ' ') {
    $line = $First
    $begun = $false
    foreach ($word in $Text -split $At) {
        if ($begun -and $line.Length + 1 + $word.Length -gt $Width) {
            $line.TrimEnd()
            $line = $Indent + $word
        }
        else { $line += $begun ? " $word" : $word }
        $begun = $true
    }
    $line.TrimEnd()
}

# Removes the markup of code, links and emphasis.
function ConvertTo-Plain([string] $Text) {
    $Text -replace '\[([^\]]+)\]\([^)]+\)', '$1' -replace '\*\*([^*]+)\*\*', '$1' -replace '`([^`]*)`', '$1'
}

# Splits Markdown into blocks: { Kind = Text|Item|Code; Text; Language }. Joins the lines of a paragraph.
function Split-Block([string] $Text) {
    $block = $null
    foreach ($line in "$Text`n`n" -split "`n") {
        if ($block -and $block.Kind -eq 'Code') {
            if ($line.StartsWith('```')) { $block; $block = $null }
            else { $block.Text += ($block.Text ? "`n" : '') + $line }
        }
        elseif ($line -match '^```(\w*)') {
            if ($block) { $block }
            $block = @{ Kind = 'Code'; Text = ''; Language = $Matches[1] }
        }
        elseif ($line -notmatch '\S') {
            if ($block) { $block; $block = $null }
        }
        elseif ($line -match '^- (.*)') {
            if ($block) { $block }
            $block = @{ Kind = 'Item'; Text = ConvertTo-Plain $Matches[1] }
        }
        elseif ($block) { $block.Text += ' ' + (ConvertTo-Plain $line.Trim()) }
        else { $block = @{ Kind = 'Text'; Text = ConvertTo-Plain $line.Trim() } }
    }
}

# --- Markdown from the commands -------------------------------------------------------------------------------------------

# Reads the default value of a parameter from the command.
function Get-Default($Command, $Parameter) {
    if ($Parameter.ParameterType -eq [switch]) { return 'False' }
    $property = $Command.ImplementingType.GetProperty($Parameter.Name)
    if (-not $property -or $Parameter.ParameterSets.Values.Where{ $_.IsMandatory }) { return '' }
    $value = $property.GetValue([Activator]::CreateInstance($Command.ImplementingType))
    if ($value -is [IFormattable]) { return $value.ToString($null, [cultureinfo]::InvariantCulture) }
    "$value"
}

# The parameter sets of a command, the default first.
function Get-SyntaxText($Command) {
    $sets = @($Command.ParameterSets | Sort-Object { -not $_.IsDefault } -Stable)
    $forms = foreach ($set in $sets) {
        $name = $set.Name + (($sets.Count -gt 1 -and $set.IsDefault) ? ' (Default)' : '')
        $form = (Format-Line "$($Command.Name) $set" 100 ' ' '' ' (?=[\[-])') -join "`n"
        "### $name`n`n``````$("`n")$form`n``````"
    }
    $forms -join "`n`n"
}

# The facts of a parameter in the schema of PlatyPS: from the skeleton, with the default value.
function Get-FactText($Command, [string] $Name, [string] $Skeleton) {
    $facts = [regex]::Match($Skeleton, '(?s)```yaml\n.*?\n```').Value
    $default = (Get-Default $Command $Command.Parameters[$Name]) -replace "'", "''"
    $facts -replace "(?m)^DefaultValue: .*$", "DefaultValue: '$default'"
}

# The written text of a parameter, without its facts.
function Get-WrittenText($Parameters, [string] $Name) {
    if (-not $Parameters.Contains("-$Name")) { return $Placeholder }
    ($Parameters["-$Name"] -replace '(?s)```yaml\n.*?\n```', '').Trim("`n")
}

# Builds the PARAMETERS section: facts from the skeleton, text from the existing file.
function Join-Parameter($Command, $Skeleton, $Written, $Reasons) {
    $texts = foreach ($heading in $Skeleton.Keys.Where{ $_ }) {
        $name = $heading.TrimStart('-')
        if ($heading -eq 'CommonParameters') { "### $heading`n`n$($Skeleton[$heading])"; continue }
        $facts = Get-FactText $Command $name $Skeleton[$heading]
        if (-not $Written.Contains($heading)) { $Reasons.Add("-$name is not described") }
        elseif (-not $Written[$heading].Contains($facts)) { $Reasons.Add("-$name is described with facts that differ from the command") }
        "### $heading`n`n$(Get-WrittenText $Written $name)`n`n$facts"
    }
    foreach ($heading in $Written.Keys.Where{ $_ -and -not $Skeleton.Contains($_) }) {
        $Reasons.Add("$heading is described, but the command has no such parameter")
        if (-not $Check) { Write-Warning "$($Command.Name) has no $heading; its text is removed: $($Written[$heading])" }
    }
    $texts -join "`n`n"
}

# Updates the Markdown of a command and returns it.
function Update-Markdown($Command, [string] $Skeleton) {
    $path = Join-Path $PSScriptRoot "cmdlets/$($Command.Name).md"
    $reasons = [Collections.Generic.List[string]]::new()
    $made = Split-Heading $Skeleton '##'
    $written = [ordered]@{ PARAMETERS = '' }
    if (Test-Path $path) { $written = Split-Heading (Read-Text $path) '##' }
    else { $reasons.Add('does not exist') }

    $syntax = Get-SyntaxText $Command
    if ($written['SYNTAX'] -cne $syntax) { $reasons.Add('SYNTAX differs from the command') }
    $parameters = Join-Parameter $Command (Split-Heading $made['PARAMETERS'] '###') (Split-Heading "$($written['PARAMETERS'])" '###') $reasons
    # Use the current address: the skeleton takes it from the existing help, which may be outdated.
    $text = ($made[''] -replace '(?m)^ms\.date: .*\n', '' -replace '(?m)^HelpUri: .*$', "HelpUri: $Online/$($Command.Name).md") + "`n"
    foreach ($section in $Sections) {
        $body = switch ($section) {
            'SYNTAX' { $syntax }
            'PARAMETERS' { $parameters }
            default { $written[$section] ? $written[$section] : $Placeholder }
        }
        $text += "`n## $section`n`n$body`n"
    }
    if ($Check -and $text.Contains('{{')) { $Drift.Add("docs/cmdlets/$($Command.Name).md: a placeholder is not filled in") }
    if ($reasons.Count -eq 0) { $reasons.Add('differs from the layout of docs/build-help.ps1') }
    $text = $text -replace "\n{3,}", "`n`n"
    Save-Text $path $text $reasons
    $text
}

# --- MAML from the Markdown -----------------------------------------------------------------------------------------------

$Namespaces = @{
    maml    = 'http://schemas.microsoft.com/maml/2004/10'
    command = 'http://schemas.microsoft.com/maml/dev/command/2004/10'
    dev     = 'http://schemas.microsoft.com/maml/dev/2004/10'
}

# Creates an element: its name such as 'maml:para', content (text or elements), and attributes.
function New-Element([string] $Name, $Content, [Collections.IDictionary] $Attributes = @{}) {
    $prefix, $local = $Name -split ':'
    $element = [Xml.Linq.XElement]::new([Xml.Linq.XName]::Get($local, $Namespaces[$prefix]))
    foreach ($attribute in $Attributes.GetEnumerator()) { $element.SetAttributeValue($attribute.Key, $attribute.Value) }
    foreach ($item in $Content) { $element.Add($item) }
    $element
}

# Converts text to paragraphs without Markdown.
function ConvertTo-Para([string] $Text) {
    foreach ($block in Split-Block $Text) {
        New-Element 'maml:para' ($block.Kind -eq 'Item' ? "- $($block.Text)" : $block.Text)
    }
}

# The short name of a type: string[], InstanceReference[].
function Get-ShortType([string] $Type) {
    $accelerators = @{
        'System.String' = 'string'; 'System.Int32' = 'int'; 'System.UInt64' = 'ulong'; 'System.Double' = 'double'; 'System.Object' = 'Object'
    }
    $bare = $Type -replace '^System\.Nullable`1\[(.+)\]$', '$1'
    $item = $bare -replace '\[\]$', ''
    ($accelerators[$item] ?? ($item -replace '^.*\.', '')) + ($bare.EndsWith('[]') ? '[]' : '')
}

# Creates the element of a parameter, in general or in one parameter set of the syntax.
function New-ParameterElement($Parameter, $SyntaxSet) {
    $sets = $SyntaxSet ? @($SyntaxSet) : @($Parameter.ParameterSets)
    $pipeline = @(
        if ($sets.ValueFromPipeline -contains $true) { 'ByValue' }
        if ($sets.ValueFromPipelineByPropertyName -contains $true) { 'ByPropertyName' }
    )
    $type = Get-ShortType $Parameter.Type
    $isSwitch = $type -eq 'SwitchParameter'
    New-Element 'command:parameter' @(
        New-Element 'maml:name' $Parameter.Name
        New-Element 'maml:description' @(ConvertTo-Para $Parameter.Description)
        if ($Parameter.AcceptedValues -and $SyntaxSet) {
            New-Element 'command:parameterValueGroup' @($Parameter.AcceptedValues | ForEach-Object {
                    New-Element 'command:parameterValue' $_ ([ordered]@{ required = 'false'; variableLength = 'false' }) })
        }
        elseif (-not $isSwitch) { New-Element 'command:parameterValue' $type ([ordered]@{ required = 'true'; variableLength = 'false' }) }
        New-Element 'dev:type' @(New-Element 'maml:name' $type; New-Element 'maml:uri' $null)
        New-Element 'dev:defaultValue' ($Parameter.DefaultValue ? $Parameter.DefaultValue : 'None')
    ) ([ordered]@{
            required       = "$($sets.IsRequired -contains $true)".ToLowerInvariant()
            variableLength = "$($type.EndsWith('[]'))".ToLowerInvariant()
            globbing       = "$($Parameter.SupportsWildcards)".ToLowerInvariant()
            pipelineInput  = $pipeline ? "True ($($pipeline -join ', '))" : 'False'
            position       = "$($sets[0].Position)".ToLowerInvariant()
            aliases        = $Parameter.Aliases ? ($Parameter.Aliases -join ', ') : 'none'
        })
}

# Creates one parameter set of the syntax, with the parameters in their order there.
function New-SyntaxElement($Help, $Form) {
    New-Element 'command:syntaxItem' @(
        New-Element 'maml:name' $Help.Title
        foreach ($named in $Form.SyntaxParameters) {
            $parameter = $Help.Parameters.Where{ $_.Name -eq $named.ParameterName }[0]
            $set = $parameter.ParameterSets.Where{ $_.Name -in $Form.ParameterSetName, '(All)' }[0]
            New-ParameterElement $parameter $set
        }
    )
}

# The first code block is the code of the example; everything else becomes its remarks. Output is a paragraph that keeps its lines.
function New-ExampleElement($Example, [bool] $IsFirst) {
    $blocks = @(Split-Block $Example.Remarks)
    $code = $blocks.Where{ $_.Kind -eq 'Code' }[0]
    New-Element 'command:example' @(
        New-Element 'maml:title' "--------- $($Example.Title) ---------"
        New-Element 'dev:code' ($IsFirst ? "$Setting`n$($code.Text)" : $code.Text)
        New-Element 'dev:remarks' @(
            $blocks.Where{ -not [object]::ReferenceEquals($_, $code) }.ForEach{ New-Element 'maml:para' $_.Text }
            New-Element 'maml:para' $null
        )
    )
}

function New-TypeElement([string] $Outer, [string] $Inner, $Types) {
    New-Element $Outer @(foreach ($type in $Types) {
            New-Element $Inner @(
                New-Element 'dev:type' @(New-Element 'maml:name' $type.Typename)
                New-Element 'maml:description' @(ConvertTo-Para $type.Description)
            )
        })
}

function New-CommandElement($Help) {
    $verb, $noun = $Help.Title -split '-', 2
    New-Element 'command:command' @(
        New-Element 'command:details' @(
            New-Element 'command:name' $Help.Title
            New-Element 'command:verb' $verb
            New-Element 'command:noun' $noun
            New-Element 'maml:description' @(ConvertTo-Para $Help.Synopsis)
        )
        New-Element 'maml:description' @(ConvertTo-Para $Help.Description)
        New-Element 'command:syntax' @($Help.Syntax | ForEach-Object { New-SyntaxElement $Help $_ })
        New-Element 'command:parameters' @($Help.Parameters | ForEach-Object { New-ParameterElement $_ })
        New-TypeElement 'command:inputTypes' 'command:inputType' $Help.Inputs
        New-TypeElement 'command:returnValues' 'command:returnValue' $Help.Outputs
        New-Element 'maml:alertSet' @(New-Element 'maml:alert' @(ConvertTo-Para $Help.Notes))
        New-Element 'command:examples' @($Help.Examples | ForEach-Object { New-ExampleElement $_ ($_ -eq $Help.Examples[0]) })
        New-Element 'command:relatedLinks' @(
            New-Element 'maml:navigationLink' @(
                New-Element 'maml:linkText' 'Online version:'
                New-Element 'maml:uri' "$Online/$($Help.Title).md"
            )
            $Help.RelatedLinks | ForEach-Object {
                New-Element 'maml:navigationLink' @(
                    New-Element 'maml:linkText' $_.LinkText
                    New-Element 'maml:uri' (($_.Uri -match '^https?:') ? $_.Uri : $null)
                )
            }
        )
    )
}

function New-Maml($Helps) {
    $list = [Xml.Linq.XElement]::new([Xml.Linq.XName]::Get('helpItems', 'http://msh'))
    $list.SetAttributeValue('schema', 'maml')
    foreach ($help in $Helps) {
        $command = New-CommandElement $help
        foreach ($prefix in 'maml', 'command', 'dev') {
            $command.SetAttributeValue([Xml.Linq.XNamespace]::Xmlns + $prefix, $Namespaces[$prefix])
        }
        $list.Add($command)
    }
    $settings = [Xml.XmlWriterSettings]@{ Indent = $true; NewLineChars = "`n"; OmitXmlDeclaration = $true }
    $text = [Text.StringBuilder]::new("<?xml version=`"1.0`" encoding=`"utf-8`"?>`n")
    $writer = [Xml.XmlWriter]::Create($text, $settings)
    $list.Save($writer)
    $writer.Dispose()
    "$text`n"
}

# Lists the commands whose help differs from the file.
function Get-MamlDrift([string] $Path, [string] $Text) {
    if (-not (Test-Path $Path)) { return 'does not exist' }
    $old, $new = foreach ($document in [IO.File]::ReadAllText($Path), $Text) {
        $byName = @{}
        foreach ($command in ([xml] $document).helpItems.command) { $byName[$command.details.name] = $command.OuterXml }
        $byName
    }
    foreach ($name in @($old.Keys) + @($new.Keys) | Sort-Object -Unique) {
        if ($old[$name] -cne $new[$name]) { "$name differs from its Markdown" }
    }
}

# --- About topics -----------------------------------------------------------------------------------------------------------

# Converts a topic to plain text of 80 columns, with the headings in the order that Get-Help expects.
function ConvertTo-Topic([string] $Name, [string] $Markdown) {
    $lines = @(
        'TOPIC'
        "    $Name"
        ''
        foreach ($part in (Split-Heading $Markdown '##').GetEnumerator().Where{ $_.Key }) {
            $part.Key.ToUpperInvariant()
            foreach ($sub in (Split-Heading $part.Value '###').GetEnumerator()) {
                if ($sub.Key) { ConvertTo-Plain "  $($sub.Key)" }
                $last = ''
                foreach ($block in Split-Block $sub.Value) {
                    if ($last -and -not ($last -eq 'Item' -and $block.Kind -eq 'Item')) { '' }
                    $last = $block.Kind
                    switch ($block.Kind) {
                        'Code' { ($block.Text -split "`n").ForEach{ "        $_".TrimEnd() } }
                        'Item' { Format-Line $block.Text 80 '      ' '    - ' }
                        default { Format-Line $block.Text 80 '    ' }
                    }
                }
                if ($last) { '' }
            }
        }
    )
    $long = $lines.Where{ $_.Length -gt 80 -or $_ -match '[^\x20-\x7E]' }
    if ($long) { throw "$Name has lines of more than 80 columns, or characters that Windows PowerShell would misread: $($long -join "`n")" }
    ($lines -join "`n").TrimEnd() + "`n"
}

# --- Main -----------------------------------------------------------------------------------------------------------------

$commands = @(Get-Command -Module HuaweiDms | Sort-Object Name)
$work = Join-Path ([IO.Path]::GetTempPath()) "help-$([guid]::NewGuid())"
try {
    # PlatyPS reads properties that some objects do not have.
    & { Set-StrictMode -Off; New-MarkdownCommandHelp -CommandInfo $commands -OutputFolder $work -Locale $Culture -WarningAction Ignore | Out-Null }
    $helps = foreach ($command in $commands) {
        $file = Join-Path $work "HuaweiDms/$($command.Name).md"
        $text = Update-Markdown $command (Read-Text $file)
        [IO.File]::WriteAllText($file, $text)
        Import-MarkdownCommandHelp $file
    }
}
finally { Remove-Item $work -Recurse -ErrorAction Ignore }

foreach ($file in Get-ChildItem (Join-Path $PSScriptRoot 'cmdlets') -Filter *.md) {
    if ($file.BaseName -notin $commands.Name) { $Drift.Add("docs/cmdlets/$($file.Name): no such command exists") }
}

$mamlPath = Join-Path $Root "$Culture/HuaweiDms.PowerShell.dll-Help.xml"
$maml = New-Maml $helps
Save-Text $mamlPath $maml (Get-MamlDrift $mamlPath $maml)

$topics = @(Get-ChildItem $PSScriptRoot -Filter about_*.md | Sort-Object Name)
foreach ($topic in $topics) {
    $text = ConvertTo-Topic $topic.BaseName (Read-Text $topic.FullName)
    Save-Text (Join-Path $Root "$Culture/$($topic.BaseName).help.txt") $text
}
foreach ($file in Get-ChildItem (Join-Path $Root $Culture) -Filter about_*.help.txt) {
    if ($file.Name -notin $topics.ForEach{ "$($_.BaseName).help.txt" }) { $Drift.Add("$Culture/$($file.Name): docs has no such topic") }
}

if ($Drift.Count -gt 0) {
    [Console]::Error.WriteLine("$($Drift.Count) differences between commands, docs and ${Culture}:`n$($Drift -join "`n")")
    exit 1
}
