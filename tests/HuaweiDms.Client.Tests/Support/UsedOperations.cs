using System.Reflection;
using System.Runtime.CompilerServices;
using HuaweiDms.Contract;

namespace HuaweiDms.Client.Tests.Support;

/// <summary>The operations that the public methods of all areas send, found by calling each with whatever it takes.</summary>
internal static class UsedOperations
{
    private static readonly Lazy<Task<IReadOnlySet<string>>> Found = new(FindAsync);

    /// <summary>Their names.</summary>
    public static Task<IReadOnlySet<string>> All => Found.Value;

    private static async Task<IReadOnlySet<string>> FindAsync()
    {
        HashSet<string> sent = new(StringComparer.Ordinal);
        foreach (var version in Enum.GetValues<ApiVersion>())
        {
            using ScriptedClient client = new(options => (options.ApiVersion, options.RetryCount) = (version, 0));
            // The gateway's word for a path it does not know leads on to older paths.
            client.Then(Answers.Error(404, "APIGW.0101"));
            foreach (var area in typeof(DmsClient).GetProperties().Where(property => property.PropertyType.Name.EndsWith("Api", StringComparison.Ordinal)))
            {
                foreach (var method in area.PropertyType.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.DeclaredOnly).Where(IsCall))
                {
                    await CallAsync(method, area.GetValue(client.Client)!);
                }
            }

            sent.UnionWith(client.Sent.Select(request => ApiContract.Default.Match(request.Method, request.Target)?.Operation.Id).OfType<string>());
        }

        return sent;
    }

    private static bool IsCall(MethodInfo method)
        => !method.IsSpecialName && !method.IsPrivate && !method.IsStatic && !method.ContainsGenericParameters;

    private static async Task CallAsync(MethodInfo method, object area)
    {
        try
        {
            var result = method.Invoke(area, [.. method.GetParameters().Select(parameter => ValueFor(parameter.ParameterType))]);
            await (result is Task task ? task : EnumerateAsync((dynamic)result!));
        }
        catch (Exception refused) when (refused is DmsException || refused.InnerException is DmsException)
        {
            // The answer is always a refusal; what counts is what was sent.
        }
    }

    private static async Task EnumerateAsync<T>(IAsyncEnumerable<T> list)
    {
        await foreach (var item in list)
        {
            Assert.Fail($"{item} came out of a refusal.");
        }
    }

    private static object? ValueFor(Type type)
        => type == typeof(string) ? "kafka"
            : type == typeof(HttpMethod) ? HttpMethod.Get
            : type == typeof(Secret) ? Secret.From("secret")
            : type == typeof(InstanceSpecification) ? Specifications.Minimal()
            : type == typeof(SinkTaskSpecification) ? Specifications.SinkTask()
            : Nullable.GetUnderlyingType(type) is not null ? null
            : type.IsValueType ? Activator.CreateInstance(type)
            : type.IsAssignableFrom(typeof(string[])) ? new[] { "kafka" }
            : type.IsAssignableFrom(typeof(Dictionary<string, string>)) ? new Dictionary<string, string>()
            : type.IsGenericType ? Array.CreateInstance(type.GetGenericArguments()[0], 0)
            : RuntimeHelpers.GetUninitializedObject(type);
}
