namespace HuaweiDms.PowerShell.Engine;

/// <summary>One item to create, change or remove according to a configuration.</summary>
/// <param name="Kind">The kind of item.</param>
/// <param name="Name">Its name.</param>
/// <param name="Change">What it is about.</param>
/// <param name="Action">The description of the change for -WhatIf.</param>
internal sealed record ImportStep(ConfigurationKind Kind, string Name, ChangeKind Change, string Action)
{
    /// <summary>Whether data or a permission is lost, so that the command prompts.</summary>
    public bool IsLoss { get; init; }

    /// <summary>What is sent.</summary>
    public object? Payload { get; init; }

    /// <summary>The items that must exist before.</summary>
    public IReadOnlyList<(ConfigurationKind Kind, string Name)> Needs { get; init; } = [];
}
