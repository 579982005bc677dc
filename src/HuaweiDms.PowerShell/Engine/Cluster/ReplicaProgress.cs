namespace HuaweiDms.PowerShell.Engine;

/// <summary>Shows how far a look at the replicas of topics is: topics are told of one a second, so hundreds of them take minutes.</summary>
/// <param name="pipeline">Where it is shown.</param>
/// <param name="activity">What they are read for.</param>
internal sealed class ReplicaProgress(IPipeline pipeline, string activity)
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
                pipeline.WriteProgress(new Progress(activity, $"replicas of {_done} of {Of(_expected, "topic")}", Math.Min(_done * 100 / _expected, 100)));
        }
    }

    public void End()
    {
        if (_done > 0)
            pipeline.WriteProgress(new Progress(activity, "-", Completed: true));
    }
}
