namespace HuaweiDms.PowerShell.Engine;

/// <summary>
/// Creates items that must not be created twice. If the response was lost, it checks whether the item was created, because a second
/// request could create, or buy, another one.
/// </summary>
internal static class Creation
{
    /// <summary>The pause before the list is read again, because a new item appears in it with a delay.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    /// <summary>Creates the item, or finds the one that was created.</summary>
    /// <typeparam name="T">What identifies the item: an object or an id.</typeparam>
    /// <typeparam name="TListed">What the list holds.</typeparam>
    /// <param name="pipeline">Where a warning goes.</param>
    /// <param name="action">The action, for error messages.</param>
    /// <param name="name">The requested name, which is the target of a failure.</param>
    /// <param name="subject">The display text, which includes the place.</param>
    /// <param name="create">Sends the creation.</param>
    /// <param name="list">The list to search. Read only if the response was lost.</param>
    /// <param name="recognize">Returns the identification of a list item; null if it cannot be the created one.</param>
    /// <param name="clock">The clock for the pause before the second read.</param>
    /// <exception cref="DmsException">The request was refused or did not reach the service.</exception>
    /// <exception cref="FailureException">The response was lost, and the outcome remains unknown.</exception>
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
            pipeline.WriteWarning(Format(Text.CreatedAnyway, action, subject, $"{found[0]}"));
            return found[0];
        }
    }

    /// <summary>Returns the items found; null if the list could not be read.</summary>
    private static async Task<IReadOnlyList<T>?> FindCreatedAsync<T, TListed>(
        IPipeline pipeline, PagedResult<TListed> list, Func<TListed, T?> recognize, IWaitClock clock)
        where T : class
    {
        List<T> found = [];
        try
        {
            for (int attempt = 0; attempt < 2 && found.Count == 0; attempt++)
            {
                if (attempt > 0)
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
