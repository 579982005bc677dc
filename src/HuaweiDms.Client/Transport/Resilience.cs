using Polly;
using Polly.Retry;

namespace HuaweiDms.Transport;

/// <summary>
/// Applies, from the outside in, the time limit of the call, the retries, and the time limit of the attempt. Every attempt builds its
/// request again, because a signature contains the time.
/// </summary>
/// <remarks>
/// The first attempt runs without Polly, which takes over only after a failure: few calls need a second attempt, and creating and first
/// running a pipeline costs as much as the rest of a first call.
/// </remarks>
internal sealed class Resilience
{
    private static readonly ResiliencePropertyKey<ApiCall> CallKey = new("HuaweiDms.Call");

    /// <summary>The first delay; later ones grow from it with jitter, so that many callers do not retry together.</summary>
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(250);

    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(20);

    private readonly DmsClientOptions _options;
    private readonly Lazy<ResiliencePipeline> _repetition;

    public Resilience(DmsClientOptions options)
    {
        _options = options;
        _repetition = new(Build);
    }

    /// <summary>
    /// Runs the attempt until it succeeds, must not be repeated, or the time limit or the number of attempts is exhausted.
    /// </summary>
    /// <exception cref="DmsException">The call did not succeed.</exception>
    public async Task<T> RunAsync<T>(ApiCall call, Func<ApiCall, CancellationToken, ValueTask<T>> attempt, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using Deadline whole = new(_options.Time, _options.Timeout, cancellationToken);
        try
        {
            FailedAttempt first;
            try
            {
                return await AttemptAsync(call, attempt, whole.Token).ConfigureAwait(false);
            }
            catch (FailedAttempt failed) when (_options.RetryCount > 0 && MayRepeat(call, failed))
            {
                first = failed;
            }
            return await RepeatAsync(call, first, attempt, whole.Token).ConfigureAwait(false);
        }
        catch (FailedAttempt failed)
        {
            throw ToException(call, failed);
        }
        catch (OperationCanceledException late) when (whole.HasPassed)
        {
            // During a delay, report the failure of the last attempt instead of the time limit.
            throw ToException(call, call.LastFailure ?? TimedOut(call, _options.Timeout, late));
        }
        catch (OperationCanceledException)
        {
            // Throw with the token of the caller, by which it recognizes its own cancellation.
            cancellationToken.ThrowIfCancellationRequested();
            throw;
        }
    }

    private async ValueTask<T> AttemptAsync<T>(
        ApiCall call, Func<ApiCall, CancellationToken, ValueTask<T>> attempt, CancellationToken cancellationToken)
    {
        call.LastFailure = null;
        using Deadline deadline = new(_options.Time, _options.AttemptTimeout, cancellationToken);
        try
        {
            return await attempt(call, deadline.Token).ConfigureAwait(false);
        }
        catch (FailedAttempt failed)
        {
            call.LastFailure = failed;
            throw;
        }
        catch (OperationCanceledException late) when (deadline.HasPassed)
        {
            throw call.LastFailure = TimedOut(call, _options.AttemptTimeout, late);
        }
    }

    /// <summary>Lets Polly retry after a first failure, which counts as the outcome of its first attempt.</summary>
    private async Task<T> RepeatAsync<T>(
        ApiCall call, FailedAttempt first, Func<ApiCall, CancellationToken, ValueTask<T>> attempt, CancellationToken cancellationToken)
    {
        ResilienceContext context = ResilienceContextPool.Shared.Get(continueOnCapturedContext: false, cancellationToken);
        context.Properties.Set(CallKey, call);
        FailedAttempt? known = first;
        try
        {
            return await _repetition.Value.ExecuteAsync(
                inner => Interlocked.Exchange(ref known, null) is { } failed
                    ? new ValueTask<T>(Task.FromException<T>(failed))
                    : AttemptAsync(call, attempt, inner.CancellationToken),
                context).ConfigureAwait(false);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private ResiliencePipeline Build()
        => new ResiliencePipelineBuilder { TimeProvider = _options.Time }
            .AddRetry(new RetryStrategyOptions
            {
                MaxRetryAttempts = _options.RetryCount,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = FirstPause,
                MaxDelay = LongestPause,
                ShouldHandle = arguments => new(
                    arguments.Outcome.Exception is FailedAttempt failed
                    && arguments.Context.Properties.TryGetValue(CallKey, out ApiCall? call)
                    && MayRepeat(call, failed)),
                DelayGenerator = arguments => new((arguments.Outcome.Exception as FailedAttempt)?.RetryAfter),
            })
            .Build();

    private static bool MayRepeat(ApiCall call, FailedAttempt failed)
        => failed.MayRepeat(call.Request.Repeatability) && failed.Error.RetryAfter is null;

    private static FailedAttempt TimedOut(ApiCall call, TimeSpan allowed, Exception late)
        => new(DmsErrors.TimedOut(call, allowed, late), call.OutcomeUnknown ? FailureVerdict.MayHaveActed : FailureVerdict.NotActedOn);

    private static DmsException ToException(ApiCall call, FailedAttempt failed)
        => failed.MayHaveActed && call.Request.Repeatability != Repeatability.Always
            ? DmsErrors.OutcomeUnknown(call, failed.Error)
            : failed.Error;
}
