using System.Collections;
using System.Globalization;
using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>The changes of one instance's settings, each checked against the values that the instance accepts.</summary>
internal sealed class ConfigPlan(string parameter, InstanceReference instance)
{
    private readonly Dictionary<string, InstanceConfig> _known = new(StringComparer.Ordinal);
    private readonly List<ConfigChange> _changes = [];
    private readonly List<Failure> _refusals = [];

    /// <summary>The values that change; a value that is already set needs neither a request nor a restart.</summary>
    public IReadOnlyList<ConfigChange> Changes => _changes;

    /// <summary>A failure for each value that is not allowed.</summary>
    public IReadOnlyList<Failure> Refusals => _refusals;

    /// <summary>The description of the change for -WhatIf, with the required restart.</summary>
    public string Action
    {
        get
        {
            string changes = string.Join(", ", _changes.Select(change => change.RequiresRestart ? $"{change} (needs a restart)" : change.ToString()));
            return $"Change {changes}";
        }
    }

    public async Task ReadAsync(DmsContext context, CancellationToken stop)
    {
        await foreach (InstanceConfig config in context.Client.Settings.ListConfigs(instance.Id).WithCancellation(stop).ConfigureAwait(false))
            _known[config.Name!] = config;
    }

    public void Add(string name, object? value)
    {
        string text = Describe(value);
        if (!_known.TryGetValue(name, out InstanceConfig? config))
        {
            Refuse(name, text, Format(Text.ConfigUnknownRule, instance.Subject, string.Join(", ", _known.Keys)));
            return;
        }
        if (config.Rule.Accept(text) is null)
            Refuse(name, text, Format(Text.ConfigValueRule, config.Rule.Explanation, instance.Subject));
        else if (config.ChangeTo(text) is { IsNone: false } change)
            _changes.Add(change);
    }

    private void Refuse(string name, string text, string rule)
        => _refusals.Add(Failures.InvalidArgument(parameter, $"{name} = {text}", rule, name));

    private static string Describe(object? value)
        => PSValue.Unwrap(value) switch
        {
            string text => text,
            IEnumerable items => string.Join(",", items.Cast<object?>().Select(Describe)),
            SwitchParameter flag => flag.IsPresent ? "true" : "false",
            { } other => Convert.ToString(other, CultureInfo.InvariantCulture) ?? string.Empty,
            null => string.Empty,
        };
}
