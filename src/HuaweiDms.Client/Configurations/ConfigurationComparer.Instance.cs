using HuaweiDms.Json;

namespace HuaweiDms;

/// <content>
/// Compares the instance itself. Tags that are not in the configuration are reported for removal, like users and topics; properties that
/// another command changes name that command.
/// </content>
internal sealed partial class ConfigurationComparer
{
    private const string Resize = "Resize-DmsInstance";

    private void CompareInstance(ConfiguredInstance? wanted)
    {
        if (wanted is null)
            return;
        ConfiguredInstance present = actual.Instance ?? new();
        Value(nameof(wanted.RetentionPolicy), wanted.RetentionPolicy, present.RetentionPolicy);
        Value(nameof(wanted.AutoTopicEnabled), wanted.AutoTopicEnabled, present.AutoTopicEnabled);
        Value(nameof(wanted.MaintenanceBegin), TimeOf(wanted.MaintenanceBegin), TimeOf(present.MaintenanceBegin));
        Value(nameof(wanted.MaintenanceEnd), TimeOf(wanted.MaintenanceEnd), TimeOf(present.MaintenanceEnd));
        Value(nameof(wanted.Description), wanted.Description, present.Description ?? string.Empty);
        CompareTags(wanted.Tags, present.Tags ?? Empty<object?>());
        Value(nameof(wanted.EngineVersion), wanted.EngineVersion, present.EngineVersion, "Update-DmsInstance");
        Value(nameof(wanted.ProductId), wanted.ProductId, present.ProductId, Resize);
        Value(nameof(wanted.BrokerCount), wanted.BrokerCount, present.BrokerCount, Resize);
        Value(nameof(wanted.StorageSpaceGB), wanted.StorageSpaceGB, present.StorageSpaceGB, Resize);
        if (wanted.AccessModes is { } modes && present.AccessModes is { } others)
        {
            foreach (string mode in modes.Except(others, StringComparer.OrdinalIgnoreCase))
                Part(nameof(wanted.AccessModes), mode, ChangeKind.Add, expected: true, present: false, "Enable-DmsAccessMode");
            foreach (string mode in others.Except(modes, StringComparer.OrdinalIgnoreCase))
                Part(nameof(wanted.AccessModes), mode, ChangeKind.Remove, expected: false, present: true, "Disable-DmsAccessMode");
        }

        void Value(string name, object? one, object? other, string? changedBy = null)
        {
            if (IsChanged(one, other))
                Part(name, nameof(Value), ChangeKind.Change, one, other, changedBy);
        }
    }

    private void CompareTags(IDictionary<string, object?>? wanted, IDictionary<string, object?> present)
    {
        if (wanted is null)
            return;
        const string tags = nameof(ConfiguredInstance.Tags);
        foreach (KeyValuePair<string, object?> tag in wanted)
        {
            string value = ConfigValue.ToText(tag.Value);
            if (!present.TryGetValue(tag.Key, out object? other))
                Part(tags, tag.Key, ChangeKind.Add, value, present: null);
            else if (value != ConfigValue.ToText(other))
                Part(tags, tag.Key, ChangeKind.Change, value, ConfigValue.ToText(other));
        }
        foreach (KeyValuePair<string, object?> tag in present.Where(tag => !wanted.ContainsKey(tag.Key)))
            Part(tags, tag.Key, ChangeKind.Remove, expected: null, ConfigValue.ToText(tag.Value));
    }

    private void Part(string name, string property, ChangeKind change, object? expected, object? present, string? changedBy = null)
        => Add(ConfigurationKind.Instance, name, property, change, expected, present, changedBy);

    /// <summary>
    /// Normalizes a time of day, which the service writes in several ways; other text is returned unchanged and rejected by the import.
    /// </summary>
    private static string? TimeOf(string? text) => TimeOfDayConverter.ToText(TimeOfDayConverter.Parse(text)) ?? text;
}
