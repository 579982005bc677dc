using System.Net;
using System.Security.Cryptography.X509Certificates;
using HuaweiDms.Transport;

namespace HuaweiDms;

/// <summary>The connection settings of a <see cref="DmsClient"/>.</summary>
public sealed class DmsClientOptions
{
    /// <summary>The credential. The client owns it and wipes it when it is disposed.</summary>
    public required DmsCredential Credential { get; set; }

    /// <summary>The name that objects carry as <see cref="DmsResource.Context"/>, so that they can be traced back to this client.</summary>
    public string? Name { get; set; }

    /// <summary>The region, such as <c>cn-north-4</c>. It may be omitted if every endpoint that is needed is given.</summary>
    public string? Region { get; set; }

    /// <summary>The project id. If null, it is looked up by name (8.4), which requires the permission to list projects.</summary>
    public string? ProjectId { get; set; }

    /// <summary>
    /// The project name for the lookup; null means the region, because the main project of every region has the name of the region.
    /// </summary>
    public string? ProjectName { get; set; }

    /// <summary>The address of DMS; null means the endpoint of the region.</summary>
    public Uri? Endpoint { get; set; }

    /// <summary>The address of DCS; null means the endpoint of the region.</summary>
    public Uri? DcsEndpoint { get; set; }

    /// <summary>The address of IAM; null means the endpoint of the region.</summary>
    public Uri? IamEndpoint { get; set; }

    /// <summary>The API version to use.</summary>
    public ApiVersion ApiVersion { get; set; }

    /// <summary>The maximum number of times a failed request is sent again, from 0 to 20. The default is 4.</summary>
    public int RetryCount { get; set; } = 4;

    /// <summary>
    /// The time limit of a call with all its attempts, greater than zero and at most one day. The default is 100 seconds.
    /// </summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(100);

    /// <summary>
    /// The time limit of a single attempt, including reading the response, greater than zero and at most one day. The default is 30
    /// seconds.
    /// </summary>
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// The minimum time between two requests for the replicas of topics of one instance (5.5.8). The limit of the service is one second;
    /// only an emulator that runs in fast time uses less.
    /// </summary>
    internal TimeSpan TopicDetailInterval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>The proxy; null means the proxy of the system or the environment, which is never used for this machine itself.</summary>
    public IWebProxy? Proxy { get; set; }

    /// <summary>
    /// Certificate authorities to trust in addition to those of the system; read them with <see cref="CertificateAuthorities.Load"/>.
    /// </summary>
    public X509Certificate2Collection? CertificateAuthority { get; set; }

    /// <summary>Whether to accept any server certificate. For test installations only.</summary>
    public bool SkipCertificateCheck { get; set; }

    /// <summary>
    /// Whether to allow plain HTTP to a host other than this machine. Requests and responses can then be read in transit.
    /// </summary>
    public bool AllowInsecureEndpoint { get; set; }

    /// <summary>
    /// A handler that sends the requests instead of a connection of the client: an in-process emulator or a test handler. The client does
    /// not dispose it.
    /// </summary>
    public HttpMessageHandler? Handler { get; set; }

    /// <summary>The name of the project to look up; null if neither it nor a region was given.</summary>
    internal string? EffectiveProjectName => ProjectName ?? Region;

    internal TimeProvider Time { get; set; } = TimeProvider.System;

    /// <summary>
    /// The time elapsed since a fixed point. The difference of two readings is the time that passed for the service, unaffected by changes
    /// to the clock of the computer.
    /// </summary>
    internal TimeSpan Elapsed => Time is SigningTime own ? TimeSpan.FromTicks(own.GetUtcNow().UtcTicks) : Time.GetElapsedTime(0);

    /// <summary>Signs requests with another time than that of the computer, for an emulator with a clock of its own.</summary>
    internal void SignWith(Func<DateTimeOffset> utcNow) => Time = new SigningTime(utcNow);

    /// <summary>Checks a project id. It becomes part of the path of requests, so its characters are restricted.</summary>
    /// <param name="name">The name of the parameter.</param>
    /// <param name="projectId">The id; null if none was given.</param>
    /// <exception cref="DmsException">The id contains other characters.</exception>
    internal static string? CheckProjectId(string name, string? projectId)
    {
        if (projectId is not null && (projectId.Length == 0 || !projectId.All(RequestTarget.IsPlain)))
            throw DmsErrors.InvalidArgument(name, projectId, Text.ProjectIdLetters);
        return projectId;
    }

    internal DmsClientOptions Copy() => (DmsClientOptions)MemberwiseClone();

    /// <exception cref="DmsException">An option is missing or out of range.</exception>
    internal void Validate()
    {
        if (Credential is null)
            throw DmsErrors.InvalidArgument(nameof(Credential), null, Text.CredentialRule);
        CheckProjectId(nameof(ProjectId), ProjectId);
        if (RetryCount is < 0 or > 20)
            throw DmsErrors.InvalidArgument(nameof(RetryCount), RetryCount, Text.RetryCountRule);
        if (Timeout <= TimeSpan.Zero || Timeout > TimeSpan.FromDays(1))
            throw DmsErrors.InvalidArgument(nameof(Timeout), Timeout, Text.TimeoutRule);
        if (AttemptTimeout <= TimeSpan.Zero || AttemptTimeout > TimeSpan.FromDays(1))
            throw DmsErrors.InvalidArgument(nameof(AttemptTimeout), AttemptTimeout, Text.TimeoutRule);
    }

    /// <summary>Its timestamps remain those of the computer, because waiting takes real time.</summary>
    private sealed class SigningTime(Func<DateTimeOffset> utcNow) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => utcNow();
    }
}
