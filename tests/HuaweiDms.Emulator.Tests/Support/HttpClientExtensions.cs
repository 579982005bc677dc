using System.Text;

namespace HuaweiDms.Emulator.Tests.Support;

/// <summary>One-line requests.</summary>
internal static class HttpClientExtensions
{
    public static async Task<Response> AskAsync(
        this HttpClient client, HttpMethod method, string path, string? body = null, params (string Name, string Value)[] headers)
    {
        using HttpRequestMessage request = new(method, path);
        if (body is not null)
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        foreach ((string name, string value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        HttpResponseMessage response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        string text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new Response(response.StatusCode, text, response);
    }

    public static Task<Response> AskAsync(this HttpClient client, string path, params (string Name, string Value)[] headers)
        => client.AskAsync(HttpMethod.Get, path, null, headers);
}
