namespace HuaweiDms.PowerShell.Engine;

/// <summary>-Skip and -First where they are counted here and not by the service: over all that a command emits.</summary>
internal sealed class OutputWindow(PageRange range)
{
    private long _toSkip = range.Skip;
    private long _toEmit = range.First ?? long.MaxValue;

    /// <summary>Set when nothing more will be taken.</summary>
    public bool IsClosed => _toEmit <= 0;

    /// <summary>Whether the next object is emitted.</summary>
    public bool Take()
    {
        if (_toSkip > 0)
        {
            _toSkip--;
            return false;
        }
        return _toEmit-- > 0;
    }
}
