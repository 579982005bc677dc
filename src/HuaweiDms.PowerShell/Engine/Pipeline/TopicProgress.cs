namespace HuaweiDms.PowerShell.Engine;

/// <summary>Shows the progress of a command that takes one request per topic and therefore long for hundreds of topics.</summary>
/// <param name="pipeline">Where it is shown.</param>
/// <param name="activity">What it is for.</param>
/// <param name="part">What is read of each topic.</param>
internal sealed class TopicProgress(IPipeline pipeline, string activity, string part)
{
    private readonly object _gate = new();
    private int _expected;
    private int _done;

    public void Expect(int topics)
    {
        lock (_gate)
            _expected += topics;
    }

    public void Count()
    {
        lock (_gate)
        {
            _done++;
            if (_expected > 1)
                pipeline.WriteProgress(new Progress(activity, $"{part} of {_done} of {Counted(_expected, "topic")}", Math.Min(_done * 100 / _expected, 100)));
        }
    }

    /// <summary>
    /// Removes the progress display before the command continues with something else; at the end of the command, the pump removes
    /// it.
    /// </summary>
    public void End()
    {
        if (_done > 0)
            pipeline.WriteProgress(new Progress(activity, "-", Completed: true));
    }
}
