using System.Net;
using System.Net.Http.Headers;
using HuaweiDms.Client.Tests.Support;
using HuaweiDms.Transport;

namespace HuaweiDms.Client.Tests.Authentication;

/// <summary>The search for credentials, and the messages when none is found.</summary>
public sealed class CredentialChainTests : IDisposable
{
    private const string SecretKey = "mockSecretKey0123456789abcdefghijklmnopq";
    private readonly Dictionary<string, string> _variables = [];
    private readonly Dictionary<string, string> _files = [];
    private readonly MetadataServer _metadata = new();
    private readonly FakeTime _time = new();
    private readonly CredentialChainOptions _options;

    public CredentialChainTests() => _options = new()
    {
        Variable = _variables.GetValueOrDefault,
        ReadFile = _files.GetValueOrDefault,
        HomeFolder = "/home/me",
        MetadataHandler = _metadata,
        Time = _time,
    };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static string DefaultFile => Path.Combine("/home/me", ".huaweicloud", "credentials");

    public void Dispose() => _metadata.Dispose();

    [Theory]
    [InlineData("HUAWEICLOUD_SDK_AK", "HUAWEICLOUD_SDK_SK")]
    [InlineData("CLOUD_SDK_AK", "CLOUD_SDK_SK")]
    [InlineData("HW_ACCESS_KEY", "HW_SECRET_KEY")]
    public async Task Keys_in_the_environment_are_found_by_any_of_their_names(string accessKey, string secretKey)
    {
        _variables[accessKey] = " AKAKAKAKAKAKAKAKAKAK\n";
        _variables[secretKey] = SecretKey;

        FoundCredential found = await FindAsync();

        Assert.Equal("access key AKAK****AK", found.Credential.ToString());
        Assert.Equal("environment variable " + accessKey, found.Source);
        Assert.Null(found.ProjectId);
    }

    [Fact]
    public async Task Related_settings_are_read_with_the_keys()
    {
        _variables["HUAWEICLOUD_SDK_AK"] = "AK1";
        _variables["HUAWEICLOUD_SDK_SK"] = SecretKey;
        _variables["HUAWEICLOUD_SDK_SECURITY_TOKEN"] = "st";
        _variables["HUAWEICLOUD_SDK_PROJECT_ID"] = "p1";
        _variables["HW_ACCESS_KEY"] = "AK2";
        _variables["HW_SECRET_KEY"] = SecretKey;
        _variables["HW_REGION_NAME"] = "cn-north-4";
        _variables["HW_PROJECT_NAME"] = "other";

        FoundCredential found = await FindAsync();

        Assert.Equal("temporary access key", found.Credential.Kind);
        Assert.Equal(("p1", "cn-north-4", null), (found.ProjectId, found.Region, found.ProjectName));
    }

    [Fact]
    public async Task Related_settings_with_short_names_are_read_with_the_keys()
    {
        _variables["HW_ACCESS_KEY"] = "AK1";
        _variables["HW_SECRET_KEY"] = SecretKey;
        _variables["HW_SECURITY_TOKEN"] = "st";
        _variables["HW_REGION_NAME"] = "cn-north-4";
        _variables["HW_PROJECT_NAME"] = "cn-north-4_orders";

        FoundCredential found = await FindAsync();

        Assert.Equal("temporary access key", found.Credential.Kind);
        Assert.Equal((null, "cn-north-4", "cn-north-4_orders"), (found.ProjectId, found.Region, found.ProjectName));
    }

    [Theory]
    [InlineData("HUAWEICLOUD_SDK_AK", "HUAWEICLOUD_SDK_SK")]
    [InlineData("HW_SECRET_KEY", "HW_ACCESS_KEY")]
    public async Task Incomplete_keys_in_the_environment_end_the_search_with_an_error(string there, string missing)
    {
        _variables[there] = SecretKey;
        _files[DefaultFile] = "[basic]\nak=AK\nsk=sk";

        DmsException refused = await RefusedAsync();

        Assert.Contains($"{there} is set, but {missing} is not", refused.Message, StringComparison.Ordinal);
    }

    /// <summary>A pipeline without the variable leaves its name in place, which must not be used as a value.</summary>
    [Theory]
    [InlineData("HUAWEICLOUD_SDK_AK")]
    [InlineData("HUAWEICLOUD_SDK_SK")]
    [InlineData("HUAWEICLOUD_SDK_SECURITY_TOKEN")]
    [InlineData("HUAWEICLOUD_SDK_PROJECT_ID")]
    [InlineData("HW_REGION_NAME")]
    public async Task A_variable_that_a_pipeline_left_unfilled_is_an_error_that_names_it(string name)
    {
        (_variables["HUAWEICLOUD_SDK_AK"], _variables["HUAWEICLOUD_SDK_SK"]) = ("AK", SecretKey);
        _variables[name] = "$(KAFKA.MY_VALUE)";

        DmsException refused = await RefusedAsync();

        Assert.Contains($"{name} is '$(KAFKA.MY_VALUE)': the pipeline has no variable KAFKA.MY_VALUE", refused.Message, StringComparison.Ordinal);
        Assert.Empty(_metadata.Requests);
    }

    [Theory]
    [InlineData("my project/../x")]
    [InlineData("$()")]
    [InlineData("pröject")]
    public async Task An_invalid_project_id_is_an_error_that_names_its_source(string projectId)
    {
        Assert.Equal("ProjectId", Assert.Throws<DmsException>(() => new ScriptedClient(options => options.ProjectId = projectId)).ParameterName);

        (_variables["HUAWEICLOUD_SDK_AK"], _variables["HUAWEICLOUD_SDK_SK"], _variables["HUAWEICLOUD_SDK_PROJECT_ID"]) = ("AK", SecretKey, projectId);
        Assert.Contains($"HUAWEICLOUD_SDK_PROJECT_ID cannot be '{projectId}'", (await RefusedAsync()).Message, StringComparison.Ordinal);

        _variables.Clear();
        _files[DefaultFile] = $"[basic]\nak=AK\nsk=sk\nproject_id={projectId}";
        Assert.Contains($"project_id cannot be '{projectId}'", (await RefusedAsync()).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("iam.example.com", "https://iam.example.com/")]
    [InlineData("https://iam.example.com, iam.second.example", "https://iam.example.com/")]
    [InlineData("http://127.0.0.1:8080", "http://127.0.0.1:8080/")]
    public async Task A_profile_accepts_the_identity_endpoint_in_the_formats_of_variables(string written, string address)
    {
        _files[DefaultFile] = $"[basic]\nak=AK\nsk=sk\niam_endpoint={written}";
        Assert.Equal(address, (await FindAsync()).IamEndpoint!.AbsoluteUri);
    }

    [Theory]
    [InlineData("ftp://iam.example.com")]
    [InlineData("a b")]
    public async Task A_profile_with_an_invalid_identity_endpoint_ends_the_search(string written)
    {
        _files[DefaultFile] = $"[basic]\nak=AK\nsk=sk\niam_endpoint={written}";
        Assert.Contains($"iam_endpoint cannot be '{written}'", (await RefusedAsync()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_profile_is_read_from_the_default_file()
    {
        _files[DefaultFile] = """
            # remark
            ; another
            [global]
            ak = AKGLOBAL
            sk = x

            [basic]
            AK = AKBASIC
            sk = abc=/+def==
            security_token = st
            project_id = p1
            region = eu-west-101
            project_name = eu-west-101_x
            iam_endpoint = https://iam.example
            something_new = 1
            """;
        FoundCredential found = await FindAsync();
        Assert.Equal("temporary access key AK****", found.Credential.ToString());
        Assert.Equal($"profile basic in {DefaultFile}", found.Source);
        Assert.Equal(("p1", "eu-west-101", "eu-west-101_x"), (found.ProjectId, found.Region, found.ProjectName));
        Assert.Equal(new("https://iam.example"), found.IamEndpoint);
        await AssertSignsWithAsync(found.Credential, "AKBASIC", "abc=/+def==");
    }

    [Fact]
    public async Task Another_profile_and_another_file_can_be_specified()
    {
        _variables["HUAWEICLOUD_SDK_CREDENTIALS_FILE"] = "/etc/one";
        _files["/etc/one"] = "[test]\r\nak=AK1\r\nsk=sk\r\n";
        _files["/etc/two"] = "\uFEFF[test]\nak=AK2\nsk=sk";
        _options.Sources = CredentialSources.Profile;
        _options.ProfileName = "Test";
        await AssertSignsWithAsync((await FindAsync()).Credential, "AK1", "sk");

        _options.ProfileFile = "/etc/two";
        await AssertSignsWithAsync((await FindAsync()).Credential, "AK2", "sk");
        Assert.Equal(["test"], CredentialChain.ProfileNames(_options));

        _options.ProfileName = "none";
        Assert.Contains("a section [none] with ak and sk to /etc/two", (await RefusedAsync()).Advice, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ak = AKAKAK\n[basic]\nsk=sk", "line 1")]
    [InlineData("[basic]\nak = AKAKAK\nsecret nonsense\nsk=sk", "line 3")]
    [InlineData("[basic\nak = AKAKAK", "line 1")]
    [InlineData("[basic]\nak=AKAKAK\nsk=a\nsk=b", "line 4")]
    [InlineData("[basic]\n[basic]", "line 2")]
    [InlineData("[basic]\n=secret", "line 2")]
    public async Task A_malformed_line_in_a_profile_file_is_an_error_that_does_not_show_its_content(string text, string line)
    {
        _files[DefaultFile] = text;

        DmsException refused = await RefusedAsync();

        Assert.Contains($"{DefaultFile}, {line} is wrong", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("AKAKAK", refused.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("secret nonsense", refused.ToString(), StringComparison.Ordinal);
        Assert.Empty(_metadata.Requests);
    }

    [Fact]
    public async Task A_profile_without_a_secret_key_ends_the_search()
    {
        _files[DefaultFile] = "[basic]\nak=AKAKAK\n";
        Assert.Contains($"the section [basic] of {DefaultFile} has no sk", (await RefusedAsync()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_named_profile_ends_the_search_and_lists_the_existing_ones()
    {
        _files[DefaultFile] = "[basic]\nak=AK\nsk=sk\n[test]\nak=AK\nsk=sk";
        _options.ProfileName = "prod";

        DmsException refused = await RefusedAsync();

        Assert.Contains("has no section [prod]; it has basic, test", refused.Message, StringComparison.Ordinal);
        Assert.Contains("a section [prod] with ak and sk to ~/.huaweicloud/credentials", refused.Advice, StringComparison.Ordinal);
        Assert.Empty(_metadata.Requests);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_missing_named_profile_file_ends_the_search(bool byVariable)
    {
        _files[DefaultFile] = "[basic]\nak=AK\nsk=sk";
        if (byVariable)
            _variables["HUAWEICLOUD_SDK_CREDENTIALS_FILE"] = "/elsewhere/keys";
        else
            _options.ProfileFile = "/elsewhere/keys";

        Assert.Contains("/elsewhere/keys", (await RefusedAsync()).Message, StringComparison.Ordinal);
        Assert.Empty(_metadata.Requests);
    }

    [Fact]
    public async Task A_folder_in_place_of_the_profile_file_is_an_error()
    {
        _options.ReadFile = new CredentialChainOptions().ReadFile;
        _options.ProfileFile = Path.GetTempPath();

        Assert.Contains("cannot be read: it is a folder.", (await RefusedAsync()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_profile_file_that_cannot_be_read_ends_the_search()
    {
        _options.ReadFile = _ => throw new UnauthorizedAccessException("Access denied.");
        Assert.Contains("cannot be read: Access denied.", (await RefusedAsync()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keys_of_a_cloud_server_are_read_with_token_region_and_project_and_renewed()
    {
        _metadata.Add("PUT /meta-data/latest/api/token", HttpStatusCode.OK, "metatoken");
        _metadata.Add("GET /openstack/latest/securitykey", HttpStatusCode.OK, Keys("AKONE"));
        _metadata.Add("GET /openstack/latest/meta_data.json", HttpStatusCode.OK, """{"region_id":"cn-north-4","project_id":"p1"}""");
        FoundCredential found = await FindAsync();
        Assert.Equal("instance metadata", found.Source);
        Assert.Equal(("p1", "cn-north-4"), (found.ProjectId, found.Region));
        await AssertSignsWithAsync(found.Credential, "AKONE", "sk");
        Assert.Contains("GET /openstack/latest/securitykey metatoken", _metadata.Requests);

        _metadata.Add("GET /openstack/latest/securitykey", HttpStatusCode.OK, Keys("AKTWO"));
        _time.Advance(TimeSpan.FromHours(2));
        await AssertSignsWithAsync(found.Credential, "AKTWO", "sk");
    }

    [Fact]
    public async Task Keys_without_an_expiry_time_are_used_for_most_of_an_hour()
    {
        _metadata.Add("GET /openstack/latest/securitykey", HttpStatusCode.OK, """{"credential":{"access":"AKONE","secret":"sk","securitytoken":"st"}}""");
        FoundCredential found = await FindAsync();
        _metadata.Add("GET /openstack/latest/securitykey", HttpStatusCode.OK, Keys("AKTWO"));
        _time.Advance(TimeSpan.FromMinutes(50));
        await AssertSignsWithAsync(found.Credential, "AKONE", "sk");

        _time.Advance(TimeSpan.FromMinutes(10));
        await AssertSignsWithAsync(found.Credential, "AKTWO", "sk");
    }

    [Theory]
    [InlineData(HttpStatusCode.NotFound)]
    [InlineData(HttpStatusCode.MethodNotAllowed)]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    public async Task An_older_metadata_service_is_used_without_a_token(HttpStatusCode status)
    {
        _metadata.Add("PUT /meta-data/latest/api/token", status, "");
        _metadata.Add("GET /openstack/latest/securitykey", HttpStatusCode.OK, Keys("AKONE"));

        FoundCredential found = await FindAsync();

        Assert.Contains("GET /openstack/latest/securitykey ", _metadata.Requests);
        Assert.Null(found.Region);
    }

    [Theory]
    [InlineData(HttpStatusCode.Unauthorized, "Please configure Cloud Service Agency first", "the server has no agency")]
    [InlineData(HttpStatusCode.InternalServerError, "", "HTTP 500")]
    [InlineData(HttpStatusCode.OK, "<html>", "cannot be read")]
    [InlineData(HttpStatusCode.OK, """{"credential":{"access":"AK"}}""", "cannot be read")]
    [InlineData(HttpStatusCode.OK, """{"credential":null}""", "cannot be read")]
    [InlineData(HttpStatusCode.OK, "[]", "cannot be read")]
    [InlineData(HttpStatusCode.OK, """{"credential":{"access":"A K","secret":"s","securitytoken":"t"}}""", "AccessKey contains a space")]
    public async Task A_metadata_service_without_keys_is_reported_with_the_reason(HttpStatusCode status, string body, string because)
    {
        _metadata.Add("PUT /meta-data/latest/api/token", HttpStatusCode.OK, "metatoken");
        _metadata.Add("GET /openstack/latest/securitykey", status, body);

        string message = (await RefusedAsync()).Message;

        Assert.Contains("Metadata: http://169.254.169.254/ returned no keys: ", message, StringComparison.Ordinal);
        Assert.Contains(because, message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Expired_keys_that_cannot_be_renewed_are_an_error()
    {
        _metadata.Add("GET /openstack/latest/securitykey", HttpStatusCode.OK, Keys("AKONE"));
        FoundCredential found = await FindAsync();
        _metadata.Unreachable = true;
        _time.Advance(TimeSpan.FromHours(3));

        DmsException refused = await Assert.ThrowsAsync<DmsException>(() => AssertSignsWithAsync(found.Credential, "AKONE", "sk"));

        Assert.Equal("HuaweiDms.MetadataFailed", refused.ErrorId);
        Assert.StartsWith("Metadata: http://169.254.169.254/ returned no keys", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_search_on_a_machine_that_is_not_a_cloud_server_times_out()
    {
        _metadata.Silent = true;
        _options.MetadataTimeout = TimeSpan.FromMilliseconds(20);

        Assert.Contains("there was no response in time", (await RefusedAsync()).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("off")]
    [InlineData("no address")]
    [InlineData("file:///keys")]
    public async Task A_disabled_metadata_service_is_not_called(string value)
    {
        _variables["HUAWEIDMS_METADATA_ENDPOINT"] = value;

        Assert.Contains("Metadata: HUAWEIDMS_METADATA_ENDPOINT turns it off", (await RefusedAsync()).Message, StringComparison.Ordinal);
        Assert.Empty(_metadata.Requests);
    }

    [Fact]
    public async Task Another_metadata_service_can_be_configured()
    {
        _variables["HUAWEIDMS_METADATA_ENDPOINT"] = "http://127.0.0.1:9/";
        _metadata.Unreachable = true;

        Assert.Contains("Metadata: http://127.0.0.1:9/ returned no keys", (await RefusedAsync()).Message, StringComparison.Ordinal);
    }

    /// <summary>The token in the request must not travel on.</summary>
    [Fact]
    public async Task Redirects_of_the_metadata_service_are_not_followed()
    {
        using WireListener elsewhere = new();
        using WireListener metadata = WireListener.RedirectingTo(elsewhere.Address);
        (_options.MetadataHandler, _options.MetadataAddress) = (null, metadata.Address);

        Assert.Contains("HTTP 307", (await RefusedAsync()).Message, StringComparison.Ordinal);
        Assert.Empty(elsewhere.Requests);
    }

    [Fact]
    public async Task An_endless_response_of_the_metadata_service_is_aborted()
    {
        _metadata.Add("GET /openstack/latest/securitykey", HttpStatusCode.OK, new string(' ', 1024 * 1024) + Keys("AKONE"));
        Assert.Contains("returned no keys", (await RefusedAsync()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keys_are_read_whatever_encoding_the_response_declares()
    {
        _metadata.ContentType = "application/json; charset=no-such-thing";
        _metadata.Add("PUT /meta-data/latest/api/token", HttpStatusCode.OK, "metatoken\n");
        _metadata.Add("GET /openstack/latest/securitykey", HttpStatusCode.OK, "\uFEFF" + Keys("AKONE"));

        await AssertSignsWithAsync((await FindAsync()).Credential, "AKONE", "sk");
    }

    [Fact]
    public async Task Cancellation_ends_the_search()
    {
        _metadata.Silent = true;
        using CancellationTokenSource leave = new();
        Task<FoundCredential> search = CredentialChain.FindAsync(_options, leave.Token);

        await leave.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => search);
    }

    [Fact]
    public async Task When_nothing_is_found_the_error_has_a_reason_per_source_and_advice()
    {
        _metadata.Unreachable = true;

        DmsException refused = await RefusedAsync();

        Assert.Contains("Environment: none of HUAWEICLOUD_SDK_AK/HUAWEICLOUD_SDK_SK", refused.Message, StringComparison.Ordinal);
        Assert.Contains($"Profile: the file {DefaultFile} does not exist", refused.Message, StringComparison.Ordinal);
        Assert.Contains("Metadata: http://169.254.169.254/ returned no keys", refused.Message, StringComparison.Ordinal);
        Assert.NotNull(refused.Advice);
    }

    [Theory]
    [InlineData(CredentialSources.Environment, "Environment:")]
    [InlineData(CredentialSources.Profile, "Profile:")]
    [InlineData(CredentialSources.Metadata, "Metadata:")]
    public async Task Each_source_can_be_used_alone(CredentialSources source, string said)
    {
        _metadata.Unreachable = true;
        _options.Sources = source;

        string message = (await RefusedAsync()).Message;

        Assert.Equal([said], new[] { "Environment:", "Profile:", "Metadata:" }.Where(name => message.Contains(name, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task An_invalid_key_is_rejected_without_showing_it()
    {
        _variables["HW_ACCESS_KEY"] = "AK with blanks";
        _variables["HW_SECRET_KEY"] = SecretKey;

        DmsException refused = await RefusedAsync();

        Assert.Contains("HW_ACCESS_KEY cannot be used", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(SecretKey, refused.ToString(), StringComparison.Ordinal);
    }

    private static string Keys(string accessKey)
        => $$$"""{"credential":{"access":"{{{accessKey}}}","secret":"sk","securitytoken":"st","expires_at":"2026-01-02T05:00:00.000000Z"}}""";

    private static async Task AssertSignsWithAsync(DmsCredential credential, string accessKey, string secretKey)
    {
        RequestTarget target = RequestTarget.Create("/v2", [], []);
        using HttpRequestMessage request = new(HttpMethod.Get, target.On(new("https://host")));
        await credential.AuthenticateAsync(request, target, [], DateTimeOffset.UnixEpoch, Stop);
        WireRequest.Of(request).AssertIsSignedWith(accessKey, secretKey);
    }

    private Task<FoundCredential> FindAsync() => CredentialChain.FindAsync(_options, Stop);

    private async Task<DmsException> RefusedAsync()
    {
        DmsException refused = await Assert.ThrowsAsync<DmsException>(FindAsync);
        Assert.Equal((DmsErrorKind.CredentialNotFound, "HuaweiDms.CredentialNotFound"), (refused.Kind, refused.ErrorId));
        return refused;
    }

    private sealed class MetadataServer : HttpMessageHandler
    {
        private readonly Dictionary<string, (HttpStatusCode Status, string Body)> _responses = [];

        public List<string> Requests { get; } = [];

        public bool Silent { get; set; }

        public bool Unreachable { get; set; }

        public string? ContentType { get; set; }

        public void Add(string request, HttpStatusCode status, string body) => _responses[request] = (status, body);

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (Silent)
                await Task.Delay(Timeout.Infinite, cancellationToken);

            if (Unreachable)
                throw new HttpRequestException("No route to host");

            string line = $"{request.Method} {request.RequestUri!.AbsolutePath}";
            Requests.Add($"{line} {(request.Headers.TryGetValues("X-Metadata-Token", out IEnumerable<string>? token) ? token.Single() : "")}");
            if (line.StartsWith("PUT", StringComparison.Ordinal))
                Assert.Equal("21600", request.Headers.GetValues("X-Metadata-Token-Ttl-Seconds").Single());

            (HttpStatusCode status, string body) = _responses.GetValueOrDefault(line, (HttpStatusCode.NotFound, ""));
            StringContent content = new(body);
            if (ContentType is not null)
                content.Headers.ContentType = MediaTypeHeaderValue.Parse(ContentType);
            return new(status) { Content = content };
        }
    }
}
