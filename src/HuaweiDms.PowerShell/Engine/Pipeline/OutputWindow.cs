namespace HuaweiDms.PowerShell.Engine;

/// <summary>
/// The range of -Skip and -First across all output of a command, from any number of lists. Objects are counted in turn. Whether it
/// is closed, and the maximum range, may be read at any time, because they only ever shrink.
/// </summary>
internal sealed class OutputWindow(PageRange range)
{
    private long _toSkip = range.Skip;
    private long? _toEmit = range.First;

    /// <summary>Whether nothing more is accepted.</summary>
    public bool IsClosed => _toEmit <= 0;

    /// <summary>The maximum that one of several lists may have to supply.</summary>
    public PageRange MaxRange
    {
        get
        {
            if (IsClosed)
                return new(0, 0);
            bool isUnlimited = _toEmit > long.MaxValue - _toSkip;
            return new(0, isUnlimited ? null : _toEmit + _toSkip);
        }
    }

    /// <summary>Whether the next object is emitted.</summary>
    public bool Take()
    {
        if (_toSkip > 0)
        {
            _toSkip--;
            return false;
        }
        if (IsClosed)
            return false;
        _toEmit--;
        return true;
    }

    /// <summary>The remaining range, for the only list: the service skips the objects, so they are not skipped here again.</summary>
    public PageRange HandOver()
    {
        PageRange left = new(_toSkip, _toEmit);
        _toSkip = 0;
        return left;
    }
}
