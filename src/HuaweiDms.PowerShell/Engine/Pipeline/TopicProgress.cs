namespace HuaweiDms.PowerShell.Engine;

/// <summary>Shows how far a report is: topics are told of one a second, so hundreds of them take minutes.</summary>
internal sealed class ReportProgress(IPipeline pipeline)
{
    private const string Activity = "Reading for a report";

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
                pipeline.WriteProgress(new Progress(Activity, $"replicas of {_done} of {_expected} topics", Math.Min(_done * 100 / _expected, 100)));
        }
    }

    public void End()
    {
        if (_done > 0)
            pipeline.WriteProgress(new Progress(Activity, "-", Completed: true));
    }
}
