using HuaweiDms.PowerShell.Engine;
using HuaweiDms.PowerShell.Tests.Support;

namespace HuaweiDms.PowerShell.Tests.Engine;

public sealed class ItemSelectionTests
{
    private static readonly DmsContext Context = new("here", client: null!);
    private readonly ItemSelection _selection = new();
    private readonly List<string> _read = [];

    [Fact]
    public async Task A_list_is_read_once_for_many_records_and_each_item_is_emitted_once()
    {
        foreach (string instance in (string[])["prod", "PROD", "dev"])
            _selection.Add(Found(instance), new(null));
        _selection.Add(Found("prod"), new(["orders"], areExact: true));

        Assert.Equal(["orders", "clicks", "orders", "clicks"], await FindAsync());
        Assert.Equal(["prod", "dev"], _read);
    }

    [Fact]
    public async Task Named_items_need_no_list_and_come_first()
    {
        _selection.Add(Found("prod"), new(null));
        _selection.Add(Found("dev"), new(["nowhere", "clicks"], areExact: true));

        Assert.Equal(["nowhere", "clicks", "orders", "clicks"], await FindAsync());
        Assert.Equal(["prod"], _read);
    }

    [Fact]
    public async Task A_name_from_the_pipeline_is_never_a_pattern()
    {
        _selection.Add(Found("prod"), new(["cl*"], areExact: true));

        Assert.Equal(["cl*"], await FindAsync());
        Assert.Empty(_read);
        Assert.Equal([Found("prod")], _selection.Instances);
    }

    [Fact]
    public void Without_records_the_selection_is_empty() => Assert.True(_selection.IsEmpty);

    private static FoundInstance Found(string instance) => new(Context, new(instance));

    private async Task<string[]> FindAsync()
        => [.. (await _selection.FindAsync(new RecordingPipeline(), 4, ListAsync, "Get-DmsTopic")).Select(item => item.Name)];

    private Task<IReadOnlyList<string>> ListAsync(FoundInstance found, NameFilter names, CancellationToken cancellationToken)
    {
        _read.Add(found.Instance.Id);
        return Task.FromResult<IReadOnlyList<string>>(["orders", "clicks"]);
    }
}
