using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace HuaweiDms.Transport;

/// <summary>
/// The order of things around an attempt: the whole call's time, then repetition, then the attempt's time. What is inside
/// is made anew each time, because a signature carries a date.
/// </summary>
internal sealed class Resilience
{
    private static readonly ResiliencePropertyKey<ApiCall> CallKey = new("HuaweiDms.Call");

    /// <summary>The first pause; later ones grow from it, decorrelated so that many callers do not come back together.</summary>
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(250);

    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(20);

    /// <summary>Made at the first call: it is the most costly thing a client has, and connecting needs none.</summary>
    private readonly Lazy<ResiliencePipeline> _pipeline;

    private readonly TimeSpan _timeout;
    private readonly TimeSpan _attemptTimeout;

    public Resilience(DmsClientOptions options)
    {
        _timeout = options.Timeout;
        _attemptTimeout = options.AttemptTimeout;
        _pipeline = new(() => Build(options));
    }

    /// <summary>Runs the attempt until it succeeds, may not be repeated, or time or attempts run out.</summary>
    /// <exception cref="DmsException">It did not succeed.</exception>
    public async Task<T> RunAsync<T>(ApiCall call, Func<ApiCall, CancellationToken, ValueTask<T>> attempt, CancellationToken stop)
    {
        ResilienceContext context = ResilienceContextPool.Shared.Get(continueOnCapturedContext: false, stop);
        context.Properties.Set(CallKey, call);
        try
        {
            return await _pipeline.Value.ExecuteAsync(
                static (inner, state) => state.attempt(state.call, inner.CancellationToken), context, (call, attempt)).ConfigureAwait(false);
        }
        catch (FailedAttempt failed)
        {
            throw Told(call, failed);
        }
        catch (TimeoutRejectedException late)
        {
            stop.ThrowIfCancellationRequested();
            throw Told(call, Late(call, late));
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private ResiliencePipeline Build(DmsClientOptions options)
    {
        ResiliencePipelineBuilder builder = new() { TimeProvider = options.Time };
        builder.AddTimeout(options.Timeout);
        if (options.RetryCount > 0)
            builder.AddRetry(RetryOptions(options.RetryCount));
        return builder.AddTimeout(options.AttemptTimeout).Build();
    }

    private RetryStrategyOptions RetryOptions(int count)
        => new()
        {
            MaxRetryAttempts = count,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Delay = FirstPause,
            MaxDelay = LongestPause,
            ShouldHandle = arguments => new(MayRepeat(arguments.Context, arguments.Outcome.Exception)),
            DelayGenerator = arguments => new((arguments.Outcome.Exception as FailedAttempt)?.RetryAfter),
        };

    private bool MayRepeat(ResilienceContext context, Exception? failure)
    {
        if (!context.Properties.TryGetValue(CallKey, out ApiCall? call))
            return false;
        return failure switch
        {
            // Waiting as long as asked would outlast the call: better to say so now.
            FailedAttempt { RetryAfter: { } wait } when wait > _timeout - call.Elapsed => false,
            FailedAttempt failed => failed.MayRepeat(call.Request.Repeatability),
            TimeoutRejectedException => !call.OutcomeOpen || call.Request.Repeatability == Repeatability.Always,
            _ => false,
        };
    }

    private FailedAttempt Late(ApiCall call, TimeoutRejectedException late)
        => new(
            DmsErrors.TimedOut(call, late.Timeout == _attemptTimeout ? _attemptTimeout : _timeout, late),
            call.OutcomeOpen ? Verdict.Open : Verdict.NotActedOn);

    private static DmsException Told(ApiCall call, FailedAttempt failed)
        => failed.Verdict == Verdict.Open && call.Request.Repeatability != Repeatability.Always
            ? DmsErrors.OutcomeUnknown(call, failed.Error)
            : failed.Error;
}
