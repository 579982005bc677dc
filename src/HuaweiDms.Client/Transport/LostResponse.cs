namespace HuaweiDms.Transport;

/// <summary>
/// Sends changes that the service refuses once they have taken effect, such as pausing a paused task. If the response to an attempt was
/// lost, its success may be why the next one is refused.
/// </summary>
internal static class LostResponse
{
    /// <summary>Sends a change. If it is refused after an attempt without a response, the current state decides whether it succeeded.</summary>
    /// <param name="change">Sends the change.</param>
    /// <param name="isDone">Reads whether the change has taken effect.</param>
    /// <exception cref="DmsException">The change was refused, or the state cannot be read.</exception>
    public static async Task SendAsync(Func<Task> change, Func<Task<bool>> isDone)
    {
        try
        {
            await change().ConfigureAwait(false);
        }
        catch (DmsException refused) when (refused.MayHaveActedBefore && IsAboutState(refused.Kind))
        {
            if (!await isDone().ConfigureAwait(false))
                throw;
        }
    }

    /// <summary>
    /// Reads what is left, for a batch of deletions: an item that an attempt without a response has deleted is a failure of the next
    /// attempt.
    /// </summary>
    /// <param name="list">Reads the items.</param>
    /// <param name="nameOf">The name of an item; null if it counts as deleted.</param>
    /// <param name="comparer">Compares names.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The names; null if the items cannot be read, so that each failure stays as the service reported it.</returns>
    public static async Task<HashSet<string?>?> ReadLeftAsync<T>(
        PagedResult<T> list, Func<T, string?> nameOf, StringComparer comparer, CancellationToken cancellationToken)
    {
        try
        {
            return new((await list.ToListAsync(cancellationToken).ConfigureAwait(false)).Select(nameOf), comparer);
        }
        catch (DmsException)
        {
            return null;
        }
    }

    private static bool IsAboutState(DmsErrorKind kind) => kind is DmsErrorKind.Busy or DmsErrorKind.NotFound or DmsErrorKind.InvalidArgument;
}
