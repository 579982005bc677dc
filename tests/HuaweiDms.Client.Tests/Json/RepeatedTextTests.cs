using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using HuaweiDms.Json;

namespace HuaweiDms.Client.Tests.Json;

/// <summary>Cached text equals the text that was sent, whatever was read before.</summary>
public sealed class RepeatedTextTests
{
    [Fact]
    public void Any_texts_in_any_order_are_read_correctly()
        => Prop.ForAll<string?[]>(texts => Read(texts).SequenceEqual(texts)).Check(Trials.Of(100));

    [Fact]
    public void Many_texts_that_share_few_slots_are_read_correctly()
    {
        string[] texts = [.. Enumerable.Range(0, 2000).Select(number => $"max.message.bytes.{number % 700}")];
        Assert.Equal(texts, Read(texts));
    }

    [Fact]
    public void A_repeated_text_is_the_same_object()
    {
        string?[] read = Read(["max.message.bytes", "max.message.bytes"]);
        Assert.Same(read[0], read[1]);
    }

    [Fact]
    public void Escapes_long_texts_and_other_types_are_read()
    {
        IEnumerable<string?> names = JsonSerializer.Deserialize(
            $$$"""[{"name":"a\u0062c"},{"name":"abc"},{"name":12},{"name":true},{"name":"{{{new string('x', 300)}}}"},{"name":{}}]""",
            ServiceJsonContext.Default.TopicConfigArray)!.Select(config => config.Name);

        Assert.Equal(["abc", "abc", "12", "true", new string('x', 300), null], names);
    }

    private static string?[] Read(IEnumerable<string?> texts)
        => [.. JsonSerializer.Deserialize(
            JsonSerializer.SerializeToUtf8Bytes(texts.Select(text => new { name = text })), ServiceJsonContext.Default.TopicConfigArray)!.Select(config => config.Name)];
}
