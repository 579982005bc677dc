using FsCheck;
using FsCheck.Fluent;

namespace HuaweiDms.Tests;

/// <summary>
/// The configuration of property-based tests. The seed is fixed, so that no test fails by chance; another number in
/// HUAWEIDMS_TEST_SEED tries other inputs.
/// </summary>
internal static class Trials
{
    private static readonly ulong Seed = ulong.TryParse(Environment.GetEnvironmentVariable("HUAWEIDMS_TEST_SEED"), out ulong seed) ? seed : 20260101;

    /// <summary>Values of a generator.</summary>
    public static IReadOnlyList<T> Samples<T>(Gen<T> values, int count, int size) => values.Sample(count, new Rnd(Seed, 1), size);

    /// <summary>The seed of one of several sequences of random numbers.</summary>
    public static int SeedOf(int sequence) => unchecked((int)Seed + sequence);

    /// <summary>A configuration with this number of trials.</summary>
    public static Config Of(int count) => Config.QuickThrowOnFailure.WithQuietOnSuccess(true).WithMaxTest(count).WithReplay(Seed, 1);
}
