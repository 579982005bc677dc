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

    private static bool IsAboutState(DmsErrorKind kind) => kind is DmsErrorKind.Busy or DmsErrorKind.NotFound or DmsErrorKind.InvalidArgument;
}
