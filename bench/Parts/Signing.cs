using System.Security.Cryptography;
using BenchmarkDotNet.Attributes;
using HuaweiDms.Authentication;
using HuaweiDms.Transport;

namespace HuaweiDms.Bench;

/// <summary>Signing a request, compared with the hashing that any implementation needs: two SHA-256 and one HMAC.</summary>
[MemoryDiagnoser]
[ShortRunJob]
public class Signing
{
    private static readonly DateTimeOffset Now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);
    private static readonly Uri Endpoint = new("https://dms.cn-north-4.myhuaweicloud.com");
    private readonly byte[] _body = """{"action":"restart","instances":["54602a9d-5e22-4239-9123-77e350df4a34"]}"""u8.ToArray();
    private readonly byte[] _canonical = new byte[420];
    private readonly byte[] _key = new byte[40];
    private readonly AccessKeys _keys = new("MOCKAK0123456789ABCD", Secret.From("mockSecretKey0123456789abcdefghijklmnopq"), null, DateTimeOffset.MaxValue);
    private RequestTarget _target = null!;
    private HttpRequestMessage _request = null!;

    [GlobalSetup]
    public void Prepare()
    {
        _target = RequestTarget.Create("/v2/{project_id}/instances/action", [new("project_id", "0123456789abcdef0123456789abcdef")], []);
        _request = new HttpRequestMessage(HttpMethod.Post, _target.On(Endpoint));
        _request.Headers.TryAddWithoutValidation("X-Project-Id", "0123456789abcdef0123456789abcdef");
    }

    [Benchmark(Baseline = true)]
    public byte Hashing()
    {
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(_body, hash);
        SHA256.HashData(_canonical, hash);
        HMACSHA256.HashData(_key, _canonical.AsSpan(0, 100), hash);
        return hash[0];
    }

    [Benchmark]
    public HttpRequestMessage Sign()
    {
        _request.Headers.Remove("X-Sdk-Date");
        _request.Headers.Remove("Authorization");
        RequestSigner.Sign(_request, _target, _body, _keys, Now);
        return _request;
    }
}
