using System.Globalization;
using System.Net;
using System.Reflection;
using System.Runtime.Loader;
using System.Text;

namespace HuaweiDms.Client.Tests.Authentication;

/// <summary>The build for Windows PowerShell 5.1 has its own code in a few places; it must produce the same signatures.</summary>
public sealed class LegacyBuildTests
{
    private static readonly Lazy<Assembly> Legacy = new(Load);

    public static TheoryData<string> Vectors => RequestSignerTests.Vectors;

    [Fact]
    public void The_legacy_build_is_loaded()
        => Assert.Equal(".NETStandard,Version=v2.0", Legacy.Value.GetCustomAttribute<System.Runtime.Versioning.TargetFrameworkAttribute>()!.FrameworkName);

    [Theory]
    [MemberData(nameof(Vectors))]
    public void The_legacy_build_computes_every_known_signature(string name)
    {
        SignatureVector vector = SignatureVector.All.Single(vector => vector.Name == name);
        string template = string.Concat(vector.PathSegments.Select((segment, i) => segment.Length == 0 ? "/" : $"/{{s{i}}}"));
        object target = Call("HuaweiDms.Transport.RequestTarget", "Create", null,
            template,
            vector.PathSegments.Select((segment, i) => KeyValuePair.Create($"s{i}", segment)).ToList(),
            vector.Query.Select(pair => KeyValuePair.Create(pair[0], (string?)pair[1])).ToList())!;
        using HttpRequestMessage request = new(new(vector.Method), (Uri)Call("HuaweiDms.Transport.RequestTarget", "On", target, new Uri("https://" + vector.Host))!);
        foreach (string[] header in vector.Headers)
            request.Headers.TryAddWithoutValidation(header[0], header[1]);

        string[]? token = vector.Headers.SingleOrDefault(header => header[0] == "X-Security-Token");
        object? keys = Activator.CreateInstance(
            Legacy.Value.GetType("HuaweiDms.Authentication.AccessKeys", throwOnError: true)!,
            vector.AccessKey, SecretOf(vector.SecretKey), token is null ? null : SecretOf(token[1]), DateTimeOffset.MaxValue);
        DateTimeOffset date = DateTimeOffset.ParseExact(vector.Date, "yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
        Call("HuaweiDms.Authentication.RequestSigner", "Sign", null, request, target, Encoding.UTF8.GetBytes(vector.Body), keys!, date);

        Assert.Equal(vector.Authorization, Assert.Single(request.Headers.GetValues("Authorization")));
    }

    /// <summary>The streams of .NET Framework check the token only before they start to read.</summary>
    [Fact]
    public async Task Reading_a_stalled_response_ends_on_cancellation()
    {
        using CancellationTokenSource cancellationToken = new();
        TaskCompletionSource<int> never = new();
        await using Stream response = (Stream)Activator.CreateInstance(
            Legacy.Value.GetType("HuaweiDms.Transport.ResponseStream", throwOnError: true)!, new DeafStream(never.Task), 1000L, null)!;
        byte[] buffer = new byte[10];
        Task<int> reading = response.ReadAsync(buffer, 0, 10, cancellationToken.Token);
        Assert.False(reading.IsCompleted);
        await cancellationToken.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);

        // Data that arrives later must not reach a buffer that may be in use by somebody else.
        never.SetResult(5);
        Assert.Equal(new byte[10], buffer);
        Assert.Equal(5, await response.ReadAsync(buffer, 0, 10, TestContext.Current.CancellationToken));
        Assert.Equal([7, 7, 7, 7, 7, 0, 0, 0, 0, 0], buffer);
    }

    [Theory]
    [InlineData(SecurityProtocolType.SystemDefault, false)]
#pragma warning disable CS0618, CA5364, CA5386, SYSLIB0039 // What Windows PowerShell offers on older systems.
    [InlineData(SecurityProtocolType.Ssl3 | SecurityProtocolType.Tls, true)]
    [InlineData(SecurityProtocolType.Tls | SecurityProtocolType.Tls12, false)]
#pragma warning restore CS0618, CA5364, CA5386, SYSLIB0039
    public void The_legacy_build_offers_TLS_12_unless_the_system_default_does(SecurityProtocolType usual, bool needed)
        => Assert.Equal(needed, Call("HuaweiDms.Transport.ConnectionHandler", "NeedsNewerTls", null, usual));

    /// <summary>Ignores the token, and writes when told to.</summary>
    private sealed class DeafStream(Task<int> coming) : MemoryStream
    {
        public override async Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        {
            int read = await coming;
            buffer.AsSpan(offset, read).Fill(7);
            return read;
        }
    }

    private static object SecretOf(string text)
        => Legacy.Value.GetType("HuaweiDms.Secret", throwOnError: true)!.GetMethod("From", [typeof(string)])!.Invoke(null, [text])!;

    private static object? Call(string type, string method, object? on, params object[] values)
        => Legacy.Value.GetType(type, throwOnError: true)!
            .GetMethod(method, BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)!
            .Invoke(on, values);

    private static Assembly Load()
    {
        // …/bin/HuaweiDms.Client.Tests/<configuration>/ next to …/bin/HuaweiDms.Client/<configuration>_netstandard2.0/
        DirectoryInfo own = new(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        string folder = Path.Combine(own.Parent!.Parent!.FullName, "HuaweiDms.Client", own.Name + "_netstandard2.0");
        AssemblyLoadContext context = new("legacy");
        context.Resolving += (_, name) => File.Exists(Path.Combine(folder, name.Name + ".dll"))
            ? context.LoadFromAssemblyPath(Path.Combine(folder, name.Name + ".dll"))
            : null;
        return context.LoadFromAssemblyPath(Path.Combine(folder, "HuaweiDms.Client.dll"));
    }
}
