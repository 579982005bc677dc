namespace HuaweiDms.PowerShell.Engine;

/// <summary>
/// The filter for a name parameter, record by record. Names on the command line are the same array for every record, so their filter
/// is reused.
/// </summary>
internal sealed class RecordFilter
{
    private string[]? _names;
    private NameFilter? _filter;

    /// <param name="names">The names bound to the parameter; null for all.</param>
    /// <param name="areExact">Whether they come from the pipeline, which supplies exact names.</param>
    public NameFilter Of(string[]? names, bool areExact)
    {
        if (_filter is null || !ReferenceEquals(_names, names))
        {
            _names = names;
            _filter = new(names, areExact);
        }
        return _filter;
    }
}
