using HuaweiDms.Authentication;
using HuaweiDms.Client.Tests.Support;
using HuaweiDms.Transport;

namespace HuaweiDms.Client.Tests.Authentication;

/// <summary>Tokens and temporary keys are renewed in time, only once, by the callers that need them.</summary>
public sealed class TokenRenewalTests : IDisposable
{
    private static readonly RequestTarget Target = RequestTarget.Create("/v2/p1/instances", [], []);
    private readonly FakeTime _time = new();
    private readonly PasswordCredential _credential = new("acme", "bob", Secret.From("hunter2hunter2"));
    private Func<CancellationToken, Task<IssuedToken>> _issue;
    private int _issued;

    public TokenRenewalTests()
    {
        _issue = _ => Task.FromResult(Token(TimeSpan.FromHours(24)));
        _credential.Use(cancellationToken => _issue(cancellationToken), _time);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _credential.Dispose();

    [Fact]
    public async Task A_token_is_issued_for_the_first_request_and_shared()
    {
        Assert.Equal("token1", await SendAsync());
        _time.Advance(TimeSpan.FromHours(23));
        Assert.Equal("token1", await SendAsync());
        Assert.Equal(1, _issued);
    }

    [Fact]
    public async Task A_token_is_renewed_half_an_hour_before_it_expires()
    {
        await SendAsync();

        _time.Advance(TimeSpan.FromHours(23.5));

        Assert.Equal("token2", await SendAsync());
        Assert.Equal("token2", await SendAsync());
    }

    [Fact]
    public async Task A_short_lived_token_is_renewed_in_the_last_quarter_of_its_lifetime()
    {
        _issue = _ => Task.FromResult(Token(TimeSpan.FromMinutes(20)));
        await SendAsync();
        _time.Advance(TimeSpan.FromMinutes(14.9));
        Assert.Equal("token1", await SendAsync());

        _time.Advance(TimeSpan.FromMinutes(0.1));
        Assert.Equal("token2", await SendAsync());
    }

    [Fact]
    public async Task A_token_that_looks_expired_because_of_a_wrong_clock_is_used_for_a_minute()
    {
        _issue = _ => Task.FromResult(Token(TimeSpan.FromHours(-1)));
        Assert.Equal("token1", await SendAsync());
        Assert.Equal("token1", await SendAsync());

        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("token2", await SendAsync());
    }

    [Fact]
    public async Task Parallel_requests_wait_for_one_renewal()
    {
        TaskCompletionSource<IssuedToken> response = new();
        _issue = _ => response.Task;
        Task<string>[] all = Enumerable.Range(0, 50).Select(_ => SendAsync()).ToArray();

        response.SetResult(Token(TimeSpan.FromHours(24)));

        Assert.All(await Task.WhenAll(all), token => Assert.Equal("token1", token));
        Assert.Equal(1, _issued);
    }

    [Fact]
    public async Task Parallel_rejections_of_one_token_renew_it_once()
    {
        using HttpRequestMessage first = await RequestAsync();
        using HttpRequestMessage second = await RequestAsync();
        _credential.Invalidate(first);
        Assert.Equal("token2", await SendAsync());

        _credential.Invalidate(second);
        Assert.Equal("token2", await SendAsync());
        Assert.True(_credential.CanRenew);
    }

    [Fact]
    public async Task A_failed_renewal_keeps_a_valid_token_and_is_not_retried_immediately()
    {
        await SendAsync();
        int tries = 0;
        _issue = _ =>
        {
            tries++;
            throw new DmsException(DmsErrorKind.ServiceFailed, "x", "down");
        };
        _time.Advance(TimeSpan.FromHours(23.6));
        Assert.Equal("token1", await SendAsync());
        Assert.Equal("token1", await SendAsync());
        Assert.Equal(1, tries);

        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("token1", await SendAsync());
        Assert.Equal(2, tries);

        _time.Advance(TimeSpan.FromHours(1));
        Assert.Equal("down", (await Assert.ThrowsAsync<DmsException>(SendAsync)).Message);
    }

    [Fact]
    public async Task A_rejected_token_is_not_used_again_if_the_renewal_fails()
    {
        using HttpRequestMessage request = await RequestAsync();
        _credential.Invalidate(request);
        _issue = _ => throw new DmsException(DmsErrorKind.AuthenticationFailed, "x", "no");

        await Assert.ThrowsAsync<DmsException>(SendAsync);
    }

    [Fact]
    public async Task Cancellation_by_one_caller_does_not_cancel_the_renewal_for_others()
    {
        TaskCompletionSource<IssuedToken> response = new();
        CancellationToken renewal = CancellationToken.None;
        _issue = cancellationToken =>
        {
            renewal = cancellationToken;
            return response.Task;
        };
        using CancellationTokenSource leave = new();
        Task<string> leaving = SendForAsync(leave.Token);
        Task<string> staying = SendAsync();
        await leave.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => leaving);
        Assert.False(renewal.IsCancellationRequested);

        response.SetResult(Token(TimeSpan.FromHours(24)));
        Assert.Equal("token1", await staying);
    }

    [Fact]
    public async Task A_renewal_without_waiting_callers_is_canceled()
    {
        TaskCompletionSource began = new(TaskCreationOptions.RunContinuationsAsynchronously);
        TaskCompletionSource stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);
        _issue = async cancellationToken =>
        {
            began.SetResult();
            using CancellationTokenRegistration registration = cancellationToken.Register(stopped.SetResult);
            await Task.Delay(Timeout.Infinite, cancellationToken);
            throw new InvalidOperationException("unreachable");
        };
        using CancellationTokenSource leave = new();
        Task<string> leaving = SendForAsync(leave.Token);
        await began.Task;
        await leave.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => leaving);
        await stopped.Task.WaitAsync(Stop);

        _issue = _ => Task.FromResult(Token(TimeSpan.FromHours(24)));
        Assert.Equal("token1", await SendAsync());
    }

    [Fact]
    public async Task Temporary_keys_are_renewed_before_they_expire_and_after_a_rejection()
    {
        int set = 0;
        AccessKeys Keys() => new($"AK{++set}", Secret.From("sk"), Secret.From($"st{set}"), _time.GetUtcNow() + TimeSpan.FromHours(1));
        using AccessKeyCredential credential = new(Keys(), _ => Task.FromResult(Keys()), _time);
        Assert.Equal("st1", await SecurityTokenAsync());
        _time.Advance(TimeSpan.FromMinutes(56));
        Assert.Equal("st2", await SecurityTokenAsync());

        using HttpRequestMessage refused = new(HttpMethod.Get, Target.On(new("https://host")));
        await credential.AuthenticateAsync(refused, Target, [], _time.GetUtcNow(), Stop);
        credential.Invalidate(refused);
        Assert.Equal("st3", await SecurityTokenAsync());
        credential.Invalidate(refused);
        Assert.Equal("st3", await SecurityTokenAsync());
        Assert.True(credential.CanRenew);
        Assert.Equal("temporary access key AK****", credential.ToString());

        async Task<string> SecurityTokenAsync()
        {
            using HttpRequestMessage request = new(HttpMethod.Get, Target.On(new("https://host")));
            await credential.AuthenticateAsync(request, Target, [], _time.GetUtcNow(), Stop);
            return request.Headers.GetValues("X-Security-Token").Single();
        }
    }

    [Fact]
    public async Task A_rejection_of_keys_with_a_similar_name_does_not_affect_the_current_keys()
    {
        AccessKeys Keys(string name) => new(name, Secret.From("sk"), Secret.From("st-" + name), _time.GetUtcNow() + TimeSpan.FromHours(1));
        using AccessKeyCredential credential = new(Keys("AK"), _ => Task.FromResult(Keys("AK-new")), _time);
        using AccessKeyCredential longer = new("AK-old", Secret.From("sk"));
        using HttpRequestMessage refused = new(HttpMethod.Get, Target.On(new("https://host")));
        await longer.AuthenticateAsync(refused, Target, [], _time.GetUtcNow(), Stop);

        credential.Invalidate(refused);

        using HttpRequestMessage request = new(HttpMethod.Get, Target.On(new("https://host")));
        await credential.AuthenticateAsync(request, Target, [], _time.GetUtcNow(), Stop);
        Assert.Equal("st-AK", request.Headers.GetValues("X-Security-Token").Single());
    }

    [Fact]
    public void Fixed_keys_and_tokens_cannot_be_renewed()
    {
        using AccessKeyCredential keys = new("AK", Secret.From("sk"));
        using TokenCredential token = new(Secret.From("token"));

        Assert.False(keys.CanRenew);
        Assert.False(token.CanRenew);
    }

    [Fact]
    public async Task After_disposal_nothing_is_sent()
    {
        await SendAsync();

        _credential.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(SendAsync);
    }

    [Fact]
    public async Task Disposal_cancels_a_renewal_in_progress()
    {
        TaskCompletionSource began = new(TaskCreationOptions.RunContinuationsAsynchronously);
        _issue = async cancellationToken =>
        {
            began.SetResult();
            await Task.Delay(Timeout.Infinite, cancellationToken);
            throw new InvalidOperationException("unreachable");
        };
        Task<string> waiting = SendAsync();
        await began.Task;

        _credential.Dispose();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting.WaitAsync(TimeSpan.FromSeconds(30), Stop));
    }

    [Fact]
    public async Task A_token_issued_after_disposal_is_wiped_and_not_used()
    {
        TaskCompletionSource<IssuedToken> response = new();
        _issue = _ => response.Task;
        Task<string> waiting = SendAsync();
        _credential.Dispose();
        IssuedToken late = Token(TimeSpan.FromHours(24));

        response.SetResult(late);

        await Assert.ThrowsAsync<ObjectDisposedException>(() => waiting);
        Assert.Throws<ObjectDisposedException>(late.Token.RevealText);
    }

    private IssuedToken Token(TimeSpan life)
        => new(Secret.From($"token{Interlocked.Increment(ref _issued)}"), _time.GetUtcNow() + life);

    private Task<string> SendAsync() => SendForAsync(Stop);

    private async Task<string> SendForAsync(CancellationToken caller)
    {
        using HttpRequestMessage request = await RequestForAsync(caller);
        return request.Headers.GetValues("X-Auth-Token").Single();
    }

    private Task<HttpRequestMessage> RequestAsync() => RequestForAsync(Stop);

    private async Task<HttpRequestMessage> RequestForAsync(CancellationToken caller)
    {
        HttpRequestMessage request = new(HttpMethod.Get, Target.On(new("https://host")));
        await _credential.AuthenticateAsync(request, Target, [], _time.GetUtcNow(), caller);
        return request;
    }
}
