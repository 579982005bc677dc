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
        object[] items = Bare.Of(given) is object[] several ? several : [given];
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
        object plain = Bare.Of(given)!;
        string? json = Json(plain);
        string name = json is null && plain is string or FileSystemInfo ? plain.ToString()! : "-Configuration";
        try
        {
            switch (plain)
            {
                case InstanceConfiguration configuration:
                    return configuration;
                case { } when json is not null:
                    return InstanceConfiguration.Parse(json);
                case FileSystemInfo file:
                    return InstanceConfiguration.Parse(File.ReadAllText(file.FullName));
                case string path:
                    return InstanceConfiguration.Parse(File.ReadAllText(cmdlet.SessionState.Path.GetUnresolvedProviderPathFromPSPath(path)));
                default:
                    return InstanceConfiguration.Parse(ToJson(cmdlet, given));
            }
        }
        catch (DmsException wrong)
        {
            throw new FailureException(Failures.ConfigurationUnreadable(name, wrong));
        }
        catch (Exception unreadable) when (Failures.IsUnreadable(unreadable))
        {
            Failure failure = Failures.ConfigurationUnreadable(name, unreadable);
            throw new FailureException(InstanceAdvice(plain) is { } advice ? failure.Advising(advice) : failure);
        }
    }

    private static bool IsInstance(object item)
        => Bare.Of(item) is Instance || (item is PSObject kept && kept.TypeNames.Any(name => name.EndsWith("." + typeof(Instance).FullName, StringComparison.Ordinal)));

    /// <summary>What to write where a text that is no file looks like the id or the name of an instance; null where it looks like a file.</summary>
    private static string? InstanceAdvice(object plain)
        => plain is not string text ? null
            : InstanceReference.IsId(text.Trim()) ? Format(Text.ConfigurationOfInstanceAdvice, $"-InstanceId {text.Trim()}")
            : text.IndexOfAny(['.', '/', '\\', ':', '*', '\n']) < 0 ? Format(Text.ConfigurationOfInstanceAdvice, text)
            : null;

    /// <summary>The text of a file, or its lines as Get-Content hands them on; null for anything else. No path begins like it.</summary>
    private static string? Json(object plain)
    {
        string? text = plain switch
        {
            string given => given,
            object[] lines when Array.TrueForAll(lines, line => Bare.Of(line) is string) => string.Join("\n", lines),
            _ => null,
        };
        return text?.TrimStart().StartsWith("{", StringComparison.Ordinal) == true ? text : null;
    }

    private static string ToJson(PSCmdlet cmdlet, object given)
        => (string)cmdlet.InvokeCommand.InvokeScript("Microsoft.PowerShell.Utility\\ConvertTo-Json -InputObject $args[0] -Depth 9 -WarningAction SilentlyContinue", given)[0].BaseObject;
}
