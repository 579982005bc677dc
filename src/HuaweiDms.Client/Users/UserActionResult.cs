namespace HuaweiDms;

/// <summary>The result for one user of a batch (5.7.3).</summary>
public sealed class UserActionResult : ActionResult
{
    /// <summary>The name of the user.</summary>
    public string? UserName { get; set; }

    /// <summary>The same as <see cref="UserName"/>, for scripts that expect a property Name.</summary>
    public string? Name => UserName;

    private protected override string? Item => UserName;
}
