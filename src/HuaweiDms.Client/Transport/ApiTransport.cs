using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace HuaweiDms.Transport;

/// <summary>Sends all requests, except those to the metadata service of a cloud server.</summary>
internal sealed partial class ApiTransport : IDisposable
{
    /// <summary>Larger than any documented response; a page of the largest list is well below 1 MB.</summary>
    private const long LargestResponse = 64L * 1024 * 1024;

    /// <summary>The maximum size of a body that may be signed, in bytes; larger ones require a token (3.2).</summary>
    private const int LargestSigned = 12 * 1024 * 1024;

    private static readonly MediaTypeHeaderValue Json = new("application/json");
    private static readonly MediaTypeWithQualityHeaderValue AcceptJson = new("application/json");
    private static readonly ProductInfoHeaderValue UserAgent
        = new("HuaweiDms", typeof(ApiTransport).Assembly.GetName().Version?.ToString(3) ?? "0");

    private readonly DmsClientOptions _options;
    private readonly Endpoints _endpoints;
    private readonly Resilience _resilience;
    private readonly HttpClient _http;
    private readonly ProjectLookup _project;

    public ApiTransport(DmsClientOptions options, ProjectLookup project)
    {
        _options = options;
        _endpoints = new Endpoints(options);
        _project = project;
        _resilience = new Resilience(options);
        _http = new HttpClient(options.Handler ?? ConnectionHandler.Create(options), disposeHandler: options.Handler is null)
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
    }

    /// <summary>Sends a request whose response has, or may have, a JSON body.</summary>
    /// <exception cref="DmsException">The call failed.</exception>
    public Task<ApiResponse<T>> SendAsync<T>(ApiRequest request, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        => ExecuteAsync(request, (_, body, token) => JsonSerializer.DeserializeAsync(body, type, token), cancellationToken);

    /// <summary>Sends a request whose response body, if any, is ignored.</summary>
    /// <exception cref="DmsException">The call failed.</exception>
    public Task SendAsync(ApiRequest request, CancellationToken cancellationToken) => ExecuteAsync(request, DiscardAsync, cancellationToken);

    /// <summary>Sends a request and returns the response body; a success without a body is an error.</summary>
    /// <exception cref="DmsException">The call failed.</exception>
    public async Task<T> GetAsync<T>(ApiRequest request, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        => (await SendAsync(request, type, cancellationToken).ConfigureAwait(false)).Value ?? throw DmsErrors.MissingBody(request);

    /// <summary>
    /// Sends a delete request. If the object no longer exists, an earlier attempt whose response was lost has deleted it.
    /// </summary>
    /// <exception cref="DmsException">The call failed.</exception>
    public async Task DeleteAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        try
        {
            await SendAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (DmsException gone) when (NotFoundErrors.IsObjectMissing(gone) && gone.MayHaveActedBefore)
        {
            // The object has been deleted, as requested.
        }
    }

    /// <summary>Sends a request and passes the response body to a reader, once for each attempt that receives one.</summary>
    /// <exception cref="DmsException">The call failed.</exception>
    public async Task<ApiResponse<T>> ExecuteAsync<T>(
        ApiRequest request, ReadResponse<T> read, CancellationToken cancellationToken)
    {
        ApiCall call = await PrepareAsync(request, cancellationToken).ConfigureAwait(false);
        return await _resilience.RunAsync(call, (attempt, token) => AttemptAsync(attempt, read, token), cancellationToken).ConfigureAwait(false);
    }

    public void Dispose() => _http.Dispose();

    private async ValueTask<ApiCall> PrepareAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        Uri endpoint = _endpoints.Of(request.Operation.Service);
        IReadOnlyList<KeyValuePair<string, string>> pathValues = request.PathValues;
        bool isSigned = _options.Credential is AccessKeyCredential;
        if (isSigned && request.Content.Length > LargestSigned)
            throw DmsErrors.TooLargeToSign(request.Operation.Name, request.Content.Length, LargestSigned);
        if (request.Operation.Path.Contains("{project_id}"))
            pathValues = [new("project_id", await _project.GetAsync(cancellationToken).ConfigureAwait(false)), .. pathValues];
        RequestTarget target = RequestTarget.Create(request.Operation.Path, pathValues, request.QueryValues);
        // If the path does not name the project, only this header does (table 3-2). IAM is used to find the project.
        string? projectId = request.Operation.Service == DmsService.Iam ? null : _project.Known;
        return new ApiCall(request, target, endpoint, projectId, isSigned, _options.Timeout, _options.Time, cancellationToken);
    }

    private async ValueTask<ApiResponse<T>> AttemptAsync<T>(
        ApiCall call, ReadResponse<T> read, CancellationToken cancellationToken)
    {
        call.StartAttempt();
        using HttpRequestMessage message = CreateMessage(call);
        if (call.Operation.Authenticated)
            await _options.Credential.AuthenticateAsync(
                message, call.Target, call.Request.Content, _options.Time.GetUtcNow(), cancellationToken).ConfigureAwait(false);
        try
        {
            return await SendMessageAsync(call, message, read, cancellationToken).ConfigureAwait(false);
        }
        catch (FailedAttempt refused) when (MayRenew(call, refused))
        {
            call.Renewed = true;
            _options.Credential.Invalidate(message);
        }
        return await AttemptAsync(call, read, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Whether the credential was rejected and can be renewed, once per call. A rejected password is not tried again.</summary>
    private bool MayRenew(ApiCall call, FailedAttempt refused)
        => refused.Error.StatusCode == (int)HttpStatusCode.Unauthorized
            && call.Operation.Authenticated
            && !call.Renewed
            && _options.Credential.CanRenew;

    private async ValueTask<ApiResponse<T>> SendMessageAsync<T>(
        ApiCall call, HttpRequestMessage message, ReadResponse<T> read, CancellationToken cancellationToken)
    {
        SecretRedactor redactor = new(message.Headers, call.Request.Content);
        HttpResponseMessage? response = null;
        Exception? failure = null;
        long started = _options.Time.GetTimestamp();
        try
        {
            call.NoteSent();
            response = await _http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
            if (!response.IsSuccessStatusCode)
                throw await FailureReader.ReadAsync(call, response, redactor, _options.Time, cancellationToken).ConfigureAwait(false);
            T? value = await ReadAsync(call, response, read, redactor, cancellationToken).ConfigureAwait(false);
            return new(value, call.Throttled, call.EarlierOutcomeUnknown);
        }
        catch (FailedAttempt refused)
        {
            failure = refused;
            call.NoteFailure(refused);
            throw;
        }
        catch (Exception broken) when (FailureReader.IsFailure(broken))
        {
            failure = broken;
            // Some handlers report a canceled call as a lost connection.
            cancellationToken.ThrowIfCancellationRequested();
            FailedAttempt failed = FailureReader.ReadException(call, broken, responseBegan: response is not null);
            call.NoteFailure(failed);
            throw failed;
        }
        catch (OperationCanceledException canceled)
        {
            failure = canceled;
            throw;
        }
        finally
        {
            response?.Dispose();
            RequestLog.Write(call, response, redactor, _options.Time.GetElapsedTime(started), failure);
        }
    }

    private static HttpRequestMessage CreateMessage(ApiCall call)
    {
        HttpRequestMessage message = new(call.Operation.Method, call.Target.On(call.Endpoint));
        message.Headers.Accept.Add(AcceptJson);
        message.Headers.UserAgent.Add(UserAgent);
        // .NET Framework would otherwise wait for a 100 Continue response before it sends a body.
        message.Headers.ExpectContinue = false;
        if (call.ProjectId is not null)
            message.Headers.TryAddWithoutValidation("X-Project-Id", call.ProjectId);
        // Set content even if it is empty: when a connection breaks, .NET silently resends a request without content. Every such request
        // also needs the content type (table 3-2); a service may reject even an empty body without it.
        if (call.Request.Content.Length > 0 || !call.Operation.IsRead)
            message.Content = new ByteArrayContent(call.Request.Content) { Headers = { ContentType = Json } };
        return message;
    }

    /// <summary>
    /// Reads the body. An empty body is not an error here: regions respond to the same operation with 200 or 204, and with or without a
    /// body. A body with an error of the service is an error, whatever the status.
    /// </summary>
    private static async ValueTask<T?> ReadAsync<T>(
        ApiCall call, HttpResponseMessage response, ReadResponse<T> read, SecretRedactor redactor, CancellationToken cancellationToken)
    {
        if (response.StatusCode == HttpStatusCode.NoContent || response.Content.Headers.ContentLength == 0)
            return default;
#if NET
        Stream content = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
#else
        Stream content = await response.Content.ReadAsStreamAsync().ConfigureAwait(false);
#endif
        // The response to HEAD has the length, but no body.
        long? length = call.Operation.Method == HttpMethod.Head ? null : response.Content.Headers.ContentLength;
        using ResponseStream body = new(content, LargestResponse, length);
        T? value = default;
        try
        {
            value = await read(response, body, cancellationToken).ConfigureAwait(false);
        }
        catch (JsonException) when (!body.HasContent || ErrorBody.IsIn(body.Beginning))
        {
            // The body is empty, or it is the error handled below.
        }
        if (ErrorBody.IsIn(body.Beginning))
            throw FailureReader.ReadErrorBody(call, response, body.Beginning, redactor);
        return value;
    }

    /// <summary>
    /// Reads the beginning of the body only to detect a web page or an error; the status is sufficient otherwise. A body that cannot be
    /// read is ignored.
    /// </summary>
    private async ValueTask<object?> DiscardAsync(HttpResponseMessage response, Stream body, CancellationToken cancellationToken)
    {
        byte[] beginning = new byte[ResponseStream.BeginningSize];
        using Deadline brief = new(_options.Time, FailureReader.ErrorTextTimeout, cancellationToken);
        try
        {
            int count = 0;
            int read;
            do
            {
                read = await body.ReadOrCancelAsync(beginning, count, beginning.Length - count, brief.Token).ConfigureAwait(false);
                count += read;
            }
            while (read > 0 && count < beginning.Length);
        }
        catch (Exception broken) when (broken is not InvalidResponseException && (broken is OperationCanceledException || FailureReader.IsFailure(broken)))
        {
            cancellationToken.ThrowIfCancellationRequested();
        }
        return null;
    }
}

/// <summary>Reads the body of a response whose headers have been received.</summary>
internal delegate ValueTask<T?> ReadResponse<T>(HttpResponseMessage response, Stream body, CancellationToken cancellationToken);
