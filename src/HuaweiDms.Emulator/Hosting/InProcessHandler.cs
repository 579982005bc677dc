using System.Net;
using System.Net.Sockets;

namespace HuaweiDms.Emulator.Hosting;

/// <summary>Serves HttpClient in process, with the same faults as over a socket.</summary>
internal sealed class InProcessHandler(Gateway gateway) : HttpMessageHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (gateway.IsClosed)
            throw ConnectionError(SocketError.ConnectionRefused);
        RequestMessage message = await ReadAsync(request, cancellationToken).ConfigureAwait(false);
        Delivery delivery = await gateway.HandleAsync(message, cancellationToken).ConfigureAwait(false);
        if (delivery.Response is not { } response)
            throw ConnectionError(SocketError.ConnectionReset);

        HttpResponseMessage result = new((HttpStatusCode)response.Status)
        {
            RequestMessage = request,
            Version = HttpVersion.Version11,
            Content = ToContent(response, delivery.Breaks, message.Method == "HEAD"),
        };
        foreach (KeyValuePair<string, string> header in response.Headers)
            result.Headers.TryAddWithoutValidation(header.Key, header.Value);
        return result;
    }

    private static async Task<RequestMessage> ReadAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Uri uri = request.RequestUri ?? throw new InvalidOperationException("The request has no address.");
        HeaderList headers = new();
        headers.Add("Host", request.Headers.Host ?? (uri.IsDefaultPort ? uri.IdnHost : $"{uri.IdnHost}:{uri.Port}"));
        RawHeaders.CopyTo(headers, request.Headers);
        byte[] body = [];
        if (request.Content is { } content)
        {
            body = await content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
            RawHeaders.CopyTo(headers, content.Headers);
        }
        return new(request.Method.Method, uri.PathAndQuery, headers, body) { Scheme = uri.Scheme };
    }

    private static HttpContent ToContent(ResponseMessage response, FaultAction? breaks, bool isHead)
    {
        byte[] body = isHead ? [] : response.Body;
        HttpContent content = body.Length > 0 && breaks is { } action ? new StreamContent(new BrokenStream(body, action)) : new ByteArrayContent(body);
        if (response.ContentType is not null)
            content.Headers.TryAddWithoutValidation("Content-Type", response.ContentType);
        content.Headers.ContentLength = response.Body.Length;
        return content;
    }

    /// <summary>The exception that HttpClient's own handler throws for a reset or refused connection.</summary>
    private static HttpRequestException ConnectionError(SocketError error)
    {
        SocketException socket = new((int)error);
        return new(
            "An error occurred while sending the request.",
            new IOException("Unable to read data from the transport connection: " + socket.Message, socket));
    }
}
