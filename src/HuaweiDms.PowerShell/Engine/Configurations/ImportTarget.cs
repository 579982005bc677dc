using System.Security;
using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>An instance to which a configuration is applied.</summary>
/// <param name="Snapshot">The instance and its current configuration.</param>
/// <param name="Wanted">How it is to be.</param>
/// <param name="Passwords">The passwords for new users, by name.</param>
/// <param name="Prune">Whether items that are not in the configuration are removed.</param>
/// <param name="Timeout">The maximum time for one background task.</param>
internal sealed record ImportTarget(
    ConfigurationSnapshot Snapshot, InstanceConfiguration Wanted, IReadOnlyDictionary<string, SecureString> Passwords, bool Prune, TimeSpan Timeout)
{
    public DmsClient Client => Snapshot.Context.Client;

    public DmsContext Context => Snapshot.Context;

    public InstanceReference Instance => Snapshot.Instance;

    public InstanceConfiguration Actual => Snapshot.Configuration;

    /// <summary>Something in the instance.</summary>
    public ItemReference Item(string name) => new(Context, Instance, name);

    /// <summary>The display text of a part of the instance.</summary>
    public string Subject(string name) => $"{name} of {Snapshot.Subject}";
}
