using System.Globalization;
using System.Text;

namespace HuaweiDms.Emulator.Hosting;

/// <summary>Reads HTTP/1.1 requests from a stream. Strict where a lenient reading would be ambiguous.</summary>
internal sealed class HttpRequestReader(Stream stream)
{
    /// <summary>The limit for the request line and header fields together.</summary>
    private const int MaxHeadSize = 64 * 1024;

    /// <summary>Enough for a message of 10 MB with JSON escaping. The limit for signed bodies is lower.</summary>
    private const int MaxBodySize = 64 * 1024 * 1024;

    private static readonly byte[] Continue = Encoding.ASCII.GetBytes("HTTP/1.1 100 Continue\r\n\r\n");

    private readonly StringBuilder _line = new();
    private readonly byte[] _buffer = new byte[8192];
    private int _start;
    private int _end;
    private int _headLeft;

    /// <summary>Waits for the first byte of a request; returns false if the client has closed the connection.</summary>
    public async Task<bool> WaitAsync() => _start < _end || await FillAsync().ConfigureAwait(false);

    public async Task<HttpRequest> ReadAsync()
    {
        _headLeft = MaxHeadSize;
        string line = await ReadLineAsync().ConfigureAwait(false);
        // Some clients send an extra line break after a body.
        if (line.Length == 0)
            line = await ReadLineAsync().ConfigureAwait(false);
        (string method, string target, bool isOld) = RequestLine.Parse(line);
        HeaderList headers = await ReadHeadersAsync().ConfigureAwait(false);
        if (!isOld && headers["Host"] is null)
            throw new BadRequestException(400, "The Host header is missing.");
        OriginCheck.Verify(headers);
        byte[] body = await ReadBodyAsync(headers).ConfigureAwait(false);
        return new(new RequestMessage(method, target, headers, body), KeepsAlive(headers, isOld));
    }

    private static bool KeepsAlive(HeaderList headers, bool isOld)
    {
        string connection = headers["Connection"] ?? string.Empty;
        return isOld
            ? connection.Contains("keep-alive", StringComparison.OrdinalIgnoreCase)
            : !connection.Contains("close", StringComparison.OrdinalIgnoreCase);
    }

    private async Task<HeaderList> ReadHeadersAsync()
    {
        HeaderList headers = new();
        while (true)
        {
            string line = await ReadLineAsync().ConfigureAwait(false);
            if (line.Length == 0)
                return headers;
            int colon = line.IndexOf(':');
            string name = colon > 0 ? line.Substring(0, colon) : string.Empty;
            if (!RequestLine.IsToken(name))
                throw new BadRequestException(400, "A header field is malformed.");
            if (string.Equals(name, "Host", StringComparison.OrdinalIgnoreCase) && headers["Host"] is not null)
                throw new BadRequestException(400, "The Host header is repeated.");
            headers.Add(name, line.Substring(colon + 1).Trim(' ', '\t'));
        }
    }

    private async Task<byte[]> ReadBodyAsync(HeaderList headers)
    {
        string? coding = headers["Transfer-Encoding"], length = headers["Content-Length"];
        if (coding is not null)
        {
            if (length is not null)
                throw new BadRequestException(400, "Content-Length and Transfer-Encoding are mutually exclusive.");
            if (!string.Equals(coding, "chunked", StringComparison.OrdinalIgnoreCase))
                throw new BadRequestException(501, "Only the transfer coding chunked is supported.");
            await SendContinueAsync(headers).ConfigureAwait(false);
            return await ReadChunksAsync().ConfigureAwait(false);
        }
        if (length is null)
            return [];
        if (!long.TryParse(length, NumberStyles.None, CultureInfo.InvariantCulture, out long size))
            throw new BadRequestException(400, "Content-Length is not a number.");
        if (size > MaxBodySize)
            throw new BadRequestException(413, "The body is larger than 64 MB.");
        if (size > 0)
            await SendContinueAsync(headers).ConfigureAwait(false);
        byte[] body = new byte[size];
        await ReadExactlyAsync(body, body.Length).ConfigureAwait(false);
        return body;
    }

    /// <summary>Some clients wait for 100 Continue before they send the body.</summary>
    private async Task SendContinueAsync(HeaderList headers)
    {
        if (headers["Expect"] is not { } expected)
            return;
        if (!string.Equals(expected, "100-continue", StringComparison.OrdinalIgnoreCase))
            throw new BadRequestException(417, "The only supported expectation is 100-continue.");
        if (_start == _end)
            await stream.WriteAsync(Continue, 0, Continue.Length).ConfigureAwait(false);
    }

    private async Task<byte[]> ReadChunksAsync()
    {
        using MemoryStream body = new();
        byte[] part = new byte[8192];
        while (true)
        {
            _headLeft = MaxHeadSize;
            int left = ParseChunkSize(await ReadLineAsync().ConfigureAwait(false));
            if (left == 0)
                break;
            if (body.Length + left > MaxBodySize)
                throw new BadRequestException(413, "The body is larger than 64 MB.");
            while (left > 0)
            {
                int size = Math.Min(left, part.Length);
                await ReadExactlyAsync(part, size).ConfigureAwait(false);
                body.Write(part, 0, size);
                left -= size;
            }
            if ((await ReadLineAsync().ConfigureAwait(false)).Length > 0)
                throw new BadRequestException(400, "A chunk is longer than its size.");
        }
        // Trailer fields are ignored.
        await ReadHeadersAsync().ConfigureAwait(false);
        return body.ToArray();
    }

    private static int ParseChunkSize(string line)
    {
        int extension = line.IndexOf(';');
        string digits = (extension < 0 ? line : line.Substring(0, extension)).Trim(' ', '\t');
        bool isGood = int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int size) && size >= 0;
        return isGood ? size : throw new BadRequestException(400, "The size of a chunk is malformed.");
    }

    /// <summary>Reads one line without its line break. Each byte becomes one character, so nothing is lost or merged.</summary>
    private async Task<string> ReadLineAsync()
    {
        _line.Clear();
        while (true)
        {
            if (_start == _end && !await FillAsync().ConfigureAwait(false))
                throw new EndOfStreamException();
            while (_start < _end)
            {
                byte value = _buffer[_start++];
                if (--_headLeft < 0)
                    throw new BadRequestException(431, "The header is larger than 64 KB.");
                if (value == (byte)'\n')
                    return TakeLine();
                _line.Append((char)value);
            }
        }
    }

    private string TakeLine()
    {
        if (_line.Length > 0 && _line[_line.Length - 1] == '\r')
            _line.Length--;
        string line = _line.ToString();
        foreach (char c in line)
        {
            if (c is (< ' ' and not '\t') or '\x7f')
                throw new BadRequestException(400, "The header contains a control character.");
        }
        return line;
    }

    private async Task ReadExactlyAsync(byte[] target, int count)
    {
        int filled = Math.Min(count, _end - _start);
        Array.Copy(_buffer, _start, target, 0, filled);
        _start += filled;
        while (filled < count)
        {
            int read = await stream.ReadAsync(target, filled, count - filled).ConfigureAwait(false);
            if (read == 0)
                throw new EndOfStreamException();
            filled += read;
        }
    }

    private async Task<bool> FillAsync()
    {
        _start = 0;
        _end = await stream.ReadAsync(_buffer, 0, _buffer.Length).ConfigureAwait(false);
        return _end > 0;
    }
}
