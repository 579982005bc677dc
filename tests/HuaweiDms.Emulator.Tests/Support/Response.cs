using System.Net;
using System.Text.Json.Nodes;

namespace HuaweiDms.Emulator.Tests.Support;

/// <summary>A response, read completely.</summary>
internal sealed class Response(HttpStatusCode status, string text, HttpResponseMessage response)
{
    public int Status { get; } = (int)status;

    public string Text { get; } = text;

    public JsonNode? Json { get; } = text.StartsWith('{') ? JsonNode.Parse(text) : null;

    public string? ErrorCode => (string?)Json?["error_code"];

    public string? ErrorMessage => (string?)Json?["error_msg"];

    public string? Header(string name)
        => response.Headers.TryGetValues(name, out IEnumerable<string>? values) ? string.Join(",", values) : null;

    public JsonNode Ok()
    {
        Assert.True(Status == 200, $"{Status} {Text}");
        return Json!;
    }

    public void NoContent()
    {
        Assert.True(Status == 204, $"{Status} {Text}");
        Assert.Empty(Text);
    }

    public void Rejected(int status, string code)
    {
        Assert.True(Status == status && ErrorCode == code, $"expected {status} {code}, but was {Status} {Text}");
        Assert.NotEmpty(ErrorMessage!);
        Assert.NotEmpty(Header("X-Request-Id")!);
    }
}
