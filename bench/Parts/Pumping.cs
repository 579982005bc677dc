using BenchmarkDotNet.Attributes;
using HuaweiDms.PowerShell.Engine;

namespace HuaweiDms.Bench;

/// <summary>100,000 objects passed to the pipeline thread: in pages, as lists arrive, and one by one, as batches arrive.</summary>
[MemoryDiagnoser]
[ShortRunJob]
public class Pumping
{
    private const int Count = 100_000;
    private readonly object[] _page = [.. Enumerable.Repeat(new object(), 50)];

    [Benchmark(Baseline = true)]
    public int Pages() => Run(async pipeline =>
    {
        for (int i = 0; i < Count; i += _page.Length)
            await pipeline.WriteAllAsync(_page);
    });

    [Benchmark]
    public int OneByOne() => Run(async pipeline =>
    {
        for (int i = 0; i < Count; i++)
            await pipeline.WriteAsync(_page[0]);
    });

    private static int Run(Func<IPipeline, Task> body)
    {
        Counting output = new();
        using Pump pump = new(output, CancellationToken.None);
        pump.Run(body);
        return output.Written;
    }

    private sealed class Counting : ICommandOutput
    {
        public int Written { get; private set; }

        public void WriteObject(object item) => Written++;

        public void WriteError(Failure failure)
        {
        }

        public void WriteVerbose(string message)
        {
        }

        public void WriteWarning(string message)
        {
        }

        public void WriteProgress(Progress progress)
        {
        }

        public bool Ask(string target, string action, bool isHarmless) => true;
    }
}
