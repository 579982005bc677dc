using System.Diagnostics;

namespace HuaweiDms.Tests;

/// <summary>Waits for a condition, with a time limit.</summary>
internal static class Wait
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    public static async Task UntilAsync(Func<bool> condition)
    {
        Stopwatch watch = Stopwatch.StartNew();
        while (!condition())
        {
            Assert.True(watch.Elapsed < Limit, $"The condition was not met within {Limit.TotalSeconds} s.");
            await Task.Delay(1, TestContext.Current.CancellationToken);
        }
    }
}
