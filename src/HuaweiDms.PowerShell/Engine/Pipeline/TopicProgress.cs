namespace HuaweiDms.PowerShell.Engine;

/// <summary>Shows how far something is that takes a request a topic, so that hundreds of them take long.</summary>
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

    /// <summary>Takes it away where the command goes on with something else; at the end of the command the pump does.</summary>
    public void End()
    {
        if (_done > 0)
            pipeline.WriteProgress(new Progress(activity, "-", Completed: true));
    }
}
