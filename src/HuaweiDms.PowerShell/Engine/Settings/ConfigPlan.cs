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

    /// <summary>The parameter that names the settings; null if it is the one with their values.</summary>
    public string? NameParameter { get; init; }

    /// <summary>The values that change; a value that is already set needs neither a request nor a restart.</summary>
    public IReadOnlyList<ConfigChange> Changes => _changes;

    /// <summary>A failure for each value that is not allowed.</summary>
    public IReadOnlyList<Failure> Refusals => _refusals;

    /// <summary>Whether a change loses something, so that the command prompts.</summary>
    public bool IsLoss => _changes.Exists(change => ConfigLoss.Of(change) is not null);

    /// <summary>The description of all changes for -WhatIf.</summary>
    public string Action => ActionOf(_changes);

    /// <summary>Describes changes for -WhatIf, with the loss and the required restart of each.</summary>
    public static string ActionOf(params IEnumerable<ConfigChange> changes) => $"Change {string.Join(", ", changes.Select(Describe))}";

    public async Task ReadAsync(DmsContext context, CancellationToken cancellationToken)
    {
        await foreach (InstanceConfig config in context.Client.Settings.ListConfigs(instance.Id).WithCancellation(cancellationToken).ConfigureAwait(false))
            _known[config.Name!] = config;
    }

    public void Add(string name, object? value)
    {
        string text = Describe(value);
        if (!_known.TryGetValue(name, out InstanceConfig? config))
        {
            string rule = Format(Text.ConfigUnknownRule, instance.Subject, string.Join(", ", _known.Keys));
            _refusals.Add(Failures.InvalidArgument(NameParameter ?? parameter, name, rule, name).Suggesting(_known.Keys));
            return;
        }
        if (config.Rule.Accept(text) is null)
            Refuse(name, text, Format(Text.ConfigValueRule, config.Rule.Explanation, instance.Subject));
        else if (config.ChangeTo(text) is { IsNone: false } change)
            _changes.Add(change);
    }

    private static string Describe(ConfigChange change)
    {
        string[] effects = [.. new[] { ConfigLoss.Of(change), change.RequiresRestart ? "needs a restart" : null }.OfType<string>()];
        return effects.Length == 0 ? $"{change}" : $"{change} ({string.Join("; ", effects)})";
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
