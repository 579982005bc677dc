using System.Net;
using System.Security.Cryptography.X509Certificates;

namespace HuaweiDms;

/// <summary>How a <see cref="DmsClient"/> connects, to what, and how patiently.</summary>
public sealed class DmsClientOptions
{
    /// <summary>Proves who calls. The client owns it and wipes it when disposed.</summary>
    public required DmsCredential Credential { get; set; }

    /// <summary>The name objects carry as <see cref="DmsResource.Context"/>, so that they find their way back to this client.</summary>
    public string? Name { get; set; }

    /// <summary>The region, such as <c>cn-north-4</c>. May be left out when every endpoint needed is given.</summary>
    public string? Region { get; set; }

    /// <summary>The project id; null has it looked up by name (8.4), which needs the right to list projects.</summary>
    public string? ProjectId { get; set; }

    /// <summary>The project's name for the look-up; null takes the region, which names every region's main project.</summary>
    public string? ProjectName { get; set; }

    /// <summary>Where DMS answers; null takes the region's endpoint.</summary>
    public Uri? Endpoint { get; set; }

    /// <summary>Where DCS answers; null takes the region's endpoint.</summary>
    public Uri? DcsEndpoint { get; set; }

    /// <summary>Where IAM answers; null takes the region's endpoint.</summary>
    public Uri? IamEndpoint { get; set; }

    /// <summary>The generation of the API to speak.</summary>
    public ApiVersion ApiVersion { get; set; }

    /// <summary>How often a failed request is sent again at most; 0 to 20, 4 by default.</summary>
    public int RetryCount { get; set; } = 4;

    /// <summary>The time one call may take with all its attempts; 100 seconds by default.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(100);

    /// <summary>The time one attempt may take, reading the answer included; 30 seconds by default.</summary>
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// The least time between two calls for the replicas of topics to one instance (5.5.8); one second, as the service has it. Only
    /// an emulator that runs fast takes less.
    /// </summary>
    internal TimeSpan TopicDetailInterval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>The proxy; null takes the system's or the environment's, which are never asked for this machine itself.</summary>
    public IWebProxy? Proxy { get; set; }

    /// <summary>Authorities to trust beside the system's; <see cref="CertificateAuthorities.Load"/> reads them.</summary>
    public X509Certificate2Collection? CertificateAuthority { get; set; }

    /// <summary>Accepts any server certificate. For test installations only.</summary>
    public bool SkipCertificateCheck { get; set; }

    /// <summary>Allows plain HTTP to a host other than this machine. Requests and answers can then be read on the way.</summary>
    public bool AllowInsecureEndpoint { get; set; }

    /// <summary>Sends the requests instead of a connection of the client's own: an emulator in process, or a test's handler. Not disposed.</summary>
    public HttpMessageHandler? Handler { get; set; }

    internal TimeProvider Time { get; set; } = TimeProvider.System;

    /// <summary>The time since some moment: what lies between two readings has passed at the service, and no change of the computer's clock is in it.</summary>
    internal TimeSpan Elapsed => Time is SigningTime own ? TimeSpan.FromTicks(own.GetUtcNow().UtcTicks) : Time.GetElapsedTime(0);

    /// <summary>Has requests signed with another time than the computer's: that of an emulator which goes by a time of its own.</summary>
    internal void SignWith(Func<DateTimeOffset> utcNow) => Time = new SigningTime(utcNow);

    /// <summary>A project id stands in the path of requests: what it may hold leads nowhere else.</summary>
    /// <param name="name">Where it was given.</param>
    /// <param name="projectId">The id; null where none was given.</param>
    /// <exception cref="DmsException">It is none.</exception>
    internal static string? CheckProjectId(string name, string? projectId)
        => projectId is null || (projectId.Length > 0 && projectId.All(letter => letter is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '-' or '_'))
            ? projectId
            : throw DmsErrors.InvalidArgument(name, projectId, Text.ProjectIdLetters);

    /// <exception cref="DmsException">An option is outside its range.</exception>
    internal void Validate()
    {
        CheckProjectId(nameof(ProjectId), ProjectId);
        if (RetryCount is < 0 or > 20)
            throw DmsErrors.InvalidArgument(nameof(RetryCount), RetryCount, Text.RetryCountRule);
        if (Timeout <= TimeSpan.Zero || Timeout > TimeSpan.FromDays(1))
            throw DmsErrors.InvalidArgument(nameof(Timeout), Timeout, Text.TimeoutRule);
        if (AttemptTimeout <= TimeSpan.Zero || AttemptTimeout > TimeSpan.FromDays(1))
            throw DmsErrors.InvalidArgument(nameof(AttemptTimeout), AttemptTimeout, Text.TimeoutRule);
    }

    /// <summary>Its timestamps stay those of the computer, which waits in earnest.</summary>
    private sealed class SigningTime(Func<DateTimeOffset> utcNow) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => utcNow();
    }
}
