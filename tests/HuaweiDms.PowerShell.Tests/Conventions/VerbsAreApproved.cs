using System.Management.Automation;
using System.Reflection;

namespace HuaweiDms.PowerShell.Tests.Conventions;

public sealed class VerbsAreApproved
{
    private static readonly HashSet<string> Approved =
    [
        .. new[]
        {
            typeof(VerbsCommon), typeof(VerbsCommunications), typeof(VerbsData), typeof(VerbsDiagnostic), typeof(VerbsLifecycle),
            typeof(VerbsSecurity), typeof(VerbsOther),
        }.SelectMany(verbs => verbs.GetFields(BindingFlags.Public | BindingFlags.Static)).Select(verb => (string)verb.GetValue(null)!),
    ];

    [Fact]
    public void Each_verb_is_approved_by_PowerShell_and_each_noun_is_singular_with_our_prefix()
        => Assert.All(CmdletClasses.All, cmdlet =>
        {
            string noun = CmdletClasses.Noun(cmdlet);
            Assert.Contains(CmdletClasses.Verb(cmdlet), Approved);
            Assert.Matches("^(Dms|Dcs)", noun);
            // "Diagnosis" and "Access" are singular.
            Assert.DoesNotMatch("[^si]s$", noun == "Dms" ? string.Empty : noun);
        });
}
