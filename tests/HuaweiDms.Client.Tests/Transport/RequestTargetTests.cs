using FsCheck;
using FsCheck.Fluent;
using HuaweiDms.Transport;

namespace HuaweiDms.Client.Tests.Transport;

/// <summary>Targets of requests.</summary>
public sealed class RequestTargetTests
{
    private static readonly Uri Endpoint = new("https://dms.cn-north-4.myhuaweicloud.com");

    [Fact]
    public void Values_fill_the_template_and_are_escaped_once()
    {
        RequestTarget target = RequestTarget.Create("/v2/{project_id}/groups/{group}/x", [new("group", "a b%+中~"), new("project_id", "p1")], []);

        Assert.Equal("/v2/p1/groups/a%20b%25%2B%E4%B8%AD~/x", target.Path);
        Assert.Equal(target.Path, target.PathAndQuery);
    }

    [Fact]
    public void The_query_is_sorted_by_unescaped_name_then_value()
    {
        RequestTarget target = RequestTarget.Create("/v2", [], [new("tags[0]", "v"), new("tagsA", "w"), new("tags", "b"), new("tags", "B"), new("tags", null)]);

        Assert.Equal("tags=&tags=B&tags=b&tagsA=w&tags%5B0%5D=v", target.Query);
        Assert.Equal("https://dms.cn-north-4.myhuaweicloud.com/v2?tags=&tags=B&tags=b&tagsA=w&tags%5B0%5D=v", target.On(Endpoint).AbsoluteUri);
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("a/b")]
    [InlineData("a\\b")]
    [InlineData("/")]
    public void An_unsafe_path_value_is_rejected_by_name(string value)
    {
        DmsException refused = Assert.Throws<DmsException>(() => RequestTarget.Create("/v2/{topic}", [new("topic", value)], []));

        Assert.Equal(DmsErrorKind.InvalidArgument, refused.Kind);
        Assert.Equal("topic", refused.ParameterName);
    }

    [Fact]
    public void An_unpaired_surrogate_is_rejected_in_path_and_query()
    {
        foreach (string value in new[] { "\ud800", "a\udc00b", "\udc00\ud800" })
        {
            Assert.Equal("topic", Assert.Throws<DmsException>(() => RequestTarget.Create("/v2/{topic}", [new("topic", value)], [])).ParameterName);
            Assert.Equal("name", Assert.Throws<DmsException>(() => RequestTarget.Create("/v2", [], [new("name", value)])).ParameterName);
        }
    }

    [Fact]
    public void A_placeholder_without_a_value_is_rejected()
    {
        DmsException refused = Assert.Throws<DmsException>(() => RequestTarget.Create("/v2/{topic}", [], []));

        Assert.Equal("Path", refused.ParameterName);
        Assert.Equal("Path cannot be '/v2/{topic}': replace '{topic}' with a value; only '{project_id}' is filled in.", refused.Message);
    }

    [Theory]
    [InlineData("v2/x")]
    [InlineData("")]
    [InlineData("/v2?limit=1")]
    [InlineData("/v2#x")]
    [InlineData("/v2/../v3")]
    [InlineData("/v2/%2e%2e/v3")]
    [InlineData("/v2/a%2Fb")]
    [InlineData("/v2/a%5cb")]
    public void An_unsafe_template_is_rejected(string template)
        => Assert.Equal("Path", Assert.Throws<DmsException>(() => RequestTarget.Create(template, [], [])).ParameterName);

    [Theory]
    [InlineData("/v2/a%20b", "/v2/a%20b")]
    [InlineData("/v2/a b", "/v2/a%20b")]
    [InlineData("/v2/%41%7e", "/v2/A~")]
    [InlineData("/v2/x/", "/v2/x/")]
    public void The_text_of_a_template_is_normalized_for_signing(string template, string path)
        => Assert.Equal(path, RequestTarget.Create(template, [], []).Path);

    [Theory]
    [InlineData("https://h", "https://h/v2/x?a=b")]
    [InlineData("https://h/", "https://h/v2/x?a=b")]
    [InlineData("https://h:8443/base/", "https://h:8443/base/v2/x?a=b")]
    [InlineData("https://h/base/v1?ignored=1", "https://h/base/v1/v2/x?a=b")]
    [InlineData("https://user:password@h/", "https://h/v2/x?a=b")]
    [InlineData("http://[::1]:8080", "http://[::1]:8080/v2/x?a=b")]
    public void An_endpoint_supplies_only_host_and_base_path(string endpoint, string address)
    {
        Uri made = RequestTarget.Create("/v2/x", [], [new("a", "b")]).On(new(endpoint));

        Assert.Equal(address, made.OriginalString);
        Assert.Equal(made.AbsolutePath, RequestTarget.PathOf(made).ToString());
    }

    [Fact]
    public void Any_value_arrives_unchanged_or_is_rejected_with_a_reason() => Prop.ForAll<string>(value =>
    {
        string text = value ?? "";
        bool unsafeToSend = text is "" or "." or ".." || text.Contains('/', StringComparison.Ordinal) || text.Contains('\\', StringComparison.Ordinal) || HasLoneSurrogate(text);
        try
        {
            Uri address = RequestTarget.Create("/v2/{topic}/end", [new("topic", text)], []).On(Endpoint);
            Assert.False(unsafeToSend);
            Assert.Equal(text, Uri.UnescapeDataString(address.AbsolutePath.Split('/')[2]));
            Assert.Equal(4, address.AbsolutePath.Split('/').Length);
        }
        catch (DmsException)
        {
            Assert.True(unsafeToSend);
        }
    }).Check(Trials.Of(1000));

    [Fact]
    public void The_canonical_query_is_the_one_on_the_wire_and_contains_every_value() => Prop.ForAll<Tuple<string, string>[]>(pairs =>
    {
        List<KeyValuePair<string, string>> given = (pairs ?? []).Select(pair => KeyValuePair.Create(pair.Item1 ?? "", pair.Item2)).ToList();
        if (given.Exists(pair => HasLoneSurrogate(pair.Key) || HasLoneSurrogate(pair.Value ?? "")))
        {
            Assert.Throws<DmsException>(() => RequestTarget.Create("/v2", [], given!));
            return;
        }

        RequestTarget target = RequestTarget.Create("/v2", [], given!);
        Assert.Equal(target.Query, target.On(Endpoint).Query.TrimStart('?'));
        List<KeyValuePair<string, string>> read = target.Query.Length == 0 ? [] : target.Query.Split('&').Select(pair => pair.Split('='))
            .Select(pair => KeyValuePair.Create(Uri.UnescapeDataString(pair[0]), Uri.UnescapeDataString(pair[1]))).ToList();
        Assert.Equal(
            given.Select(pair => KeyValuePair.Create(pair.Key, pair.Value ?? "")).OrderBy(pair => pair.Key, StringComparer.Ordinal).ThenBy(pair => pair.Value, StringComparer.Ordinal),
            read);
    }).Check(Trials.Of(500));

    [Fact]
    public void Every_BMP_character_is_escaped_as_by_the_platform()
    {
        for (int point = 1; point <= 0xFFFF; point++)
        {
            if (point is '/' or '\\' or '.' or (>= 0xD800 and <= 0xDFFF))
                continue;

            string text = char.ConvertFromUtf32(point) + "x";
            Assert.Equal("/" + Uri.EscapeDataString(text), RequestTarget.Create("/{v}", [new("v", text)], []).Path);
        }
    }

    private static bool HasLoneSurrogate(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                i++;
            else if (char.IsSurrogate(text[i]))
                return true;
        }

        return false;
    }
}
