using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>
/// Takes the configuration that -Configuration was given: a file, the text of one, what Export-DmsConfiguration emits, an
/// object or hashtable of that form, or an instance, which is read then.
/// </summary>
internal static class ConfigurationSource
{
    /// <summary>The instance that was given in place of a configuration, also one that comes from a job; null where it is something else.</summary>
    /// <exception cref="FailureException">There are several.</exception>
    public static InstanceReference? InstanceIn(object given)
    {
        object[] items = PSValue.Unwrap(given) is object[] several ? several : [given];
        if (items.Length == 0 || !Array.TrueForAll(items, IsInstance))
            return null;
        return items.Length == 1
            ? new(items[0])
            : throw new FailureException(Failures.InvalidArgument("Configuration", Counted(items.Length, "instance"), Text.OneConfigurationRule));
    }

    /// <summary>The configuration. Call on the pipeline's thread.</summary>
    /// <exception cref="FailureException">It is none.</exception>
    public static InstanceConfiguration Read(PSCmdlet cmdlet, object given)
    {
        object plain = PSValue.Unwrap(given)!;
        string? json = Json(plain);
        string? file = json is null && plain is string or FileSystemInfo ? plain.ToString() : null;
        try
        {
            switch (plain)
            {
                case InstanceConfiguration configuration:
                    return configuration;
                case { } when json is not null:
                    return InstanceConfiguration.Parse(json);
                case FileSystemInfo item:
                    return InstanceConfiguration.Parse(File.ReadAllText(item.FullName));
                case string path:
                    return InstanceConfiguration.Parse(File.ReadAllText(cmdlet.SessionState.Path.GetUnresolvedProviderPathFromPSPath(path)));
                default:
                    return ConfigurationFile.Read(ToJson(cmdlet, given), hasLines: false);
            }
        }
        catch (DmsException wrong)
        {
            throw Unreadable(file, wrong, given);
        }
        catch (Exception unreadable) when (Failures.IsUnreadable(unreadable))
        {
            throw Unreadable(file, unreadable, given);
        }
    }

    private static FailureException Unreadable(string? file, Exception cause, object given)
    {
        Failure failure = Failures.ConfigurationUnreadable(file, cause);
        return new(InstanceAdvice(given) is { } advice ? failure.Advising(advice) : failure);
    }

    /// <summary>By its type, or the name of it that is kept; else by its columns, of which a file has no more. A configuration has a version of its own.</summary>
    private static bool IsInstance(object item)
        => PSValue.Unwrap(item) is Instance
            || (item is PSObject row
                && (row.TypeNames.Any(name => name.EndsWith("." + typeof(Instance).FullName, StringComparison.Ordinal))
                    || (Has(row, nameof(Instance.InstanceId)) && Has(row, nameof(Instance.Name)) && Has(row, nameof(Instance.EngineVersion))
                        && !Has(row, nameof(InstanceConfiguration.Version)))));

    private static bool Has(PSObject row, string property) => row.Properties[property] is not null;

    /// <summary>What to write where something in an instance was given, or a text that looks like the id or the name of one; null otherwise.</summary>
    private static string? InstanceAdvice(object given)
        => (PSValue.Unwrap(given) is not string text ? IdNextTo(given)
            : InstanceReference.IsId(text.Trim()) ? $"-InstanceId {text.Trim()}"
            : text.IndexOfAny(['.', '/', '\\', ':', '*', '\n']) < 0 ? text
            : null) is { } which ? Format(Text.ConfigurationOfInstanceAdvice, which) : null;

    private static string? IdNextTo(object given)
        => InstanceSource.Of(given) is { } source && !Has(PSObject.AsPSObject(given), nameof(InstanceConfiguration.Version)) ? $"-InstanceId {source.Id}" : null;

    /// <summary>The text of a file, or its lines as Get-Content hands them on; null for anything else. No path begins like it.</summary>
    private static string? Json(object plain)
    {
        string? text = plain switch
        {
            string given => given,
            object[] lines when Array.TrueForAll(lines, line => PSValue.Unwrap(line) is string) => string.Join("\n", lines),
            _ => null,
        };
        return text?.TrimStart().StartsWith("{", StringComparison.Ordinal) == true ? text : null;
    }

    private static string ToJson(PSCmdlet cmdlet, object given)
        => (string)cmdlet.InvokeCommand.InvokeScript("Microsoft.PowerShell.Utility\\ConvertTo-Json -InputObject $args[0] -Depth 9 -WarningAction SilentlyContinue", given)[0].BaseObject;
}
