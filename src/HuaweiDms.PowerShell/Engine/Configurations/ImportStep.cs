namespace HuaweiDms.PowerShell.Engine;

/// <summary>One thing that is made as a configuration has it.</summary>
/// <param name="Kind">What kind of thing.</param>
/// <param name="Name">Its name.</param>
/// <param name="Change">What it is about.</param>
/// <param name="Action">What is about to happen, as -WhatIf says it.</param>
internal sealed record ImportStep(ConfigurationKind Kind, string Name, ChangeKind Change, string Action)
{
    /// <summary>Whether data or a permission is lost by it, so that it is asked about.</summary>
    public bool IsLoss { get; init; }

    /// <summary>What is sent.</summary>
    public object? Payload { get; init; }

    /// <summary>What has to have been made before.</summary>
    public IReadOnlyList<(ConfigurationKind Kind, string Name)> Needs { get; init; } = [];
}
