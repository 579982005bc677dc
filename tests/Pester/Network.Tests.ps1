# Proxies and certificates, on loopback, with a certificate authority that the test creates.
BeforeAll {
    . $PSScriptRoot/Common.ps1
    if (-not ('HuaweiDms.Pester.TestProxy' -as [type])) { Add-Type -Path (Join-Path $PSScriptRoot 'Loopback.cs') }
    $service = Start-TestEmulator
    $keys = @{ AccessKey = $service.AccessKey; SecretKey = $service.SecretKey; ProjectId = $service.ProjectId; RetryCount = 0 }
    $authority = [HuaweiDms.Pester.TestAuthority]::new()
    $front = [HuaweiDms.Pester.TlsFront]::new($authority.Issue('localhost', 30), $service.Endpoint.Port)
    $pem = Join-Path $TestDrive 'authority.pem'
    [System.IO.File]::WriteAllText($pem, $authority.Pem)
}
AfterAll {
    $front.Dispose()
    Stop-TestEmulator
}

Describe 'Certificates' {
    AfterEach { Get-DmsContext | Disconnect-Dms }

    It 'of an untrusted authority are refused, and the error says what to do' {
        Connect-Dms @keys -Endpoint "https://localhost:$($front.Port)"
        $seen = Watch-Command { Get-DmsInstance }
        Assert-Failure $seen.Errors -Id HuaweiDms.ConnectionFailed -From GetDmsInstance -Category ConnectionError -Says '-CertificateAuthority'
    }

    It 'are trusted with -CertificateAuthority' {
        Connect-Dms @keys -Endpoint "https://localhost:$($front.Port)" -CertificateAuthority $pem
        @(Get-DmsInstance).Count | Should -Be 10
    }

    It 'are trusted with a file next to the script, through the alias of the parameter' {
        Push-Location $TestDrive
        try { Connect-Dms @keys -Endpoint "https://localhost:$($front.Port)" -CaCertificate ./authority.pem } finally { Pop-Location }
        @(Get-DmsInstance).Count | Should -Be 10
    }

    It 'are not checked with -SkipCertificateCheck' {
        Connect-Dms @keys -Endpoint "https://localhost:$($front.Port)" -SkipCertificateCheck
        @(Get-DmsInstance).Count | Should -Be 10
    }

    It 'are read before anything is sent: <Label>' -ForEach @(
        @{ Label = 'no such file'; File = 'nothing.pem'; Says = 'nothing.pem' }
        @{ Label = 'another file'; File = 'other.pem'; Says = 'BEGIN CERTIFICATE' }
    ) {
        Set-Content (Join-Path $TestDrive 'other.pem') 'what is this'
        $seen = Watch-Command { Connect-Dms @keys -Endpoint "https://localhost:$($front.Port)" -CertificateAuthority (Join-Path $TestDrive $File) }
        Assert-Failure $seen.Errors -Id HuaweiDms.InvalidArgument -From ConnectDms -Category InvalidArgument -Says '-CertificateAuthority', $Says
    }
}

Describe 'A proxy' {
    BeforeEach {
        $proxy = [HuaweiDms.Pester.TestProxy]::new('door:open', $front.Port)
        $open = [HuaweiDms.Pester.TestProxy]::new($null, $service.Endpoint.Port)
    }
    AfterEach {
        Get-DmsContext | Disconnect-Dms
        $proxy.Dispose()
        $open.Dispose()
    }

    It 'is used with -Proxy, and receives -ProxyCredential' {
        Connect-Dms @keys -Endpoint https://localhost -CertificateAuthority $pem -Proxy "http://127.0.0.1:$($proxy.Port)" -ProxyCredential (New-Login door open)
        @(Get-DmsInstance).Count | Should -Be 10
        @($proxy.Seen)[0] | Should -Be 'CONNECT localhost:443 HTTP/1.1'
    }

    It 'that requires a credential ends the request with an error that says so' {
        Connect-Dms @keys -Endpoint https://localhost -CertificateAuthority $pem -Proxy "http://127.0.0.1:$($proxy.Port)" -ProxyCredential (New-Login door shut)
        $seen = Watch-Command { Get-DmsInstance }
        Assert-Failure $seen.Errors -Id HuaweiDms.ConnectionFailed -From GetDmsInstance -Category ConnectionError -Says '407', 'proxy'
        "$($seen.Errors[0])" | Should -Not -BeLike '*shut*'
    }

    It 'does not accept a name and password in its address, and does not show them' {
        $seen = Watch-Command { Connect-Dms @keys -Endpoint https://localhost -Proxy 'http://door:open@proxy.test:8080' }
        Assert-Failure $seen.Errors -Id HuaweiDms.InvalidArgument -From ConnectDms -Category InvalidArgument -Says 'http://proxy.test:8080', '-ProxyCredential'
        "$($seen.Errors[0])" | Should -Not -BeLike '*door*'
    }

    It 'is required for -ProxyCredential' {
        $seen = Watch-Command { Connect-Dms @keys -Endpoint https://localhost -ProxyCredential (New-Login door open) }
        Assert-Failure $seen.Errors -Id HuaweiDms.InvalidArgument -From ConnectDms -Category InvalidArgument -Says '-ProxyCredential', '-Proxy'
    }

    It 'from the environment is used for other machines, and never for this one' {
        # The names differ only in case, on systems that distinguish it.
        $child = Invoke-Child @"
foreach (`$name in 'http_proxy', 'https_proxy', 'all_proxy', 'no_proxy') {
    [Environment]::SetEnvironmentVariable(`$name.ToUpperInvariant(), `$null)
    [Environment]::SetEnvironmentVariable(`$name, `$(if (`$name -eq 'http_proxy') { 'http://127.0.0.1:$($open.Port)' }))
}
`$keys = @{ AccessKey = '$($service.AccessKey)'; SecretKey = '$($service.SecretKey)'; ProjectId = '$($service.ProjectId)'; RetryCount = 0 }
Connect-Dms @keys -Endpoint $($service.Endpoint)
@(Get-DmsInstance).Count
Connect-Dms @keys -Endpoint http://dms.somewhere.test -AllowInsecureEndpoint
@(Get-DmsInstance).Count
"@
        $child.Errors | Should -BeNullOrEmpty
        $child.Output -split '\s+' | Should -Be '10', '10'
        @($open.Seen) | Should -HaveCount 1
        @($open.Seen)[0] | Should -BeLike 'GET http://dms.somewhere.test/v2/*'
    }

    It 'from the environment never receives requests to the metadata service, whose response contains keys' {
        $nowhere = @{ HOME = "$TestDrive/nobody"; USERPROFILE = "$TestDrive/nobody"; HUAWEIDMS_METADATA_ENDPOINT = 'http://metadata.somewhere.test/' }
        $child = Invoke-Child -Environment $nowhere @"
foreach (`$name in 'http_proxy', 'https_proxy', 'all_proxy', 'no_proxy') {
    [Environment]::SetEnvironmentVariable(`$name.ToUpperInvariant(), `$null)
    [Environment]::SetEnvironmentVariable(`$name, `$(if (`$name -eq 'http_proxy') { 'http://127.0.0.1:$($open.Port)' }))
}
try { Connect-Dms cn-north-4 } catch { "`$_" }
"@
        $child.Output | Should -BeLike '*Metadata: http://metadata.somewhere.test/ returned no keys*'
        @($open.Seen) | Should -BeNullOrEmpty
    }
}
