using HuaweiDms.PowerShell.Engine;
using HuaweiDms.PowerShell.Tests.Support;

namespace HuaweiDms.PowerShell.Tests.Engine;

public sealed class SendAndWaitTests
{
    private readonly RecordingPipeline _pipeline = new();

    [Fact]
    public async Task A_waiting_item_frees_its_slot_for_the_next_and_all_waits_share_one_progress()
    {
        TaskCompletionSource allSent = new(TaskCreationOptions.RunContinuationsAsynchronously);
        int sent = 0;
        int sending = 0;
        using (SendAndWait run = new(_pipeline, "Resize: 3 instances", throttleLimit: 1, count: 3, TimeSpan.FromMinutes(1)))
        {
            WorkItem[] items = [.. Names(3).Select(name => new WorkItem(name, name, async _ =>
            {
                string result = await run.RequestAsync(async () =>
                {
                    Assert.Equal(1, Interlocked.Increment(ref sending));
                    await Task.Yield();
                    Interlocked.Decrement(ref sending);
                    if (Interlocked.Increment(ref sent) == 3)
                        allSent.SetResult();
                    return name;
                });
                // No item is finished before all were sent.
                await run.WaitAsync(new(name, name, async _ => await After(allSent.Task, "RUNNING")), WaitGoal.Running());
                return result;
            }))];
            await run.RunAsync(items, "Resize");
        }

        Assert.Equal(Names(3), _pipeline.Objects);
        Assert.All(_pipeline.Progress, progress => Assert.Equal("Resize: 3 instances", progress.Activity));
        Assert.Single(_pipeline.Progress, progress => progress.Completed);
    }

    [Fact]
    public async Task Without_waiting_at_most_the_limit_are_in_flight_and_no_progress_is_shown()
    {
        int underWay = 0;
        using (SendAndWait run = new(_pipeline, "Resize", throttleLimit: 2, count: 9, timeout: null))
        {
            WorkItem[] items = [.. Names(9).Select(name => new WorkItem(name, name, async _ =>
            {
                Assert.InRange(Interlocked.Increment(ref underWay), 1, 2);
                string result = await run.RequestAsync(() => After(Task.Delay(1, TestContext.Current.CancellationToken), name));
                await run.WaitAsync(new(name, name, _ => throw new InvalidOperationException("This status is not read.")), WaitGoal.Running());
                Interlocked.Decrement(ref underWay);
                return result;
            }))];
            await run.RunAsync(items, "Resize");
        }

        Assert.Empty(_pipeline.Failures);
        Assert.Equal(Names(9), _pipeline.Objects);
        Assert.Empty(_pipeline.Progress);
    }

    [Fact]
    public async Task An_item_with_a_result_learns_why_its_goal_was_not_reached()
    {
        using SendAndWait run = new(_pipeline, "Reassign", throttleLimit: 1, count: 3, TimeSpan.FromMinutes(1));

        Failure? failed = await run.TryWaitAsync(new("kafka-dev", "id", _ => Task.FromResult("FAILED")), TaskStates.Success);
        Failure? unseen = await run.TryWaitAsync(
            new("kafka-dev", "id", _ => throw new DmsException(DmsErrorKind.PermissionDenied, "DMS.1", "no")), TaskStates.Success);

        Assert.Equal("HuaweiDms.WaitFailed", failed!.Id);
        Assert.Equal(("DMS.1", (object)"id"), (unseen!.Id, unseen.Target));
        Assert.Null(await run.TryWaitAsync(new("kafka-dev", "id", _ => Task.FromResult("SUCCESS")), TaskStates.Success));
    }

    private static string[] Names(int count) => [.. Enumerable.Range(0, count).Select(number => $"{number}")];

    private static async Task<string> After(Task task, string result)
    {
        await task;
        return result;
    }
}
