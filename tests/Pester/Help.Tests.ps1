# What Get-Help shows: whether it exists, whether it is correct, whether its examples run, and whether they print what it
# says.

# As in the other suites, HUAWEIDMS_MODULE names a build to test other than the one at the root.
BeforeDiscovery {
    $module = if ($env:HUAWEIDMS_MODULE) { $env:HUAWEIDMS_MODULE } else { "$PSScriptRoot/../../HuaweiDms.psd1" }
    Import-Module $module
    $commands = @(Get-Command -Module HuaweiDms | Sort-Object Name)
    $commandCases = $commands.ForEach{ @{ Command = $_.Name } }

    $automatic = [System.Management.Automation.Cmdlet]::CommonParameters
    $parameterCases = foreach ($command in $commands) {
        $command.Parameters.Keys.Where{ $_ -notin $automatic }.ForEach{ @{ Command = $command.Name; Parameter = $_ } }
    }
    # The documented output of the examples.
    $written = @{}
    foreach ($example in & "$PSScriptRoot/../../docs/build-examples.ps1" -List) { $written[$example.Name] = $example }

    $exampleCases = foreach ($command in $commands) {
        $number = 0
        foreach ($example in @((Get-Help $command.Name -Full).examples.example)) {
            $number++
            $name = "$($command.Name) $number"
            @{
                Name = $name; Title = $example.title.Trim('- '); Code = $example.code -replace '^# With the emulator: .*\r?\n'
                Remarks = (@($example.remarks) | ForEach-Object { $_.Text }) -join "`n"
                Written = $written[$name].Code; Output = $written[$name].Output
            }
        }
    }
    $topicCases = @(Get-ChildItem "$PSScriptRoot/../../docs" -Filter about_*.md).ForEach{ @{ Topic = $_.BaseName } }

    # Code of the about topics that requires neither an account nor a script of the reader.
    $blockCases = foreach ($topic in $topicCases.Topic) {
        $number = 0
        $text = [IO.File]::ReadAllText("$PSScriptRoot/../../docs/$topic.md").Replace("`r`n", "`n")
        foreach ($match in [regex]::Matches($text, '(?s)```powershell\n(.*?)\n```')) {
            $number++
            $code = $match.Groups[1].Value -replace '\./HuaweiDms\.psd1', "'$module'"
            if ($code -notmatch 'cn-north-4|restart-tests|#Requires') { @{ Name = "$topic $number"; Title = ''; Code = $code } }
        }
    }
}

Describe 'Help' {
    BeforeAll {
        $Root = (Resolve-Path "$PSScriptRoot/../..").Path
        $Manifest = if ($env:HUAWEIDMS_MODULE) { (Resolve-Path $env:HUAWEIDMS_MODULE).Path } else { "$Root/HuaweiDms.psd1" }
        Import-Module $Manifest
        # The operations of the reference, by section and by name.
        $Operations = @{}
        $contract = Get-Content "$Root/tests/Contract/openapi.json" -Raw | ConvertFrom-Json -AsHashtable
        foreach ($operation in $contract['paths'].Values.Values | Where-Object { $_['operationId'] }) {
            $Operations[$operation['operationId']] = $Operations[$operation['x-section']] = @{ Section = $operation['x-section']; Successor = $operation['x-replaced-by'] }
        }
        $Placeholder = '\{\{|\}\}|Fill in|TODO'

        # Help as text: a description is a list of paragraphs.
        function Get-Text($Part) { (@($Part) | ForEach-Object { $_.Text }) -join "`n" }
    }

    Context '<Command>' -ForEach $commandCases {
        BeforeAll { $Help = Get-Help $Command -Full }

        It 'has a synopsis of one sentence' {
            $Help.Synopsis.Trim() | Should -Match '^[A-Z][^\n]+\.$'
            $Help.Synopsis | Should -Not -Match $Placeholder
        }

        It 'has a description' {
            (Get-Text $Help.description).Length | Should -BeGreaterThan 200
            Get-Text $Help.description | Should -Not -Match $Placeholder
        }

        It 'has at least two examples, each with code and an explanation' {
            $examples = @($Help.examples.example)
            $examples.Count | Should -BeGreaterOrEqual 2
            foreach ($example in $examples) {
                $example.code | Should -Not -BeNullOrEmpty
                $example.code -like '# With the emulator: *' | Should -Be ($example -eq $examples[0])
                (Get-Text $example.remarks).Trim() | Should -Match '\.$'
            }
        }

        It 'describes input and output' {
            foreach ($type in @($Help.inputTypes.inputType) + @($Help.returnValues.returnValue)) {
                $type.type.name | Should -Not -BeNullOrEmpty
                Get-Text $type.description | Should -Match '\w'
                Get-Text $type.description | Should -Not -Match $Placeholder
            }
        }

        It 'names the output type that the command declares' {
            $declared = @((Get-Command $Command).OutputType.Name)
            $documented = @($Help.returnValues.returnValue.type.name).Where{ $_ -ne 'None' }
            $documented | Sort-Object | Should -Be ($declared | Sort-Object)
        }

        It 'names the API operation and the permission it requires' {
            $notes = Get-Text $Help.alertSet.alert
            $notes | Should -Match 'API: |No call to the service'
            $notes | Should -Match 'IAM permission'
        }

        It 'names the successor of a retired operation' {
            $notes = [IO.File]::ReadAllText("$Root/docs/cmdlets/$Command.md") -replace '(?s)^.*\n## NOTES'
            foreach ($section in [regex]::Matches($notes, '\b7\.[12](\.\d+)+').Value | Where-Object { $_ }) {
                $operation = $Operations[$section]
                $operation | Should -Not -BeNullOrEmpty -Because "$section is not a section of the reference"
                if ($operation.Successor) { $notes | Should -Match ([regex]::Escape($Operations[$operation.Successor].Section)) -Because "$section has this successor" }
                else { [IO.File]::ReadAllText("$Root/docs/cmdlets/$Command.md") | Should -BeLike '*no successor*' -Because "$section has no successor" }
            }
        }

        It 'links to existing targets' {
            $online, $links = @($Help.relatedLinks.navigationLink.linkText)
            $online | Should -Be 'Online version:'
            $Help.relatedLinks.navigationLink[0].uri | Should -Be "https://github.com/huaweidms/HuaweiDms/blob/main/docs/cmdlets/$Command.md"
            $links.Count | Should -BeGreaterOrEqual 2
            foreach ($link in $links) {
                if ($link -like 'about_*') { "$Root/en-US/$link.help.txt" | Should -Exist }
                else { (Get-Command $link).Source | Should -Be HuaweiDms }
            }
        }

        It 'has Markdown whose links have targets' {
            $text = Get-Content "$Root/docs/cmdlets/$Command.md" -Raw
            $targets = [regex]::Matches($text, '\]\((?!https?:)([^)]+)\)').ForEach{ $_.Groups[1].Value }
            $targets.Count | Should -BeGreaterOrEqual 2
            foreach ($target in $targets) { "$Root/docs/cmdlets/$target" | Should -Exist }
        }
    }

    It '<Command> -<Parameter> is described' -ForEach $parameterCases {
        $help = Get-Help $Command -Parameter $Parameter
        $text = Get-Text $help.description
        $text | Should -Match '^[A-Z].+\.$'
        $text | Should -Not -Match $Placeholder
    }

    Context '<Topic>' -ForEach $topicCases {
        It 'is found in the clone' {
            Get-Help $Topic | Out-String | Should -Match "TOPIC\s+$Topic\s+SHORT DESCRIPTION"
        }

        It 'is plain text of 80 columns' {
            $lines = [IO.File]::ReadAllLines("$Root/en-US/$Topic.help.txt")
            $lines.Where{ $_.Length -gt 80 -or $_ -match '[^\x20-\x7E]' -or $_ -match '```|\]\(' } | Should -BeNullOrEmpty
        }

        It 'names only what exists' {
            $text = Get-Content "$Root/docs/$Topic.md" -Raw
            foreach ($match in [regex]::Matches($text, '\b[A-Z][a-z]+-(Dms|Dcs)[A-Za-z]*\b')) {
                Get-Command $match.Value -Module HuaweiDms -ErrorAction Ignore | Should -Not -BeNullOrEmpty -Because $match.Value
            }
            foreach ($match in [regex]::Matches($text, '\babout_HuaweiDms\w*')) { "$Root/docs/$($match.Value).md" | Should -Exist }
        }
    }

    It '<Name> is shown as written: <Title>' -ForEach $exampleCases {
        $Code | Should -BeExactly $Written
        # Get-Help removes spaces before a paragraph.
        $Remarks.StartsWith($Output.TrimStart(), 'Ordinal') | Should -BeTrue -Because "the remarks must begin with the output of the example: $Output"
    }

    Context 'Examples' -ForEach @{ Cases = @($exampleCases) + @($blockCases); Shown = @($exampleCases) } {
        BeforeAll {
            $folder = New-Item "$TestDrive/examples" -ItemType Directory
            ConvertTo-Json $Cases | Set-Content "$TestDrive/examples.json"
            $arguments = @(
                '-NoProfile', '-NonInteractive', '-File', "$PSScriptRoot/Invoke-Example.ps1"
                '-Path', (Convert-Path "$TestDrive/examples.json"), '-ResultPath', "$(Convert-Path $TestDrive)/results.json"
                '-Folder', $folder.FullName, '-Manifest', $Manifest
            )
            & (Get-Process -Id $PID).Path @arguments | Out-Null
            $Outcome = Get-Content "$TestDrive/results.json" -Raw | ConvertFrom-Json
        }

        It '<Name> runs unchanged: <Title>' -ForEach $Cases {
            $Outcome.PSObject.Properties.Name | Should -Contain $Name
            $errors = @($Outcome.$Name.Errors)
            if ($Title -like '*(shows an error)') { $errors | Should -Not -BeNullOrEmpty }
            else { $errors | Should -BeNullOrEmpty }
        }

        It '<Name> prints what its help shows: <Title>' -ForEach $Shown {
            if ($PSVersionTable.PSVersion -lt '7.4') { Set-ItResult -Skipped -Because 'Windows PowerShell formats tables and errors differently' }
            "$($Outcome.$Name.Output)" | Should -BeExactly $Output -Because 'docs/build-examples.ps1 records its output'
        }
    }

    It 'covers every retired operation with a command' {
        $named = (Get-ChildItem "$Root/docs/cmdlets" -Filter *.md | Select-String '\b7\.[12](\.\d+)+' -AllMatches).Matches.Value
        foreach ($section in $Operations.Values.Section | Where-Object { $_ -like '7.*' } | Sort-Object -Unique) { $section | Should -BeIn $named }
    }

    It 'matches the commands and its Markdown' {
        if (-not (Get-Module Microsoft.PowerShell.PlatyPS -ListAvailable)) {
            Set-ItResult -Skipped -Because 'Microsoft.PowerShell.PlatyPS is not installed (Install-PSResource Microsoft.PowerShell.PlatyPS)'
        }
        if ($PSVersionTable.PSVersion -lt '7.2') { Set-ItResult -Skipped -Because 'the help is built with PowerShell 7' }
        $said = & (Get-Process -Id $PID).Path -NoProfile -NonInteractive -File "$Root/docs/build-help.ps1" -Check 2>&1
        $LASTEXITCODE | Should -Be 0 -Because ($said -join "`n")
    }
}
