using System.Net;
using System.Text;
using HuaweiDms.PowerShell.Engine;
using HuaweiDms.PowerShell.Tests.Support;

namespace HuaweiDms.PowerShell.Tests.Engine;

/// <summary>The progress of dump tasks, read one by one.</summary>
public sealed class SinkTaskDetailsTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_task_deleted_after_it_was_listed_does_not_affect_the_others()
    {
        const int Count = 30;
        using Tasks tasks = new();
        using EmulatedContext service = new(tasks);
        RecordingPipeline pipeline = new(Stop);

        await new SinkTaskDetails(pipeline, new("test", service.Client), "c-1", "Get-DmsSinkTask")
            .WriteAllAsync([.. Enumerable.Range(0, Count).Select(number => new SinkTask { TaskId = $"t{number}", Name = $"n{number}" })]);

        SinkTask[] read = [.. pipeline.Objects.Cast<SinkTask>()];
        Assert.Equal(Enumerable.Range(0, Count).Select(number => $"t{number}"), read.Select(task => task.TaskId));
        Assert.Equal(("n7", null, "RUNNING"), (read[7].Name, read[7].Status, read[8].Status));
        Assert.Empty(pipeline.Failures);
        Assert.InRange(tasks.Most, 1, Throttle.DefaultLimit);
    }

    /// <summary>Returns every task but one, and counts the requests in flight.</summary>
    private sealed class Tasks : DelegatingHandler
    {
        private int _inFlight;

        public int Most { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Most = Math.Max(Most, Interlocked.Increment(ref _inFlight));
            await Task.Yield();
            Interlocked.Decrement(ref _inFlight);
            return request.RequestUri!.AbsolutePath.EndsWith("/t7", StringComparison.Ordinal)
                ? Response(HttpStatusCode.NotFound, """{"error_code":"DMS.00404022","error_msg":"No such task."}""")
                : Response(HttpStatusCode.OK, """{"status":"RUNNING"}""");
        }

        private static HttpResponseMessage Response(HttpStatusCode status, string json)
            => new(status) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
    }
}
