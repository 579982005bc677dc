using System.Collections.Concurrent;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>
/// The errors about instances as a whole of a command that reads many items of an instance, such as all its partitions. Each is
/// reported once per instance instead of once per item.
/// </summary>
/// <param name="command">The name of the command for error messages.</param>
internal sealed class InstanceRefusals(string command)
{
    private readonly ConcurrentDictionary<(FoundInstance Found, string ErrorId), bool> _known = new();

    /// <summary>Throws the error about the instance of an item, unless it is already known.</summary>
    /// <param name="item">The item that could not be read.</param>
    /// <param name="error">The error, see <see cref="Failures.IsOfInstance"/>.</param>
    /// <exception cref="FailureException">It is not known yet.</exception>
    public void ThrowOnce(ItemReference item, DmsException error)
    {
        if (_known.TryAdd((new(item.Context, item.Instance), error.ErrorId), true))
            throw new FailureException(Failures.From(error, item.Instance.Id, command, item.Instance.Subject));
    }
}
