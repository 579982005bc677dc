using System.Management.Automation;
using System.Net;
using System.Security;
using HuaweiDms.PowerShell.Binding;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell;

/// <summary>
/// Creates a connection and makes it the current one. Without a credential, it uses the environment, then the profile file, then the
/// metadata service of the cloud server it runs on.
/// </summary>
[Cmdlet(VerbsCommunications.Connect, "Dms", DefaultParameterSetName = Chain)]
[OutputType(typeof(DmsContext))]
public sealed class ConnectDms : AsyncCmdlet
{
    private const string Chain = "Chain";
    private const string Key = "AccessKey";
    private const string KeyCredential = "Credential";
    private const string GivenToken = "Token";
    private const string Password = "IamCredential";
    private const string Profile = "Profile";
    private const string Environment = "Environment";
    private const string Vault = "Secret";
    private const string Emulated = "Emulator";

    private string? _authority;

    /// <summary>The access key.</summary>
    [Parameter(Mandatory = true, ParameterSetName = Key)]
    [ValidateNotNullOrEmpty]
    public string AccessKey { get; set; } = string.Empty;

    /// <summary>The secret key of the access key.</summary>
    [Parameter(Mandatory = true, ParameterSetName = Key)]
    [SecureText]
    public SecureString? SecretKey { get; set; }

    /// <summary>The security token of a temporary access key.</summary>
    [Parameter(ParameterSetName = Key)]
    [Parameter(ParameterSetName = KeyCredential)]
    [SecureText]
    public SecureString? SecurityToken { get; set; }

    /// <summary>The access key as user name, the secret key as password.</summary>
    [Parameter(Mandatory = true, ParameterSetName = KeyCredential)]
    [Credential]
    public PSCredential? Credential { get; set; }

    /// <summary>A token obtained elsewhere; it is not renewed.</summary>
    [Parameter(Mandatory = true, ParameterSetName = GivenToken)]
    [SecureText]
    public SecureString? Token { get; set; }

    /// <summary>The name and password of an IAM user. A token is requested and renewed automatically (3.2).</summary>
    [Parameter(Mandatory = true, ParameterSetName = Password)]
    [Credential]
    public PSCredential? IamCredential { get; set; }

    /// <summary>The account that the IAM user belongs to.</summary>
    [Parameter(Mandatory = true, ParameterSetName = Password)]
    [ValidateNotNullOrEmpty]
    public string DomainName { get; set; } = string.Empty;

    /// <summary>The section of the profile file.</summary>
    [Parameter(Mandatory = true, ParameterSetName = Profile)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ProfileNameCompleter))]
    public string? ProfileName { get; set; }

    /// <summary>Reads the credential from the environment only.</summary>
    [Parameter(Mandatory = true, ParameterSetName = Environment)]
    public SwitchParameter FromEnvironment { get; set; }

    /// <summary>
    /// The name of a secret that holds the access key and secret key as a PSCredential or a hashtable, or the names of separate
    /// secrets for the access key, the secret key and, for temporary keys, the security token.
    /// </summary>
    [Parameter(Mandatory = true, ParameterSetName = Vault)]
    [ValidateNotNullOrEmpty]
    public string[] SecretName { get; set; } = [];

    /// <summary>The SecretManagement vault to read. If omitted, every registered vault.</summary>
    [Parameter(ParameterSetName = Vault)]
    [ValidateNotNullOrEmpty]
    public string? SecretVault { get; set; }

    /// <summary>Connects to the emulator of this process; starts one if none is running. No request leaves the machine.</summary>
    [Parameter(Mandatory = true, ParameterSetName = Emulated)]
    public SwitchParameter Emulator { get; set; }

    /// <summary>The region, such as cn-north-4.</summary>
    [Parameter(Position = 0)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public string? Region { get; set; }

    /// <summary>The project, by id or as an object from Get-DmsProject. If omitted, looked up by the name of the region (8.4).</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ProjectId]
    public string? ProjectId { get; set; }

    /// <summary>The DMS endpoint, for an unknown region or your own installation of the service.</summary>
    [Parameter]
    public Uri? Endpoint { get; set; }

    /// <summary>The DCS endpoint.</summary>
    [Parameter]
    public Uri? DcsEndpoint { get; set; }

    /// <summary>The IAM endpoint.</summary>
    [Parameter]
    public Uri? IamEndpoint { get; set; }

    /// <summary>The API version: V2, or V1 for v1.0.</summary>
    [Parameter]
    [CanonicalCase(typeof(ConnectDms))]
    [ValidateSet("V2", "V1")]
    public string ApiVersion { get; set; } = "V2";

    /// <summary>The name of the connection, used by -Context. The default is the region.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Name { get; set; }

    /// <summary>The maximum number of retries of a failed request.</summary>
    [Parameter]
    [ValidateRange(0, 20)]
    [Integer]
    public int RetryCount { get; set; } = 4;

    /// <summary>The maximum duration of one call, including all its attempts.</summary>
    [Parameter]
    [Positive]
    [Duration]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(100);

    /// <summary>The proxy. If omitted, the proxy of the system or the environment.</summary>
    [Parameter]
    public Uri? Proxy { get; set; }

    /// <summary>The credential for the proxy.</summary>
    [Parameter]
    [Credential]
    public PSCredential? ProxyCredential { get; set; }

    /// <summary>A file with the certificates of authorities to trust in addition to those of the system.</summary>
    [Parameter]
    [Alias("CaCertificate")]
    [ValidateNotNullOrEmpty]
    public string? CertificateAuthority { get; set; }

    /// <summary>Accepts any server certificate. Use it for test installations only.</summary>
    [Parameter]
    public SwitchParameter SkipCertificateCheck { get; set; }

    /// <summary>Permits plain HTTP to another machine. Requests and responses can then be read in transit.</summary>
    [Parameter]
    public SwitchParameter AllowInsecureEndpoint { get; set; }

    /// <summary>Emits the connection.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        if ((EndpointRules.Check(Emulator, (nameof(Endpoint), Endpoint), (nameof(DcsEndpoint), DcsEndpoint), (nameof(IamEndpoint), IamEndpoint))
            ?? ProxyRules.Check(Proxy, ProxyCredential?.UserName, Edition.IsDesktop)) is { } broken)
            ThrowTerminatingError(broken);
        _authority = CertificateAuthority is null ? null : FileAt(nameof(CertificateAuthority), CertificateAuthority);
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (!Emulator)
            DmsClient.WarmUp();
        // A vault needs the runspace, and an emulator belongs to the one that starts it.
        CredentialOrigin? given = ParameterSetName switch
        {
            Vault => OrEnd(() => new SecretVault(InvokeCommand, SecretVault).Find(SecretName)),
            Emulated => OrEnd(EmulatorHost.Origin),
            _ => null,
        };
        DmsContext? context = null;
        Run(async pipeline => context = await ConnectAsync(pipeline, given).ConfigureAwait(false));
        if (context is null)
            return;
        if (ContextStore.Add(context) is { } replaced)
            RunningCommands.DisposeLater(replaced.Client);
        if (PassThru)
            WriteObject(context);
    }

    private async Task<DmsContext> ConnectAsync(IPipeline pipeline, CredentialOrigin? given)
    {
        using IDisposable listening = DmsClient.ListenToRequests(entry => pipeline.WriteVerbose(entry.ToString()));
        DmsClient? client = null;
        CredentialOrigin? origin = given;
        try
        {
            origin ??= FromParameters() ?? await CredentialOrigin.FindAsync(SourcesToAsk(), ProfileName, pipeline.Stop).ConfigureAwait(false);
            DmsClientOptions options = OptionsFor(origin);
            client = new(options);
            Uri endpoint = client.Endpoint;
            string projectId = await client.GetProjectIdAsync(pipeline.Stop).ConfigureAwait(false);
            pipeline.Stop.ThrowIfCancellationRequested();
            return new(options.Name!, client)
            {
                ConnectedAt = client.UtcNow.ToLocalTime(),
                Region = options.Region,
                ProjectId = projectId,
                Endpoint = endpoint,
                ApiVersion = ApiVersion,
                CredentialKind = options.Credential.Kind,
                Identity = options.Credential.Identity,
                CredentialSource = origin.Source,
                IsEmulator = Emulator,
            };
        }
        catch (Exception failed)
        {
            client?.Dispose();
            origin?.Credential.Dispose();
            if (failed is DmsException error)
                throw new FailureException(Failures.From(error, Name ?? Region ?? Endpoint?.ToString()));
            throw;
        }
    }

    private DmsClientOptions OptionsFor(CredentialOrigin origin)
    {
        string? region = Region ?? origin.Region;
        // An endpoint without a region is a separate installation, such as the emulator, which serves all services.
        Uri? shared = region is null || Emulator ? Endpoint ?? origin.Endpoint : null;
        DmsClientOptions options = new()
        {
            Credential = origin.Credential,
            Name = ContextStore.NameFor(Name ?? (Emulator ? "emulator" : region ?? Endpoint?.Authority ?? "default")),
            Region = region,
            ProjectId = ProjectId ?? origin.ProjectId,
            ProjectName = origin.ProjectName,
            Endpoint = Endpoint ?? origin.Endpoint,
            DcsEndpoint = DcsEndpoint ?? shared,
            IamEndpoint = IamEndpoint ?? origin.IamEndpoint ?? shared,
            ApiVersion = ApiVersion == "V1" ? HuaweiDms.ApiVersion.V1 : HuaweiDms.ApiVersion.V2,
            RetryCount = RetryCount,
            Timeout = Timeout,
            Proxy = Proxy is null ? null : new WebProxy(Proxy) { Credentials = ProxyCredential?.GetNetworkCredential() },
            CertificateAuthority = _authority is null ? null : CertificateAuthorities.Load(_authority),
            SkipCertificateCheck = SkipCertificateCheck,
            AllowInsecureEndpoint = AllowInsecureEndpoint,
            Handler = origin.Handler,
        };
        if (origin.UtcNow is { } utcNow)
            options.SignWith(utcNow);
        if (DependencyResolver.HasEmulator)
            options.TopicDetailInterval = EmulatorHost.Scale(options.TopicDetailInterval, Endpoint, Emulator);
        return options;
    }

    /// <summary>Returns the credential that the parameters supply; null if it must be looked up.</summary>
    private CredentialOrigin? FromParameters()
        => ParameterSetName switch
        {
            Key => CredentialOrigin.Given(new AccessKeyCredential(AccessKey, Secret.From(SecretKey!), Secret.FromOptional(SecurityToken))),
            KeyCredential => CredentialOrigin.Given(
                new AccessKeyCredential(Credential!.UserName, Secret.From(Credential.Password), Secret.FromOptional(SecurityToken))),
            GivenToken => CredentialOrigin.Given(new TokenCredential(Secret.From(Token!))),
            Password => CredentialOrigin.Given(new PasswordCredential(DomainName, IamCredential!.UserName, Secret.From(IamCredential.Password))),
            _ => null,
        };

    private CredentialSources SourcesToAsk()
        => ParameterSetName switch
        {
            Profile => CredentialSources.Profile,
            Environment => CredentialSources.Environment,
            _ => CredentialSources.All,
        };
}
