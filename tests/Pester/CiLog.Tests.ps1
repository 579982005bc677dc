# The annotations for the CI platform that runs a script, and only there.
BeforeAll {
    . $PSScriptRoot/Common.ps1
    $Script:Folder = (New-Item "$TestDrive/work" -ItemType Directory).FullName

    # Runs a script file as a pipeline step does; returns what it printed, line by line.
    function Invoke-Step([string] $Platform, [string] $Script, [hashtable] $Environment = @{}) {
        $file = Join-Path $Folder 'step.ps1'
        Set-Content $file $Script
        $platforms = @{
            GitHub = @{ GITHUB_ACTIONS = 'true'; TF_BUILD = $null; GITHUB_WORKSPACE = $Folder }
            Azure = @{ TF_BUILD = 'True'; GITHUB_ACTIONS = $null }
            None = @{ TF_BUILD = $null; GITHUB_ACTIONS = $null }
        }
        $variables = @{ HUAWEIDMS_CI = $null } + $platforms[$Platform]
        foreach ($name in $Environment.Keys) { $variables[$name] = $Environment[$name] }
        $child = Invoke-Child "Connect-Dms -Emulator`n. '$file'" -Environment $variables
        $child | Add-Member Lines ($child.Output -split '\r?\n') -PassThru
    }
}

Describe 'In GitHub Actions' {
    It 'marks an error at the line of the script that caused it' {
        $step = Invoke-Step GitHub "'first'`nGet-DmsInstance nothing"
        $step.Lines[0] | Should -Be 'first'
        $step.Lines[1] | Should -BeLike "::error file=step.ps1,line=2,title=Get-DmsInstance::There is no instance named 'nothing'*"
        $step.Errors | Should -BeLike "*There is no instance named*"
    }

    It 'marks an error that ends the script' {
        $step = Invoke-Step GitHub "`$ErrorActionPreference = 'Stop'`nGet-DmsInstance nothing`n'not reached'"
        $step.ExitCode | Should -Be 1
        $step.Lines | Should -HaveCount 1
        $step.Lines[0] | Should -BeLike '::error file=step.ps1,line=2,*'
    }

    It 'marks each failure of a batch' {
        $step = Invoke-Step GitHub "'bad-1', (Get-DmsInstance kafka-dev).InstanceId, 'bad-2' | Restart-DmsInstance -Force | Out-Null"
        @($step.Lines -like '::error *').Count | Should -Be 2
    }

    It 'does not mark errors that the script suppresses or handles: <Label>' -ForEach @(
        @{ Label = '-ErrorAction SilentlyContinue'; Script = 'Get-DmsInstance nothing -ErrorAction SilentlyContinue' }
        @{ Label = '-ErrorAction Ignore'; Script = 'Get-DmsInstance nothing -ErrorAction Ignore' }
        @{ Label = 'caught immediately'; Script = 'try { Get-DmsInstance nothing -ErrorAction Stop } catch { }' }
        @{ Label = 'caught further out'; Script = "function Find { Get-DmsInstance nothing -ErrorAction Stop }`ntry { 1 | ForEach-Object { Find } } catch { }" }
        @{ Label = 'caught in a method'; Script = "class Search { [void] Run() { try { Get-DmsInstance nothing -ErrorAction Stop } catch { } } }`n[Search]::new().Run()" }
        @{ Label = 'trapped'; Script = "trap { continue }`nGet-DmsInstance nothing -ErrorAction Stop" }
        @{ Label = 'trapped further out'; Script = "function Find { Get-DmsInstance nothing -ErrorAction Stop }`n& { trap { continue } Find }" }
        @{ Label = 'one that ends the command, caught'; Script = 'try { Connect-Dms -Emulator -Endpoint http://127.0.0.1:1 } catch { }' }
    ) {
        (Invoke-Step GitHub $Script).Output | Should -BeNullOrEmpty
    }

    It 'marks errors that no trap or catch reaches: <Label>' -ForEach @(
        @{ Label = 'outside the scope of the trap'; Script = "& { trap { continue } 'calm' }`nGet-DmsInstance nothing -ErrorAction Stop" }
        @{ Label = 'in a method without one'; Script = "class Search { [void] Run() { Get-DmsInstance nothing -ErrorAction Stop } [void] Other() { try { } catch { } } }`n[Search]::new().Run()" }
    ) {
        (Invoke-Step GitHub $Script).Output | Should -BeLike '*::error*nothing*'
    }

    It 'ends with its own error if a session has no call stack' {
        $step = Invoke-Step GitHub @"
`$state = [initialsessionstate]::CreateDefault2()
`$state.Variables.Add([System.Management.Automation.Runspaces.SessionStateVariableEntry]::new('PSModuleAutoLoadingPreference', 'None', ''))
`$state.ImportPSModule([string[]] '$ModulePath')
try { [powershell]::Create(`$state).AddScript('`$ErrorActionPreference = "Stop"; Get-DmsInstance missing').Invoke() }
catch { Write-Host `$_.Exception.InnerException.ErrorRecord.FullyQualifiedErrorId }
"@
        $step.Lines[-1] | Should -BeLike 'HuaweiDms.NotFound,*'
    }

    It 'marks an error that no catch handles, although there is a try' {
        (Invoke-Step GitHub "try { Get-DmsInstance nothing } catch { }`ntry { } catch { }`nGet-DmsInstance nobody").Output | Should -BeLike '*nothing*::error*nobody*'
    }

    It 'folds the states of a wait under a title, and nothing else' {
        $step = Invoke-Step GitHub "Get-DmsInstance kafka-dev | Restart-DmsInstance -Force -Wait | ForEach-Object { `"result `$(`$_.Succeeded)`" }"
        $begin = $step.Lines.IndexOf(($step.Lines -like '::group::*')[0])
        $step.Lines[0] | Should -Be 'result True'
        $step.Lines[$begin] | Should -Match '^::group::Restart .+ 1 of 1 done, \d+ s$'
        $step.Lines[$begin + 1] | Should -BeLike ' *kafka-dev*: *'
        $step.Lines[-2] | Should -BeLike ' *kafka-dev*: RUNNING'
        $step.Lines[-1] | Should -Be '::endgroup::'
    }

    It 'leaves the output of a command unchanged' {
        $step = Invoke-Step GitHub '$r = Get-DmsInstance kafka-dev | Restart-DmsInstance -Force -Wait; "$(@($r).Count) $($r.GetType().Name)"'
        $step.Lines[-1] | Should -Be '1 InstanceActionResult'
    }

    It 'treats no name as a command' {
        $step = Invoke-Step GitHub "Get-DmsInstance `"a,title=x::b``n::stop-commands::t%0A::warning::c`" -ErrorAction Continue 2>`$null"
        @($step.Lines).Count | Should -Be 1
        $step.Lines[0] | Should -BeLike '::error file=step.ps1,line=1,title=Get-DmsInstance::* ::stop-commands::t%250A::warning::c*'
    }

    It 'also works in other runspaces' {
        (Invoke-Step GitHub "1 | ForEach-Object -Parallel { Import-Module '$ModulePath'; Get-DmsInstance nothing } 2>`$null").Output | Should -BeLike '::error title=Get-DmsInstance::*'
    }

    It 'prints no secret in order to mask it' {
        $step = Invoke-Step GitHub "`$e = Start-DmsEmulator -SecretKey canary-secret-7391`nConnect-Dms -Endpoint `$e.Endpoint -AccessKey `$e.AccessKey -SecretKey canary-secret-7391 -ProjectId `$e.ProjectId`nGet-DmsInstance nothing"
        "$($step.Output) $($step.Errors)" | Should -Not -BeLike '*canary*'
        $step.Output | Should -Not -BeLike '*add-mask*'
    }

    It 'is disabled with HUAWEIDMS_CI=off' {
        (Invoke-Step GitHub 'Get-DmsInstance nothing' -Environment @{ HUAWEIDMS_CI = 'off' }).Output | Should -BeNullOrEmpty
    }
}

Describe 'In Azure Pipelines' {
    It 'marks an error at the line of the script that caused it' {
        $step = Invoke-Step Azure "'first'`nGet-DmsInstance nothing"
        $step.Lines[1] | Should -BeLike '##vso`[task.logissue type=error;sourcepath=*step.ps1;linenumber=2;`]Get-DmsInstance: There is no instance named*'
    }

    It 'folds the states of a wait' {
        $step = Invoke-Step Azure 'Get-DmsInstance kafka-dev | Restart-DmsInstance -Force -Wait | Out-Null'
        $step.Lines[0] | Should -Match '^##\[group\]Restart .+ 1 of 1 done, \d+ s$'
        $step.Lines[-1] | Should -Be '##[endgroup]'
    }

    It 'treats no name as a command' {
        $step = Invoke-Step Azure "`$null = Restart-DmsInstance `"a``n##vso[task.complete]b%`" -Force 2>`$null"
        @($step.Lines).Count | Should -Be 1
        $step.Lines[0] | Should -BeLike '##vso`[task.logissue type=error;* ##vso`[task.complete`]b%AZP25*'
    }
}

Describe 'Outside a CI platform' {
    It 'prints no annotations' {
        (Invoke-Step None "Get-DmsInstance nothing`nGet-DmsInstance kafka-dev | Restart-DmsInstance -Force -Wait | Out-Null").Output | Should -BeNullOrEmpty
    }
}
