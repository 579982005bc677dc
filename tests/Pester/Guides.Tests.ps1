# The guides: their code runs, block after block, as a reader would type it; their policies can be pasted; their links
# have targets.
BeforeDiscovery {
    $guides = Get-ChildItem "$PSScriptRoot/../../docs/guides" -Filter *.md | ForEach-Object { @{ Guide = $_.Name; Path = $_.FullName } }
    # What a reader must see, where a block could run without an error and not show what the guide promises.
    $promised = @{
        'kafka-tools.md'      = '*Change partitions 6 -> 12*skip 0, replay 60 messages*Reassign partitions: orders (partition 0: 1,2,0)*'
        'getting-started.md'  = '*skip 0, replay 84 messages*'
        'migrating-topics.md' = '*Create topic (3 partitions*returns of kafka-staging*Create the user*billing of kafka-staging*RUNNING*'
        'on-call.md'          = '*FROZEN*PAUSED*broker-2*89*reporting*Stuck*skip 1, replay 0*Change partitions 6 -> 12*Change retention*Reassign*1800 GB*Place replicas: orders (partition 1: 1,2,0*RUNNING*'
        'runbooks.md'         = '*kafka-prod*reporting*216*'
    }
    # Blocks marked ```powershell account need an account, or install something.
    $told = $guides.Where{ [System.IO.File]::ReadAllText($_.Path) -match '(?m)^```powershell\r?$' }.ForEach{ $_ + @{ Promised = $promised[$_.Guide] } }
    $typed = foreach ($guide in $guides) {
        $number = 0
        foreach ($match in [regex]::Matches([System.IO.File]::ReadAllText($guide.Path).Replace("`r`n", "`n"), '(?s)```csharp\n(.*?)\n```')) {
            $number++
            @{ Guide = $guide.Guide; Number = $number; Code = $match.Groups[1].Value }
        }
    }
}

BeforeAll {
    . $PSScriptRoot/Common.ps1
    $Folder = Join-Path $Root 'docs/guides'

    # The blocks of a guide, in one language, with the other words of their fence ('' for none).
    function Get-Block([string] $Guide, [string] $Language, [string] $Words = '') {
        $text = [System.IO.File]::ReadAllText((Join-Path $Folder $Guide)).Replace("`r`n", "`n")
        $fence = if ($Words) { "$Language $Words" } else { $Language }
        [regex]::Matches($text, "(?ms)^``````$fence\n(.*?)\n``````").ForEach{ $_.Groups[1].Value }
    }
}

Describe '<Guide>' -ForEach $guides {
    It 'has links with existing targets' {
        $text = [System.IO.File]::ReadAllText($Path)
        foreach ($match in [regex]::Matches($text, '\]\((?!https?:)([^)#]+)')) { Join-Path $Folder $match.Groups[1].Value | Should -Exist }
        # A heading is found by its words, in lower case and joined by hyphens.
        foreach ($match in [regex]::Matches($text, '\]\(([^)#:]*)#([^)]+)\)')) {
            $file = if ($match.Groups[1].Value) { Join-Path $Folder $match.Groups[1].Value } else { $Path }
            $headings = [regex]::Matches([System.IO.File]::ReadAllText($file), '(?m)^#+ (.+?)\r?$').ForEach{ ($_.Groups[1].Value.ToLowerInvariant() -replace '[^\w -]').Replace(' ', '-') }
            $match.Groups[2].Value | Should -BeIn $headings
        }
    }

    It 'names only existing commands and parameters' {
        # Also in running text and tables, where a pipe is escaped.
        $text = [regex]::Replace([System.IO.File]::ReadAllText($Path), '(?s)```.*?```', '')
        $spans = [regex]::Matches($text, '`([^`\r\n]*[A-Z][a-z]+-(?:Dms|Dcs)[^`\r\n]*)`').ForEach{ $_.Groups[1].Value.Replace('\|', '|') }
        foreach ($code in @(Get-Block $Guide powershell) + @(Get-Block $Guide powershell account) + $spans) {
            $errors = $null
            $ast = [System.Management.Automation.Language.Parser]::ParseInput($code, [ref] $null, [ref] $errors)
            if ($code -notin $spans) { $errors | Should -BeNullOrEmpty }
            foreach ($call in $ast.FindAll({ $args[0] -is [System.Management.Automation.Language.CommandAst] }, $true)) {
                if ("$($call.GetCommandName())" -notmatch '^[A-Z][a-z]+-(Dms|Dcs)') { continue }
                $command = Get-Command $call.GetCommandName() -Module HuaweiDms -ErrorAction Ignore
                $command | Should -Not -BeNullOrEmpty -Because "$call"
                foreach ($element in $call.CommandElements.Where{ $_ -is [System.Management.Automation.Language.CommandParameterAst] }) {
                    $command.ResolveParameter($element.ParameterName).Name | Should -Not -BeNullOrEmpty -Because "$call"
                }
            }
        }
    }

    It 'has policies that IAM accepts, with actions that the help lists' {
        $known = Get-ChildItem "$Root/docs/cmdlets" -Filter *.md | Select-String '(dms|iam):\w+:\w+' -AllMatches | ForEach-Object { $_.Matches.Value } | Sort-Object -Unique
        foreach ($code in Get-Block $Guide json) {
            $policy = ConvertFrom-Json $code
            $policy.Version | Should -Be '1.1'
            foreach ($statement in $policy.Statement) {
                $statement.Effect | Should -BeIn 'Allow', 'Deny'
                foreach ($action in $statement.Action) { $action | Should -BeIn $known }
            }
        }
    }
}

Describe '<Guide>, typed from start to end' -ForEach $told {
    It 'runs without an error' {
        $place = New-Item "$TestDrive/$Guide" -ItemType Directory
        Copy-Item (Join-Path $Root 'samples') $place -Recurse
        $blocks = @(Get-Block $Guide powershell)
        # Ten seconds are for consumers that commit every five; those of the emulator commit immediately.
        $script = "Set-Location '$place'`n" + ($blocks -join "`n").Replace('-Sample 00:00:10', '-Sample 00:00:01')
        $child = Invoke-Child $script -PatienceSeconds 180 -Environment @{ HUAWEICLOUD_SDK_CREDENTIALS_FILE = "$place/none" }
        $child.Ended | Should -BeTrue
        $child.Errors | Should -BeNullOrEmpty
        $child.ExitCode | Should -Be 0
        $child.Output | Should -Not -BeNullOrEmpty
        if ($Promised) { $child.Output | Should -BeLike $Promised }
        # The tests that a guide runs have passed: Invoke-Pester reports failures only in its output.
        foreach ($match in [regex]::Matches($child.Output, 'Tests Passed: (\d+).*?Failed: (\d+)')) {
            [int]$match.Groups[1].Value | Should -BeGreaterThan 0
            $match.Groups[2].Value | Should -Be 0
        }
    }
}

Describe 'The about topics' {
    It 'contain a script and a test that passes for it' {
        function Read-Block([string] $Topic, [string] $Start) {
            $text = [System.IO.File]::ReadAllText("$Root/docs/$Topic.md").Replace("`r`n", "`n")
            [regex]::Match($text, "(?s)``````powershell\n($([regex]::Escape($Start)).*?)\n``````").Groups[1].Value
        }
        $place = New-Item "$TestDrive/about" -ItemType Directory
        Read-Block about_HuaweiDms_Automation '#Requires' | Set-Content "$place/restart-tests.ps1"
        # Without retries: the service of that test stays down.
        (Read-Block about_HuaweiDms_Emulator 'Describe').Replace('Import-Module HuaweiDms', "Import-Module '$ModulePath'").Replace('Connect-Dms -Emulator', 'Connect-Dms -Emulator -RetryCount 0') |
            Set-Content "$place/restart-tests.Tests.ps1"
        $child = Invoke-Child "Set-Location '$place'`nInvoke-Pester restart-tests.Tests.ps1"
        $child.Output | Should -Match 'Tests Passed: 2, .*Failed: 0'

        $child = Invoke-Child "Set-Location '$place'`nConnect-Dms -Emulator | Out-Null`n./restart-tests.ps1 -WhatIf`n(Get-DmsEmulator).Requests | Where-Object Changing"
        $child.Errors | Should -BeNullOrEmpty
        $child.Output | Should -Match '(?s)^What if: [^\n]*Restart[^\n]*kafka-test-01'
        $child.Output | Should -Not -Match '(?m)^(?!What if)'
    }
}

Describe 'The architecture' {
    It 'names only existing places, and links with existing targets' {
        $page = Join-Path $Root 'docs/architecture.md'
        $text = [System.IO.File]::ReadAllText($page)
        $places = [regex]::Matches($text, '`([\w.-]+/[\w./-]*)`').ForEach{ $_.Groups[1].Value }
        # Files inside a project may be named without the project.
        $all = (Get-ChildItem "$Root/src", "$Root/tests", "$Root/docs" -Recurse).FullName.Replace('\', '/')
        foreach ($place in $places.ForEach{ $_.TrimEnd('/') }) {
            (Test-Path "$Root/$place") -or ($all -like "*/$place") | Should -BeTrue -Because $place
        }
        $places.Count | Should -BeGreaterThan 20
        foreach ($match in [regex]::Matches($text, '\]\((?!https?:)([^)#]+)')) { Join-Path $Root docs $match.Groups[1].Value | Should -Exist }
    }
}

Describe 'Programs' {
    It '<Guide> contains a program that compiles and runs: number <Number>' -ForEach $typed {
        $lines = $Code -split "`n"
        $usings = @($lines -match '^using [\w.]+;$') + 'using System;', 'using System.Threading.Tasks;'
        $body = @($lines -notmatch '^using [\w.]+;$') -join "`n"
        $name = "Guide$([guid]::NewGuid().ToString('N'))"
        $source = "$($usings -join "`n")`npublic static class $name { public static async Task RunAsync() {`n$body`n} }"
        $core = Join-Path (Split-Path $ModulePath) 'bin/core'
        Set-Content "$TestDrive/$name.cs" $source
        $child = Invoke-Child @"
`$references = @((Get-ChildItem '$core' -Filter *.dll).FullName) + (Get-ChildItem (Join-Path `$PSHOME ref) -Filter *.dll).FullName
Add-Type -Path '$TestDrive/$name.cs' -ReferencedAssemblies `$references -IgnoreWarnings -WarningAction SilentlyContinue
[$name]::RunAsync().GetAwaiter().GetResult()
"@
        $child.Errors | Should -BeNullOrEmpty
        $child.Output | Should -Not -BeNullOrEmpty
    }
}
