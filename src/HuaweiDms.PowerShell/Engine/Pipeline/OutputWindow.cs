namespace HuaweiDms.PowerShell.Engine;

/// <summary>
/// -Skip and -First: over all that a command emits, from however many lists it comes. Counts in their turn; whether it is closed, and
/// the most that may be needed, anyone may ask meanwhile: it only ever becomes less.
/// </summary>
internal sealed class OutputWindow(PageRange range)
{
    private long _toSkip = range.Skip;
    private long? _toEmit = range.First;

    /// <summary>Set when nothing more will be taken.</summary>
    public bool IsClosed => _toEmit <= 0;

    /// <summary>The most that may be needed of a list beside others.</summary>
    public PageRange MaxRange => new(0, IsClosed ? 0 : _toEmit > long.MaxValue - _toSkip ? null : _toEmit + _toSkip);

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

    /// <summary>What is left, for the only list there is: the service passes over what is skipped, so that nobody does so again.</summary>
    public PageRange HandOver()
    {
        PageRange left = new(_toSkip, _toEmit);
        _toSkip = 0;
        return left;
    }
}
