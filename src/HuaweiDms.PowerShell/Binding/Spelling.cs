using System.Management.Automation;
using System.Reflection;

namespace HuaweiDms.PowerShell.Binding;

/// <summary>
/// Spells words of a set as the set does. PowerShell takes them in any capitals and hands them on as they were typed, and the
/// service takes them in one spelling only.
/// </summary>
internal static class Spelling
{
    /// <summary>Spells what was given on the command line; call before it is used.</summary>
    public static void Settle(PSCmdlet cmdlet)
    {
        foreach (string name in cmdlet.MyInvocation.BoundParameters.Keys)
        {
            if (cmdlet.GetType().GetProperty(name) is { } parameter && parameter.GetCustomAttribute<ValidateSetAttribute>() is { } set)
                Settle(cmdlet, parameter, set.ValidValues);
        }
    }

    private static void Settle(PSCmdlet cmdlet, PropertyInfo parameter, IList<string> words)
    {
        switch (parameter.GetValue(cmdlet))
        {
            case string word:
                parameter.SetValue(cmdlet, Spell(words, word));
                break;
            case string[] several:
                parameter.SetValue(cmdlet, Array.ConvertAll(several, word => Spell(words, word)));
                break;
        }
    }

    private static string Spell(IList<string> words, string word)
        => words.FirstOrDefault(known => string.Equals(known, word, StringComparison.OrdinalIgnoreCase)) ?? word;
}
