using HuaweiDms.PowerShell.Engine;
using HuaweiDms.PowerShell.Tests.Support;

namespace HuaweiDms.PowerShell.Tests.Engine;

public sealed class TopicProgressTests
{
    private readonly RecordingPipeline _pipeline = new();

    [Fact]
    public void Progress_counts_against_all_expected_topics()
    {
        TopicProgress progress = new(_pipeline, "Reading replicas", "replicas");
        progress.Expect(1);
        progress.Expect(3);

        progress.Count();
        progress.Count();
        progress.End();

        Assert.Equal(["replicas of 1 of 4 topics", "replicas of 2 of 4 topics", "-"], _pipeline.Progress.Select(shown => shown.Status));
        Assert.Equal([25, 50, null], _pipeline.Progress.Select(shown => shown.Percent));
        Assert.True(_pipeline.Progress[^1].Completed);
    }

    [Fact]
    public void A_single_topic_shows_no_progress()
    {
        TopicProgress progress = new(_pipeline, "Reading replicas", "replicas");
        progress.Expect(1);

        progress.Count();

        Assert.Empty(_pipeline.Progress);
    }
}
