using FsCheck;

namespace HuaweiDms.Tests;

/// <summary>
/// The configuration of property-based tests. The seed is fixed, so that no test fails by chance; another number in
/// HUAWEIDMS_TEST_SEED tries other inputs.
/// </summary>
internal static class Trials
{
    private static readonly ulong Seed = ulong.TryParse(Environment.GetEnvironmentVariable("HUAWEIDMS_TEST_SEED"), out ulong seed) ? seed : 20260101;

    /// <summary>A configuration with this number of trials.</summary>
    public static Config Of(int count) => Config.QuickThrowOnFailure.WithQuietOnSuccess(true).WithMaxTest(count).WithReplay(Seed, 1);
}
