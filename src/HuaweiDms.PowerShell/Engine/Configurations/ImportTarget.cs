using System.Security;
using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>An instance that is to be made like a configuration.</summary>
/// <param name="Snapshot">The instance and how it is.</param>
/// <param name="Wanted">How it is to be.</param>
/// <param name="Passwords">Passwords of users that may have to be made, by name.</param>
/// <param name="Prune">Whether what is not wanted is removed.</param>
/// <param name="Timeout">How long one background task may take.</param>
internal sealed record ImportTarget(
    ConfigurationSnapshot Snapshot, InstanceConfiguration Wanted, IReadOnlyDictionary<string, SecureString> Passwords, bool Prune, TimeSpan Timeout)
{
    public DmsClient Client => Snapshot.Context.Client;

    public DmsContext Context => Snapshot.Context;

    public InstanceReference Instance => Snapshot.Instance;

    public InstanceConfiguration Actual => Snapshot.Configuration;

    /// <summary>Something in the instance.</summary>
    public ItemReference Item(string name) => new(Context, Instance, name);

    /// <summary>A part of the instance as a person would name it.</summary>
    public string Subject(string name) => $"{name} of {Snapshot.Subject}";
}
