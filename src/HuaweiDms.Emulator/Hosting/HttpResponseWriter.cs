using System.Globalization;
using System.Net;
using System.Text;

namespace HuaweiDms.Emulator.Hosting;

/// <summary>Writes HTTP/1.1 responses, head and body in one write.</summary>
internal static class HttpResponseWriter
{
    public static Task WriteAsync(Stream stream, ResponseMessage response, bool isHead, bool keepAlive)
        => SendAsync(stream, response, isHead ? 0 : response.Body.Length, keepAlive);

    /// <summary>Announces the whole body and sends half of it.</summary>
    public static Task WriteHalfAsync(Stream stream, ResponseMessage response, bool isHead)
        => SendAsync(stream, response, isHead ? 0 : response.Body.Length / 2, keepAlive: false);

    private static async Task SendAsync(Stream stream, ResponseMessage response, int bodySize, bool keepAlive)
    {
        string head = Head(response, keepAlive);
        byte[] bytes = new byte[head.Length + bodySize];
        Encoding.ASCII.GetBytes(head, 0, head.Length, bytes, 0);
        Array.Copy(response.Body, 0, bytes, head.Length, bodySize);
        await stream.WriteAsync(bytes, 0, bytes.Length).ConfigureAwait(false);
    }

    private static string Head(ResponseMessage response, bool keepAlive)
    {
        StringBuilder head = new(256);
        head.Append("HTTP/1.1 ").Append(response.Status.ToString(CultureInfo.InvariantCulture))
            .Append(' ').Append(ReasonOf(response.Status)).Append("\r\n");
        if (response.ContentType is not null && response.Body.Length > 0)
            head.Append("Content-Type: ").Append(response.ContentType).Append("\r\n");
        if (response.Status is not (204 or 304))
            head.Append("Content-Length: ").Append(response.Body.Length.ToString(CultureInfo.InvariantCulture)).Append("\r\n");
        foreach (KeyValuePair<string, string> header in response.Headers)
            head.Append(header.Key).Append(": ").Append(header.Value).Append("\r\n");
        return head.Append("Connection: ").Append(keepAlive ? "keep-alive" : "close").Append("\r\n\r\n").ToString();
    }

    /// <summary>The reason phrase, such as "Not Found"; empty for a status without one.</summary>
    private static string? ReasonOf(int status)
    {
        using HttpResponseMessage response = new((HttpStatusCode)status);
        return response.ReasonPhrase;
    }
}
