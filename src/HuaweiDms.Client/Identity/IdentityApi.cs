using System.Text.Json;
using HuaweiDms.Authentication;
using HuaweiDms.Json;
using HuaweiDms.Transport;

namespace HuaweiDms;

/// <summary>
/// Operations of Identity and Access Management that the other areas need (3.2, 8.4). Every method throws <see cref="DmsException"/> when
/// the call fails.
/// </summary>
public sealed class IdentityApi
{
    private static readonly ApiOperation CreateToken = ApiOperation.PostUnauthenticated(
        "3.2", "KeystoneCreateUserTokenByPassword", "/v3/auth/tokens", DmsService.Iam);

    private static readonly ApiOperation ListProjects = ApiOperation.Get("8.4", "KeystoneListProjects", "/v3/projects", DmsService.Iam);

    /// <summary>The lifetime of a token (3.2), used if the response does not state it.</summary>
    private static readonly TimeSpan TokenLifetime = TimeSpan.FromHours(24);

    private readonly ApiTransport _transport;
    private readonly DmsClientOptions _options;

    internal IdentityApi(ApiTransport transport, DmsClientOptions options)
    {
        _transport = transport;
        _options = options;
    }

    /// <summary>Lists the projects that the credential can see (8.4).</summary>
    /// <param name="name">The exact name; null for all projects.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="DmsException">A call failed.</exception>
    public async Task<IReadOnlyList<Project>> ListProjectsAsync(string? name = null, CancellationToken cancellationToken = default)
    {
        List<Project> projects = [];
        ApiRequest? request = new ApiRequest(ListProjects).Query("name", name);
        HashSet<string> seen = new(StringComparer.Ordinal);
        while (request is not null)
        {
            ProjectList list = await _transport.GetAsync(request, ServiceJsonContext.Default.ProjectList, cancellationToken).ConfigureAwait(false);
            bool anyNew = false;
            foreach (Project? project in list.Projects ?? throw DmsErrors.MissingBody(request))
            {
                if (project is null || !seen.Add(project.ProjectId ?? string.Empty))
                    continue;
                anyNew = true;
                projects.Add(_transport.WithContext(project));
            }
            request = anyNew && list.Links?.Next is { } next ? Following(next) : null;
        }
        return projects;
    }

    /// <summary>Obtains a token for the project (3.2).</summary>
    internal async Task<IssuedToken> CreateTokenAsync(
        string domainName, string userName, Secret password, CancellationToken cancellationToken)
    {
        ApiRequest request = new ApiRequest(CreateToken).Body(
            TokenRequest.For(domainName, userName, password, _options.ProjectId, _options.EffectiveProjectName),
            ServiceJsonContext.Default.TokenRequest);
        ApiResponse<IssuedToken> response = await _transport.ExecuteAsync(request, ReadTokenAsync, cancellationToken).ConfigureAwait(false);
        return response.Value ?? throw DmsErrors.MissingBody(request);
    }

    private async ValueTask<IssuedToken?> ReadTokenAsync(HttpResponseMessage response, Stream body, CancellationToken cancellationToken)
    {
        TokenResponse? token = await JsonSerializer
            .DeserializeAsync(body, ServiceJsonContext.Default.TokenResponse, cancellationToken).ConfigureAwait(false);
        if (!response.Headers.TryGetValues("X-Subject-Token", out IEnumerable<string>? values) || values.First().Length == 0)
            return null;
        DateTimeOffset expiry = token?.Token?.ExpiresAt ?? _options.Time.GetUtcNow() + TokenLifetime;
        return new IssuedToken(Secret.From(values.First()), expiry);
    }

    /// <summary>Repeats the request with the query of the link that the service sent.</summary>
    private static ApiRequest Following(string link)
    {
        ApiRequest request = new(ListProjects);
        int start = link.IndexOf('?');
        foreach (string pair in start < 0 ? [] : link.Substring(start + 1).Split(['&'], StringSplitOptions.RemoveEmptyEntries))
        {
            string[] parts = pair.Split(['='], 2);
            request.Query(Uri.UnescapeDataString(parts[0]), parts.Length > 1 ? Uri.UnescapeDataString(parts[1]) : string.Empty);
        }
        return request;
    }
}
