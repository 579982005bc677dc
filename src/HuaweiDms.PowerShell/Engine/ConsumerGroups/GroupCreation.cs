namespace HuaweiDms.PowerShell.Engine;

/// <summary>Creates consumer groups (5.6.4).</summary>
internal static class GroupCreation
{
    public const string Purpose = "Create consumer group";

    private const int MaxNameLength = 255;

    /// <summary>The failure for an invalid group name; null if it is valid.</summary>
    public static Failure? CheckName(string name)
        => name.Length is > 0 and <= MaxNameLength && !name.Any(letter => char.IsWhiteSpace(letter) || char.IsControl(letter) || letter is '/' or '\\')
            ? null
            : Failures.InvalidArgument("Name", name, Text.GroupNameRule);

    /// <summary>Creates it.</summary>
    /// <param name="pipeline">Where a warning goes.</param>
    /// <param name="group">The group.</param>
    /// <param name="description">The description; null or empty for none.</param>
    public static Task<ConsumerGroup> RunAsync(IPipeline pipeline, ItemReference group, string? description)
    {
        (ConsumerGroupsApi groups, string instanceId, string name) = (group.Context.Client.ConsumerGroups, group.Instance.Id, group.Name);
        return Creation.RunAsync(
            pipeline,
            Purpose,
            name,
            group.Subject,
            cancellationToken => groups.CreateAsync(instanceId, name, string.IsNullOrEmpty(description) ? null : description, cancellationToken),
            groups.List(instanceId, name),
            listed => listed.ConsumerGroup == name ? listed : null);
    }
}
