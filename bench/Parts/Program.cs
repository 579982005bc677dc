using BenchmarkDotNet.Running;

BenchmarkSwitcher.FromAssembly(typeof(HuaweiDms.Bench.Signing).Assembly).Run(args);
