using System.Reflection;

namespace HuaweiDms.Client.Tests.Conventions;

/// <summary>Every asynchronous operation can be canceled.</summary>
public sealed class AsyncMethodsAreCancelable
{
    [Fact]
    public void Every_public_asynchronous_method_ends_with_an_optional_cancellation_token()
    {
        List<MethodInfo> methods = PublicSurface.Methods.OfType<MethodInfo>().Where(TakesTime).ToList();
        Assert.InRange(methods.Count, 10, 1000);
        Assert.All(methods, method =>
        {
            ParameterInfo? last = method.GetParameters().LastOrDefault();
            Assert.True(
                last?.ParameterType == typeof(CancellationToken) && last.HasDefaultValue,
                $"{method.DeclaringType!.Name}.{method.Name} does not end in an optional CancellationToken.");
        });
    }

    [Fact]
    public void Every_public_asynchronous_method_has_the_suffix_Async()
        => Assert.All(PublicSurface.Methods.OfType<MethodInfo>().Where(TakesTime), method =>
            Assert.EndsWith(method.ReturnType.Name.Contains("Enumerator", StringComparison.Ordinal) ? "Enumerator" : "Async", method.Name, StringComparison.Ordinal));

    private static bool TakesTime(MethodInfo method)
        => !method.IsSpecialName && PublicSurface.Parts(method.ReturnType).Any(type =>
            type == typeof(Task) || type == typeof(Task<>) || type == typeof(ValueTask) || type == typeof(ValueTask<>)
            || type == typeof(IAsyncEnumerable<>) || type == typeof(IAsyncEnumerator<>));
}
