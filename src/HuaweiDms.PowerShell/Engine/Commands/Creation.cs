namespace HuaweiDms.PowerShell.Engine;

/// <summary>
/// Creates what must not be created twice. Where the answer was lost, it looks whether the thing is there all the same: asking
/// again could make, or buy, a second one.
/// </summary>
internal static class Creation
{
    /// <summary>How long a new thing may take to show in its list.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    /// <summary>Creates it, or finds it made.</summary>
    /// <typeparam name="T">What tells of it: an object, or an id.</typeparam>
    /// <typeparam name="TListed">What the list holds.</typeparam>
    /// <param name="pipeline">Where a warning goes.</param>
    /// <param name="action">What is done, in the sentence of a failure.</param>
    /// <param name="name">The name it was to have; the target of a failure.</param>
    /// <param name="subject">The same as a person would name it: with where it was to be.</param>
    /// <param name="create">Sends the creation.</param>
    /// <param name="list">Where to look. Read only when the answer was lost.</param>
    /// <param name="recognize">What tells of one in the list; null where that cannot be the one.</param>
    /// <param name="clock">What the pause before a second look goes by.</param>
    /// <exception cref="DmsException">It was refused, or did not get there.</exception>
    /// <exception cref="FailureException">The answer was lost, and whether it happened stays unknown.</exception>
    public static async Task<T> RunAsync<T, TListed>(
        IPipeline pipeline,
        string action,
        string name,
        string subject,
        Func<CancellationToken, Task<T>> create,
        PagedResult<TListed> list,
        Func<TListed, T?> recognize,
        IWaitClock? clock = null)
        where T : class
    {
        try
        {
            return await create(pipeline.Stop).ConfigureAwait(false);
        }
        catch (DmsException lost) when (lost.Kind == DmsErrorKind.OutcomeUnknown)
        {
            pipeline.WriteVerbose(lost.Message);
            IReadOnlyList<T>? found = await FindCreatedAsync(pipeline, list, recognize, clock ?? new WaitClock()).ConfigureAwait(false);
            if (found?.Count != 1)
                throw new FailureException(Failures.OutcomeUnknown(lost, action, name, subject, found?.Select(item => $"{item}")));
            pipeline.WriteWarning(Failures.CreatedAnyway(action, subject, $"{found[0]}"));
            return found[0];
        }
    }

    /// <summary>What is there; null where looking failed, too.</summary>
    private static async Task<IReadOnlyList<T>?> FindCreatedAsync<T, TListed>(
        IPipeline pipeline, PagedResult<TListed> list, Func<TListed, T?> recognize, IWaitClock clock)
        where T : class
    {
        List<T> found = [];
        try
        {
            for (int look = 0; look < 2 && found.Count == 0; look++)
            {
                if (look > 0)
                    await clock.DelayAsync(Pause, pipeline.Stop).ConfigureAwait(false);
                await foreach (TListed listed in list.WithCancellation(pipeline.Stop).ConfigureAwait(false))
                {
                    if (recognize(listed) is { } it)
                        found.Add(it);
                }
            }
            return found;
        }
        catch (DmsException failed)
        {
            pipeline.WriteVerbose(failed.Message);
            return null;
        }
    }
}
