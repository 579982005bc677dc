using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell.Tests.Engine;

/// <summary>A list that many items need is read once; what two connections call by the same id is not the same.</summary>
public sealed class OncePerInstanceTests
{
    private readonly OncePerInstance _reads = new();
    private readonly List<string> _read = [];

    [Fact]
    public async Task However_many_ask_a_list_is_read_once_and_an_id_is_one_in_any_case()
    {
        List<string> first = await ReadAsync("here", "abc");

        Assert.Same(first, await ReadAsync("here", "ABC"));
        Assert.Equal(["here/abc"], _read);
    }

    [Fact]
    public async Task Another_instance_and_another_connection_have_lists_of_their_own()
    {
        Assert.Equal(["here/abc"], await ReadAsync("here", "abc"));
        Assert.Equal(["here/def"], await ReadAsync("here", "def"));
        Assert.Equal(["there/abc"], await ReadAsync("there", "abc"));
    }

    private Task<List<string>> ReadAsync(string context, string instanceId)
    {
        string name = $"{context}/{instanceId}";
        return _reads.ReadAsync(new DmsContext(context, client: null!), instanceId, () => List(name), TestContext.Current.CancellationToken);
    }

    private PagedResult<string> List(string name)
    {
        _read.Add(name);
        return new(new((_, _, _) => Task.FromResult(new Page<string>([name], 1)), 50), default);
    }
}
