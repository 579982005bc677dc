using System.Net.Sockets;
using System.Text;

namespace HuaweiDms.Emulator.Tests.Support;

/// <summary>Sends raw bytes to the listener.</summary>
internal sealed class RawClient : IDisposable
{
    private readonly TcpClient _client = new();
    private readonly NetworkStream _stream;
    private readonly List<byte> _buffer = [];

    public RawClient(TestService service)
    {
        Uri endpoint = service.Emulator.Endpoint ?? service.Emulator.Listen();
        _client.NoDelay = true;
        _client.Connect(endpoint.Host, endpoint.Port);
        _stream = _client.GetStream();
    }

    public async Task SendAsync(string text)
        => await _stream.WriteAsync(Encoding.Latin1.GetBytes(text), TestContext.Current.CancellationToken);

    public async Task<(int Status, string Head, string Body)> ReadAsync(bool isHead = false)
    {
        int end;
        while ((end = Encoding.Latin1.GetString([.. _buffer]).IndexOf("\r\n\r\n", StringComparison.Ordinal)) < 0)
            Assert.True(await FillAsync(), "The connection ended before a response.");
        string head = Take(end + 4);
        string? length = head.Split("\r\n").FirstOrDefault(line => line.StartsWith("Content-Length: ", StringComparison.Ordinal));
        int size = isHead || length is null ? 0 : int.Parse(length["Content-Length: ".Length..], null);
        while (_buffer.Count < size)
            Assert.True(await FillAsync(), "The connection ended before the end of the body.");
        return (int.Parse(head.Split(' ')[1], null), head, Take(size));
    }

    public async Task<bool> IsClosedAsync() => _buffer.Count == 0 && !await FillAsync();

    public void Dispose()
    {
        _stream.Dispose();
        _client.Dispose();
    }

    private string Take(int count)
    {
        string text = Encoding.Latin1.GetString([.. _buffer.Take(count)]);
        _buffer.RemoveRange(0, count);
        return text;
    }

    private async Task<bool> FillAsync()
    {
        byte[] part = new byte[4096];
        int read = await _stream.ReadAsync(part, TestContext.Current.CancellationToken);
        _buffer.AddRange(part.AsSpan(0, read));
        return read > 0;
    }
}
