using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.PowerShell.Tests.Engine;

/// <summary>A list that many items need is read once; the same id at two connections is not the same instance.</summary>
public sealed class OncePerInstanceTests
{
    private static readonly DmsContext Here = new("here", client: null!);
    private static readonly DmsContext There = new("there", client: null!);
    private readonly OncePerInstance _reads = new();
    private readonly List<string> _read = [];

    [Fact]
    public async Task A_list_is_read_once_and_ids_are_case_insensitive()
    {
        IReadOnlyList<string> first = await ReadAsync(Here, "abc");

        Assert.Same(first, await ReadAsync(Here, "ABC"));
        Assert.Equal(["here/abc"], _read);
    }

    [Fact]
    public async Task Another_instance_and_another_connection_have_separate_lists()
    {
        Assert.Equal(["here/abc"], await ReadAsync(Here, "abc"));
        Assert.Equal(["here/def"], await ReadAsync(Here, "def"));
        Assert.Equal(["there/abc"], await ReadAsync(There, "abc"));
    }

    private Task<IReadOnlyList<string>> ReadAsync(DmsContext context, string instanceId)
        => _reads.ReadAsync(new FoundInstance(context, new(instanceId)), () => List($"{context}/{instanceId}"), TestContext.Current.CancellationToken);

    private PagedResult<string> List(string name)
    {
        _read.Add(name);
        return new(new((_, _, _) => Task.FromResult(new Page<string>([name], 1)), 50), default);
    }
}
