namespace HuaweiDms;

/// <summary>What became of one user of a batch (5.7.3).</summary>
public sealed class UserActionResult : ActionResult
{
    /// <summary>The user.</summary>
    public string? UserName { get; set; }

    /// <summary>The same name, for whoever asks every object for its name.</summary>
    public string? Name => UserName;

    private protected override string? Item => UserName;
}
