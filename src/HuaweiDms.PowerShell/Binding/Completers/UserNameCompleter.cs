using System.Collections;

namespace HuaweiDms.PowerShell.Binding;

/// <summary>Proposes the users of the instance on the command line.</summary>
public sealed class UserNameCompleter : CompleterBase
{
    private protected override IEnumerable<Proposal> Propose(IDictionary boundParameters)
        => CompletionCache.Users(boundParameters).Select(user => new Proposal(user.UserName!, user.Description ?? user.Role ?? "User"));
}
