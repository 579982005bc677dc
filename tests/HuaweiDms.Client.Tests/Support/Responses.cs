using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;
using HuaweiDms.Contract;
using Step = HuaweiDms.Client.Tests.Support.ScriptedHandler.Step;

namespace HuaweiDms.Client.Tests.Support;

/// <summary>Script steps: the responses and failures of services, gateways and networks.</summary>
internal static class Responses
{
    /// <summary>An instance, as in the response of 5.1.3.</summary>
    public const string Instance = """{"instance_id":"i-1","name":"orders","status":"RUNNING"}""";

    /// <summary>An empty list.</summary>
    public const string NoInstances = """{"instances":[],"instance_num":0}""";

    public static Step Json(string body, HttpStatusCode status = HttpStatusCode.OK)
        => Respond(status, body, "application/json");

    /// <summary>The first response example of an operation in the reference.</summary>
    public static Step Documented(string operation)
        => Json(ApiContract.Default[operation].Responses.Values.SelectMany(response => response.Examples).First().GetRawText());

    public static Step Error(int status, string code, string message = "No.")
        => Respond((HttpStatusCode)status, $$"""{"error_code":"{{code}}","error_msg":"{{message}}"}""", "application/json");

    public static Step Html(int status)
        => Respond((HttpStatusCode)status, "<html><head><title>502 Bad Gateway</title></head><body>nginx</body></html>", "text/html");

    public static Step Empty(int status) => (_, _) => Task.FromResult(new HttpResponseMessage((HttpStatusCode)status) { Content = new ByteArrayContent([]) });

    public static Step Respond(HttpStatusCode status, string body, string? contentType = null, Action<HttpResponseMessage>? more = null)
        => Respond(status, Encoding.UTF8.GetBytes(body), contentType, more);

    public static Step Respond(HttpStatusCode status, byte[] body, string? contentType = null, Action<HttpResponseMessage>? more = null)
        => (_, _) =>
        {
            HttpResponseMessage response = new(status) { Content = new ByteArrayContent(body) };
            if (contentType is not null)
                response.Content.Headers.ContentType = new MediaTypeHeaderValue(contentType);
            more?.Invoke(response);
            return Task.FromResult(response);
        };

    /// <summary>A response whose body ends as specified.</summary>
    public static Step Body(string beginning, BrokenBody.End end, HttpStatusCode status = HttpStatusCode.OK, int chunk = int.MaxValue)
        => (_, _) => Task.FromResult(new HttpResponseMessage(status) { Content = new StreamContent(new BrokenBody(Encoding.UTF8.GetBytes(beginning), end, chunk)) });

    /// <summary>Adds a Retry-After header.</summary>
    public static Step AfterSeconds(this Step step, int seconds) => step.With(response => response.Headers.RetryAfter = new(TimeSpan.FromSeconds(seconds)));

    public static Step With(this Step step, Action<HttpResponseMessage> change)
        => async (request, cancellationToken) =>
        {
            HttpResponseMessage response = await step(request, cancellationToken);
            change(response);
            return response;
        };

    public static Step ConnectionRefused => Fail(() => new HttpRequestException("Connection refused", new SocketException((int)SocketError.ConnectionRefused)));

    public static Step NameUnknown => Fail(() => new HttpRequestException("Name or service not known", new SocketException((int)SocketError.HostNotFound)));

    /// <summary>The host name could not be resolved, which may be temporary.</summary>
    public static Step NameLookupFailed
        => Fail(() => new HttpRequestException("Resource temporarily unavailable", new SocketException((int)SocketError.TryAgain)));

    public static Step CertificateRefused
        => Fail(() => new HttpRequestException("The SSL connection could not be established", new AuthenticationException("The remote certificate is invalid.")));

    public static Step ConnectionReset => Fail(() => new HttpRequestException(
        "An error occurred while sending the request.",
        new IOException("Unable to read data from the transport connection", new SocketException((int)SocketError.ConnectionReset))));

    /// <summary>The exception with which .NET Framework reports a failed proxy tunnel.</summary>
#pragma warning disable CS0618
    public static Step TunnelRefused(HttpStatusCode status) => Fail(() => new HttpRequestException(
        "An error occurred while sending the request.",
        new WebException($"The remote server returned an error: ({(int)status}).", null, WebExceptionStatus.ProtocolError, new ProxyResponse(status))));
#pragma warning restore CS0618

    /// <summary>The exception of .NET for a connection that was not established in time: a cancellation that nobody requested.</summary>
    public static Step ConnectTimeout
        => Fail(() => new TaskCanceledException("A connection could not be established within the configured ConnectTimeout.", new TimeoutException()));

    /// <summary>No response until the client gives up.</summary>
    public static Step Stalled => async (_, cancellationToken) =>
    {
        await Waiting.ForeverAsync(null, cancellationToken);
        throw new InvalidOperationException();
    };

    private static Step Fail(Func<Exception> failure) => (_, _) => Task.FromException<HttpResponseMessage>(failure());

    [Obsolete("The only way to create the type with which .NET Framework reports this.")]
    private sealed class ProxyResponse(HttpStatusCode status) : HttpWebResponse
    {
        public override HttpStatusCode StatusCode => status;
    }
}
