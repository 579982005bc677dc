using System.Management.Automation;
using HuaweiDms.PowerShell.Binding;

namespace HuaweiDms.PowerShell.Engine;

/// <summary>
/// Reads the value of -Configuration: a file, its text, the output of Export-DmsConfiguration, an object or hashtable of the same
/// form, or an instance, which is then read.
/// </summary>
internal static class ConfigurationSource
{
    /// <summary>Returns an instance given as the configuration, also one returned by a job; null for anything else.</summary>
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

    /// <summary>Reads the configuration. Call on the pipeline's thread.</summary>
    /// <exception cref="FailureException">It is none.</exception>
    public static InstanceConfiguration Read(PSCmdlet cmdlet, object given)
    {
        object plain = PSValue.Unwrap(given)!;
        string? json = Json(plain);
        string? file = json is null && plain is string or FileSystemInfo ? plain.ToString() : null;
        try
        {
            if (json is not null)
                return InstanceConfiguration.Parse(json);
            return plain switch
            {
                InstanceConfiguration configuration => configuration,
                FileSystemInfo item => InstanceConfiguration.Parse(File.ReadAllText(item.FullName)),
                string path => InstanceConfiguration.Parse(File.ReadAllText(cmdlet.SessionState.Path.GetUnresolvedProviderPathFromPSPath(path))),
                _ => ConfigurationFile.Read(ToJson(cmdlet, given), hasLines: false),
            };
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

    /// <summary>
    /// Determines this by the type or the retained type name, otherwise by the columns, which is all that a file has. A
    /// configuration has a version property.
    /// </summary>
    private static bool IsInstance(object item)
        => PSValue.Unwrap(item) is Instance
            || (item is PSObject row
                && (row.TypeNames.Any(name => name.EndsWith("." + typeof(Instance).FullName, StringComparison.Ordinal))
                    || (Has(row, nameof(Instance.InstanceId)) && Has(row, nameof(Instance.Name)) && Has(row, nameof(Instance.EngineVersion))
                        && !Has(row, nameof(InstanceConfiguration.Version)))));

    private static bool Has(PSObject row, string property) => row.Properties[property] is not null;

    /// <summary>
    /// The advice if something in an instance, or a text that looks like an instance id or name, was given; otherwise null.
    /// </summary>
    private static string? InstanceAdvice(object given)
        => ArgumentFor(given) is { } argument ? Format(Text.ConfigurationOfInstanceAdvice, argument) : null;

    /// <summary>The argument of Get-DmsInstance for what was given; null if it does not look like an instance or something in one.</summary>
    private static string? ArgumentFor(object given)
    {
        if (PSValue.Unwrap(given) is string text)
        {
            if (InstanceReference.IsId(text.Trim()))
                return $"-InstanceId {text.Trim()}";
            return text.IndexOfAny(['.', '/', '\\', ':', '*', '\n']) < 0 ? text : null;
        }
        bool hasVersion = Has(PSObject.AsPSObject(given), nameof(InstanceConfiguration.Version));
        return !hasVersion && InstanceSource.Of(given) is { } source ? $"-InstanceId {source.Id}" : null;
    }

    /// <summary>Returns JSON text, also as lines from Get-Content; null for anything else. No path begins like JSON.</summary>
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
